"""IP650: characters that the fonts of the paper lack."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ipplan.character_sets import in_gbk, outside_gb2312
from ipplan.errors import IpplanError
from ipplan.rules.measures import UNIT_GLYPHS
from ipplan.rules.once import once
from ipplan.rules.punctuation_text import prose
from ipplan.rules.rule import Finding
from ipplan.rules.text_search import characters
from ipplan.rules.unit_fields import addressees, owners
from ipplan.stylesheet import Stylesheet, load_stylesheet, sheet_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.rules.rule import Subject


class _Said(NamedTuple):
    """Words of a plan file with their path."""

    path: Path
    words: str


def missing_from_font(subject: Subject) -> Iterator[Finding]:
    """Characters outside GB 2312 where the font of the sheet has no others; each is named where it first stands.

    Marks and units in one glyph have rules of their own, which say what to write instead.
    """
    names = list(_names(subject))
    letters = characters(subject).union(*(name.words for name in names))
    rare = set(filter(_is_wanted, outside_gb2312(letters)))
    sheet = _sheet(subject) if rare else None
    if sheet is None:
        return
    said = (*(_Said(text.path, text.words) for text in prose(subject)), *names)
    counts = Counter("".join(one.words for one in said))
    for one in said:
        for letter in [letter for letter in dict.fromkeys(one.words) if letter in rare]:
            font = sheet.font("title" if one.path[-1] == "title" else "body")
            if (spare := sheet.spare_font(font)) is not None:
                rare.remove(letter)
                yield _finding(one, letter, font, spare, counts[letter])


def _is_wanted(letter: str) -> bool:
    return letter not in UNIT_GLYPHS and not unicodedata.category(letter).startswith("P")


def _finding(said: _Said, letter: str, font: str, spare: str, count: int) -> Finding:
    often = f"（共 {count} 处）" if count > 1 else ""
    message = f"{font} 里没有“{letter}”（U+{ord(letter):04X}）{often}，换用{spare}印"
    hint = (
        "打印前看一眼这个字；电脑上用仿宋、楷体等大字库的，在 ipplan.yaml 里写 styles: windows"
        if in_gbk(letter)
        else f"{spare}里多半也没有，核对是不是错字；不是的，印制的电脑要装字更多的字体"
    )
    return Finding(said.path, message, hint, letter, start=said.words.index(letter))


def _names(subject: Subject) -> Iterator[_Said]:
    """The names of units and persons."""
    for path, units in (*addressees(subject), *owners(subject)):
        yield _Said(path, units.words)
    notice = subject.plan_file.notice
    if notice is not None:
        for key in ("issuers", "signers"):
            for index, name in enumerate(getattr(notice, key)):
                yield _Said(("notice", key, index), name)


@once
def _sheet(subject: Subject) -> Stylesheet | None:
    """The sheet that the paper will be made with; None where it cannot be read, which rendering says."""
    try:
        return load_stylesheet(*sheet_files(subject.project.styles, subject.folder))
    except IpplanError:
        return None
