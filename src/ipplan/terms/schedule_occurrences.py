"""The single times of a recurring task in one year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.partial_date import Interval, PartialDate
from ipplan.terms.schedule_count import count_on
from ipplan.terms.schedule_resolve import Frame, by_edge, resolve_meaning
from ipplan.terms.schedule_types import (
    Aimed,
    Labelled,
    Meaning,
    MonthOfPeriod,
    Recurring,
    Several,
    Standing,
    Weekday,
    Window,
    Within,
)

_WEEK: Final = timedelta(days=7)


def occurrences(meaning: Meaning, year: int) -> tuple[Interval, ...]:
    """Return the periods of a recurring task in `year`, each ending at its deadline when one is given.

    Periods are counted from January. Empty when no rhythm is named, when it is counted in days, weeks without a
    weekday or terms, or when the periods do not divide the year evenly. A date that a period lacks (每月31日) leaves
    that period out. A list (每月5日、20日前) gives the times of all its parts, sorted; other parts give none.
    """
    match meaning:
        case Recurring():
            found = _weekdays(meaning, year) if isinstance(meaning.at, Weekday) else _periods(meaning, year)
            return tuple(one for one in found if _is_inside(one, meaning, year))
        case Several():
            every = {one for part in meaning.parts for one in occurrences(part, year)}
            return tuple(sorted(every, key=lambda one: (one.end or date.max, one.start or date.min)))
        case Labelled() | Aimed():
            return occurrences(meaning.meaning, year)
        case _:
            return ()


def _is_inside(one: Interval, meaning: Recurring, year: int) -> bool:
    """Return whether it falls into `2024年起`, `2024—2026年`; a named period is unknown here and shuts nothing out."""
    if not isinstance(meaning.within, Window | Standing):
        return True
    frame = resolve_meaning(meaning.within, Frame(year))
    if frame is None or one.end is None or one.start is None:
        return False
    return (frame.start is None or one.end >= frame.start) and (frame.end is None or one.start <= frame.end)


def _weekdays(meaning: Recurring, year: int) -> Iterator[Interval]:
    if not isinstance(meaning.at, Weekday) or not date.min.year <= year < date.max.year:
        return
    first = date(year, 1, 1)
    day = first + timedelta(days=(meaning.at.day - first.isoweekday()) % 7)
    while day.year == year:
        yield Interval(day if meaning.edge is None else max(first, day - _WEEK + timedelta(days=1)), day)
        day += _WEEK


def _periods(meaning: Recurring, year: int) -> Iterator[Interval]:
    step = meaning.unit.months if meaning.unit else None
    length = (step or 0) * (meaning.every or 0)
    if not length or 12 % length:
        return
    for month in range(1, 13, length):
        first = PartialDate(year, month).interval(year)
        last = PartialDate(year, month + length - 1).interval(year)
        end = _place(meaning, year, month, length) if meaning.at not in (None, PartialDate()) else last
        if first and end:
            at_once = meaning.at is not None and meaning.edge is None
            yield Interval(end.start if at_once else first.start, end.end)


def _place(meaning: Recurring, year: int, month: int, length: int) -> Interval | None:
    """Return where in the period of `length` months from `month` the task lies."""
    match meaning.at:
        case PartialDate() as at:
            own = replace(at, month=month) if meaning.unit is PeriodUnit.MONTH else at
            return _edged(own, meaning, year)
        case Window() as window if isinstance(window.start, PartialDate):
            return _window(window.start, window.end, meaning, year, month)
        case MonthOfPeriod() as nth:
            return _edged(_month_of(nth, year, month, length), meaning, year)
        case Within() as within if not within.working:
            return _counted(within, year, month + length - 1)
        case _:
            return None


def _edged(day: PartialDate, meaning: Recurring, year: int) -> Interval | None:
    return day.interval(year) if meaning.edge is None else by_edge(day, meaning.edge, year)


def _window(start: PartialDate, end: PartialDate, meaning: Recurring, year: int, month: int) -> Interval | None:
    if meaning.unit is PeriodUnit.MONTH:
        start, end = replace(start, month=month), replace(end, month=month)
    return resolve_meaning(Window(start, end), Frame(year))


def _month_of(nth: MonthOfPeriod, year: int, month: int, length: int) -> PartialDate:
    first = month + length if nth.later else month
    place = first + (nth.month - 1 if nth.month > 0 else length + nth.month)
    return replace(nth.date, year=year + (place - 1) // 12, month=(place - 1) % 12 + 1)


def _counted(within: Within, year: int, month: int) -> Interval | None:
    last = PartialDate(year, month).interval(year)
    day = count_on(last.end, within.count, within.unit) if last and last.end else None
    return None if day is None else Interval(None, day)
