"""What a quantity means: comparator, value or range, unit, growth, rhythm."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from ipplan.terms.frequency import Every

NOT_UNDERSTOOD: Final = "not-understood"
"""Problem code: the words are no quantity that the grammar knows."""

DOUBLE_COMPARATOR: Final = "double-comparator"
"""Problem code: two words say the same bound (不少于5件以上); the meaning is kept."""

CONFLICTING_COMPARATORS: Final = "conflicting-comparators"
"""Problem code: two words contradict each other (不少于5件左右); there is no meaning."""


class Comparator(Enum):
    """How the true figure relates to the one written; the value is a stable name."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    ABOUT = "about"


class Growth(Enum):
    """What a change is measured against; the value is a stable name."""

    ANNUAL_AVERAGE = "annual-average"
    YEAR_ON_YEAR = "year-on-year"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Amount:
    """The meaning of a quantity.

    `low` and `high` are the figures in single units (30万人 is 300000), in the order written, and equal unless a
    range is given. `unit` is the measure word as written, without 万 or 亿, "%" for shares, "" when none is given;
    `scale` is the power of ten that was written out (10000 for 万), 1 when none. `growth` is None for a level;
    `falling` says that the change goes down. `per` is the rhythm (每月 in 每月不少于1期), None when the figure stands
    for the whole. `each`: per member (各设一所). `aim`: softened by 力争. `total`: a sum reached, not an addition
    (总数达到110家).
    """

    comparator: Comparator
    low: Decimal
    high: Decimal
    unit: str
    scale: int = 1
    growth: Growth | None = None
    falling: bool = False
    per: Every | None = None
    each: bool = False
    aim: bool = False
    total: bool = False

    @property
    def is_range(self) -> bool:
        """Whether two different figures are given."""
        return self.low != self.high

    @property
    def descending(self) -> bool:
        """Whether the range runs backwards, as in 800～100名."""
        return self.high < self.low


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: its words exactly as written, and its meaning, None when there is none to be had.

    `problem` is None or a stable code: "not-understood", "double-comparator", "conflicting-comparators".
    """

    words: str
    meaning: Amount | None
    problem: str | None = None

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity in running text: offsets in characters from 0 (end excluded).

    `aim` also covers a 力争 that stands earlier in the same clause, outside the quantity's own words.
    """

    start: int
    end: int
    quantity: Quantity
    aim: bool = False
