"""The checks of tables on their pages: rows in one piece, columns wide enough, the number of a turned page.

Source: GB/T 9704—2012 §8
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.docx import Place
from ipplan.inspection.pages.cells import cell_rows
from ipplan.inspection.pages.laid_out import named, squeezed, tolerance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.pages.laid_out import LaidOut
    from ipplan.inspection.pages.pdf import Page

_NO_TABLE = "没有带框线的表格"
_NUMBER = re.compile(r"\D?(\d+)\D?")
_READ_DOWNWARDS = 270.0
_LEAST_TORN = 3
"""Characters below which words are too short to be known again in two pieces."""


def whole_rows(laid_out: LaidOut) -> Verdict:
    """No cell begins on one page and ends on the next."""
    words = {squeezed(one.text) for one in laid_out.paper.docx.paragraphs if one.place is Place.TABLE}
    rows = [(page, cell_rows(page)) for page in laid_out.pages]
    if not any(cells for _, cells in rows):
        return unchecked(_NO_TABLE)
    turns = [(page, above, below) for (page, above), (_, below) in pairwise(rows) if above and below]
    if not turns:
        return unchecked("没有跨页的表格")
    return judge((_torn(page, above, below, words) for page, above, below in turns), "")


def _torn(page: Page, above: list[list[list[str]]], below: list[list[list[str]]], texts: set[str]) -> Fact:
    """Whether the last row of a page goes on in the first one of the next that is not the head repeated."""
    heads = [row for row in below if row in above[: len(below)]]
    first = next((row for row in below if row not in heads), None)
    ends = ["".join(cell) for cell in above[-1]]
    starts = ["".join(cell) for cell in first or ()]
    torn = any(_goes_on(end, start, texts) for end, start in zip(ends, starts, strict=False))
    return Fact(named(page), "末行断到下一面" if torn else "各行不拆", not torn)


def _goes_on(end: str, start: str, texts: set[str]) -> bool:
    """Whether some text has its first part at the end of one cell and the rest at the start of the other.

    A cell that is a text in itself is no piece of another one: 11 and 12 stand below each other, not for 1112.
    """
    if not end or not start or end in texts or start in texts:
        return False
    return any(
        end.endswith(text[:cut]) and start.startswith(text[cut:])
        for text in texts
        if len(text) >= _LEAST_TORN
        for cut in range(1, len(text))
        if text[cut] == start[0] and text[cut - 1] == end[-1]
    )


def column_widths(laid_out: LaidOut) -> Verdict:
    """A long text in a cell has lines of some characters; a short one may be set one below the other."""
    sheet = laid_out.paper.sheet
    long, least = int(sheet.number("table.long_text")), int(sheet.number("table.least_characters"))
    facts = []
    for page in laid_out.pages:
        cells = [cell for row in cell_rows(page) for cell in row if len("".join(cell)) >= long]
        widest = min((max(map(len, cell)) for cell in cells), default=long)
        facts += [Fact(named(page), f"最窄一格一行 {widest} 字", widest >= least)] if cells else []
    return judge(facts, "没有带框线、文字较长的表格")


def turned_number(laid_out: LaidOut) -> Verdict:
    """On a turned page the number reads down the left edge, low on odd pages and high on even ones."""
    turned = [page for page in laid_out.pages if page.width > page.height]
    return judge((fact for page in turned for fact in _turned_number(laid_out, page)), "没有横排的页，或者没有页码")


def _turned_number(laid_out: LaidOut, page: Page) -> Iterator[Fact]:
    length = laid_out.paper.sheet.length
    glyphs = [one for one in page.glyphs if one.angle == _READ_DOWNWARDS and not one.char.isspace()]
    glyphs.sort(key=lambda glyph: glyph.top)
    if not _NUMBER.fullmatch("".join(glyph.char for glyph in glyphs)):
        if any(_NUMBER.fullmatch(squeezed(line.text)) for line in page.lines[-1:]):
            yield Fact(named(page), "页码没有跟着转向", right=False)
        return
    edge = page.width - length("page.margin_top").mm - length("page.text_height").mm
    distance = edge - (glyphs[0].x0 + glyphs[0].x1) / 2
    low = glyphs[0].top + glyphs[-1].bottom > page.height
    near = abs(distance - length("page_number.distance").mm) <= 2 * tolerance(laid_out)
    words = f"版心左边 {distance:.1f} mm，{'下' if low else '上'}端"
    yield Fact(named(page), words, near and low is (page.number % 2 == 1))
