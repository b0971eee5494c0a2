"""How often: 每年, 每半年, 每两个月, 每3个月."""

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms.numerals import parse_numeral


class PeriodUnit(Enum):
    """A stretch of the calendar; the value is a stable name."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TERM = "term"
    SCHOOL_YEAR = "school-year"

    @property
    def months(self) -> int | None:
        """Length in months; None where it does not add up to months: hours to weeks, terms."""
        return _MONTHS.get(self)


_MONTHS: Final = MappingProxyType(
    {PeriodUnit.MONTH: 1, PeriodUnit.QUARTER: 3, PeriodUnit.HALF_YEAR: 6, PeriodUnit.YEAR: 12}
)

UNIT_WORDS: Final = MappingProxyType(
    {
        "年": PeriodUnit.YEAR,
        "年度": PeriodUnit.YEAR,
        "半年": PeriodUnit.HALF_YEAR,
        "季": PeriodUnit.QUARTER,
        "季度": PeriodUnit.QUARTER,
        "月": PeriodUnit.MONTH,
        "周": PeriodUnit.WEEK,
        "星期": PeriodUnit.WEEK,
        "天": PeriodUnit.DAY,
        "日": PeriodUnit.DAY,
        "学期": PeriodUnit.TERM,
        "学年": PeriodUnit.SCHOOL_YEAR,
    }
)
"""The words for a period after 每, without the measure word 个."""

_EVERY: Final = lazy_pattern(
    r"每(?P<count>[0-9]{1,2}|[一二三四五六七八九十两]{1,3})?个?"
    r"(?P<unit>年度|年|半年|季度|季|月|周|星期|天|日|学期|学年)"
)


@dataclass(frozen=True, slots=True)
class Every:
    """A rhythm: once in `count` units (每两个月 is 2 months)."""

    count: int
    unit: PeriodUnit


def match_every(text: str, start: int = 0) -> tuple[Every, int] | None:
    """Return the rhythm that begins at `start` of folded `text` and the offset behind it, or None."""
    found = _EVERY.match(text, start)
    if not found:
        return None
    count = _count(found["count"])
    return (Every(count, UNIT_WORDS[found["unit"]]), found.end()) if count else None


def _count(written: str | None) -> int:
    """Return how many, 1 when nothing is said and 0 when it cannot be read."""
    try:
        return parse_numeral(written) if written else 1
    except ValueError:
        return 0
