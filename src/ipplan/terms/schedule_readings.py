"""What a schedule names, and where its words leave more than one reading."""

from collections.abc import Iterator
from typing import assert_never

from ipplan.terms.partial_date import Part, PartialDate
from ipplan.terms.schedule_types import (
    Aimed,
    Ambiguity,
    By,
    DateEdge,
    Either,
    Event,
    Immediate,
    Labelled,
    Meaning,
    MonthOfPeriod,
    NamedPeriod,
    On,
    Recurring,
    Several,
    Standing,
    Window,
    Within,
)


def dates_of(meaning: Meaning) -> tuple[PartialDate, ...]:
    """Return every date that the meaning names, in order."""
    match meaning:
        case On() | By():
            return (meaning.date,)
        case Window():
            return (*_known(meaning.start), meaning.end)
        case Standing():
            return _known(meaning.since)
        case Within():
            return _known(meaning.after)
        case Recurring():
            return (*(dates_of(meaning.within) if meaning.within else ()), *_dates_inside(meaning))
        case NamedPeriod() | Immediate():
            return ()
        case Labelled() | Aimed():
            return dates_of(meaning.meaning)
        case Several() | Either():
            return tuple(date for part in meaning.parts for date in dates_of(part))
        case _:
            assert_never(meaning)


def _known(date: PartialDate | Event | None) -> tuple[PartialDate, ...]:
    return (date,) if isinstance(date, PartialDate) else ()


def _dates_inside(meaning: Recurring) -> tuple[PartialDate, ...]:
    match meaning.at:
        case PartialDate() as date:
            return (date,)
        case MonthOfPeriod() as month:
            return (month.date,)
        case Window() as window:
            return dates_of(window)
        case _:
            return ()


def ambiguities_of(meaning: Meaning) -> tuple[Ambiguity, ...]:
    """Return why the words can be read in more than one way, each reason once; empty when they cannot."""
    return tuple(dict.fromkeys(_ambiguities(meaning)))


def _ambiguities(meaning: Meaning) -> Iterator[Ambiguity]:
    match meaning:
        case By() if meaning.ambiguous:
            yield Ambiguity.BEFORE_PERIOD
        case Recurring() if _is_open(meaning):
            yield Ambiguity.BEFORE_PERIOD
        case Either():
            yield Ambiguity.ALTERNATIVES
            yield from (reason for part in meaning.parts for reason in _ambiguities(part))
        case Several():
            yield from (reason for part in meaning.parts for reason in _ambiguities(part))
        case Labelled() | Aimed():
            yield from _ambiguities(meaning.meaning)
        case _:
            pass
    if not isinstance(meaning, Several | Either) and any(date.part is Part.START for date in dates_of(meaning)):
        yield Ambiguity.VAGUE


def _is_open(meaning: Recurring) -> bool:
    """Return whether a recurring deadline lies before a whole month or part: 每年6月前."""
    date = meaning.at.date if isinstance(meaning.at, MonthOfPeriod) else meaning.at
    return meaning.edge is DateEdge.BEFORE and isinstance(date, PartialDate) and date.day is None
