"""When things are due: schedules of a plan resolved to days.

The plan's year is that of its period, of its title (2026年…), or of the notice's date, whichever is told first. A plan
of several years (2026—2028年) has none, since 6月底前 may be in any of them. Named periods are those of `plan.periods`;
the plan's own period answers to 活动, 计划 and 规划 as well.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipplan.model.fields import OPEN
from ipplan.patterns import lazy_pattern
from ipplan.terms.partial_date import Interval

if TYPE_CHECKING:
    from ipplan.model.plan import PlanFile
    from ipplan.terms.schedule import Schedule

_YEAR = lazy_pattern("((?:19|20)[0-9]{2})年")
_YEARS = lazy_pattern(
    "((?:19|20)[0-9]{2})年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[—－–～~至到-]{1,2}((?:19|20)[0-9]{2})年"
)
"""A stretch that names the year in which it begins and the one in which it ends."""
OWN_PERIOD = "计划"
"""The name by which a plan's own period is found among its periods."""
_OWN_NAMES = ("活动", OWN_PERIOD, "规划")


@dataclass(frozen=True, slots=True)
class Timing:
    """What the schedules of a plan are resolved against: its year, its named periods, the day it is issued."""

    year: int | None
    issued: datetime.date | None = None
    periods: dict[str, Interval] = field(default_factory=dict)
    _resolved: dict[str, Interval | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def whole_year(self) -> Interval | None:
        """The plan's year from its first to its last day; None when it has none."""
        if self.year is None:
            return None
        return Interval(datetime.date(self.year, 1, 1), datetime.date(self.year, 12, 31))

    def resolve(self, schedule: Schedule) -> Interval | None:
        """The days a schedule covers; None when they cannot be told. Of two readings the stricter one."""
        words = schedule.words
        if not words:  # made by the program out of a part of another
            return schedule.resolve(self.year, self.periods, self.issued)
        if words not in self._resolved:
            self._resolved[words] = schedule.resolve(self.year, self.periods, self.issued)
        return self._resolved[words]

    def readings(self, schedule: Schedule) -> tuple[Interval, ...]:
        """The strictest reading of a schedule and, where its words leave another, the most lenient."""
        return schedule.readings(self.year, self.periods, self.issued)


def timing(plan_file: PlanFile) -> Timing:
    """What holds for the schedules of a plan file."""
    year, issued, plan = _year(plan_file), _issued(plan_file), plan_file.plan
    if plan is None:
        return Timing(year, issued)
    written = dict.fromkeys(_OWN_NAMES, plan.period) if plan.period is not None else {}
    known: dict[str, Interval] = {}
    for name, schedule in {**written, **plan.periods}.items():
        interval = schedule.resolve(year, known, issued)
        if interval is not None:
            known[name] = interval
    return Timing(year, issued, known)


def _issued(plan_file: PlanFile) -> datetime.date | None:
    notice = plan_file.notice
    return notice.date if notice is not None and notice.date is not OPEN else None


def _year(plan_file: PlanFile) -> int | None:
    plan, issued = plan_file.plan, _issued(plan_file)
    for words in (str(plan.period or ""), plan.title) if plan is not None else ():
        if (stretch := _YEARS.search(words)) is not None and stretch[1] != stretch[2]:
            return None
        if (found := _YEAR.search(words)) is not None:
            return int(found[1])
    return issued.year if issued is not None else None
