"""What a schedule means: a date, a deadline, a window, a span, a named period, a standing or a recurring task."""

from dataclasses import dataclass
from datetime import time
from enum import Enum
from typing import Final, TypeAlias

from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.partial_date import SOME_LEAP_YEAR, PartialDate
from ipplan.terms.quantity_types import Quantity

NOT_UNDERSTOOD: Final = "not-understood"
"""Problem code: the words are no schedule that the grammar knows."""

IMPOSSIBLE_DATE: Final = "impossible-date"
RUN_TOGETHER: Final = "run-together"
"""Problem code: a date of the schedule does not exist (2月30日); the meaning is kept."""


class Ambiguity(Enum):
    """Why the words leave more than one reading; the value is a stable name.

    BEFORE_PERIOD: 6月前 is by 31 May or by 30 June. ALTERNATIVES: 6月底或7月初. VAGUE: 年初, 月初 have no agreed
    last day.
    """

    BEFORE_PERIOD = "before-period"
    ALTERNATIVES = "alternatives"
    VAGUE = "vague"


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
class Event:
    """A happening that the words do not date: 收到通知, 验收合格, 活动结束.

    `issue` says that it is the issue of the document itself (印发, 即日), whose day is the issue date.
    """

    name: str
    issue: bool = False


@dataclass(frozen=True, slots=True)
class On:
    """At a date, as precise as its words: 2008年9月, 4月20日, 2023年."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class By:
    """No later than a date: 2009年底, 10月20日前. A day named with 前 is itself still in time.

    `clock` is the hour of that day when one is given (10月20日17时前), None for the whole day.
    """

    date: PartialDate
    edge: DateEdge
    clock: time | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether it can be read as before the period or by its end: 6月前, 2010年前."""
        return self.edge is DateEdge.BEFORE and self.date.day is None


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day of `start` to the last day of `end`; what `end` leaves out is taken over from `start`.

    It may begin with an event: 即日起至3月底.
    """

    start: PartialDate | Event
    end: PartialDate

    def runs_backwards(self, year: int | None) -> bool:
        """Whether it ends before it begins in the plan's `year`; without any year, a leap year stands in."""
        if isinstance(self.start, Event):
            return False
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
    """Without an end: 常设, 长期坚持, 自印发之日起施行; `since` is None when no beginning is given."""

    since: PartialDate | Event | None = None


@dataclass(frozen=True, slots=True)
class Immediate:
    """At once, on the issue of the document: 立即, 立行立改. When it must be done is not said."""


@dataclass(frozen=True, slots=True)
class Within:
    """No later than `count` units after something: 3年内, 印发之日起30日内, 收到通知后5个工作日内.

    `working` counts working days only. `after` is the date or event it is counted from; None means the issue date.
    """

    count: int
    unit: PeriodUnit
    working: bool = False
    after: Event | PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday to 7 for Sunday."""

    day: int


@dataclass(frozen=True, slots=True)
class MonthOfPeriod:
    """A month counted inside a period: 首月 is 1, 末月 is -1; `later` counts inside the next period.

    `date` is a day or a third of that month; with nothing in it, the whole month is meant.
    """

    month: int
    date: PartialDate
    later: bool = False


Spot: TypeAlias = PartialDate | Weekday | MonthOfPeriod | Window | NamedPeriod | Within
"""Where inside each period a recurring task lies."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """Again and again: once in `every` units; both None for 定期 and 不定期, which name no rhythm.

    `at` places it inside each period and `edge` makes that a deadline (每月25日前 is day 25, BEFORE; 每季度末 is an
    empty date, END); None when only the rhythm is given. A `Within` counts from the end of each period. `times` says
    how often in each period (至少举办一场), None when unsaid. `within` limits it to a part of the calendar
    (活动期间每个月, 2024年起每年, 2024—2026年每年).
    """

    every: int | None
    unit: PeriodUnit | None
    at: Spot | None = None
    edge: DateEdge | None = None
    times: Quantity | None = None
    within: NamedPeriod | Window | Standing | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A schedule for one case or step, or of one action: 初稿6月底前, 动员部署阶段（3月）, 3月启动, 6月底前完成30%.

    The label is kept as written and not interpreted: the 30% is a target and belongs to the targets.
    """

    label: str
    meaning: "Meaning"


@dataclass(frozen=True, slots=True)
class Aimed:
    """A schedule softened by 力争, 争取, 原则上 or 预计."""

    meaning: "Meaning"


@dataclass(frozen=True, slots=True)
class Either:
    """Two alternatives of which only one will be (6月底或7月初), in the order written."""

    parts: tuple["Meaning", ...]


@dataclass(frozen=True, slots=True)
class Several:
    """Two or more schedules in one, in the order written."""

    parts: tuple["Meaning", ...]


Meaning: TypeAlias = (
    On | By | Window | NamedPeriod | Standing | Immediate | Within | Recurring | Labelled | Aimed | Either | Several
)
"""What a schedule can mean; a match over it is closed with assert_never."""
