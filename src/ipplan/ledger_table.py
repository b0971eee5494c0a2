"""A ledger as a table of values: which columns it needs, and what stands in each cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from ipplan.terms.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ipplan.ledger import Entry, Group, Ledger

Value: TypeAlias = str | int | date | None
"""What stands in a cell; None where it is empty."""
Row: TypeAlias = "tuple[Group, Entry]"
Cells: TypeAlias = "Mapping[str, Callable[[Entry], Value]]"
"""For each column by its title how a cell is told from an entry."""

NUMBER, CHAPTER, TASK, TARGET, DUE = "序号", "所属部分", "工作任务", "目标要求", "完成时限"
START, END, STATUS, PROGRESS = "开始日期", "截止日期", "工作状态", "进展情况"
_FILLED_IN = frozenset({DUE, END, STATUS, PROGRESS})
"""Columns that a ledger has also when they are empty."""


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: its title, and for each row its value.

    `spans` tells for each row what its value belongs to; rows beside each other with the same are one merged cell.
    None where every row has a cell of its own.
    """

    title: str
    values: tuple[Value, ...]
    spans: tuple[tuple[str, ...], ...] | None = None

    def merged(self) -> Iterator[tuple[int, int]]:
        """The merged cells: the 0-based row that each begins in, and how many rows it covers."""
        first = 0
        for _, same in groupby(self.spans or ()):
            length = len(list(same))
            if length > 1:
                yield first, length
            first += length


def ledger_columns(ledger: Ledger) -> list[LedgerColumn]:
    """The columns of a ledger from left to right, without those that would be empty.

    Two are there to be filled in: how far a task is, and what was done.
    """
    several = len({entry.chapter for entry in ledger.entries}) > 1 and "章节" not in ledger.grouped_by
    chapter: Cells = {CHAPTER: lambda one: one.chapter} if several else {}
    cells: Cells = {
        **chapter,
        TASK: lambda one: "\n".join(filter(None, (_named(one), one.text))),
        TARGET: lambda one: one.target,
        DUE: lambda one: one.due,
        START: lambda one: one.start,
        END: lambda one: one.end,
        **_who(ledger.entries),
        STATUS: lambda one: one.status,
        PROGRESS: lambda one: one.progress,
    }
    rows = [(group, entry) for group in ledger.groups for entry in group.entries]
    groups = [_group_column(title, place, rows) for place, title in enumerate(ledger.grouped_by)]
    number, *others = _columns(rows, cells)
    return [number, *groups, *(one for one in others if one.title in _FILLED_IN or any(one.values))]


def list_columns(group: Group) -> list[LedgerColumn]:
    """The columns of a printed list of one group, few enough for an upright page: a target stands under its task."""
    cells: Cells = {
        TASK: lambda one: "\n".join(filter(None, (_named(one), one.target))),
        DUE: _due_with_day,
        **_who(group.entries),
        STATUS: lambda one: one.status,
        PROGRESS: lambda one: one.progress,
    }
    columns = _columns([(group, entry) for entry in group.entries], cells)
    return [replace(one, spans=None) for one in columns if any(one.values)]


def _named(entry: Entry) -> str:
    """The task as the paper numbers and calls it."""
    return entry.number + entry.task


def _due_with_day(entry: Entry) -> str:
    """The words of the deadline, and under them its last day where they name no month and no year (宣传周期间)."""
    told = entry.end is None or _TOLD.search(entry.due) is not None
    return "\n".join(filter(None, (entry.due, "" if told or entry.end is None else format_date(entry.end))))


_TOLD = re.compile("[0-9]{4}年|[0-9一二三四五六七八九十]月")


def _who(entries: Iterable[Entry]) -> Cells:
    """A column for each kind of person and each role that is used."""
    entries = list(entries)
    persons = dict.fromkeys(label for entry in entries for label, _ in entry.persons)
    roles = sorted({(owners.place, owners.role) for entry in entries for owners in entry.owners})
    return {**{label: _person(label) for label in persons}, **{role: _owners(role) for _, role in roles}}


def _person(label: str) -> Callable[[Entry], Value]:
    return lambda entry: dict(entry.persons).get(label)


def _owners(role: str) -> Callable[[Entry], Value]:
    return lambda entry: next((owners.words for owners in entry.owners if owners.role == role), None)


def _columns(rows: list[Row], cells: Cells) -> Iterator[LedgerColumn]:
    """A number for each row, then the columns; what rows of one task share is merged."""
    yield LedgerColumn(NUMBER, tuple(range(1, len(rows) + 1)))
    for title, value in cells.items():
        values = tuple(value(entry) or None for _, entry in rows)
        yield LedgerColumn(title, values, _spans(title, rows))


def _spans(title: str, rows: list[Row]) -> tuple[tuple[str, ...], ...] | None:
    if title == CHAPTER:
        return tuple((*group.names, entry.chapter) for group, entry in rows)
    if title == TASK:
        return tuple((*group.names, *entry.whole_task) for group, entry in rows)
    return None


def _group_column(title: str, place: int, rows: list[Row]) -> LedgerColumn:
    """The names of the groups at one place; those of one group, and of groups within the same, are one cell."""
    spans = tuple(group.names[: place + 1] for group, _ in rows)
    return LedgerColumn(title, tuple(names[place] for names in spans), spans)
