"""Days that recur as rules of a calendar.

A rule is only made where it gives exactly the days; what is left over becomes single events, because calendars
differ in what they make of additional dates (RDATE).

Source: RFC 5545 §3.3.10
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

Rule: TypeAlias = "dict[str, str | int | date]"
"""The parts of an RRULE by name."""


def series(days: Sequence[date]) -> Iterator[tuple[date, Rule | None]]:
    """The first day of each series among sorted days, with the rule that gives the others; None for a single day."""
    if not days:
        return
    whole = _rule(days)
    if whole is not None:
        yield days[0], whole
    elif len(days) > 2 and (before := _rule(days[:-1])) is not None:
        # The last time of a rhythm ends with the plan, on another day than the others.
        yield days[0], before
        yield days[-1], None
    else:
        yield from _by_day_of_month(days)


def _by_day_of_month(days: Sequence[date]) -> Iterator[tuple[date, Rule | None]]:
    """每月5日、20日前 is two series."""
    found: defaultdict[int, list[date]] = defaultdict(list)
    for day in days:
        found[day.day].append(day)
    for same in found.values():
        rule = _rule(same)
        if rule is not None:
            yield same[0], rule
        else:
            yield from ((day, None) for day in same)


def _rule(days: Sequence[date]) -> Rule | None:
    """The rule that gives exactly these days; None where there is none."""
    if len(days) < 2:
        return None
    return _weekly(days) or _monthly(days)


def _weekly(days: Sequence[date]) -> Rule | None:
    step = _step([day.toordinal() for day in days])
    if step is None or step % 7:
        return None
    return {"FREQ": "WEEKLY", "INTERVAL": step // 7, "UNTIL": days[-1]}


def _monthly(days: Sequence[date]) -> Rule | None:
    step = _step([12 * day.year + day.month for day in days])
    same = len({day.day for day in days}) == 1
    if not step or not (same or all(map(_ends_month, days))):
        return None
    rule: Rule = {"BYMONTHDAY": days[0].day if same else -1, "UNTIL": days[-1]}
    if step % 12:
        return {"FREQ": "MONTHLY", "INTERVAL": step, **rule}
    return {"FREQ": "YEARLY", "INTERVAL": step // 12, "BYMONTH": days[0].month, **rule}


def _step(places: Sequence[int]) -> int | None:
    """The distance from each to the next; None where it is not always the same."""
    steps = {after - before for before, after in pairwise(places)}
    return steps.pop() if len(steps) == 1 else None


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).month != day.month
