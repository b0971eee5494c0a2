"""Schedules that name a period of the plan: 试点期内, “4·26”世界知识产权日活动期间, 2024年汛期前."""

from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.schedule_affixes import without_start
from ipplan.terms.schedule_types import NamedPeriod, PeriodEdge

# Perhaps a year, an optional quoted part, then Chinese characters; other digits outside quotes would be a date.
_NAME: Final = lazy_pattern(r'(?:[0-9]{4}年(?=.))?(?P<quoted>[“"][^“”"]{1,20}[”"])?(?P<rest>[一-鿿]{0,20})')
_LIKE_A_DATE: Final = lazy_pattern(r".*?[一二三四五六七八九十两几数多半〇](?:年|个?月|周|天|日|季度?)")
_NOT_IN_NAMES: Final = ("每", "或", "底", "之日")
_NOT_IN_EVENTS: Final = ("完成", "报送", "坚持", "推进", "立即", "至少", "力争", "前", "后")
_CLOSES: Final = ("末", "期末")


def read_period(text: str) -> NamedPeriod | None:
    """Return the named period that folded `text` is by its ending, or None."""
    bare = without_start(text, words.HEADS)
    for ending, kept, edge in words.PERIOD_EDGES:
        if bare.endswith(ending):
            name = _name(bare.removesuffix(ending) + kept)
            return None if name is None else NamedPeriod(name, edge)
    return _read_event_edge(bare) or _read_quoted_end(bare)


def _read_event_edge(text: str) -> NamedPeriod | None:
    for ending, edge in words.EVENT_EDGES:
        if text.endswith(ending):
            name = _name(text.removesuffix(ending))
            return NamedPeriod(name, edge) if name is not None and _is_event(name) else None
    return None


def _is_event(name: str) -> bool:
    return name.endswith(words.EVENTS) and not any(word in name for word in _NOT_IN_EVENTS)


def _read_quoted_end(text: str) -> NamedPeriod | None:
    """`“十四五”末`, `到“十四五”期末`."""
    for ending in _CLOSES:
        name = _name(text.removesuffix(ending)) if text.endswith(ending) else None
        if name is not None and name.endswith(("”", '"')):
            return NamedPeriod(name, PeriodEdge.END)
    return None


def read_bare_period(text: str) -> NamedPeriod | None:
    """Return the period that is only named: 宣传周, 试点期, 2024年秋季学期."""
    known = text.endswith(words.BARE_PERIODS) and not any(word in text for word in _NOT_IN_EVENTS)
    name = _name(text) if known else None
    return None if name is None else NamedPeriod(name, PeriodEdge.WITHIN)


def _name(text: str) -> str | None:
    name = text.removeprefix("在").removeprefix("于")
    found = _NAME.fullmatch(name)
    if not found or len(name) < 2 or name.startswith((*words.FIRM, *words.SOFT)):
        return None
    rest = found["rest"]
    vague = _LIKE_A_DATE.fullmatch(rest) or rest in words.VAGUE_NAMES or any(mark in rest for mark in _NOT_IN_NAMES)
    return None if vague else name
