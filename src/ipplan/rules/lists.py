"""IP533, IP534, IP536: typed labels, the marks of list items, and marks that begin a paragraph."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.once import once
from ipplan.rules.punctuation_text import HAN, prose
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import texts_hinting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_PARAGRAPHS = frozenset({"text", "item"})
_CHARACTERS = "一二三四五六七八九十"
_LABELS = tuple(
    lazy_pattern(pattern, re.ASCII)
    for pattern in (
        rf"[{_CHARACTERS}]{{1,3}}、",
        rf"（[{_CHARACTERS}]{{1,3}}）",
        r"\d{1,2}[.．](?!\d)",
        r"（\d{1,2}）",
    )
)
_LABELS_BEGIN = frozenset(f"（{_CHARACTERS}0123456789")
_SHOWN = ("一、", "（一）", "1.", "（1）")
_FIRST = lazy_pattern(r"[（]?(?:一|1)[、）.．]")
_BRACKETED = lazy_pattern("（[^（）]*）")
_LEADING_MARK = lazy_pattern(rf"^[，。；：、！？]+(?=[{HAN}“《（\d])", re.ASCII | re.MULTILINE)


_MOST = 50
"""So many findings in one list are shown."""


class _Line(NamedTuple):
    """A paragraph, or a line of one, with where it begins in its text."""

    text: Prose
    start: int
    words: str
    own: str

    def finding(self, start: int, end: int, message: str, hint: str, fix: Fix | None = None) -> Finding:
        return self.text.finding(self.start + start, self.start + end, message, hint, fix=fix)


@once
def _lists(subject: Subject) -> Sequence[list[_Line]]:
    """The paragraphs that stand under one another in one body, where there are several."""
    by_body: dict[Path, list[_Line]] = {}
    for text in prose(subject):
        if text.path[-1] in _PARAGRAPHS and text.path[-3:-2] == ("body",):
            by_body.setdefault(text.path[:-2], []).extend(_lines(text))
    return [lines for lines in by_body.values() if len(lines) > 1]


def _lines(text: Prose) -> Iterator[_Line]:
    start = 0
    for words in text.words.split("\n"):
        if words.strip():
            yield _Line(text, start, words, text.own[start : start + len(words)])
        start += len(words) + 1


def level_order(subject: Subject) -> Iterator[Finding]:
    """Typed labels that do not go 一、（一）1.（1）: a higher one below a lower, or a level left out."""
    for lines in _lists(subject):
        yield from islice(_out_of_order(lines), _MOST)


def _out_of_order(lines: list[_Line]) -> Iterator[Finding]:
    above: int | None = None
    for line in lines:
        level, label = _label(line.words)
        if level is None:
            continue
        if above is not None and _FIRST.match(label) and (right := _right_level(above, level)) is not None:
            message = f"“{_SHOWN[above]}”下面用了“{label}”，应为“{_SHOWN[right]}”"
            hint = "层次依次用 一、（一）1.（1）；最好用 section、item，序号自动编"
            yield line.finding(0, len(label), message, hint)
        above = level


def _label(words: str) -> tuple[int | None, str]:
    for level, pattern in enumerate(_LABELS) if words[0] in _LABELS_BEGIN else ():
        if found := pattern.match(words):
            return level, found[0]
    return None, ""


def _right_level(above: int, level: int) -> int | None:
    """The level that should open below `above` where `level` opens; None if that is right. 一、 may go on with 1."""
    if level == above or level == above + 1 or (above, level) == (0, 2) or above + 1 == len(_LABELS):
        return None
    return above + 1


def list_marks(subject: Subject) -> Iterator[Finding]:
    """Items that end in ；: none may hold a 。, and the last ends in 。."""
    for lines in _lists(subject):
        yield from islice(_wrong_marks(lines), _MOST)


def _wrong_marks(lines: list[_Line]) -> Iterator[Finding]:
    for items, last in _runs(lines):
        for item in items:
            yield from _stop_inside(item)
        if last is not None:
            end = len(last.words.rstrip())
            fix = Fix("。", safe=False)
            yield last.finding(end - 1, end, "最后一项末尾应为“。”，不是“；”", "各项之间用；，最后一项用。", fix)


def _runs(lines: list[_Line]) -> Iterator[tuple[list[_Line], _Line | None]]:
    """Each run of two or more lines that end in ；, and the last of the list if it ends so too."""
    for ends_so, run in groupby(lines, key=lambda line: line.own.rstrip().endswith("；")):
        items = list(run)
        if ends_so and len(items) > 1:
            yield items, items[-1] if items[-1] is lines[-1] else None


def _stop_inside(item: _Line) -> Iterator[Finding]:
    own = _BRACKETED.sub(lambda found: "（" * len(found[0]), item.own)
    place = own.find("。")
    if place >= 0:
        message = "用“；”隔开的各项里面不能有“。”"
        yield item.finding(max(0, place - 4), place + 1, message, "这一处改用逗号；或者各项末尾都用。")


def mark_first(subject: Subject) -> Iterator[Finding]:
    """A paragraph that begins with a mark that belongs behind something."""
    for text in texts_hinting(subject, _LEADING_MARK):
        for found in text.matches(_LEADING_MARK) if text.path[:2] != ("plan", "facts") else ():
            message = f"段落不能以“{found[0]}”开头"
            yield text.finding(*found.span(), message, "删去，或者接到上一段末尾", fix=Fix("", safe=False))
