"""The grammar of schedules: one production for each kind, tried in order; the first that reads all the words wins."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.folding import fold
from ipplan.terms.schedule_affixes import without_end, without_start
from ipplan.terms.schedule_dates import read_by, read_deadline, read_on, read_since, read_standing, read_window
from ipplan.terms.schedule_lists import read_alternatives, read_phase, read_several, spread_numbers
from ipplan.terms.schedule_periods import read_bare_period, read_period
from ipplan.terms.schedule_recurring import read_recurring, read_recurring_list
from ipplan.terms.schedule_spans import read_immediate, read_span
from ipplan.terms.schedule_types import (
    Aimed,
    Labelled,
    Meaning,
    NamedPeriod,
    Recurring,
    Several,
    Standing,
    Window,
)

_LONGEST: Final = 120
_BLANKS: Final = lazy_pattern(r"\s+")
_BRACKETED: Final = lazy_pattern(r"[（(]([^（）()]+)[）)]")


def read_schedule(text: str) -> Meaning | None:
    """Return what `text` means as a whole, or None. Text longer than any schedule is not looked at."""
    if len(text) > _LONGEST:
        return None
    compact = _BLANKS.sub("", fold(text)).replace("月份", "月")
    compact = compact.removesuffix("。").removesuffix("；").removesuffix(";")
    bracketed = _BRACKETED.fullmatch(compact)
    whole = spread_numbers(bracketed[1] if bracketed else compact)
    return (
        read_single(whole)
        or read_alternatives(whole, read_single)
        or read_several(whole, read_single)
        or read_phase(whole, read_single)
    )


def read_single(text: str) -> Meaning | None:
    """Return the one schedule that compact folded `text` is, or None: no list, no alternatives."""
    return _read_plain(text) or _read_done(text) or _read_start(text) or _read_aim(text)


def _read_plain(text: str) -> Meaning | None:
    for production in _PRODUCTIONS:
        meaning = production(text)
        if meaning is not None:
            return meaning
    return None


def _read_done(text: str) -> Meaning | None:
    """`6月底前完成`, `12月底前取得阶段性成效`, `确保年底前完成`: what stands around adds nothing."""
    bare = without_end(without_start(text, words.FIRM), words.DONE)
    return _read_plain(bare) if bare != text else None


def _read_start(text: str) -> Labelled | None:
    """`3月启动`: a beginning, not an end."""
    bare = without_end(text, words.STARTS)
    meaning = _read_plain(bare) if bare != text else None
    return None if meaning is None else Labelled(text.removeprefix(bare), meaning)


def _read_aim(text: str) -> Aimed | None:
    """`力争6月底前完成`."""
    bare = without_start(text, words.SOFT)
    if bare == text:
        return None
    meaning = _read_plain(bare) or _read_done(bare) or _read_start(bare)
    return None if meaning is None else Aimed(meaning)


def _read_recurring(text: str) -> Recurring | Several | None:
    """`每半年开展一次督查`, `每月25日前`, `活动期间每个月至少举办一场活动`, `不定期`."""
    if text in words.IRREGULAR or without_end(text, words.IRREGULAR_DONE) in words.IRREGULAR:
        return Recurring(None, None)
    start = max(text.find("每"), 0)
    body = text[start:]
    recurring = read_recurring(body, read_deadline) or read_recurring_list(body, read_deadline)
    if recurring is None or start == 0:
        return recurring
    frame = _read_frame(text[:start].rstrip("，,"))
    if frame is None or isinstance(recurring, Several):
        return None
    return replace(recurring, within=frame)


def _read_frame(text: str) -> NamedPeriod | Window | Standing | None:
    """Return the part of the calendar in which something recurs: `活动期间`, `2024年起`, `2024—2026年`."""
    return read_since(text) or read_window(text.removesuffix("期间")) or read_period(text)


_PRODUCTIONS: Final[tuple[Callable[[str], Meaning | None], ...]] = (
    read_standing,
    read_immediate,
    _read_recurring,
    read_on,
    read_by,
    read_span,
    read_window,
    read_period,
    read_bare_period,
)
