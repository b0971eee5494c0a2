"""A ledger as a table of values: which columns it needs, and what stands in each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.ledger import Entry, Group, Ledger

Value: TypeAlias = str | int | date | None
"""What stands in a cell; None where it is empty."""


Row: TypeAlias = "tuple[Group, Entry]"


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: its title, and for each row its value.

    `spans` tells for each row what its value belongs to; rows beside each other with the same are one merged cell.
    None where every row has a cell of its own.
    """

    title: str
    values: tuple[Value, ...]
    spans: tuple[tuple[str, ...], ...] | None = None


NUMBER, CHAPTER, TASK, TARGET, DUE = "序号", "所属部分", "工作任务", "目标要求", "完成时限"
START, END, STATUS, PROGRESS = "开始日期", "截止日期", "工作状态", "进展情况"
_ALWAYS = frozenset({NUMBER, TASK, DUE, END, STATUS, PROGRESS})


def ledger_columns(ledger: Ledger) -> list[LedgerColumn]:
    """The columns of a ledger from left to right, without those that would be empty.

    Two are there to be filled in: how far a task is, and what was done.
    """
    rows = [(group, entry) for group in ledger.groups for entry in group.entries]
    groups = [_group_column(title, place, rows) for place, title in enumerate(ledger.grouped_by)]
    number = LedgerColumn(NUMBER, tuple(range(1, len(rows) + 1)))
    others = (_column(title, value, rows) for title, value in _cells(ledger).items())
    used = (column for column in others if column.title in _ALWAYS or any(column.values))
    return [number, *groups, *used]


def _cells(ledger: Ledger) -> dict[str, Callable[[Entry], Value]]:
    """For each column how a cell is told from an entry."""
    entries = ledger.entries
    persons = dict.fromkeys(label for entry in entries for label, _ in entry.persons)
    roles = sorted({(owners.place, owners.role) for entry in entries for owners in entry.owners})
    chapter = {} if "章节" in ledger.grouped_by else {CHAPTER: lambda one: one.chapter}
    return {
        **chapter,
        TASK: task_words,
        TARGET: lambda one: one.target,
        DUE: lambda one: one.due,
        START: lambda one: one.start,
        END: lambda one: one.end,
        **{label: _person(label) for label in persons},
        **{role: _owners(role) for _, role in roles},
        STATUS: lambda one: one.status,
        PROGRESS: lambda one: one.progress,
    }


def task_words(entry: Entry) -> str:
    """The task as the paper numbers and calls it, and under it what the paper says of it."""
    return "\n".join(filter(None, (entry.number + entry.task, entry.text)))


def _person(label: str) -> Callable[[Entry], Value]:
    return lambda entry: dict(entry.persons).get(label)


def _owners(role: str) -> Callable[[Entry], Value]:
    return lambda entry: next((owners.words for owners in entry.owners if owners.role == role), None)


def _group_column(title: str, place: int, rows: list[Row]) -> LedgerColumn:
    """The names of the groups at one place; those of one group, and of groups within the same, are one cell."""
    spans = tuple(group.names[: place + 1] for group, _ in rows)
    return LedgerColumn(title, tuple(names[place] for names in spans), spans)


def _column(title: str, value: Callable[[Entry], Value], rows: list[Row]) -> LedgerColumn:
    values = tuple(value(entry) or None for _, entry in rows)
    if title == CHAPTER:
        return LedgerColumn(title, values, tuple((*group.names, entry.chapter) for group, entry in rows))
    if title == TASK:
        return LedgerColumn(title, values, tuple((*group.names, *entry.whole_task) for group, entry in rows))
    return LedgerColumn(title, values)
