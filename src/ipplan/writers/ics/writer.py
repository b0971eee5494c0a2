"""A ledger as a calendar: an all-day event for each deadline, a rule for what recurs.

Every event has a UID made of the entry's key, so that importing a later edition changes events instead of adding them.
Source: RFC 5545
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from ipplan.writers.ics.recurrence import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.ledger import Deadline, Entry, Ledger
    from ipplan.stylesheet import Stylesheet
    from ipplan.writers.ics.recurrence import Rule

_PRODUCT = "-//ipplan//ipplan//ZH"
_DAY = datetime.timedelta(days=1)
_SHORT = 30
"""Characters of a target that the line of a calendar shows."""


def write(ledger: Ledger, sheet: Stylesheet) -> bytes:
    """The calendar; an entry that stands in several groups is in it once."""
    del sheet
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", ledger.called)
    for entry in {entry.key: entry for entry in ledger.entries}.values():
        for number, event in enumerate(_events(entry), start=1):
            event.add("UID", entry.key if number == 1 else f"{entry.key}-{number}")
            event.add("DTSTAMP", datetime.datetime.combine(ledger.stamp, datetime.time(), datetime.UTC))
            event.add("STATUS", "TENTATIVE" if ledger.draft else "CONFIRMED")
            event.add("DESCRIPTION", _description(entry, ledger))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entry: Entry) -> Iterator[Event]:
    """The single deadlines of an entry, then what recurs."""
    for deadline in entry.deadlines:
        yield _event(entry, _first_day(deadline), deadline.end, deadline.label)
    for first, rule in series(entry.times):
        yield _event(entry, first, first, rule=rule)


def _first_day(deadline: Deadline) -> datetime.date:
    return deadline.start or deadline.end


def _event(entry: Entry, first: datetime.date, last: datetime.date, label: str = "", rule: Rule | None = None) -> Event:
    """An all-day event, which takes no one's time; its end is the day after the last."""
    event = Event()
    event.add("SUMMARY", _summary(entry, label))
    event.add("DTSTART", first)
    event.add("DTEND", last + _DAY)
    if rule is not None:
        event.add("RRULE", rule)
    event.add("TRANSP", "TRANSPARENT")
    return event


def _summary(entry: Entry, label: str) -> str:
    """Who does what: 市科技局等：促进专利技术产业化（专利实施率达70%以上）."""
    first = entry.owners[0] if entry.owners else None
    who = f"{first.names[0]}{'等' if len(first.names) > 1 else ''}：" if first is not None else ""
    target = entry.target if len(entry.target) <= _SHORT else f"{entry.target[:_SHORT]}…"
    return who + entry.task + "".join(f"（{words}）" for words in (target, label) if words)


def _description(entry: Entry, ledger: Ledger) -> str:
    source = [f"《{ledger.title}》", entry.chapter if entry.chapter != ledger.title else "", entry.number]
    lines = [
        ("目标要求", entry.target),
        *((owners.role, owners.words) for owners in entry.owners),
        *entry.persons,
        ("完成时限", entry.due),
        ("出处", " ".join(filter(None, source))),
    ]
    return "\n".join([*(f"{label}：{words}" for label, words in lines if words), *filter(None, [entry.text])])
