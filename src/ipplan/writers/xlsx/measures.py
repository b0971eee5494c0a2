"""How wide the columns of a ledger are, and how high its rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ipplan.ledger_table import CHAPTER, DUE, END, NUMBER, PROGRESS, START, STATUS
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from ipplan.ledger_table import LedgerColumn

_PITCH = 14.0
"""Points from line to line in cells."""
_MOST_HIGH = 409.0
"""Points: the highest row that Excel knows."""
_LEAST = {NUMBER: 3.0, CHAPTER: 8.0, START: 6.0, END: 6.0, STATUS: 5.0, PROGRESS: 14.0, DUE: 6.0}
"""Characters of columns whose width is settled; that of the deadline may grow."""
_READABLE = 8.0
"""Characters that any other column gets at least, if it has as many."""
_MOST_WIDE = 40.0
"""Characters of a column at most: longer lines are hard to read."""
_ROOM = 104.0
"""Characters side by side on a page: more would be printed smaller than 7 points."""
_AROUND = 6.0
"""Points that a row has beside its text."""


def column_widths(columns: list[LedgerColumn]) -> list[float]:
    """The width of each column in characters: what its texts need, and where that is too much for a page, a share."""
    usual = [_usual(column) for column in columns]
    least = [_least(column, width) for column, width in zip(columns, usual, strict=True)]
    wanted = [max(few, min(width, _MOST_WIDE)) for few, width in zip(least, usual, strict=True)]
    more = sum(wanted) - sum(least)
    share = min(1.0, max(0.0, _ROOM - sum(least)) / more) if more else 0.0
    return [few + (many - few) * share for few, many in zip(least, wanted, strict=True)]


def _least(column: LedgerColumn, usual: float) -> float:
    fixed = _LEAST.get(column.title)
    return fixed if fixed is not None else max(spaced_width(column.title), min(usual, _READABLE))


def _usual(column: LedgerColumn) -> float:
    """The width of the usual text of a column; a long one counts for more."""
    if column.title in _LEAST and column.title != DUE:
        return _LEAST[column.title]
    squares = [spaced_width(line) ** 2 for value in column.values for line in _lines(value)]
    return (sum(squares) / len(squares)) ** 0.5 if squares else 0.0


def _lines(value: object) -> list[str]:
    return value.split("\n") if isinstance(value, str) else []


def row_heights(columns: list[LedgerColumn], widths: list[float]) -> list[float]:
    """The height of each row in points: room for its own cells, and for its part of the merged ones."""
    heights = [_PITCH] * len(columns[0].values)
    merged = []
    for column, width in zip(columns, widths, strict=True):
        own = [_height(value, width) for value in column.values]
        for first, length in column.merged():
            merged.append((first, length, own[first]))
            own[first : first + length] = [0.0] * length
        heights = list(map(max, heights, own))
    for first, length, needed in merged:
        missing = needed - sum(heights[first : first + length])
        if missing > 0:
            for row in range(first, first + length):
                heights[row] += missing / length
    return [min(height, _MOST_HIGH) for height in heights]


def _height(value: object, width: float) -> float:
    """The height of a cell in points; no text is wider than as many Chinese characters."""
    lines = sum([1 if len(line) <= width else math.ceil(spaced_width(line) / width) for line in _lines(value)])
    return max(1, lines) * _PITCH + _AROUND
