"""Schedules that recur: 每半年, 每月25日前, 每两个月至少一场."""

import re
from collections.abc import Callable
from typing import Final

from ipplan.terms import schedule_words as words
from ipplan.terms.frequency import Every, PeriodUnit, match_every
from ipplan.terms.partial_date import PartialDate, parse_partial_date
from ipplan.terms.quantity import find_quantities
from ipplan.terms.quantity_types import Quantity
from ipplan.terms.quantity_words import AFTER, BEFORE
from ipplan.terms.schedule_types import By, DateEdge, Recurring

# What may stand around the count: 开展(一次)督查.
_AROUND_COUNT: Final = re.compile(r"[一-鿿]{0,20}")
_CLOSES: Final = ("底之前", "底以前", "底前", "末前", "底", "末")
_MONTH_DAY: Final = re.compile(r"(?P<day>.{1,3}[日号])(?P<edge>之前|以前|前)?")


def read_recurring(text: str, read_deadline: Callable[[str], By | None]) -> Recurring | None:
    """Return the recurring task that folded `text` is, beginning with its rhythm, or None."""
    for other, usual in words.RHYTHMS.items():
        text = usual + text.removeprefix(other) if text.startswith(other) else text
    matched = match_every(text)
    if not matched:
        return None
    every, end = matched
    rest = text[end:]
    if not rest:
        return Recurring(every.count, every.unit)
    return _with_close(every, rest) or _with_date(every, rest, read_deadline) or _with_times(every, rest)


def _with_close(every: Every, rest: str) -> Recurring | None:
    """`每季度末`, `每月底前`, `每年年底`."""
    if every.unit is PeriodUnit.YEAR:
        rest = rest.removeprefix("年")
    return Recurring(every.count, every.unit, PartialDate(), DateEdge.END) if rest in _CLOSES else None


def _with_date(every: Every, rest: str, read_deadline: Callable[[str], By | None]) -> Recurring | None:
    """`每月25日前`, `每年2月底前`, `每年6月`; the date must be a part of the period."""
    if every.unit is PeriodUnit.MONTH and every.count == 1:
        return _with_day(every, rest)
    if every.unit is not PeriodUnit.YEAR:
        return None
    deadline = read_deadline(rest)
    date = deadline.date if deadline else parse_partial_date(rest)
    if date is None or date.year is not None or date.shift or not (date.month or date.part):
        return None
    return Recurring(every.count, every.unit, date, deadline.edge if deadline else None)


def _with_day(every: Every, rest: str) -> Recurring | None:
    found = _MONTH_DAY.fullmatch(rest)
    date = parse_partial_date(found["day"]) if found else None
    if found is None or date is None or date.month is not None or date.day is None:
        return None
    return Recurring(every.count, every.unit, date, DateEdge.BEFORE if found["edge"] else None)


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
