"""How high the rows of a table come out on paper: its lines counted as word processors break them.

Lines have a fixed pitch in tables, so the only thing to be guessed is where a text is broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.line_counts import line_count

if TYPE_CHECKING:
    from ipplan.document import Cell, Table
    from ipplan.stylesheet import Stylesheet

_RULE = 0.5
"""Points that a row has for its rule beside text and padding."""
_SPARE = 0.5
"""Points that a row needs beyond that for the label of merged rows; without them LibreOffice divides it."""


def row_heights(table: Table, sheet: Stylesheet) -> tuple[float, ...]:
    """The height of each row of a laid-out table in pt, each as high as the label of merged rows that begins there."""
    least = sheet.length("table.blank_row").pt if table.blank else 0.0
    row_height = CellHeights(table, sheet).row
    return tuple(max(least, row_height(row)) for row in table.rows)


def head_height(table: Table, sheet: Stylesheet) -> float:
    """The height of the header in pt."""
    heights = CellHeights(table, sheet)
    rows = [[cell if cell is not None and cell.rows == 1 else None for cell in row] for row in table.head_rows]
    return sum(heights.row(tuple(row)) or heights.of_lines(1) for row in rows)


class CellHeights:
    """How high the cells of one table come out; what all of them share is looked up once."""

    def __init__(self, table: Table, sheet: Stylesheet) -> None:
        self._widths = [column.width for column in table.columns]
        self._padding, self._character = 2 * sheet.length("table.padding").mm, sheet.length("table.size").mm
        self._pitch = sheet.length("table.pitch").pt
        self._around = 2 * sheet.length("table.padding_above").pt + _RULE
        self._rooms = [self._room(index, 1) for index in range(len(self._widths))]

    def row(self, row: tuple[Cell | None, ...]) -> float:
        """The height in pt of the highest cell that begins in a row, 0.0 where none does."""
        most, labels = 0, 0
        for index, cell in enumerate(row):
            if cell is None:
                continue
            if cell.rows > 1:
                labels = max(labels, self._lines(index, cell))
            elif not most or self._may_have_more(index, cell, most):
                most = max(most, self._lines(index, cell))
        if labels >= most:
            return self.of_lines(labels) + _SPARE if labels else 0.0
        return self.of_lines(most)

    def _may_have_more(self, index: int, cell: Cell, lines: int) -> bool:
        """Whether a cell can have more than so many lines, told without counting them.

        Of what is broken, a line and the one after it are together longer than the room, or the second would have found
        room in the first. So a text has at most twice the lines that it would fill unbroken, and one.
        """
        text = cell.text
        return 2 * len(text) > (lines - 1 - text.count("\n")) * self._rooms[index]

    def cell(self, index: int, cell: Cell) -> float:
        """The height in pt of a cell that begins in the column at `index`, all in one row; labels get some more."""
        return self.of_lines(self._lines(index, cell)) + (_SPARE if cell.rows > 1 else 0.0)

    def of_lines(self, lines: int) -> float:
        """The height in pt of so many lines."""
        return lines * self._pitch + self._around

    def _lines(self, index: int, cell: Cell) -> int:
        room = self._rooms[index] if cell.columns == 1 else self._room(index, cell.columns)
        return sum([line_count(line, room) for line in cell.text.split("\n")])

    def _room(self, index: int, columns: int) -> float:
        """Characters that stand side by side in a cell over so many columns."""
        return (sum(self._widths[index : index + columns]) - self._padding) / self._character
