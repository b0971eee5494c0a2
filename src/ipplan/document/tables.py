"""Tables of the Document tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipplan.blanks import Band


class Align(Enum):
    """How the text of a column stands in its cells."""

    LEFT = "left"
    CENTER = "center"
    CORNER = "corner"
    """In the lower right corner, where a form is signed."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, alignment, and width in mm (0.0 until the table has been laid out).

    A column to be filled in has `room` for so many handwritten characters, 0.0 where none is; one that `grows` takes
    what the others leave.
    """

    title: str
    align: Align = Align.LEFT
    width: float = 0.0
    room: float = 0.0
    grows: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs and how many rows and columns it covers.

    `head` marks the title of the rows below it, in a row that it fills. `names` says what the label in a registration
    form belongs to: `row` for what is beside it, `col` for what is below; empty in all other cells.
    """

    paragraphs: tuple[str, ...] = ("",)
    rows: int = 1
    columns: int = 1
    align: Align | None = None
    head: bool = False
    names: str = ""

    @property
    def text(self) -> str:
        """The paragraphs of the cell, one a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row holds one cell per column; None where a cell above or to the left reaches in.

    `blank` marks a form to be filled in by hand; `lines` says how many lines of handwriting each of its rows has room
    for, empty for one each. `grid` is a registration form, of which layout makes columns without titles, and so without
    a header, and rows. `landscape` is decided by layout: True when the columns do not fit an upright page. `heights`
    are those of the rows in pt as they were counted, empty where nobody needed them; `settled` rows are set as high at
    least, since pages were counted on it.
    `bands` are rows of the header above the titles of the columns; where no cell of a band covers a column, its title
    reaches up. `head_rows` puts both together.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    blank: bool = False
    lines: tuple[int, ...] = ()
    grid: tuple[Band, ...] = ()
    landscape: bool = False
    heights: tuple[float, ...] = ()
    settled: bool = False
    bands: tuple[tuple[Cell | None, ...], ...] = ()

    @property
    def head_rows(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The rows of the header: one cell per column, None where a cell above or to the left reaches in."""
        if not self.bands and not any(column.title for column in self.columns):
            return ()
        rows = [list(band) for band in self.bands] + [[None] * len(self.columns)]
        for index, column in enumerate(self.columns):
            top = len(self.bands)
            while top and not self._is_covered(top - 1, index):
                top -= 1
            lines = tuple(column.title.split("\n"))
            rows[top][index] = Cell(lines, rows=len(rows) - top, align=Align.CENTER, head=True)
        return tuple(map(tuple, rows))

    def _is_covered(self, row: int, column: int) -> bool:
        """Whether a cell of the bands stands over a column in a row of the header."""
        return any(
            cell is not None and above + cell.rows > row and start <= column < start + cell.columns
            for above, band in enumerate(self.bands[: row + 1])
            for start, cell in enumerate(band)
        )

    @property
    def width(self) -> float:
        """The width of all columns in mm, 0.0 before layout."""
        return sum(column.width for column in self.columns)
