"""Which fonts and sizes runs of text come to, and whether they are those of the sheet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipplan.inspection.docx import Paragraph, Run
    from ipplan.inspection.elements import Paper
    from ipplan.stylesheet import Stylesheet

CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NONE = "没有写明"
_LONGEST_FONT = 64
_EDITIONS = re.compile(r"(?:_?(?:GB2312|GBK|GB18030|GB)|简体|简|[-_]?(?:Z\d+|B\d+)\w*)$")
"""What is put behind the name of a family for the edition of its character set."""


def runs_with(paragraphs: Iterable[Paragraph], pattern: re.Pattern[str]) -> Iterator[tuple[Paragraph, Run]]:
    """The printed runs that hold something, with their paragraphs."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if not run.hidden and pattern.search(run.text):
                yield paragraph, run


def font_facts(paper: Paper, paragraphs: Iterable[Paragraph], *roles: str) -> Iterator[Fact]:
    """For each Chinese run whether its font is that of one of the roles of the sheet."""
    families = [paper.sheet.text(f"{role}.font") for role in roles]
    for paragraph, run in runs_with(paragraphs, CHINESE):
        font = run.font("eastAsia")
        right = any(is_family(font, family, paper.sheet) for family in families)
        yield Fact(paragraph.shown, font or _NONE, right)


def is_family(font: str, family: str, sheet: Stylesheet) -> bool:
    """Whether a font named in a document is a family of the sheet (`仿宋`) under any of its names and editions."""
    names = [sheet.text(f"font.{family}"), family, *sheet.text(f"font_names.{family}").split()]
    return _plain(font) in {_plain(name) for name in names}


@lru_cache(maxsize=256)
def _plain(font: str) -> str:
    """A font's name without edition, spaces and capitals; no family has a name of more than a few words."""
    return _EDITIONS.sub("", font[:_LONGEST_FONT].replace(" ", "")).lower()


def font_verdict(paper: Paper, paragraphs: Iterable[Paragraph], *roles: str, absent: str) -> Verdict:
    """Whether Chinese text is in the font of one of the roles."""
    return judge(font_facts(paper, paragraphs, *roles), absent)


def size_verdict(paper: Paper, paragraphs: Iterable[Paragraph], figure: str, *, absent: str) -> Verdict:
    """Whether Chinese text has a size of the sheet."""
    wanted = paper.sheet.length(figure).pt
    facts = (
        Fact(paragraph.shown, _NONE if run.size is None else f"{run.size:g} pt", run.size == wanted)
        for paragraph, run in runs_with(paragraphs, CHINESE)
    )
    return judge(facts, absent)
