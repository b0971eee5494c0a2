"""Schedules that recur: 每半年, 每月25日前, 每两个月至少一场, 每季度首月10日前."""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.frequency import Every, PeriodUnit, match_every
from ipplan.terms.partial_date import THIRDS, Part, PartialDate, parse_partial_date
from ipplan.terms.quantity import find_quantities
from ipplan.terms.quantity_types import Quantity
from ipplan.terms.quantity_words import AFTER, BEFORE
from ipplan.terms.schedule_dates import read_window
from ipplan.terms.schedule_periods import read_bare_period, read_period
from ipplan.terms.schedule_spans import read_bare_span
from ipplan.terms.schedule_types import (
    By,
    DateEdge,
    MonthOfPeriod,
    Recurring,
    Several,
    Spot,
    Weekday,
    Window,
    Within,
)

Deadline: TypeAlias = Callable[[str], By | None]
"""The reader of deadlines, handed in by the grammar."""

# What may stand around the count: 开展(一次)督查.
_AROUND_COUNT: Final = lazy_pattern(r"[一-鿿]{0,20}")
_CLOSES: Final = ("底之前", "底以前", "底前", "末前", "结束前", "底", "末")
_EDGE: Final = r"(?P<edge>之前|以前|前)?"
_MONTH_DAY: Final = lazy_pattern(rf"(?P<day>.{{1,3}}[日号]){_EDGE}")
_MONTH_THIRD: Final = lazy_pattern(rf"(?:(?P<third>[上中下])旬|(?P<start>月?初)){_EDGE}")
_WEEK_DAY: Final = lazy_pattern(r"(?P<day>[一二三四五六日天])(?:下班)?(?P<edge>之前|以前|前)?")
_NTH_MONTH: Final = lazy_pattern(rf"(?P<month>{'|'.join(words.MONTHS_OF_PERIOD)})(?P<rest>.{{0,8}})")
_NEXT_MONTH: Final = lazy_pattern(r"(?:结束)后的?(?:次月|下个?月|第一个月)(?P<rest>.{0,8})")
_AFTER_PERIOD: Final = lazy_pattern(r"(?:结束|终了)后(?P<span>.{2,8})")
_DAYS: Final = lazy_pattern(r"(?P<first>.{1,2})日?[-至到](?P<last>.{1,2})[日号]")
_LIST_SIGN: Final = lazy_pattern("[、和及]")


def read_recurring(text: str, read_deadline: Deadline) -> Recurring | None:
    """Return the recurring task that folded `text` is, beginning with its rhythm, or None."""
    matched = _match_rhythm(text)
    if not matched:
        return None
    every, rest = matched
    if not rest:
        return Recurring(every.count, every.unit)
    return _with_spot(every, rest, read_deadline) or _with_times(every, rest)


def read_recurring_list(text: str, read_deadline: Deadline) -> Several | None:
    """`每年3月和9月`, `每月5日、20日前`: one rhythm, several places in it."""
    matched = _match_rhythm(text)
    pieces = _LIST_SIGN.split(matched[1]) if matched else []
    if matched is None or not 2 <= len(pieces) <= 12:
        return None
    parts = [_with_spot(matched[0], piece, read_deadline) for piece in pieces]
    known = [part for part in parts if part is not None]
    return Several(tuple(_same_edge(known))) if len(known) == len(parts) and _fit_together(known) else None


def _same_edge(parts: list[Recurring]) -> list[Recurring]:
    """Let the 前 behind the last of several days hold for all of them."""
    edge = parts[-1].edge
    return [Recurring(part.every, part.unit, part.at, edge) for part in parts]


def _fit_together(parts: list[Recurring]) -> bool:
    """Return whether the ending can only be meant one way: for days it is shared, else each has said its own."""
    if len({part.edge for part in parts}) == 1:
        return True
    days = all(isinstance(part.at, PartialDate) and part.at.day is not None for part in parts)
    return days and all(part.edge is None for part in parts[:-1])


def _match_rhythm(text: str) -> tuple[Every, str] | None:
    for other, usual in words.RHYTHMS.items():
        if text.startswith(other):
            text = usual + text.removeprefix(other)
            break
    matched = match_every(text)
    return (matched[0], text[matched[1] :]) if matched else None


def _with_spot(every: Every, rest: str, read_deadline: Deadline) -> Recurring | None:
    return (
        _with_close(every, rest)
        or _in_month(every, rest)
        or _in_week(every, rest)
        or _in_year(every, rest, read_deadline)
        or _in_quarter(every, rest)
        or _after_period(every, rest)
    )


def _with_close(every: Every, rest: str) -> Recurring | None:
    """`每季度末`, `每月底前`, `每年年底`, `每月月底前`."""
    if every.unit in (PeriodUnit.YEAR, PeriodUnit.MONTH):
        rest = rest.removeprefix("年" if every.unit is PeriodUnit.YEAR else "月")
    return Recurring(every.count, every.unit, PartialDate(), DateEdge.END) if rest in _CLOSES else None


def _in_month(every: Every, rest: str) -> Recurring | None:
    """`每月25日前`, `每月10日至15日`, `每月上旬`; only for a rhythm of one month."""
    if every.unit is not PeriodUnit.MONTH or every.count != 1:
        return None
    days = _DAYS.fullmatch(rest)
    if days:
        first, last = _lone_day(days["first"] + "日"), _lone_day(days["last"] + "日")
        return None if first is None or last is None else _placed(every, Window(first, last))
    read = _day_or_third(rest)
    return None if read is None else _placed(every, *read)


def _day_or_third(text: str) -> tuple[PartialDate, DateEdge | None] | None:
    """Read `25日前`, `上旬`, `初` inside a month."""
    found = _MONTH_DAY.fullmatch(text)
    if found:
        day = _lone_day(found["day"])
        return None if day is None else (day, _edge(found))
    third = _MONTH_THIRD.fullmatch(text)
    if not third:
        return None
    return PartialDate(part=THIRDS[third["third"]] if third["third"] else Part.START), _edge(third)


def _lone_day(text: str) -> PartialDate | None:
    date = parse_partial_date(text)
    return date if date is not None and date.month is None and date.day is not None else None


def _in_week(every: Every, rest: str) -> Recurring | None:
    """`每周五`, `每周五前`, `每周五下班前`."""
    found = _WEEK_DAY.fullmatch(rest)
    if not found or every.unit is not PeriodUnit.WEEK or every.count != 1:
        return None
    return _placed(every, Weekday(words.WEEKDAYS[found["day"]]), _edge(found))


def _in_year(every: Every, rest: str, read_deadline: Deadline) -> Recurring | None:
    """`每年2月底前`, `每年6月`, `每年3月至5月`, `每年汛期前`; the date must be a part of the year."""
    if every.unit is not PeriodUnit.YEAR:
        return None
    bare = rest.removeprefix("的")
    deadline = read_deadline(bare)
    date = deadline.date if deadline else parse_partial_date(bare)
    if date is not None:
        return _placed(every, date, deadline.edge if deadline else None) if _inside_a_year(date) else None
    window = read_window(bare)
    if window is not None and isinstance(window.start, PartialDate) and _inside_a_year(window.start):
        return _placed(every, window) if window.end.year is None and window.end != PartialDate() else None
    period = read_period(bare) or read_bare_period(bare)
    return None if period is None else _placed(every, period)


def _inside_a_year(date: PartialDate) -> bool:
    return date.year is None and not date.shift and bool(date.month or date.part)


def _in_quarter(every: Every, rest: str) -> Recurring | None:
    """`每季度首月10日前`, `每半年最后一个月`, `每季度结束后次月10日前`."""
    if every.unit not in (PeriodUnit.QUARTER, PeriodUnit.HALF_YEAR, PeriodUnit.MONTH) or every.count != 1:
        return None
    later = _NEXT_MONTH.fullmatch(rest)
    found = later or (_NTH_MONTH.fullmatch(rest) if every.unit is not PeriodUnit.MONTH else None)
    read = _inside_month(found["rest"]) if found else None
    if found is None or read is None:
        return None
    month = 1 if later else words.MONTHS_OF_PERIOD[found["month"]]
    return _placed(every, MonthOfPeriod(month, read[0], later=later is not None), read[1])


def _inside_month(text: str) -> tuple[PartialDate, DateEdge | None] | None:
    if not text:
        return PartialDate(), None
    return (PartialDate(), DateEdge.END) if text in _CLOSES else _day_or_third(text)


def _after_period(every: Every, rest: str) -> Recurring | None:
    """`每季度结束后10日内`."""
    found = _AFTER_PERIOD.fullmatch(rest)
    span = read_bare_span(found["span"]) if found else None
    return _placed(every, span, DateEdge.END) if isinstance(span, Within) else None


def _placed(every: Every, at: Spot, edge: DateEdge | None = None) -> Recurring:
    return Recurring(every.count, every.unit, at, edge)


def _edge(found: re.Match[str]) -> DateEdge | None:
    return DateEdge.BEFORE if found["edge"] else None


def _with_times(every: Every, rest: str) -> Recurring | None:
    """`每半年开展一次督查`, `每个月至少一场`: exactly one count, and nothing but plain words around it."""
    found = find_quantities(rest, articles=True)
    if len(found) != 1 or not _is_count(found[0].quantity):
        return None
    before, after = rest[: found[0].start], rest[found[0].end :]
    plain = _is_plain(before) and _is_plain(after)
    return Recurring(every.count, every.unit, times=found[0].quantity) if plain else None


def _is_plain(text: str) -> bool:
    """Return whether nothing but Chinese words stand here, and no bound that the count should have taken in."""
    return bool(_AROUND_COUNT.fullmatch(text)) and not any(bound in text for bound in (*BEFORE, *AFTER))


def _is_count(quantity: Quantity) -> bool:
    meaning = quantity.meaning
    return bool(meaning and not quantity.problem and not meaning.growth and meaning.unit in words.OCCASIONS)
