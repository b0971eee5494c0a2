"""Entries in groups: by unit, by month, by section, by status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from ipplan.formats import By
from ipplan.ledger import Entry, Group, Ledger
from ipplan.terms.status import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.compose.register import Register

TITLES = {By.UNIT: ("单位", "职责"), By.DATE: ("月份",), By.SECTION: ("章节",), By.STATUS: ("状态",)}
"""What the names of a group are."""
_LEADING = frozenset({"lead", "responsible"})
LEADS, SUPPORTS = "牵头负责", "配合参与"
"""The part of a unit in what it does."""
_NO_UNIT, _NO_DAY, _NO_DUE, _NO_STATUS = "没有写明单位", "长期或没有定到日", "没有写时限", "没有填报"


def grouped(ledger: Ledger, by: By, register: Register) -> Ledger:
    """The entries of a ledger in groups; one that belongs to several groups stands in each."""
    match by:
        case By.UNIT:
            groups = list(_by_unit(ledger.entries, register))
        case By.DATE:
            groups = list(_by_month(ledger.entries))
        case By.SECTION:
            groups = [Group((name,), tuple(same)) for name, same in groupby(ledger.entries, lambda one: one.chapter)]
        case By.STATUS:
            groups = list(_by_status(ledger.entries))
    return replace(ledger, forms=(), groups=tuple(groups), grouped_by=TITLES[by])


def split(ledger: Ledger) -> dict[str, Ledger]:
    """For each unit (month, section, status) a ledger of its own."""
    names = dict.fromkeys(group.names[0] for group in ledger.groups)
    own = {name: tuple(group for group in ledger.groups if group.names[0] == name) for name in names}
    return {name: replace(ledger, groups=groups) for name, groups in own.items()}


def _by_unit(entries: Sequence[Entry], register: Register) -> Iterator[Group]:
    """What each unit leads, then what it supports, each by date; the units in the order of the register."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        for unit, part in _parts(entry, register):
            found.setdefault(unit, {LEADS: [], SUPPORTS: []})[part].append(entry)
    for unit in sorted(found, key=register.place):
        for part, own in found[unit].items():
            if own:
                yield Group((unit, part), tuple(sorted(own, key=_last_day)))
    unowned = tuple(entry for entry in entries if not entry.owners)
    if unowned:
        yield Group((_NO_UNIT, ""), unowned)


def _parts(entry: Entry, register: Register) -> dict[tuple[str, str], None]:
    """Each unit of an entry with its part; one that leads is not listed again among those that support."""
    parts: dict[tuple[str, str], None] = {}
    for owners in entry.owners:
        part = LEADS if owners.key in _LEADING else SUPPORTS
        for unit in (unit for name in owners.names for unit in register.units(name)):
            if (unit, LEADS) not in parts:
                parts[unit, part] = None
    return parts


def _last_day(entry: Entry) -> date:
    return entry.end or date.max


def _by_month(entries: Sequence[Entry]) -> Iterator[Group]:
    """What is due in each month, by day, then what has no day; each time of what recurs stands in its month."""
    due = [replace(entry, end=day) for entry in entries for day in entry.days]
    for (year, month), same in groupby(sorted(due, key=_last_day), lambda one: _month(_last_day(one))):
        yield Group((f"{year}年{month}月",), tuple(same))
    undated = [entry for entry in entries if not entry.days]
    for name, some in (
        (_NO_DAY, [one for one in undated if one.due]),
        (_NO_DUE, [one for one in undated if not one.due]),
    ):
        if some:
            yield Group((name,), tuple(some))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _by_status(entries: Sequence[Entry]) -> Iterator[Group]:
    for status in (*STATUSES, ""):
        same = tuple(entry for entry in entries if entry.status == status)
        if same:
            yield Group((status or _NO_STATUS,), same)
