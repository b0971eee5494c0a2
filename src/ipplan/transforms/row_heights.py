"""How high the rows of a table come out on paper: its lines counted as word processors break them.

Lines have a fixed pitch in tables, so the only thing to be guessed is where a text is broken.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ipplan.transforms.line_counts import line_count

if TYPE_CHECKING:
    from ipplan.document import Cell, Table
    from ipplan.stylesheet import Stylesheet

_RULE = 0.5
"""Points that a row has for its rule beside text and padding."""
_SPARE = 0.5
"""Points that a row needs beyond that for the label of merged rows; without them LibreOffice divides it."""


def blank_heights(table: Table, sheet: Stylesheet) -> list[float]:
    """What each row has at least in pt, to be written in by hand; 0.0 where the table is no form."""
    one = sheet.length("table.blank_row").pt if table.blank else 0.0
    return [one * lines for lines in table.lines or (1,) * len(table.rows)]


class Label(NamedTuple):
    """A cell merged down over rows: where it begins (0-based), and its height in pt, standing in one row."""

    row: int
    column: int
    cell: Cell
    height: float


class TableHeights:
    """How high the rows of a laid-out table come out, in pt. Each is measured once, when it is first asked for."""

    def __init__(self, table: Table, sheet: Stylesheet) -> None:
        self._table = table
        self.blank = blank_heights(table, sheet)
        self._widths = [column.width for column in table.columns]
        self._padding, self._character = 2 * sheet.length("table.padding").mm, sheet.length("table.size").mm
        self._pitch = sheet.length("table.pitch").pt
        self._around = 2 * sheet.length("table.padding_above").pt + _RULE
        self._rooms = [self._room(index, 1) for index in range(len(self._widths))]

    @cached_property
    def head(self) -> float:
        """The header."""
        return sum(self._of_lines(self._most_lines(row) or 1) for row in self._table.head_rows)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels of merged rows, from top to bottom and from left to right."""
        return tuple(
            Label(row, index, cell, self._of_lines(self._lines(index, cell)) + _SPARE)
            for row, cells in enumerate(self._table.rows)
            for index, cell in enumerate(cells)
            if cell is not None and cell.rows > 1
        )

    @cached_property
    def rows(self) -> tuple[float, ...]:
        """The rows, each as high as the label that begins there."""
        lines = map(self._most_lines, self._table.rows)
        least = zip(self.blank, lines, strict=True)
        heights = [max(blank, self._of_lines(most)) if most else blank for blank, most in least]
        for label in self.labels:
            heights[label.row] = max(heights[label.row], label.height)
        return tuple(heights)

    def _of_lines(self, lines: int) -> float:
        return lines * self._pitch + self._around

    def _most_lines(self, row: tuple[Cell | None, ...]) -> int:
        """The lines of the highest cell that a row has to itself, 0 where it has none."""
        most = 0
        for index, cell in enumerate(row):
            if cell is not None and cell.rows == 1 and (not most or self._may_have_more(index, cell, most)):
                most = max(most, self._lines(index, cell))
        return most

    def _may_have_more(self, index: int, cell: Cell, lines: int) -> bool:
        """Whether a cell can have more than so many lines, told without counting them.

        A text that is shorter than the room is not broken. Of one that is, a line and the one after it are together
        longer than the room, or the second would have found room in the first: it has at most twice the lines that it
        would fill unbroken, and one.
        """
        text, room = cell.text, self._rooms[index]
        ends = text.count("\n")
        return (len(text) >= room or ends > 0) and 2 * len(text) > (lines - 1 - ends) * room

    def _lines(self, index: int, cell: Cell) -> int:
        room = self._rooms[index] if cell.columns == 1 else self._room(index, cell.columns)
        return sum([line_count(line, room) for line in cell.text.split("\n")])

    def _room(self, index: int, columns: int) -> float:
        """Characters that stand side by side in a cell over so many columns."""
        return (sum(self._widths[index : index + columns]) - self._padding) / self._character
