"""Schedules that name a period of the plan: 试点期内, “4·26”世界知识产权日活动期间."""

import re
from typing import Final

from ipplan.terms import schedule_words as words
from ipplan.terms.schedule_types import NamedPeriod, PeriodEdge

# An optional quoted part, then Chinese characters; digits outside quotes would be a date.
_NAME: Final = re.compile(r'(?P<quoted>[“"][^“”"]{1,20}[”"])?(?P<rest>[一-鿿]{0,20})')
_LIKE_A_DATE: Final = re.compile(r"[一二三四五六七八九十两几〇]+(?:年|个?月|周|天|日|季度?)")


def read_period(text: str) -> NamedPeriod | None:
    """Return the named period that folded `text` is by its ending, or None."""
    for ending, kept, edge in words.PERIOD_EDGES:
        if text.endswith(ending):
            name = _name(text.removesuffix(ending) + kept)
            fits = name is not None and _fits(name, edge)
            return NamedPeriod(name, edge) if name is not None and fits else None
    return None


def read_bare_period(text: str) -> NamedPeriod | None:
    """Return the period that is only named: 宣传周, 试点期."""
    name = _name(text) if text.endswith(words.BARE_PERIODS) else None
    return None if name is None else NamedPeriod(name, PeriodEdge.WITHIN)


def _name(text: str) -> str | None:
    name = text.removeprefix("在").removeprefix("于")
    found = _NAME.fullmatch(name)
    if not found or len(name) < 2 or name in words.VAGUE_NAMES or _LIKE_A_DATE.fullmatch(found["rest"]):
        return None
    return name


def _fits(name: str, edge: PeriodEdge) -> bool:
    if edge in (PeriodEdge.AROUND, PeriodEdge.DAY):
        return name.endswith(words.EVENTS)
    return True
