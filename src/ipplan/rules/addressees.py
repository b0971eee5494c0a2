"""IP609–IP611: to whom a paper goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.fields import OPEN
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.model.plan import Notice
    from ipplan.model.project import Project
    from ipplan.terms.owners import UnitList

_TITLES = {"to": "主送机关", "copy_to": "抄送机关"}


class _Addressee(NamedTuple):
    """A name among the addressees, and how often its characters stand before it in the same list."""

    key: str
    name: str
    occurrence: int

    @property
    def path(self) -> Path:
        return ("notice", self.key)

    def finding(self, message: str, hint: str) -> Finding:
        """A finding about this name."""
        return Finding(self.path, message, hint, self.name, self.occurrence)


def own_office(subject: Subject) -> Iterator[Finding]:
    """A paper that is sent to the office that issues it."""
    notice = subject.plan_file.notice
    if notice is None:
        return
    own = issuing_names(notice, subject.project)
    for one in _addressees(notice):
        if one.name in own:
            yield one.finding(f"{_TITLES[one.key]}里有发文机关自己：“{one.name}”", "去掉它")


def copied_again(subject: Subject) -> Iterator[Finding]:
    """An office that gets the paper as addressee, and a copy of it as well."""
    notice = subject.plan_file.notice
    if notice is None or notice.copy_to is None or notice.to is None:
        return
    for one in _addressees(notice):
        if one.key == "copy_to" and one.name in notice.to.names:
            yield one.finding(f"“{one.name}”已经是主送机关，又抄送一次", "只留一处")


def addressed_twice(subject: Subject) -> Iterator[Finding]:
    """An office that stands twice in one list."""
    notice = subject.plan_file.notice
    seen: set[tuple[str, str]] = set()
    for one in _addressees(notice) if notice is not None else ():
        if (one.key, one.name) in seen:
            yield one.finding(f"{_TITLES[one.key]}里“{one.name}”写了两次", "只留一个")
        seen.add((one.key, one.name))


def issuing_names(notice: Notice, project: Project) -> frozenset[str]:
    """The names of the bodies that issue a notice, with what the register calls them besides."""
    issuers = set(notice.issuers) or ({project.office.name} if project.office else set())
    also = {
        name
        for unit in project.units
        for called in [{unit.name, *unit.also, *([unit.full] if unit.full else [])}]
        if called & issuers
        for name in called
    }
    return frozenset(issuers | also)


def _addressees(notice: Notice) -> Iterator[_Addressee]:
    for key in _TITLES:
        units: UnitList | None = getattr(notice, key)
        if units is not None:
            yield from _listed(key, units)


def _listed(key: str, units: UnitList) -> Iterator[_Addressee]:
    end = 0
    for name in units.names:
        start = units.words.find(name, end)
        end = start + len(name)
        if name != OPEN.value:
            yield _Addressee(key, name, units.words[:start].count(name))
