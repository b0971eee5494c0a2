"""The unit register of a project: what a name in an owner list stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipplan.model.project import Project


class Register:
    """Units by all their names, and groups with their members."""

    def __init__(self, project: Project) -> None:
        self._names = {
            name: unit.name for unit in project.units for name in (unit.name, *unit.also, unit.full) if name is not None
        }
        self._members = {group.name: tuple(map(self._unit, group.members)) for group in project.groups if group.members}
        members = [name for names in self._members.values() for name in names]
        self._order = {name: place for place, name in enumerate(dict.fromkeys([*self._names.values(), *members]))}

    def units(self, name: str) -> tuple[str, ...]:
        """The units that a name means: the members of a group, else the unit by its usual name."""
        return self._members.get(name) or (self._unit(name),)

    def place(self, unit: str) -> int:
        """Where a unit stands in the register; one that is not in it stands behind all others."""
        return self._order.get(unit, len(self._order))

    def _unit(self, name: str) -> str:
        return self._names.get(name, name)
