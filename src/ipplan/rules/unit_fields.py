"""Where a plan file names units: in the roles of its duties, in tables of indicators, in the heads of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.duty import ROLES
from ipplan.model.tables import IndicatorTable
from ipplan.rules.contents import blocks_of, duties
from ipplan.rules.once import once
from ipplan.rules.rule import Finding
from ipplan.terms.owners import split_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.model.project import Project
    from ipplan.model.tables import Indicator
    from ipplan.rules.rule import Subject
    from ipplan.terms.owners import UnitList


_ROLE_KEYS = dict.fromkeys(role.key for role in ROLES).keys()


class NamedUnit(NamedTuple):
    """A unit in a list: the path of the list, the name, the words of the list, and where in them the name starts."""

    path: Path
    name: str
    words: str
    start: int

    def finding(self, message: str, hint: str) -> Finding:
        """A finding about this name."""
        return Finding(self.path, message, hint, self.name, self.words[: self.start].count(self.name))


def named_units(units: UnitList, path: Path) -> Iterator[NamedUnit]:
    """The names of one list, in order."""
    end = 0
    for name in units.names:
        start = units.words.find(name, end)
        end = start + len(name)
        yield NamedUnit(path, name, units.words, start)


@once
def in_roles(subject: Subject) -> Sequence[tuple[Path, UnitList]]:
    """Every list of units in a role of a duty."""
    return tuple(
        ((*path, key), units)
        for path, duty in duties(subject)
        if not _ROLE_KEYS.isdisjoint(said := duty.model_fields_set)
        for key in _ROLE_KEYS
        if key in said and (units := duty.units(key)) is not None
    )


def owners(subject: Subject) -> Iterator[tuple[Path, UnitList]]:
    """Every list of units that answer for something: roles of duties, then what tables of indicators say."""
    yield from in_roles(subject)
    for path, table in blocks_of(subject, IndicatorTable):
        yield from _of_indicators(table.indicators, (*path, "indicators"))


def _of_indicators(indicators: Sequence[Indicator], path: Path) -> Iterator[tuple[Path, UnitList]]:
    for index, indicator in enumerate(indicators):
        if indicator.responsible is not None:
            yield (*path, index, "responsible"), split_units(indicator.responsible)
        yield from _of_indicators(indicator.parts, (*path, index, "parts"))


def addressees(subject: Subject) -> Iterator[tuple[Path, UnitList]]:
    """The units a notice is sent to, where they are decided."""
    notice = subject.plan_file.notice
    for key, units in (("to", notice.to), ("copy_to", notice.copy_to)) if notice is not None else ():
        if units is not None:
            yield ("notice", key), units


def registered(project: Project) -> set[str]:
    """Every name that the register of a project knows: of units, of groups and of their members."""
    names = {name for group in project.groups for name in (group.name, *group.members)}
    for unit in project.units:
        names |= {unit.name, *unit.also, *([unit.full] if unit.full else [])}
    return names
