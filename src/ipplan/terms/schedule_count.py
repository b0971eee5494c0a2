"""Count on from a day: 30 days, 3 months, half a year."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from ipplan.terms.frequency import PeriodUnit

_DAYS: Final = ((PeriodUnit.DAY, 1), (PeriodUnit.WEEK, 7))
_LAST_YEAR: Final = date.max.year


def count_on(first: date, count: int, unit: PeriodUnit) -> date | None:
    """Return the day `count` units after `first`: 31 January and one month is the last day of February.

    Hours count as the days they reach into. None for terms, which no calendar knows, and behind the year 9999.
    """
    months = unit.months
    try:
        if months is not None:
            return _months_on(first, count * months)
        if unit is PeriodUnit.HOUR:
            return first + timedelta(days=-(-count // 24))
        for known, days in _DAYS:
            if unit is known:
                return first + timedelta(days=count * days)
    except OverflowError:
        return None
    return None


def _months_on(first: date, months: int) -> date | None:
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    if year > _LAST_YEAR:
        return None
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
