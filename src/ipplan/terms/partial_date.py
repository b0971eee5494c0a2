"""Dates of which a part may be missing: 2009年3月, 4月20日, 上半年, 6月中旬, 年初."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms.numerals import parse_numeral

SOME_LEAP_YEAR: Final = 2000
"""Stands in for an unknown year, so that 2月29日 is given the benefit of the doubt."""


class Part(Enum):
    """A named part of a year or of a month; the value is a stable name.

    START is 年初 or 月初, which have no agreed end: the first quarter or the first ten days stand in.
    """

    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    QUARTER_1 = "quarter-1"
    QUARTER_2 = "quarter-2"
    QUARTER_3 = "quarter-3"
    QUARTER_4 = "quarter-4"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    START = "start"


_YEAR_PARTS: Final = MappingProxyType(
    {
        Part.FIRST_HALF: (1, 6),
        Part.SECOND_HALF: (7, 12),
        Part.QUARTER_1: (1, 3),
        Part.QUARTER_2: (4, 6),
        Part.QUARTER_3: (7, 9),
        Part.QUARTER_4: (10, 12),
        Part.START: (1, 3),
    }
)
_MONTH_PARTS: Final = MappingProxyType(
    {Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (21, 31), Part.START: (1, 10)}
)


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends included; None means open at that end."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its words; None means not said.

    Without a year it lies in the plan's year, moved on by `shift` years (次年 is 1). With nothing at all it is the
    plan's year itself. `part` narrows a year (上半年, 一季度) or a month (上旬).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    shift: int = 0

    @property
    def exists(self) -> bool:
        """Whether there can be such a date; 2月29日 without a year can be, 2月30日 cannot."""
        if self.month is None and self.day is not None:
            return 1 <= self.day <= 31
        return self.interval(SOME_LEAP_YEAR - self.shift) is not None

    def interval(self, year: int | None) -> Interval | None:
        """Return its first and last day in the plan's `year`; None without any year or when it does not exist."""
        own = self.year if self.year is not None else None if year is None else year + self.shift
        if own is None or (self.month is None and self.day is not None):
            return None
        try:
            return self._interval_in(own)
        except ValueError:
            return None

    def _interval_in(self, year: int) -> Interval:
        if self.month is None:
            first, last = _YEAR_PARTS.get(self.part, (1, 12)) if self.part else (1, 12)
            return Interval(date(year, first, 1), date(year, last, _last_day(year, last)))
        if self.day is not None:
            return Interval(date(year, self.month, self.day), date(year, self.month, self.day))
        first, last = _MONTH_PARTS.get(self.part, (1, 31)) if self.part else (1, 31)
        end = min(last, _last_day(year, self.month))
        return Interval(date(year, self.month, first), date(year, self.month, end))


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def day_before(day: date) -> date | None:
    """Return the day before, or None at the very first day of the calendar."""
    return day - timedelta(days=1) if day > date.min else None


def day_after(day: date) -> date | None:
    """Return the day after, or None at the very last day of the calendar."""
    return day + timedelta(days=1) if day < date.max else None


_NUMBER: Final = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_WORDS: Final = lazy_pattern(
    r"(?:(?P<year>[0-9]{4}|[零〇一二三四五六七八九]{4})年度?|(?P<relative>[今本当明次翌]年)度?)?"
    r"(?:(?P<half>[上下]半年)|第?(?P<quarter>[一二三四1-4])季度|(?P<opening>年?初)"
    rf"|(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})[日号]|(?P<third>[上中下])旬|(?P<start>初))?"
    rf"|(?P<alone>{_NUMBER})[日号])?"
)
_NUMERIC: Final = lazy_pattern(r"(?P<year>[0-9]{4})(?P<stop>[-./])(?P<month>[0-9]{1,2})(?P=stop)(?P<day>[0-9]{1,2})")
_LATER_YEARS: Final = frozenset({"明年", "次年", "翌年"})
THIRDS: Final = MappingProxyType({"上": Part.EARLY, "中": Part.MIDDLE, "下": Part.LATE})
"""The character before 旬."""

_HALVES: Final = MappingProxyType({"上半年": Part.FIRST_HALF, "下半年": Part.SECOND_HALF})


def parse_partial_date(text: str) -> PartialDate | None:
    """Return the date that folded `text` (without spaces) is as a whole, existing or not; None when it is no date.

    A day without a month (26日) is read too: it completes the start of a window, or recurs every month.
    """
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return PartialDate(int(numeric["year"]), int(numeric["month"]), int(numeric["day"]))
    found = _WORDS.fullmatch(text) if text else None
    try:
        return _build(found) if found else None
    except ValueError:
        return None


def _build(found: re.Match[str]) -> PartialDate:
    if found["opening"] == "初" and not (found["year"] or found["relative"]):
        raise ValueError("初 stands behind a year or a month")
    return PartialDate(
        _number(found["year"]),
        _number(found["month"]),
        _number(found["day"] or found["alone"]),
        _part(found),
        1 if found["relative"] in _LATER_YEARS else 0,
    )


def _number(written: str | None) -> int | None:
    return None if written is None else parse_numeral(written)


def _part(found: re.Match[str]) -> Part | None:
    if found["half"]:
        return _HALVES[found["half"]]
    if found["quarter"]:
        return Part(f"quarter-{parse_numeral(found['quarter'])}")
    if found["opening"] or found["start"]:
        return Part.START
    return THIRDS[found["third"]] if found["third"] else None
