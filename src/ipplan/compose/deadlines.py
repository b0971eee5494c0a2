"""The days of a schedule: single deadlines, and every time of what recurs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan.ledger import Deadline
from ipplan.model.timing import OWN_PERIOD
from ipplan.terms.schedule import Schedule, parse_schedule
from ipplan.terms.schedule_types import Aimed, Labelled, NamedPeriod, On, PeriodEdge, Recurring, Several

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipplan.model.timing import Timing
    from ipplan.terms.partial_date import Interval
    from ipplan.terms.schedule_types import Meaning


def deadlines(schedule: Schedule | None, timing: Timing) -> tuple[Deadline, ...]:
    """The deadlines of a schedule that are told in days, in its order; what recurs is left to `times`."""
    if schedule is None or schedule.meaning is None:
        return ()
    return tuple(_deadlines(schedule.meaning, "", timing))


def _deadlines(meaning: Meaning, label: str, timing: Timing) -> Iterator[Deadline]:
    match meaning:
        case Several():
            for part in meaning.parts:
                yield from _deadlines(part, label, timing)
        case Labelled():
            yield from _deadlines(meaning.meaning, meaning.label, timing)
        case Aimed():
            yield from _deadlines(meaning.meaning, label, timing)
        case _:
            days = timing.resolve(Schedule("", meaning))
            if days is not None and days.end is not None:
                yield Deadline(days.end, None if _loose(meaning) else days.start, label)


def _loose(meaning: Meaning) -> bool:
    """Whether a date is a month or more, inside which nothing says on which days: it is due by its end."""
    return isinstance(meaning, On) and meaning.date.day is None


def times(schedule: Schedule | None, target: str, timing: Timing) -> tuple[date, ...]:
    """Every day on which what recurs is due while the plan runs, in order.

    A schedule may recur (每月25日前), and so may the words of a target by themselves (每半年开展一次督查), inside the
    days of its schedule.
    """
    if schedule is not None and schedule.meaning is not None and (own := _recurring(schedule.meaning)):
        return _times(own, _frame(own[0], timing))
    words = parse_schedule(target).meaning if target.startswith("每") else None
    rhythm = _recurring(words) if words is not None else []
    frame = (timing.resolve(schedule) if schedule is not None else None) or _frame(None, timing)
    return _times(rhythm, frame) if rhythm else ()


def _recurring(meaning: Meaning) -> list[Recurring]:
    match meaning:
        case Recurring():
            return [meaning]
        case Several():
            return [one for part in meaning.parts for one in _recurring(part)]
        case Labelled() | Aimed():
            return _recurring(meaning.meaning)
        case _:
            return []


def _frame(recurring: Recurring | None, timing: Timing) -> Interval | None:
    """The days in which something recurs: those its words name, else the plan's period, else the plan's year."""
    if recurring is not None and isinstance(recurring.within, NamedPeriod):
        return timing.resolve(Schedule("", replace(recurring.within, edge=PeriodEdge.WITHIN)))
    return timing.periods.get(OWN_PERIOD) or timing.whole_year


def _times(recurring: list[Recurring], frame: Interval | None) -> tuple[date, ...]:
    """The times inside the frame; the last one is due when the frame ends."""
    if frame is None or frame.end is None:
        return ()
    first = frame.start or frame.end.replace(month=1, day=1)
    found = {
        min(one.end, frame.end)
        for meaning in recurring
        for year in range(first.year, frame.end.year + 1)
        for one in Schedule("", meaning).occurrences(year)
        if one.end is not None and one.end >= first and (one.start or one.end) <= frame.end
    }
    return tuple(sorted(found))
