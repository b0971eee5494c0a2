"""Pieces of work that somebody answers for: rows of tables, and the tasks of a text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import Task, text_keys
from ipplan.model.duty import PERSONS, ROLES, Measured, Target
from ipplan.model.tables import TableTask
from ipplan.rules.contents import full_duties
from ipplan.rules.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.model.duty import Duty, Path
    from ipplan.model.full_duties import FullDuty
    from ipplan.rules.rule import Subject

OWNER_KEYS = (*(role.key for role in ROLES), *PERSONS)
"""The keys that say who does something."""

_PASSED_ON = ("notice", "forwards")


class Work(NamedTuple):
    """A task without tasks below it, or a row of a table.

    `task` is the path of the task, `name_path` that of the name: the words of a row's target, or of the task. `duties`
    are its own in full, then those of all that stands in it; `texts` is what has its words. `targeted` tells whether
    it says what is to be reached, or that there is nothing to be said.
    """

    task: Path
    name_path: Path
    name: str
    duties: Sequence[Duty]
    texts: Sequence[Measured | Target]
    targeted: bool

    @property
    def words(self) -> str:
        """Its whole text."""
        return " ".join(map(_words, self.texts))

    def says(self, keys: Sequence[str]) -> bool:
        """Whether it or anything in it says one of these; “无” is said as well."""
        return any(getattr(duty, key) is not None for duty in self.duties for key in keys)


@once
def works(subject: Subject) -> Mapping[Path, Sequence[Work]]:
    """The work of a plan file by where it stands: the path of a table's `tasks`, or that of a paper's `body`.

    A paper that is passed on belongs to another body; what it leaves out cannot be put in here.
    """
    groups: dict[Path, list[Work]] = defaultdict(list)
    for inside in _tasks(full_duties(subject)):
        task = inside[0]
        if task.path[:2] == _PASSED_ON:
            continue
        if isinstance(task.own, TableTask):
            groups[task.path[:-1]] += _rows(inside)
        else:
            groups[_body_of(task.path)].append(_work(inside))
    return groups


def _tasks(found: Sequence[FullDuty]) -> Iterator[Sequence[FullDuty]]:
    """Each task without tasks below it, with everything in it."""
    for at, one in enumerate(found):
        if isinstance(one.own, Task | TableTask):
            end = at + 1
            while end < len(found) and found[end].path[: len(one.path)] == one.path:
                if isinstance(found[end].own, Task | TableTask):
                    break
                end += 1
            else:
                yield found[at:end]


def _body_of(path: Path) -> Path:
    """The body of the paper in which a block stands: bodies of blocks come further down its path."""
    return path[: path.index("body") + 1]


def _work(inside: Sequence[FullDuty]) -> Work:
    task = inside[0]
    texts = [one.own for one in inside]
    duties = [one.duty for one in inside]
    targeted = any("targets" in one.model_fields_set for one in texts)
    return Work(task.path, (*task.path, "task"), _name(task), duties, texts, targeted)


def _rows(inside: Sequence[FullDuty]) -> Iterator[Work]:
    """The rows that a task of a table makes: one for each target, or one without."""
    task, *targets = inside
    if not targets:
        yield _work(inside)
        return
    for target in targets:
        texts = (task.own, target.own)
        yield Work(task.path, (*target.path, "text"), _words(target.own), (target.duty,), texts, targeted=True)


def _name(task: FullDuty) -> str:
    own = task.own
    return own.task if isinstance(own, Task | TableTask) else ""


def _words(own: Measured | Target) -> str:
    return " ".join(words for key in text_keys(type(own)) if (words := getattr(own, key)) is not None)
