"""IP312 and IP313: deadlines on a day on which offices rest."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from ipplan.rules.deadlines import FORWARDED, deadlines, last_date
from ipplan.rules.official_calendar import is_known, is_weekend, known_years, weekday, why_off, working_day_before
from ipplan.rules.prose_dates import reports
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipplan.model.duty import Path

_FEASTS = frozenset({(1, 1), (5, 1), (10, 1)})
"""10月1日前 is meant to say: before the holiday begins."""


class _LastDay(NamedTuple):
    """The last day of a deadline that names it: the path, the words in the text there, None for all of it."""

    path: Path
    words: str | None
    day: date


def on_rest_day(subject: Subject) -> Iterator[Finding]:
    """A deadline by a day that is a weekend or public holiday of the official calendar."""
    for path, words, day in _last_days(subject):
        if not is_known(day):
            continue
        why = why_off(day)
        if why is not None:
            earlier = working_day_before(day)
            hint = None if earlier is None else f"前一个工作日是{format_date(earlier)}（{weekday(earlier)}）"
            yield Finding(path, f"到期的{format_date(day)}不上班（{why}）", hint, words)


def beyond_calendar(subject: Subject) -> Iterator[Finding]:
    """The first deadline on a weekend of a year whose holidays and swapped working days are not known yet."""
    for path, words, day in _last_days(subject):
        if is_weekend(day) and day.year > (known := known_years()[1]):
            message = f"到期的{format_date(day)}是{weekday(day)}；放假安排只收录到{known}年，查不到那天是否调休上班"
            yield Finding(path, message, "放假安排公布后再核对；程序升级后能查到。以后的时限不再提示", words)
            return


def _last_days(subject: Subject) -> Iterator[_LastDay]:
    """The last day of every deadline that names the day, but for the last of a month, which says 底, and the feasts."""
    for one in deadlines(subject):
        day = one.days.end if one.days is not None and not one.is_forwarded else None
        named = last_date(one.schedule)
        if day is not None and named is not None and named.day is not None and not _is_figurative(day):
            yield _LastDay(one.path, None, day)
    for report in reports(subject):
        if "{{" not in report.words and report.path[:2] != FORWARDED and not _is_figurative(report.day):
            yield _LastDay(report.path, report.words, report.day)


def _is_figurative(day: date) -> bool:
    return (day.month, day.day) in _FEASTS or day.day == monthrange(day.year, day.month)[1]
