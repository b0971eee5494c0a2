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
from ipplan.transforms.paging import used_above
from ipplan.transforms.row_heights import cell_height, head_height, row_heights

if TYPE_CHECKING:
    from collections.abc import Iterator

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
            settled, used = _settled(node, used_above(part, index, sheet, used, room), room, sheet)
            yield settled
        else:
            yield node


def _settled(table: tree.Table, used: float, room: float, sheet: Stylesheet) -> tuple[tree.Table, float]:
    """The table with its labels repeated, and what it leaves used of its last page."""
    head = head_height(table, sheet)
    torn = _without_tall_labels(table, room - head, sheet)
    heights, again = row_heights(torn, sheet), _heights_of_labels_above(torn, sheet)
    ends, left = _page_ends(heights, again, head, used, room)
    if not ends or not _has_labels(torn):
        return torn, left
    settled = [max(height, again[row]) if row in ends else height for row, height in enumerate(heights)]
    return replace(torn, rows=_rows_ended(torn, sorted(ends)), heights=tuple(settled)), left


def _without_tall_labels(table: tree.Table, room: float, sheet: Stylesheet) -> tree.Table:
    """The table with labels that are higher than a page each in a row of their own, which can be torn.

    A merged cell cannot: LibreOffice loses what does not fit, and typesetters lose rows.
    """
    rows = [list(row) for row in table.rows]
    for first, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell is not None and cell.rows > 1 and cell_height(table, column, cell, sheet) >= room:
                rows[first][column] = replace(cell, rows=1)
                rows[first + 1][column] = replace(cell, paragraphs=("",), rows=cell.rows - 1)
    return replace(table, rows=tuple(map(tuple, rows)))


def _heights_of_labels_above(table: tree.Table, sheet: Stylesheet) -> list[float]:
    """For each row the height in pt of the labels that reach into it from above, which it shows if it begins a page."""
    heights = [0.0] * len(table.rows)
    for first, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell is not None and cell.rows > 1:
                height = cell_height(table, column, cell, sheet)
                for reached in range(first + 1, first + cell.rows):
                    heights[reached] = max(heights[reached], height)
    return heights


def _page_ends(
    heights: list[float], again: list[float], head: float, used: float, room: float
) -> tuple[set[int], float]:
    """The rows (0-based) that begin a page, and what the table leaves used of its last page.

    `heights` and `again` are those of the rows and of the labels shown again there. A row that is higher than a page is
    divided by word processors, so that the next begins somewhere below its end.
    """
    ends = set()
    used = used + head if used + head + heights[0] <= room else head
    for row, height in enumerate(heights):
        if used + height > room and used > head:
            ends.add(row)
            used = head + max(0.0, again[row] - height)
        used += height
        while used > room:
            used += head - room
    return ends - {0}, used


def _rows_ended(table: tree.Table, ends: list[int]) -> tuple[tuple[tree.Cell | None, ...], ...]:
    """The rows with each merged cell begun anew where a page begins."""
    rows = [list(row) for row in table.rows]
    for first, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell is None or cell.rows == 1:
                continue
            last = first + cell.rows
            starts = [first, *ends[bisect_right(ends, first) : bisect_left(ends, last)], last]
            for start, following in pairwise(starts):
                rows[start][column] = replace(cell, rows=following - start)
    return tuple(map(tuple, rows))
