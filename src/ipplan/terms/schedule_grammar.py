"""The grammar of schedules: one production for each kind, tried in order; the first that reads all the words wins."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ipplan.terms import schedule_words as words
from ipplan.terms.folding import fold
from ipplan.terms.partial_date import PartialDate, parse_partial_date
from ipplan.terms.schedule_periods import read_bare_period, read_period
from ipplan.terms.schedule_recurring import read_recurring
from ipplan.terms.schedule_types import By, DateEdge, Meaning, NamedPeriod, On, Recurring, Several, Standing, Window

_LONGEST: Final = 80
_MOST_PARTS: Final = 6
_BLANKS: Final = re.compile(r"\s+")
_WINDOW_SIGN: Final = re.compile(r"--?|至|到")
_PART_SIGN: Final = re.compile(r"([，,；;、和及并且]{1,2})")
_LISTING: Final = frozenset("、和及")


def read_schedule(text: str) -> Meaning | None:
    """Return what `text` means as a whole, or None. Text longer than any schedule is not looked at."""
    if len(text) > _LONGEST:
        return None
    compact = _BLANKS.sub("", fold(text)).replace("月份", "月")
    compact = compact.removesuffix("。").removesuffix("；").removesuffix(";")
    return _read_single(compact) or _read_several(compact)


def _read_single(text: str) -> Meaning | None:
    for production in _PRODUCTIONS:
        meaning = production(text)
        if meaning is not None:
            return meaning
    return None


def _read_standing(text: str) -> Standing | None:
    """`常设`, `2008年起`, `自2008年起长期坚持`, `2008年，以后常设`."""
    for ending in words.STANDING:
        if text.endswith(ending):
            return _standing_since(text.removesuffix(ending).rstrip("，,"))
    return _since(text, words.SINCE)


def _standing_since(head: str) -> Standing | None:
    return Standing() if not head else _since(head, words.AFTERWARDS)


def _since(text: str, endings: tuple[str, ...]) -> Standing | None:
    for ending in endings:
        if text.endswith(ending):
            date = _whole_date(_without(text.removesuffix(ending).rstrip("，,"), words.FROM))
            return None if date is None else Standing(date)
    return None


def _read_by(text: str) -> By | None:
    """`2009年底`, `10月20日前`, `到2010年底前`, `年底前完成`."""
    body = _without(_without_end(text, words.DONE), words.IN)
    bare = _without(body, words.HEADS)
    date = read_deadline(bare)
    if date is not None:
        return date
    whole = _whole_date(bare) if bare != body else None
    return None if whole is None else By(whole, DateEdge.END)


def read_deadline(text: str) -> By | None:
    """Return the deadline that `text` is by its ending, or None."""
    for ending in words.YEAR_EDGES:
        if text.endswith(ending):
            head = text.removesuffix(ending)
            year = PartialDate() if not head else parse_partial_date(head if head.endswith("年") else head + "年")
            return By(year, DateEdge.END) if year is not None and year.month is None and not year.part else None
    for ending, edge in words.DATE_EDGES:
        if text.endswith(ending):
            date = _whole_date(text.removesuffix(ending))
            fits = date is not None and (edge is DateEdge.BEFORE or date.day is None)
            return By(date, edge) if date is not None and fits else None
    return None


def _read_on(text: str) -> On | None:
    """`2008年9月`, `4月20日`, `上半年`."""
    date = _whole_date(_without(text, words.IN))
    return None if date is None else On(date)


def _read_window(text: str) -> Window | None:
    """`2018年4月20日至26日`, `2013-2020年`, `3月至年底`, `全年`."""
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
    end = _window_end(_without_end(right, ("止", "结束")))
    if end is None:
        return None
    start = _whole_date(_without_end(_without(_without(left, words.IN), words.FROM), words.SINCE), right)
    return None if start is None else Window(start, _carried(start, end))


def _window_end(text: str) -> PartialDate | None:
    """The close of a window may be written as a deadline: 3月至12月底."""
    deadline = read_deadline(text)
    if deadline is not None:
        return deadline.date if deadline.edge is DateEdge.END else None
    return parse_partial_date(text)


def _whole_date(text: str, right: str = "") -> PartialDate | None:
    """Return the date unless it is a day without a month; in `3-5月` the start borrows its unit from `right`."""
    if text and text[-1].isdigit() and right:
        units = [char for char in right if char in "年月日号"]
        text += units[-1] if units else ""
    date = parse_partial_date(text)
    return None if date is None or (date.day is not None and date.month is None) else date


def _carried(start: PartialDate, end: PartialDate) -> PartialDate:
    """Take over from `start` what `end` leaves out: the year, and the month of a lone day."""
    if end.year is None:
        year = None if start.year is None else start.year + end.shift
        end = replace(end, year=year, shift=end.shift or start.shift if year is None else 0)
    if end.day is not None and end.month is None:
        end = replace(end, month=start.month)
    return end


def _read_recurring(text: str) -> Recurring | None:
    """`每半年开展一次督查`, `每月25日前`, `活动期间每个月至少举办一场活动`, `不定期`."""
    if text in words.IRREGULAR:
        return Recurring(None, None)
    start = text.find("每")
    recurring = read_recurring(text[max(start, 0) :], read_deadline)
    if recurring is None or start <= 0:
        return recurring
    within = read_period(text[:start].rstrip("，,"))
    return None if within is None else replace(recurring, within=within)


_PRODUCTIONS: Final[tuple[Callable[[str], Meaning | None], ...]] = (
    _read_standing,
    _read_recurring,
    _read_on,
    _read_by,
    _read_window,
    read_period,
    read_bare_period,
)


def _read_several(text: str) -> Several | None:
    """Two to six schedules joined by a comma, 、, 和 or 并, each understood by itself."""
    pieces = _PART_SIGN.split(text)
    if not 3 <= len(pieces) <= 2 * _MOST_PARTS - 1:
        return None
    parts: list[Meaning] = []
    for place in range(0, len(pieces), 2):
        before = parts[-1] if parts else None
        part = _next_part(pieces[place], before)
        if part is None or (before and _shares_an_ending(before, part, pieces[place - 1])):
            return None
        parts.append(part)
    return Several(tuple(parts))


def _next_part(text: str, before: Meaning | None) -> Meaning | None:
    """Read a part; behind a date it takes over the year, and behind 每年 it recurs as well."""
    if isinstance(before, Recurring):
        return _read_single(text) if "每" in text else None
    date = parse_partial_date(text)
    if isinstance(before, On) and date is not None:
        return On(_carried(before.date, date))
    part = _read_single(text)
    if isinstance(before, On | By) and isinstance(part, On | By):
        return replace(part, date=_carried(before.date, part.date))
    return part


def _shares_an_ending(before: Meaning, part: Meaning, sign: str) -> bool:
    """Return whether an ending may belong to both: in 3月、9月底前 nobody can tell when in March."""
    if sign not in _LISTING:
        return False
    if isinstance(before, NamedPeriod) and isinstance(part, NamedPeriod):
        return before.edge is not part.edge
    return isinstance(before, On) and isinstance(part, By | Standing)


def _without(text: str, beginnings: tuple[str, ...]) -> str:
    for beginning in beginnings:
        if text.startswith(beginning):
            return text.removeprefix(beginning)
    return text


def _without_end(text: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if text.endswith(ending):
            return text.removesuffix(ending)
    return text
