"""IP220–IP223: tasks that do not say who, what or until when, where the paper says it of the others.

What a plan must say of each task is nowhere written; it is told by the plan's own habit. A task is found when at least
three times as many beside it say what it does not, or as many where their table has a column for it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.tables import TaskTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks_of, full_duties
from ipplan.rules.rule import Finding
from ipplan.rules.work import OWNER_KEYS, Work, works
from ipplan.terms.schedule_types import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.model.full_duties import FullDuty
    from ipplan.rules.rule import Subject

_HABIT = 3
"""So many times more tasks must say something than do not, for its lack to be a slip and not a way of writing."""

_FEW_TASKS = 4
"""A plan of fewer tasks that names nobody is not reported: it may well be a fragment."""

_MANY_OWNERS = 8
"""So many different bodies cannot all be the first; fewer answer jointly in many a plan."""

_LONGEST_NAME = 20
_OWNER_IN_WORDS = lazy_pattern("牵头|负责|责任单位|配合单位|承办|主办|联合.{0,12}(?:举办|开展)")
_TIME_IN_WORDS = lazy_pattern(
    r"[0-9一二三四五六七八九十]月|年底|年内|年末|季度|半年|每[年月周日]|[日月]前|期间|全年|期内|常态|长期|日常|适时|\{\{",
    re.ASCII,
)
_FIGURE_IN_WORDS = lazy_pattern(r"[0-9]|[一二两三四五六七八九十百千][家个项件次期场所名]", re.ASCII)


def without_owner(subject: Subject) -> Iterator[Finding]:
    """A task without an owner among tasks that have one; or a plan alone that names nobody at all."""
    groups = works(subject)
    every = [work for group in groups.values() for work in group]
    if subject.plan_file.notice is None and len(every) >= _FEW_TASKS and all(_nobodys(work) for work in every):
        hint = "给任务写上 responsible（责任单位）；都由同样的单位负责的，在计划上写一次"
        yield Finding(("plan",), f"{len(every)}项任务都没有写由谁负责", hint, at_key=True)
    hint = "写上 responsible（责任单位）或 lead（牵头单位）；确实没有的写“无”"
    demanding = _tables_with(subject, OWNER_KEYS)
    for path, group in groups.items():
        habit = 1 if path in demanding else _HABIT
        for work in _exceptions(group, _nobodys, lambda work: work.says(OWNER_KEYS), habit):
            yield _missing(work, "责任单位", hint)


def _nobodys(work: Work) -> bool:
    return not work.says(OWNER_KEYS) and not _OWNER_IN_WORDS.search(work.words)


def without_target(subject: Subject) -> Iterator[Finding]:
    """A task of a table whose target is left empty among tasks that have one. In a text the whole text says it."""
    for path, group in works(subject).items():
        if path[-1] == "tasks":
            for work in _exceptions(_whole_tasks(group), _aimless, lambda work: work.targeted, _HABIT):
                yield _missing(work, "目标", "写上 targets；确实没有的写 targets: []")


def _whole_tasks(rows: Sequence[Work]) -> Sequence[Work]:
    """One row for each task; a task has all its targets or none."""
    return list({row.task: row for row in rows}.values())


def _aimless(work: Work) -> bool:
    return not work.targeted and not _FIGURE_IN_WORDS.search(work.words)


def without_deadline(subject: Subject) -> Iterator[Finding]:
    """A task without a deadline among tasks that have one. An activity from one day to another ends with it."""
    plan = subject.plan_file.plan
    if plan is not None and plan.period is not None and isinstance(plan.period.meaning, Window):
        return
    demanding = _tables_with(subject, ("due",))
    for path, group in works(subject).items():
        habit = 1 if path in demanding else _HABIT
        for work in _exceptions(group, _open_ended, lambda work: work.says(("due",)), habit):
            yield _missing(work, "时限", "写上 due（完成时限）；确实没有的写“无”")


def _open_ended(work: Work) -> bool:
    return not work.says(("due",)) and not _TIME_IN_WORDS.search(work.words)


def _missing(work: Work, what: str, hint: str) -> Finding:
    name = work.name if len(work.name) <= _LONGEST_NAME else work.name[:_LONGEST_NAME] + "……"
    return Finding(work.name_path, f"“{name}”没有{what}，别的任务大多有", hint)


def _tables_with(subject: Subject, keys: Collection[str]) -> Collection[Path]:
    """The paths of the `tasks` of tables whose columns are given and show one of these."""
    return {
        (*path, "tasks")
        for path, table in blocks_of(subject, TaskTable)
        if any(column.shows in keys for column in table.columns or ())
    }


def _exceptions(
    group: Sequence[Work], lacks: Callable[[Work], bool], has: Callable[[Work], bool], habit: int
) -> Sequence[Work]:
    """Those of a group that lack what `habit` times as many have in a key of its own; not where a section lacks it."""
    lacking = [work for work in group if lacks(work)]
    if not lacking or sum(map(has, group)) < habit * len(lacking):
        return []
    beside = Counter(work.task[:-1] for work in group)
    beside.subtract(work.task[:-1] for work in lacking)
    return [work for work in lacking if beside[work.task[:-1]] or len(lacking) == 1]


class _Joint(NamedTuple):
    """Several responsible units: where they stand, and whether one of them leads."""

    found: FullDuty
    owners: int
    led: bool


def without_lead(subject: Subject) -> Iterator[Finding]:
    """Several responsible units of which none leads, where others have a lead, or where they are very many."""
    joint = [one for found in full_duties(subject) if (one := _joint(found)) is not None]
    led = sum(one.led for one in joint)
    habit = led >= _HABIT * (len(joint) - led)
    for one in joint:
        if not one.led and (habit or one.owners >= _MANY_OWNERS):
            others = "，别的任务大多有" if habit else ""
            message = f"{one.owners}个责任单位，没有牵头单位{others}"
            yield Finding((*one.found.path, "responsible"), message, "定一个单位牵头，写在 lead 里")


def _joint(found: FullDuty) -> _Joint | None:
    """The responsible units of a duty that names them itself; None where they are few or each of its own area."""
    units = found.own.responsible
    if units is None or len(units.names) < 2 or _alike(units.names):
        return None
    lead = found.duty.lead
    return _Joint(found, len(units.names), led=lead is not None or bool(found.duty.lead_person))


def _alike(names: Sequence[str]) -> bool:
    """Nearly all of one kind, one for each area (南湖区政府、秀洲区政府、开发区管委会): each answers for its own."""
    return 4 * Counter(name[-2:] for name in names).most_common(1)[0][1] >= 3 * len(names)
