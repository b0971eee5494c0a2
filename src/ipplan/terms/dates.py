"""Whole dates as they stand in official documents: 2017年2月7日."""

from datetime import date
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms.folding import fold

_FORMS: Final = (
    lazy_pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
    lazy_pattern(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"),
)


def parse_date(words: str) -> date:
    """Return the date written as `2017-02-07` or `2017年2月7日`.

    Raises ValueError with a short reason: "not a date" for the wrong form, or what is impossible about the day.
    """
    for form in _FORMS:
        found = form.fullmatch(fold(words))
        if found:
            return _date(int(found[1]), int(found[2]), int(found[3]))
    raise ValueError("not a date: write 2017年2月7日 or 2017-02-07")


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{year:04}-{month:02}-{day:02} does not exist") from None


def format_date(day: date) -> str:
    """Return the date as printed, without padding: 2017年2月7日."""
    return f"{day.year}年{day.month}月{day.day}日"
