"""IP201: units and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.loader.suggestions import nearest
from ipplan.model.duties import duties
from ipplan.model.duty import ROLES
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.model.project import Project
    from ipplan.terms.owners import UnitList


def not_in_register(subject: Subject) -> Iterator[Finding]:
    """A unit that the project's register does not know. Without a register nothing is said."""
    known = _register(subject.project)
    if not known:
        return
    for path, duty in duties(subject.plan_file):
        for role in ROLES:
            units = duty.units(role.key)
            if units is not None:
                yield from _unknown(units, known, (*path, role.key))


def _unknown(units: UnitList, known: set[str], path: Path) -> Iterator[Finding]:
    end = 0
    for name in units.names:
        start = units.words.find(name, end)
        end = start + len(name)
        if name not in known:
            near = nearest(name, known)
            hint = f"是不是“{near}”？" if near else "写错了就改；是新单位就加进 ipplan.yaml 的 units"
            yield Finding(path, f"单位名录里没有“{name}”", hint, name, units.words[:start].count(name))


def _register(project: Project) -> set[str]:
    names = {name for group in project.groups for name in (group.name, *group.members)}
    for unit in project.units:
        names |= {unit.name, *unit.also, *([unit.full] if unit.full else [])}
    return names
