"""Blank forms: what is asked, how it is answered, and how much room the answer gets.

Papers and workbooks show the same forms, so these values know neither of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ipplan.widths import spaced_width


class Kind(Enum):
    """What is filled in; the values are the words of the plan file."""

    TEXT = "文字"
    DATE = "日期"
    WHOLE = "整数"
    NUMBER = "数"
    CHOICE = "选项"


DATE_ROOM = "　　　年　　月　　日"
"""Where a day is written by hand."""
NARROW_DATE_ROOM = "年　月　日"
"""The same in a cell that has no room for more."""
BOX = "□"
"""What is ticked before a choice."""
_ROOM = {Kind.TEXT: 4.0, Kind.DATE: 4.5, Kind.WHOLE: 2.5, Kind.NUMBER: 3.0, Kind.CHOICE: 3.0}
"""Handwritten characters that an answer of each kind gets at least; digits are half as wide."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to be filled in: a column or a cell of a form, or an item on the lines above and below it.

    `unit` is that of the figure, empty without one. `width` is the room in handwritten characters that the plan asks
    for, 0.0 where its kind decides. `lines` are the lines of handwriting a cell has room for. `sign` says what is
    printed where the cell is signed (（盖章）), with the day below it; empty where it is not.
    """

    title: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    choices: tuple[str, ...] = ()
    width: float = 0.0
    lines: int = 1
    sign: str = ""

    @property
    def label(self) -> str:
        """The title with its unit in brackets."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title

    @property
    def room(self) -> float:
        """Handwritten characters that the answer has room for in one line."""
        return self.width or max(_ROOM[self.kind], *map(spaced_width, self.choices or ("",)))

    @property
    def inside(self) -> tuple[str, ...]:
        """What is printed where the answer goes: choices to tick, a day to fill in, a place to sign."""
        if self.sign:
            return (self.sign, DATE_ROOM)
        if self.kind is Kind.DATE:
            return (DATE_ROOM,)
        return ("　".join(BOX + choice for choice in self.choices),)

    @property
    def line(self) -> str:
        """How it reads on a line above or below the form."""
        return f"{self.label}：{self.inside[0]}"


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a registration form that belong together.

    Each blank has its label beside it, unless `copies` says that `rows` is one row of labels with so many empty rows
    below. `label` stands beside all rows of the band, empty where there is none.
    """

    rows: tuple[tuple[Blank, ...], ...]
    label: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form that units fill in and send back, called by the `title` of its paper.

    It is a table of `columns` with `rows` to fill in, or a registration form of `bands`; the other is empty. `unit` is
    that of all figures. `above` and `below` are filled in on lines outside of the table.
    """

    title: str
    columns: tuple[Blank, ...] = ()
    bands: tuple[Band, ...] = ()
    rows: int = 0
    numbered: bool = False
    unit: str = ""
    above: tuple[Blank, ...] = ()
    below: tuple[Blank, ...] = ()
    notes: tuple[str, ...] = ()
