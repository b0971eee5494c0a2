"""Measurements of tables that run over pages, compared with their rows in the tree; each returns what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

import pdfplumber

from ipplan import document as tree
from kit.pdf import Box, text_lines
from kit.shapes import MM_PER_POINT
from office.papers import Paper, squeezed, type_area

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.pdf import Page, TextLine

_UNBREAKABLE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年|[!-~]+")
"""Dates and Latin words or numbers: what must not be divided between two lines of a cell."""


@dataclass(frozen=True)
class DrawnCell:
    """A cell between its rules on a page: its place, and its text line by line."""

    page: int
    box: Box
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The text without white space."""
        return squeezed("".join(line.text for line in self.lines))


def drawn_tables(paper: Paper) -> list[list[list[DrawnCell]]]:
    """Return for each page with a table its rows of cells, as the rules divide it; a merged cell is in its top row."""
    with pdfplumber.open(paper.pdf) as pdf:
        found = [(page, sheet.find_tables()) for page, sheet in zip(paper.pages, pdf.pages, strict=True)]
        return [
            [[_cell(page, cell) for cell in row.cells if cell] for row in tables[0].rows]
            for page, tables in found
            if tables and len(tables[0].rows) > 1
        ]


def _cell(page: Page, place: tuple[float, float, float, float]) -> DrawnCell:
    box = Box(*(number * MM_PER_POINT for number in place))
    return DrawnCell(page.number, box, text_lines(page.within(box)))


def header_rows(paper: Paper) -> Iterator[str]:
    """The header row stands first on each page of the table."""
    wanted = [text for row in _table(paper).head_rows for _, text in _said(row)]
    for rows in drawn_tables(paper):
        first = [cell.text for row in rows[: len(_table(paper).head_rows)] for cell in row]
        if first != wanted:
            yield f"page {rows[0][0].page} begins with {first}"


def torn_rows(paper: Paper) -> Iterator[str]:
    """The cells with text are those of the document, in order, merged ones again at the top of each page.

    A torn row would show a cell in two pieces, and a label that is not repeated would be missing.
    """
    written = [text for texts in texts_by_page(paper) for text in texts]
    drawn = [cell.text for rows in _bodies(paper) for row in rows for cell in row if cell.text]
    if written != drawn:
        at = next((i for i, pair in enumerate(zip(written, drawn, strict=False)) if pair[0] != pair[1]), len(drawn))
        yield f"cell {at} reads {drawn[at : at + 2]}, not {written[at : at + 2]}"


def texts_by_page(paper: Paper) -> Iterator[list[str]]:
    """Return what the cells of the table say on each page, taking from the page only how many rows it shows."""
    rows, starts = _table(paper).rows, _page_starts(paper)
    for start, end in pairwise([*starts, len(rows)]):
        first = sorted([*_said(rows[start]), *labels_over(rows, start)])
        yield [text for row in [first, *map(_said, rows[start + 1 : end])] for _, text in row]


def repeated_labels(paper: Paper) -> list[str]:
    """Return the merged cells that are shown again at the top of a page, as often as they are."""
    if not paper.nodes(tree.Table):
        return []
    return [text for start in _page_starts(paper) for _, text in labels_over(_table(paper).rows, start)]


def labels_over(rows: Sequence[tuple[tree.Cell | None, ...]], number: int) -> list[tuple[int, str]]:
    """Return the merged cells that reach into a row (0-based) from above: their columns and texts."""
    return [
        (column, squeezed(cell.text))
        for first, row in enumerate(rows[:number])
        for column, cell in enumerate(row)
        if cell is not None and cell.text and first + cell.rows > number
    ]


def _page_starts(paper: Paper) -> list[int]:
    """Return the rows (0-based) that begin a page, told from how many rows the pages before show."""
    shown = [len(rows) for rows in _bodies(paper)]
    return [0, *accumulate(shown[:-1])]


def _said(row: tuple[tree.Cell | None, ...]) -> list[tuple[int, str]]:
    return [(column, squeezed(cell.text)) for column, cell in enumerate(row) if cell is not None and cell.text]


def _table(paper: Paper) -> tree.Table:
    """Return the table with the most rows."""
    return max(paper.nodes(tree.Table), key=lambda table: len(table.rows))


def _bodies(paper: Paper) -> list[list[list[DrawnCell]]]:
    """Return for each page with a table its rows below the header."""
    return [rows[len(_table(paper).head_rows) :] for rows in drawn_tables(paper)]


def divided_words(paper: Paper) -> Iterator[str]:
    """No date and no Latin word or number of a cell is divided between two lines."""
    for cell in _all_cells(paper):
        lines = [squeezed(line.text) for line in cell.lines]
        breaks = set(accumulate(len(line) for line in lines[:-1]))
        for match in _UNBREAKABLE.finditer("".join(lines)):
            if any(match.start() < position < match.end() for position in breaks):
                yield f"page {cell.page}: {match[0]} in {lines}"


def crowded_cells(paper: Paper) -> Iterator[str]:
    """The text of a cell stays within its rules."""
    for cell in _all_cells(paper):
        for line in cell.lines:
            inside = cell.box.x0 - 0.1 <= line.x0 and line.x1 <= cell.box.x1 + 0.1
            if not (inside and cell.box.top <= line.top + 0.2 and line.bottom <= cell.box.bottom + 0.2):
                yield f"page {cell.page}: “{line.text}” in {cell.text}"


def lonely_ends(paper: Paper) -> Iterator[str]:
    """No title of a column leaves a single character on its last line."""
    for rows in drawn_tables(paper)[:1]:
        for cell in rows[0]:
            if len(cell.lines) > 1 and len(squeezed(cell.lines[-1].text)) == 1:
                yield f"{[line.text for line in cell.lines]}"


def widths(paper: Paper) -> Iterator[str]:
    """The table fills the width of the text area."""
    for rows in drawn_tables(paper):
        page = paper.pages[rows[0][0].page - 1]
        area, cells = type_area(page, paper.sheet), list(chain.from_iterable(rows))
        left, right = min(cell.box.x0 for cell in cells), max(cell.box.x1 for cell in cells)
        if abs(left - area.x0) > 0.5 or abs(right - area.x1) > 0.5:
            yield f"page {page.number}: the table reaches from {left:.2f} to {right:.2f}"


def _all_cells(paper: Paper) -> Iterator[DrawnCell]:
    for rows in drawn_tables(paper):
        for row in rows:
            yield from row


def turned_pages(paper: Paper) -> list[int]:
    """Return the numbers of the landscape pages."""
    return [page.number for page in paper.pages if page.width > page.height]


def has_landscape_table(paper: Paper) -> bool:
    """Return whether layout turned the page for a table."""
    return any(node.landscape for node in paper.nodes(tree.Table))
