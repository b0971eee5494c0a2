"""IP201: units and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.duties import duties
from ipplan.model.plan import ROLES
from ipplan.rules.nearest import nearest
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.project import Project


def not_in_register(subject: Subject) -> Iterator[Finding]:
    """A unit that the project's register does not know. Without a register nothing is said."""
    known = _register(subject.project)
    if not known:
        return
    for path, duty in duties(subject.plan_file):
        for role in ROLES:
            units = duty.units(role)
            for name in units.names if units is not None else ():
                if name not in known:
                    near = nearest(name, known)
                    hint = f"是不是“{near}”？" if near else "写错了就改；是新单位就加进 ipplan.yaml 的 units"
                    yield Finding((*path, role), f"单位名录里没有“{name}”", hint, name)


def _register(project: Project) -> set[str]:
    names = {group.name for group in project.groups}
    for unit in project.units:
        names |= {unit.name, *unit.also, *([unit.full] if unit.full else [])}
    return names
