"""From the meaning of a schedule to days of the calendar."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, assert_never

from ipplan.terms.folding import fold
from ipplan.terms.partial_date import Interval, PartialDate, day_after, day_before
from ipplan.terms.schedule_count import count_on
from ipplan.terms.schedule_types import (
    Aimed,
    By,
    DateEdge,
    Either,
    Event,
    Immediate,
    Labelled,
    Meaning,
    NamedPeriod,
    On,
    PeriodEdge,
    Recurring,
    Several,
    Standing,
    Window,
    Within,
)

_NAME_MARKS: Final = str.maketrans("", "", "“”‘’\"'·. ")
_ENDED: Final = ("结束", "完成", "闭幕", "届满", "期满")
_BEGUN: Final = ("开始", "启动", "开幕")
_NO_PERIODS: Final[Mapping[str, Interval]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a schedule is resolved against: the plan's year, its named periods and the day it is issued.

    `lenient` asks for the latest reading where the words leave two; otherwise the strictest is taken.
    """

    year: int | None = None
    periods: Mapping[str, Interval] = field(default_factory=lambda: _NO_PERIODS)
    issued: date | None = None
    lenient: bool = False


def resolve_meaning(meaning: Meaning, frame: Frame) -> Interval | None:
    """Return the days that `meaning` covers, or None when it cannot be told (see Schedule.resolve)."""
    match meaning:
        case On():
            return meaning.date.interval(frame.year)
        case By():
            return by_edge(meaning.date, meaning.edge, frame.year, lenient=frame.lenient)
        case Window():
            return _window(meaning, frame)
        case NamedPeriod():
            return _named(meaning, frame)
        case Standing():
            return _from(_start(meaning.since, frame)) if meaning.since else Interval(None, None)
        case Immediate():
            return _from(frame.issued)
        case Within():
            return _within(meaning, frame)
        case Recurring():
            return None
        case Labelled() | Aimed():
            return resolve_meaning(meaning.meaning, frame)
        case Either():
            return _either(meaning, frame)
        case Several():
            return _several(meaning, frame)
        case _:
            assert_never(meaning)


def by_edge(day: PartialDate, edge: DateEdge, year: int | None, *, lenient: bool = False) -> Interval | None:
    """Return the time up to the deadline; 6月前 ends on 31 May, or on 30 June when `lenient`."""
    span = day.interval(year)
    if span is None:
        return None
    if edge is DateEdge.END or day.day is not None or lenient:
        return Interval(None, span.end)
    return _until(span.start)


def _until(first: date | None) -> Interval | None:
    """Return everything before the day `first`."""
    last = None if first is None else day_before(first)
    return None if last is None else Interval(None, last)


def _after(last: date | None) -> Interval | None:
    return _from(None if last is None else day_after(last))


def _from(first: date | None) -> Interval | None:
    return None if first is None else Interval(first, None)


def _start(since: PartialDate | Event, frame: Frame) -> date | None:
    """Return the first day of a date, or the day of an event."""
    if isinstance(since, Event):
        return _day_of(since, frame)
    span = since.interval(frame.year)
    return None if span is None else span.start


def _day_of(event: Event, frame: Frame) -> date | None:
    """Return the issue date, or an end of the plan's period that the event names (活动结束)."""
    if event.issue:
        return frame.issued
    for endings, end in ((_ENDED, True), (_BEGUN, False), (("",), True)):
        for ending in endings:
            period = _look_up(event.name.removesuffix(ending), frame) if event.name.endswith(ending) else None
            if period is not None:
                return period.end if end else period.start
    return None


def _window(window: Window, frame: Frame) -> Interval | None:
    first, last = _start(window.start, frame), window.end.interval(frame.year)
    if first is None or last is None or last.end is None or last.end < first:
        return None
    return Interval(first, last.end)


def _within(within: Within, frame: Frame) -> Interval | None:
    """Count from the day after (民法典 201), to the same day of a later month (202); working days need a calendar."""
    first = frame.issued if within.after is None else _start(within.after, frame)
    if first is None or within.working:
        return None
    last = count_on(first, within.count, within.unit)
    return None if last is None else Interval(first, last)


def _named(named: NamedPeriod, frame: Frame) -> Interval | None:
    period = _look_up(named.name, frame)
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


def _look_up(name: str, frame: Frame) -> Interval | None:
    """Find a period by its name; quotes, the dot in “4·26”, a closing 期 and the plan's own year make no difference."""
    if name in frame.periods:
        return frame.periods[name]
    wanted = {_key(name), _key(name.removeprefix(f"{frame.year}年"))} - {""}
    return next((period for known, period in frame.periods.items() if _key(known) in wanted), None)


def _key(name: str) -> str:
    return fold(name).translate(_NAME_MARKS).removesuffix("期")


def _either(either: Either, frame: Frame) -> Interval | None:
    """Return the alternative that ends first, or last when lenient; None unless each can be told."""
    spans = _all_resolved(either.parts, frame)
    if spans is None:
        return None
    pick: Callable[..., Interval] = max if frame.lenient else min
    return pick(spans, key=lambda span: span.end or date.max)


def _several(several: Several, frame: Frame) -> Interval | None:
    """Return the span from the first to the last part; open where a part is open."""
    known = _all_resolved(several.parts, frame)
    if known is None:
        return None
    starts = [span.start for span in known if span.start is not None]
    ends = [span.end for span in known if span.end is not None]
    start = min(starts) if len(starts) == len(known) else None
    return Interval(start, max(ends) if len(ends) == len(known) else None)


def _all_resolved(parts: Iterable[Meaning], frame: Frame) -> list[Interval] | None:
    spans = [resolve_meaning(part, frame) for part in parts]
    known = [span for span in spans if span is not None]
    return known if len(known) == len(spans) else None
