"""The groups of a decomposition table: which numbered titles each task stands under."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ipplan.terms.labels import LabelForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.tables import TableTask

_FORMS = (LabelForm.IDEOGRAPH, LabelForm.IDEOGRAPH_BRACKETED)
"""The numbers of group titles, of the outer and of the inner ones."""


class TaskGroup(NamedTuple):
    """A group: its number as printed (`一、`) and its name as the file says it."""

    label: str
    name: str


def task_groups(tasks: Sequence[TableTask]) -> Iterator[tuple[TaskGroup, ...]]:
    """For each task the groups it stands in, the outer one first; one that names none stands in those of the last."""
    above: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    for task in tasks:
        names = task.group or above
        if names != above:
            kept = _shared(above, names)
            following = numbers[kept] + 1 if kept < len(numbers) else 1
            numbers = (*numbers[:kept], following, *[1] * (len(names) - kept - 1))[: len(names)]
            above = names
        yield tuple(
            TaskGroup(form.format(number), name) for form, number, name in zip(_FORMS, numbers, names, strict=False)
        )


def banner_lines(tasks: Sequence[TableTask]) -> Iterator[tuple[str, ...]]:
    """For each task the numbered titles of the groups that begin with it, the outer one first."""
    above: tuple[TaskGroup, ...] = ()
    for groups in task_groups(tasks):
        yield tuple(group.label + group.name for group in groups[_shared(above, groups) :])
        above = groups


def _shared(above: Sequence[object], below: Sequence[object]) -> int:
    """How many groups two tasks share, counted from the outer ones."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(above, below, strict=False)))
