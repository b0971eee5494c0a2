"""Schedules made of dates: 2008年9月, 10月20日前, 2013—2020年, 自2008年起长期坚持."""

from dataclasses import replace
from datetime import time
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.partial_date import PartialDate, parse_partial_date
from ipplan.terms.schedule_affixes import without_end, without_start
from ipplan.terms.schedule_spans import read_since_event
from ipplan.terms.schedule_types import By, DateEdge, Event, On, Standing, Window

_WINDOW_SIGN: Final = lazy_pattern(r"--?|至|到")
_CLOCK: Final = lazy_pattern(
    r"(?P<day>.*[日号])(?:(?P<noon>上午|下午|晚上)?(?P<hour>[0-9]{1,2})(?:[时点]整?|[:：](?P<minute>[0-9]{2}))|下班|当[日天])"
    r"(?P<edge>之前|以前|前)"
)
_OPEN_START: Final = lazy_pattern(r".*?(?P<number>[0-9]{1,4}|[一二三四五六七八九十]{1,3})")
_UNIT: Final = lazy_pattern(r"季度|[年月日号]")
_HAN_MONTH: Final = lazy_pattern(r".*[一二三四五六七八九十]月")
_INSIDE: Final = ("之内", "以内", "内")


def read_standing(text: str) -> Standing | None:
    """`常设`, `2008年起`, `自2008年起长期坚持`, `2008年，以后常设`, `自印发之日起`."""
    for ending in words.STANDING:
        if text.endswith(ending):
            return _standing_since(text.removesuffix(ending).rstrip("，,"))
    return read_since(text, words.SINCE)


def _standing_since(head: str) -> Standing | None:
    return Standing() if not head else read_since(head, words.AFTERWARDS)


def read_since(text: str, endings: tuple[str, ...] = words.SINCE) -> Standing | None:
    """`自2008年起`, `3月开始`, `即日起`."""
    event = read_since_event(text)
    if event is not None:
        return Standing(event)
    for ending in endings:
        if text.endswith(ending):
            date = whole_date(without_start(text.removesuffix(ending).rstrip("，,"), words.FROM))
            return None if date is None else Standing(date)
    return None


def read_by(text: str) -> By | None:
    """`2009年底`, `10月20日前`, `到2010年底前`, `10月20日17时前`."""
    body = without_start(text, words.IN)
    bare = without_start(body, words.HEADS)
    deadline = read_deadline(bare) or _by_the_hour(bare)
    if deadline is not None:
        return deadline
    whole = whole_date(bare) if bare != body else None
    return None if whole is None else By(whole, DateEdge.END)


def read_deadline(text: str) -> By | None:
    """Return the deadline that `text` is by its ending, or None."""
    for ending in words.YEAR_EDGES:
        if text.endswith(ending):
            head = text.removesuffix(ending)
            year = PartialDate() if not head else parse_partial_date(head if head.endswith("年") else head + "年")
            if year is not None and year.month is None and not year.part:
                return By(year, DateEdge.END)
            break
    for ending, edge in words.DATE_EDGES:
        if text.endswith(ending):
            return _with_edge(text.removesuffix(ending), ending, edge)
    return None


def _with_edge(head: str, ending: str, edge: DateEdge) -> By | None:
    """Refuse 20日底, and 三月内, which may be in March or in three months."""
    date = whole_date(head)
    if date is None or (edge is DateEdge.END and date.day is not None):
        return None
    return None if ending in _INSIDE and _HAN_MONTH.fullmatch(head) else By(date, edge)


def _by_the_hour(text: str) -> By | None:
    """`10月20日17:00前`, `10月20日24时前`, `10月20日下班前`."""
    found = _CLOCK.fullmatch(text)
    date = whole_date(found["day"]) if found else None
    if found is None or date is None:
        return None
    if found["hour"] is None:
        return By(date, DateEdge.BEFORE)
    hour = int(found["hour"]) + (12 if found["noon"] in ("下午", "晚上") and int(found["hour"]) < 12 else 0)
    minute = int(found["minute"] or 0)
    if hour == 24 and minute == 0:
        return By(date, DateEdge.BEFORE)
    return By(date, DateEdge.BEFORE, time(hour, minute)) if hour < 24 and minute < 60 else None


def read_on(text: str) -> On | None:
    """`2008年9月`, `4月20日`, `上半年`."""
    date = whole_date(without_start(text, words.IN))
    return None if date is None else On(date)


def read_window(text: str) -> Window | None:
    """`2018年4月20日至26日`, `2013-2020年`, `3月至年底`, `全年`, `即日起至3月底`."""
    if text.endswith(words.WHOLE_YEAR):
        year = _year_before(text)
        return None if year is None else Window(year, year)
    for sign in _WINDOW_SIGN.finditer(text):
        window = _window(text[: sign.start()], text[sign.end() :])
        if window is not None:
            return window
    return None


def _year_before(text: str) -> PartialDate | None:
    head = text.removesuffix("度").removesuffix("全年")
    date = parse_partial_date(head) if head else PartialDate()
    return date if date is not None and date.month is None and date.day is None and not date.part else None


def _window(left: str, right: str) -> Window | None:
    end = _window_end(without_end(right, ("止", "结束", "期间")))
    if end is None:
        return None
    start = _window_start(left, right)
    if isinstance(start, Event):
        return None if end.month is None and end.day is not None else Window(start, end)
    return None if start is None else Window(start, carried(start, end))


def _window_start(left: str, right: str) -> PartialDate | Event | None:
    text = without_start(left, words.IN)
    event = read_since_event(text)
    if event is not None:
        return event
    return whole_date(_completed(without_end(without_start(text, words.FROM), words.SINCE), right))


def _window_end(text: str) -> PartialDate | None:
    """The close of a window may be written as a deadline: 3月至12月底."""
    deadline = read_deadline(text)
    if deadline is not None:
        return deadline.date if deadline.edge is DateEdge.END else None
    return parse_partial_date(text)


def _completed(text: str, right: str) -> str:
    """Lend `text` the unit that it leaves to the other side: the 3 of `3-5月`, the 一 of `一至三季度`."""
    if not _OPEN_START.fullmatch(text):
        return text
    units = _UNIT.findall(right)
    return text + units[-1] if units else text


def whole_date(text: str) -> PartialDate | None:
    """Return the date unless it is a day without a month."""
    date = parse_partial_date(text)
    return None if date is None or (date.day is not None and date.month is None) else date


def carried(start: PartialDate, end: PartialDate) -> PartialDate:
    """Take over from `start` what `end` leaves out: the year, and the month of a lone day."""
    if end.year is None:
        year = None if start.year is None else start.year + end.shift
        end = replace(end, year=year, shift=end.shift or start.shift if year is None else 0)
    if end.day is not None and end.month is None:
        end = replace(end, month=start.month)
    return end
