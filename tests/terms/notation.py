"""Meanings on one line, for the corpus of expressions: `by end 2024-06`, `>= 15 件/万人 from 5 in 2020`."""

from typing import assert_never

from ipplan.terms.frequency import Every
from ipplan.terms.partial_date import PartialDate
from ipplan.terms.quantity_types import Amount, Base, Comparator, Growth
from ipplan.terms.schedule_types import (
    Aimed,
    By,
    DateEdge,
    Either,
    Event,
    Immediate,
    Labelled,
    Meaning,
    MonthOfPeriod,
    NamedPeriod,
    On,
    PeriodEdge,
    Recurring,
    Several,
    Spot,
    Standing,
    Weekday,
    Window,
    Within,
)

PERIODS = {
    PeriodEdge.WITHIN: "during", PeriodEdge.START: "start of", PeriodEdge.END: "by end of",
    PeriodEdge.BEFORE: "before", PeriodEdge.AFTER: "after", PeriodEdge.AROUND: "around", PeriodEdge.DAY: "day of",
}  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def schedule(meaning: Meaning | None) -> str:
    """Write what a schedule means."""
    match meaning:
        case None:
            return "-"
        case Labelled() | Aimed() | Either() | Several():
            return compound(meaning)
        case On(date):
            return f"on {day(date)}"
        case By(date, edge, clock):
            return f"by {'end ' if edge is DateEdge.END else ''}{day(date)}" + (f" {clock:%H:%M}" if clock else "")
        case Window(start, end):
            return f"{anchor(start)}..{day(end)}"
        case NamedPeriod(name, edge):
            return f"{PERIODS[edge]} {name}"
        case Standing(since):
            return "standing" if since is None else f"from {anchor(since)}"
        case Immediate():
            return "at once"
        case Within():
            return span(meaning)
        case Recurring():
            return recurring(meaning)
        case _:
            assert_never(meaning)


def compound(meaning: Labelled | Aimed | Either | Several) -> str:
    """Write a schedule made of others."""
    match meaning:
        case Labelled(label, inner):
            return f"[{label}] {schedule(inner)}"
        case Aimed(inner):
            return f"aim {schedule(inner)}"
        case Either(parts):
            return " or ".join(map(schedule, parts))
        case Several(parts):
            return " & ".join(map(schedule, parts))
        case _:
            assert_never(meaning)


def day(date: PartialDate) -> str:
    """Write a date as precise as it is: 2024-06, 10-20, q3, 06-late, day 25, next 01; `year` when nothing is said."""
    if date.day is not None and date.month is None:
        return f"day {date.day}"
    figures = [f"{figure:02}" for figure in (date.year, date.month, date.day) if figure is not None]
    part = [date.part.value.replace("quarter-", "q")] if date.part else []
    return ("next " if date.shift else "") + ("-".join([*figures, *part]) or "year")


def anchor(start: PartialDate | Event) -> str:
    """Write what something is counted from."""
    if isinstance(start, Event):
        return "issue" if start.issue else f"«{start.name}»"
    return day(start)


def span(within: Within) -> str:
    """Write a span: within 30 working days of issue."""
    unit = within.unit.value + ("s" if within.count > 1 else "")
    working = "working " if within.working else ""
    of = f" of {anchor(within.after)}" if within.after else ""
    return f"within {within.count} {working}{unit}{of}"


def recurring(meaning: Recurring) -> str:
    """Write a rhythm with its place, its count and its frame."""
    if meaning.every is None or meaning.unit is None:
        return "irregular"
    place = "" if meaning.at is None else f" {spot(meaning.at, meaning.edge)}"
    times = f" x {amount(meaning.times.meaning)}" if meaning.times else ""
    frame = f" in {schedule(meaning.within)}" if meaning.within else ""
    return rhythm(Every(meaning.every, meaning.unit)) + place + times + frame


def spot(at: Spot, edge: DateEdge | None) -> str:
    """Write where inside each period."""
    match at:
        case PartialDate():
            where = "" if at == PartialDate() else day(at)
        case Weekday():
            where = WEEKDAYS[at.day - 1]
        case MonthOfPeriod():
            where = f"{'next ' if at.later else ''}month {at.month} {'' if at.date == PartialDate() else day(at.date)}"
        case Within():
            return span(at) + " of its end"
        case _:
            return schedule(at)
    return f"{EDGES[edge]} {where}".strip()


EDGES = {None: "on", DateEdge.END: "by end", DateEdge.BEFORE: "by"}


def rhythm(every: Every) -> str:
    """Write how often: every month, every 2 weeks."""
    return f"every {every.unit.value}" if every.count == 1 else f"every {every.count} {every.unit.value}s"


SIGNS = {
    Comparator.EXACT: "=", Comparator.AT_LEAST: ">=", Comparator.MORE_THAN: ">", Comparator.AT_MOST: "<=",
    Comparator.LESS_THAN: "<", Comparator.ABOUT: "~",
}  # fmt: skip
GROWTHS = {
    Growth.PLAIN: "", Growth.ANNUAL_AVERAGE: " a-year-on-average", Growth.YEAR_ON_YEAR: " on-last-year",
    Growth.PERIOD_ON_PERIOD: " on-last-period",
}  # fmt: skip


def amount(meaning: Amount | None) -> str:
    """Write what a quantity means."""
    if meaning is None:
        return "-"
    change = "" if meaning.growth is None else ("down " if meaning.falling else "up ")
    parts = [
        change + f"{SIGNS[meaning.comparator]} {figure(meaning)}",
        meaning.unit,
        GROWTHS[meaning.growth].strip() if meaning.growth else "",
        base(meaning.base) if meaning.base else "",
        rhythm(meaning.per) if meaning.per else "",
        *(flag for flag in ("each", "aim", "total", "coverage") if getattr(meaning, flag)),
    ]
    return " ".join(part for part in parts if part)


def figure(meaning: Amount) -> str:
    """Write the figure or range, without exponent; a fraction as 2/3."""
    low, high = (f"{value.normalize():f}" for value in (meaning.low, meaning.high))
    return (low if low == high else f"{low}..{high}") + ("" if meaning.parts == 1 else f"/{meaning.parts}")


def base(start: Base) -> str:
    """Write what a quantity starts from: from 5 in 2020, over 2020."""
    when = str(start.year) if start.year is not None else start.period
    if start.value is None:
        return f"over {when}"
    return f"from {start.value.normalize():f}{start.unit}" + (f" in {when}" if when else "")
