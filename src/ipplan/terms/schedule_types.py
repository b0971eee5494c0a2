"""What a schedule means: a date, a deadline, a window, a named period, a standing or a recurring task."""

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.partial_date import SOME_LEAP_YEAR, PartialDate
from ipplan.terms.quantity_types import Quantity

NOT_UNDERSTOOD: Final = "not-understood"
"""Problem code: the words are no schedule that the grammar knows."""

IMPOSSIBLE_DATE: Final = "impossible-date"
"""Problem code: a date of the schedule does not exist (2月30日); the meaning is kept."""


class DateEdge(Enum):
    """Which side of a date is the deadline: its last day, or the time before it; the value is a stable name."""

    END = "end"
    BEFORE = "before"


class PeriodEdge(Enum):
    """Where in relation to a named period; the value is a stable name."""

    WITHIN = "within"
    START = "start"
    END = "end"
    BEFORE = "before"
    AFTER = "after"
    AROUND = "around"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class On:
    """At a date, as precise as its words: 2008年9月, 4月20日, 2023年."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class By:
    """No later than a date: 2009年底, 10月20日前. A day named with 前 is itself still in time."""

    date: PartialDate
    edge: DateEdge

    @property
    def ambiguous(self) -> bool:
        """Whether it can be read as before the period or by its end: 6月前, 2010年前."""
        return self.edge is DateEdge.BEFORE and self.date.day is None


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day of `start` to the last day of `end`; what `end` leaves out is taken over from `start`."""

    start: PartialDate
    end: PartialDate

    def runs_backwards(self, year: int | None) -> bool:
        """Whether it ends before it begins in the plan's `year`; without any year, a leap year stands in."""
        assumed = SOME_LEAP_YEAR if year is None else year
        first, last = self.start.interval(assumed), self.end.interval(assumed)
        return bool(first and last and first.start and last.end and last.end < first.start)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """In relation to a period that has a name in the plan: 试点期内, 宣传周前后.

    `name` keeps its quotes; look-alike characters are folded (“4•26” becomes “4·26”) and blanks dropped.
    """

    name: str
    edge: PeriodEdge


@dataclass(frozen=True, slots=True)
class Standing:
    """Without an end: 常设, 长期坚持; `since` is None when no beginning is given."""

    since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Again and again: once in `every` units; both None for 定期 and 不定期, which name no rhythm.

    `at` places it inside each period and `edge` makes that a deadline (每月25日前 is day 25, BEFORE; 每季度末 is an
    empty date, END); None when only the rhythm is given. `times` says how often in each period (至少举办一场), None
    when unsaid. `within` limits it to a named period (活动期间每个月).
    """

    every: int | None
    unit: PeriodUnit | None
    at: PartialDate | None = None
    edge: DateEdge | None = None
    times: Quantity | None = None
    within: NamedPeriod | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Two or more schedules in one, in the order written."""

    parts: tuple["Meaning", ...]


Meaning: TypeAlias = On | By | Window | NamedPeriod | Standing | Recurring | Several
"""What a schedule can mean; a match over it is closed with assert_never."""
