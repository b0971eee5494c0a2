"""How high the rows of a table come out on paper: its lines counted as word processors break them.

Lines have a fixed pitch in tables, so the only thing to be guessed is where a text is broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.line_counts import line_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.document import Cell, Table
    from ipplan.stylesheet import Stylesheet

_RULE = 0.5
"""Points that a row has for its rule beside text and padding."""
_SPARE = 0.5
"""Points that a row needs beyond that for the label of merged rows; without them LibreOffice divides it."""


def row_heights(table: Table, sheet: Stylesheet) -> list[float]:
    """The height of each row of a laid-out table in pt, each as high as the label of merged rows that begins there."""
    heights = []
    for row, least in zip(table.rows, blank_heights(table, sheet), strict=True):
        cells = ((index, cell) for index, cell in enumerate(row) if cell is not None)
        heights.append(max([least, *(cell_height(table, index, cell, sheet) for index, cell in cells)]))
    return heights


def blank_heights(table: Table, sheet: Stylesheet) -> list[float]:
    """What each row has at least in pt, to be written in by hand; 0.0 where the table is no form."""
    one = sheet.length("table.blank_row").pt if table.blank else 0.0
    return [one * lines for lines in table.lines or (1,) * len(table.rows)]


def head_height(table: Table, sheet: Stylesheet) -> float:
    """The height of the header in pt."""
    rows = [
        [
            cell_height(table, index, cell, sheet)
            for index, cell in enumerate(row)
            if cell is not None and cell.rows == 1
        ]
        for row in table.head_rows
    ]
    return sum(max(heights, default=_height(1, sheet)) for heights in rows)


def cell_height(table: Table, index: int, cell: Cell, sheet: Stylesheet) -> float:
    """The height in pt of a cell that begins in the column at `index`, standing in one row; labels get some more."""
    width = sum(column.width for column in table.columns[index : index + cell.columns])
    padding = 2 * sheet.length("table.padding").mm
    room = (width - padding) / sheet.length("table.size").mm
    spare = _SPARE if cell.rows > 1 else 0.0
    return _height(sum(line_count(text, room) for text in _lines(cell)), sheet) + spare


def _lines(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        yield from paragraph.split("\n")


def _height(lines: int, sheet: Stylesheet) -> float:
    return lines * sheet.length("table.pitch").pt + 2 * sheet.length("table.padding_above").pt + _RULE
