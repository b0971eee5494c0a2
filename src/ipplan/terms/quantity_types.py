"""What a quantity means: comparator, value or range, unit, growth, rhythm."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
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
    PERIOD_ON_PERIOD = "period-on-period"


@dataclass(frozen=True, slots=True)
class Base:
    """What a quantity is measured from: 比2020年增长20%, 由2020年的5件提高到10件, 从60%提高到75%.

    `year` is None when none is said; `period` then says what is (“十三五”末, 目前, 基期), as written, or is "".
    `value` and its `unit` are given when the words give the figure at the start.
    """

    year: int | None = None
    value: Decimal | None = None
    unit: str = ""
    period: str = ""


_WHOLES: Final[Mapping[str, int]] = MappingProxyType({"%": 100, "‰": 1000, "成": 10})


@dataclass(frozen=True, slots=True)
class Amount:
    """The meaning of a quantity.

    `low` and `high` are the figures in single units (30万人 is 300000), in the order written, and equal unless a
    range is given. `unit` is the measure word as written, without 万 or 亿, "%" for shares, "" when none is given;
    `scale` is the power of ten that was written out (10000 for 万), 1 when none. `growth` is None for a level;
    `falling` says that the change goes down. `per` is the rhythm (每月 in 每月不少于1期), None when the figure stands
    for the whole. `each`: per member (各设一所). `aim`: softened by 力争, 争取, 原则上. `total`: a sum reached, not an
    addition (总数达到110家). `base` is what it is measured from. `parts` is the denominator of a fraction: 三分之二
    is 2 of 3 parts without a unit. `coverage`: said as 全覆盖, which is read as 100 %. A rate joins its base to the
    unit: 每万人口15件 and 15件/万人 both have the unit 件/万人, 人均30平方米 has 平方米/人.
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
    base: Base | None = None
    parts: int = 1
    coverage: bool = False

    @property
    def share(self) -> Decimal | None:
        """The figure as a part of one: 75%, 3/4 and 三成 can be compared; None for anything that is no share."""
        whole = _WHOLES.get(self.unit) if self.parts == 1 else self.parts
        return None if whole is None or self.is_range else self.low / whole

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

    `aim` also covers a 力争 or 原则上 that stands earlier in the same clause, outside the quantity's own words.
    """

    start: int
    end: int
    quantity: Quantity
    aim: bool = False
