"""A registration form (登记表) as a table: labels and the cells beside them on one lattice over the width of the page.

Each row is cut where its own labels and cells begin; the columns of the table are what all cuts together leave. So rows
of two and of three pairs stand in one table, and word processors, browsers and Excel get nothing but spans.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.blanks import DATE_ROOM, NARROW_DATE_ROOM, Band, Blank, Kind
from ipplan.document import Align, Cell, Column, Table
from ipplan.transforms.titles import head_lines
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipplan.stylesheet import Stylesheet

_LABEL = 4.0
"""Characters of a label on one line; a longer one is broken."""
_GROUP = 3.0
"""Characters of a line of a label that stands beside several rows."""
_LEAST = 14.0
"""Millimetres of a cell to be written in, before which labels are broken more often."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of the form: from `left` to `right` in mm, over `rows` rows; one that is filled in has a `blank`.

    `texts` are printed in it. `group` is the label beside the rows it stands in, empty where there is none; `names` is
    as in `Cell`.
    """

    left: float
    right: float
    texts: tuple[str, ...] = ("",)
    blank: Blank | None = None
    rows: int = 1
    names: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Widths in mm: of the form, of the labels of groups, of a label, and of a cell beside it."""

    whole: float
    group: float
    label: float
    answer: float

    def left(self, slot: int) -> float:
        """Where the label of a slot begins; that of the first covers the labels of groups."""
        return self.group * bool(slot) + slot * (self.label + self.answer)

    def answer_left(self, slot: int) -> float:
        """Where the cell beside the label begins."""
        return self.group + slot * (self.label + self.answer) + self.label


def grid_table(table: Table, protected: Sequence[str], sheet: Stylesheet) -> Table:
    """The table of a registration form, as wide as the page."""
    rows = grid_rows(table.grid, sheet)
    cuts = edges(rows)
    columns = tuple(Column("", width=round(right - left, 2)) for left, right in pairwise(cuts))
    cells = [[_cell(piece, cuts, protected, sheet) for piece in row] for row in rows]
    placed = tuple(_placed(row, pieces, cuts) for row, pieces in zip(cells, rows, strict=True))
    lines = tuple(max((piece.blank.lines for piece in row if piece.blank), default=1) for row in rows)
    return replace(table, columns=columns, rows=placed, lines=lines)


def grid_rows(bands: Iterable[Band], sheet: Stylesheet) -> list[list[Piece]]:
    """The pieces that begin in each row, from left to right."""
    bands = tuple(bands)
    lattice = _lattice(bands, sheet)
    slots = _slots(bands)
    rows: list[list[Piece]] = []
    for band in bands:
        pairs = (_pairs(row, band, lattice, slots) for row in band.rows)
        found = [*(_table_rows(band, lattice) if band.copies else pairs)]
        if band.label:
            found[0].insert(0, Piece(0.0, lattice.group, (band.label,), rows=len(found), names="row"))
        rows += found
    return rows


def edges(rows: Iterable[Iterable[Piece]]) -> list[float]:
    """Where columns begin and end, in mm; what differs by less than can be seen is one edge."""
    found = {round(edge, 1) for row in rows for piece in row for edge in (piece.left, piece.right)}
    return sorted(found)


def span(piece: Piece, cuts: Sequence[float]) -> tuple[int, int]:
    """The first column of a piece (0-based) and how many it covers."""
    first, last = (bisect_left(cuts, round(edge, 1)) for edge in (piece.left, piece.right))
    return first, last - first


def _slots(bands: Iterable[Band]) -> int:
    """How many pairs of label and cell stand side by side in the fullest row."""
    return max((len(row) for band in bands if not band.copies for row in band.rows), default=1)


def _lattice(bands: Sequence[Band], sheet: Stylesheet) -> _Lattice:
    size, padding = sheet.length("table.size").mm, 2 * sheet.length("table.padding").mm
    whole, slots = sheet.length("page.text_width").mm, _slots(bands)
    group = (_GROUP + 0.2) * size + padding if any(band.label for band in bands) else 0.0
    labels = [blank.label for band in bands if not band.copies for row in band.rows for blank in row]
    longest = max([_LABEL, *map(_line_of_label, labels)])
    pair = (whole - group) / slots
    label = min((longest + 0.2) * size + padding, pair - _LEAST)
    return _Lattice(whole, group, label, pair - label)


def _line_of_label(label: str) -> float:
    """Characters of a line of a label, which is broken unless it is hardly too long."""
    width = spaced_width(label)
    return width if width <= _LABEL + 1 else min(width / 2, _LABEL + 1)


def _pairs(row: Sequence[Blank], band: Band, lattice: _Lattice, slots: int) -> list[Piece]:
    """Labels with their cells; what is left of the slots goes to the widest, the last of several."""
    widest = max(range(len(row)), key=lambda place: (row[place].width, place))
    pieces: list[Piece] = []
    slot = 0
    for place, blank in enumerate(row):
        left = lattice.group if band.label and not slot else lattice.left(slot)
        middle = lattice.answer_left(slot)
        slot += 1 + (slots - len(row) if place == widest else 0)
        right = lattice.left(slot) if slot < slots else lattice.whole
        pieces.append(Piece(left, middle, (blank.label,), names="row"))
        pieces.append(Piece(middle, right, blank.inside, blank, group=band.label))
    return pieces


def _table_rows(band: Band, lattice: _Lattice) -> Iterator[list[Piece]]:
    """The labels of a small table, and its empty rows; text takes what the other columns leave."""
    (blanks,) = band.rows
    needs = [max(blank.room * (2 if blank.kind is Kind.TEXT else 1), spaced_width(blank.label)) for blank in blanks]
    scale = (lattice.whole - lattice.group) / sum(needs)
    cuts = [lattice.group]
    for need in needs:
        cuts.append(cuts[-1] + need * scale)
    cuts[-1] = lattice.whole
    sides = list(pairwise(cuts))
    yield [Piece(*side, (blank.label,), names="col") for side, blank in zip(sides, blanks, strict=True)]
    for _ in range(band.copies):
        yield [Piece(*side, blank=blank, group=band.label) for side, blank in zip(sides, blanks, strict=True)]


def _cell(piece: Piece, cuts: Sequence[float], protected: Sequence[str], sheet: Stylesheet) -> Cell:
    _, columns = span(piece, cuts)
    room = (piece.right - piece.left - 2 * sheet.length("table.padding").mm) / sheet.length("table.size").mm
    if piece.blank is None:
        lines = head_lines(piece.texts[0], protected, max(1, int(room)))
        return Cell(lines, piece.rows, columns, Align.CENTER, names=piece.names)
    if piece.texts == (DATE_ROOM,):
        return Cell((_day(room),), columns=columns, align=Align.CENTER)
    return Cell(piece.texts, columns=columns, align=Align.CORNER if piece.blank.sign else Align.LEFT)


def _day(room: float) -> str:
    """Where a day is written in a cell of so many characters; nothing where it would be broken."""
    return next((words for words in (DATE_ROOM, NARROW_DATE_ROOM) if spaced_width(words) <= room), "")


def _placed(cells: Sequence[Cell], pieces: Sequence[Piece], cuts: Sequence[float]) -> tuple[Cell | None, ...]:
    row: list[Cell | None] = [None] * (len(cuts) - 1)
    for cell, piece in zip(cells, pieces, strict=True):
        row[span(piece, cuts)[0]] = cell
    return tuple(row)
