"""Days on which offices work and rest: weekends, public holidays, and the working days swapped for them.

The holidays of a year are fixed by the State Council late in the year before, so the calendar ends somewhere; beyond
that nothing is guessed. The data come from the library `chinesecalendar`, loaded when the first day is asked for.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = "一二三四五六日"


def known_years() -> tuple[int, int]:
    """The first and the last year whose holidays are known."""
    from chinese_calendar import holidays  # noqa: PLC0415 — loaded only when a plan names a day

    return min(holidays).year, max(holidays).year


def is_known(day: date) -> bool:
    """Whether the calendar reaches to this day."""
    first, last = known_years()
    return first <= day.year <= last


def why_off(day: date) -> str | None:
    """Why offices rest on a day (`星期日`, `国庆节放假`); None on a working day. The day must be known."""
    from chinese_calendar import Holiday, get_holiday_detail  # noqa: PLC0415

    off, holiday = get_holiday_detail(day)
    if not off:
        return None
    return weekday(day) if holiday is None else f"{Holiday(holiday).chinese}放假"


def weekday(day: date) -> str:
    """The day of the week: `星期日`."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or Sunday, worked on or not."""
    return day.weekday() >= 5


def working_day_before(day: date) -> date | None:
    """The last working day before a day; None where the calendar does not reach back to it."""
    earlier = day - timedelta(days=1)
    while is_known(earlier):
        if why_off(earlier) is None:
            return earlier
        earlier -= timedelta(days=1)
    return None
