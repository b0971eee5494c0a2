"""From the meaning of a schedule to days of the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, assert_never

from ipplan.terms.folding import fold
from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.partial_date import Interval, PartialDate, day_after, day_before
from ipplan.terms.schedule_types import (
    By,
    DateEdge,
    Meaning,
    NamedPeriod,
    On,
    PeriodEdge,
    Recurring,
    Several,
    Standing,
    Window,
)

_NAME_MARKS: Final = str.maketrans("", "", "“”‘’\"'·. ")


def resolve_meaning(meaning: Meaning, year: int | None, periods: Mapping[str, Interval]) -> Interval | None:
    """Return the days that `meaning` covers, or None when it cannot be told (see Schedule.resolve)."""
    match meaning:
        case On():
            return meaning.date.interval(year)
        case By():
            return _by(meaning.date, meaning.edge, year)
        case Window():
            return _window(meaning, year)
        case NamedPeriod():
            return _named(meaning, periods)
        case Standing():
            return _standing(meaning, year)
        case Recurring():
            return None
        case Several():
            return _several(meaning, year, periods)
        case _:
            assert_never(meaning)


def dates_of(meaning: Meaning) -> tuple[PartialDate, ...]:
    """Return every date that the meaning names, in order."""
    match meaning:
        case On() | By():
            return (meaning.date,)
        case Window():
            return (meaning.start, meaning.end)
        case Standing():
            return () if meaning.since is None else (meaning.since,)
        case Recurring():
            return () if meaning.at is None else (meaning.at,)
        case NamedPeriod():
            return ()
        case Several():
            return tuple(date for part in meaning.parts for date in dates_of(part))
        case _:
            assert_never(meaning)


def occurrences(meaning: Recurring, year: int) -> tuple[Interval, ...]:
    """Return the periods of a recurring task in `year`, each ending at its deadline when one is given.

    Periods are counted from January. Empty when no rhythm is named, when it is counted in days or weeks, or when the
    periods do not divide the year evenly. A date that a period lacks (每月31日) leaves that period out.
    """
    step = meaning.unit.months if meaning.unit else None
    length = (step or 0) * (meaning.every or 0)
    if not length or 12 % length:
        return ()
    return tuple(_occurrences(meaning, year, length))


def _occurrences(meaning: Recurring, year: int, length: int) -> Iterator[Interval]:
    for month in range(1, 13, length):
        first = PartialDate(year, month).interval(year)
        last = PartialDate(year, month + length - 1).interval(year)
        end = _deadline(meaning, year, month) if meaning.at and meaning.at != PartialDate() else last
        if first and end:
            yield Interval(end.start if meaning.at and meaning.edge is None else first.start, end.end)


def _deadline(meaning: Recurring, year: int, month: int) -> Interval | None:
    at = meaning.at or PartialDate()
    own = replace(at, month=month) if meaning.unit is PeriodUnit.MONTH else at
    return own.interval(year) if meaning.edge is None else _by(own, meaning.edge, year)


def _by(day: PartialDate, edge: DateEdge, year: int | None) -> Interval | None:
    span = day.interval(year)
    if span is None:
        return None
    if edge is DateEdge.END or day.day is not None:
        return Interval(None, span.end)
    return _until(span.start)


def _until(first: date | None) -> Interval | None:
    """Return everything before the day `first`."""
    last = None if first is None else day_before(first)
    return None if last is None else Interval(None, last)


def _after(last: date | None) -> Interval | None:
    first = None if last is None else day_after(last)
    return None if first is None else Interval(first, None)


def _window(window: Window, year: int | None) -> Interval | None:
    first, last = window.start.interval(year), window.end.interval(year)
    if not first or not last or window.runs_backwards(year):
        return None
    return Interval(first.start, last.end)


def _standing(standing: Standing, year: int | None) -> Interval | None:
    if standing.since is None:
        return Interval(None, None)
    since = standing.since.interval(year)
    return None if since is None else Interval(since.start, None)


def _named(named: NamedPeriod, periods: Mapping[str, Interval]) -> Interval | None:
    period = _look_up(named.name, periods)
    if period is None:
        return None
    match named.edge:
        case PeriodEdge.WITHIN | PeriodEdge.AROUND:
            return period
        case PeriodEdge.START:
            return None if period.start is None else Interval(period.start, period.start)
        case PeriodEdge.END:
            return None if period.end is None else Interval(None, period.end)
        case PeriodEdge.BEFORE:
            return _until(period.start)
        case PeriodEdge.AFTER:
            return _after(period.end)
        case PeriodEdge.DAY:
            return period if period.start == period.end else None
        case _:
            assert_never(named.edge)


def _look_up(name: str, periods: Mapping[str, Interval]) -> Interval | None:
    """Find a period by its name; quotes, the dot in “4·26” and a closing 期 make no difference."""
    if name in periods:
        return periods[name]
    wanted = _key(name)
    return next((period for known, period in periods.items() if _key(known) == wanted), None)


def _key(name: str) -> str:
    return fold(name).translate(_NAME_MARKS).removesuffix("期")


def _several(several: Several, year: int | None, periods: Mapping[str, Interval]) -> Interval | None:
    """Return the span from the first to the last part; open where a part is open."""
    spans = [resolve_meaning(part, year, periods) for part in several.parts]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    starts = [span.start for span in known if span.start is not None]
    ends = [span.end for span in known if span.end is not None]
    start = min(starts) if len(starts) == len(known) else None
    return Interval(start, max(ends) if len(ends) == len(known) else None)
