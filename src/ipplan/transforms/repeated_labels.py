"""A label that is merged down over rows is shown again where a page ends among them.

Word processors show the text of a merged cell once, on the page on which it begins. So the merge is ended where a page
will end and begins anew, with its label, in the row below. Where pages end is told from the heights of the rows, which
are then set, so that no row comes out lower than was thought. Should a page end elsewhere all the same (fonts of other
widths, text added by hand), a label stands a row early or late; no row and no word is lost. The PDF, whose typesetter
knows its pages, does the same in `templates/pdf/labels.typ`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.paging import Page, used_above
from ipplan.transforms.row_heights import Label, TableHeights
from ipplan.transforms.text_heights import height_with_last_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.stylesheet import Stylesheet


def repeat_labels(part: tree.Part, sheet: Stylesheet, *, landscape: bool) -> tree.Part:
    """The part, whose first node begins a page, with the merged cells of its tables ended where a page ends.

    `landscape` says that its pages are turned.
    """
    if not any(_has_labels(node) for node in part.nodes):
        return part
    room = (sheet.length("page.text_width") if landscape else sheet.lines_height).pt - sheet.length("table.border").pt
    return replace(part, nodes=tuple(_nodes(part, room, sheet)))


def _has_labels(node: tree.Node) -> bool:
    return isinstance(node, tree.Table) and any(cell is not None and cell.rows > 1 for row in node.rows for cell in row)


def _nodes(part: tree.Part, room: float, sheet: Stylesheet) -> Iterator[tree.Node]:
    """The nodes with tables settled; what tables leave used of a page is told in pt."""
    used = 0.0
    for index, node in enumerate(part.nodes):
        if isinstance(node, tree.Table):
            below = height_with_last_row(next(iter(part.nodes[index + 1 :]), None), sheet)
            settler = _Settler(node, room, below, sheet)
            settled, used = settler.settled(used_above(part, index, settler.needed, Page(room, used), sheet))
            yield settled
        else:
            yield node


class _Settler:
    """Settles one table, whose last row stays with what is `below` it, in pt."""

    def __init__(self, table: tree.Table, room: float, below: float, sheet: Stylesheet) -> None:
        heights = TableHeights(table, sheet)
        self._room, self._head, self._below = room, heights.head, below
        self._table = self._without_tall_labels(table, heights.labels)
        measured = heights if self._table is table else TableHeights(self._table, sheet)
        self._labels, self._heights = measured.labels, measured.rows

    @property
    def needed(self) -> float:
        """The height in pt of the header and the first row, with what stays with that."""
        return self._head + sum(self._heights[:1]) + (self._below if len(self._heights) == 1 else 0.0)

    def settled(self, used: float) -> tuple[tree.Table, float]:
        """The table with its labels repeated where `used` pt are above it, and what it leaves used of its last page."""
        again = self._heights_of_labels_above()
        ends, left = _page_ends(self._heights, again, self._head, Page(self._room, used), self._below)
        if not ends or not self._labels:
            return replace(self._table, heights=self._heights), left
        heights = tuple(max(height, again[row]) if row in ends else height for row, height in enumerate(self._heights))
        return replace(self._table, rows=self._rows_ended(sorted(ends)), heights=heights, settled=True), left

    def _without_tall_labels(self, table: tree.Table, labels: Sequence[Label]) -> tree.Table:
        """The table with labels that are higher than a page each in a row of their own, which can be torn.

        A merged cell cannot: LibreOffice loses what does not fit, and typesetters lose rows.
        """
        tall = [label for label in labels if label.height >= self._room - self._head]
        rows = list(table.rows)
        for first, column, cell, _ in tall:
            rows[first] = _with(rows[first], column, replace(cell, rows=1))
            below = replace(cell, paragraphs=("",), rows=cell.rows - 1)
            rows[first + 1] = _with(rows[first + 1], column, below)
        return replace(table, rows=tuple(rows)) if tall else table

    def _heights_of_labels_above(self) -> list[float]:
        """For each row the height in pt of the labels that reach into it, which it shows if it begins a page."""
        heights = [0.0] * len(self._heights)
        for label in self._labels:
            for reached in range(label.row + 1, label.row + label.cell.rows):
                heights[reached] = max(heights[reached], label.height)
        return heights

    def _rows_ended(self, ends: list[int]) -> tuple[tuple[tree.Cell | None, ...], ...]:
        """The rows with each merged cell begun anew where a page begins."""
        rows = list(self._table.rows)
        for label in self._labels:
            last = label.row + label.cell.rows
            within = ends[bisect_right(ends, label.row) : bisect_left(ends, last)]
            if within:
                for start, following in pairwise([label.row, *within, last]):
                    rows[start] = _with(rows[start], label.column, replace(label.cell, rows=following - start))
        return tuple(rows)


def _with(row: tuple[tree.Cell | None, ...], column: int, cell: tree.Cell) -> tuple[tree.Cell | None, ...]:
    """The row with another cell in a column."""
    return (*row[:column], cell, *row[column + 1 :])


def _page_ends(
    heights: Sequence[float], again: Sequence[float], head: float, page: Page, below: float
) -> tuple[set[int], float]:
    """The rows (0-based) that begin a page, and what the table leaves used of its last page.

    `heights` and `again` are those of the rows and of the labels shown again there; the last row needs room for what is
    `below` it. A row that is higher than a page is divided by word processors, so that the next begins somewhere below
    its end.
    """
    ends = set()
    room, used = page
    needed = [*heights[:-1], *(height + below for height in heights[-1:])]
    used = used + head if used + head + sum(needed[:1]) <= room else head
    for row, height in enumerate(heights):
        if used + needed[row] > room and used > head:
            ends.add(row)
            used = head + max(0.0, again[row] - height)
        used += height
        while used > room:
            used += head - room
    return ends - {0}, used
