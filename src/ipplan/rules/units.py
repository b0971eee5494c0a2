"""IP201, IP207–IP209: units, the register, and their roles."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from ipplan.loader.suggestions import nearest
from ipplan.model.duty import ROLES
from ipplan.model.fields import NONE_WORDS
from ipplan.rules.contents import full_duties
from ipplan.rules.unit_fields import addressees, in_roles, named_units, owners, registered
from ipplan.terms.unit_names import same_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Role
    from ipplan.model.full_duties import FullDuty
    from ipplan.rules.rule import Finding, Subject

_FULL_WIDTH = str.maketrans("(),", "（），")
_DOERS = ("lead", "responsible")
_HELPERS = ("joint", "supporting", "participating")
_APART = frozenset({*((doer, helper) for doer in _DOERS for helper in _HELPERS), *combinations(_HELPERS, 2)})
"""Roles of which one unit can have only one. A lead may be one of the responsible units; who guides may also help."""


def not_in_register(subject: Subject) -> Iterator[Finding]:
    """A unit that the project's register does not know. Without a register nothing is said.

    Whom a notice is sent to need not be in it: there only what looks like another name of a registered unit is found.
    """
    known = registered(subject.project)
    if not known:
        return
    for path, units in owners(subject):
        for unit in named_units(units, path):
            # A name that differs in the width of its brackets alone is IP501's.
            if unit.name.translate(_FULL_WIDTH) not in known and unit.name not in NONE_WORDS:
                near = _same_body(unit.name, known) or nearest(unit.name, known)
                hint = f"是不是“{near}”？" if near else "写错了就改；是新单位就加进 ipplan.yaml 的 units"
                yield unit.finding(f"单位名录里没有“{unit.name}”", hint)
    for path, units in addressees(subject):
        for unit in named_units(units, path):
            if unit.name not in known and (near := _same_body(unit.name, known)):
                yield unit.finding(f"单位名录里没有“{unit.name}”", f"是不是“{near}”？")


def _same_body(name: str, known: set[str]) -> str | None:
    return next((other for other in sorted(known) if same_body(name, other)), None)


def twice_in_list(subject: Subject) -> Iterator[Finding]:
    """A unit that stands twice in one list."""
    for path, units in owners(subject):
        if len(set(units.names)) == len(units.names):
            continue
        seen: set[str] = set()
        for unit in named_units(units, path):
            if unit.name in seen:
                yield unit.finding(f"“{unit.name}”在同一栏里写了两次", "删掉一个；本来是别的单位就改过来")
            seen.add(unit.name)


def in_two_roles(subject: Subject) -> Iterator[Finding]:
    """A unit that leads and supports the same piece of work, or has another pair of roles that exclude each other."""
    named = {path[:-1] for path, _ in in_roles(subject)}
    for found in full_duties(subject):
        if found.path not in named:
            continue
        filled = [role for role in ROLES if (units := getattr(found.duty, role.key)) is not None and units.names]
        for one, two in combinations(filled, 2):
            if (one.key, two.key) in _APART:
                yield from _shared(found, one, two)


def _shared(found: FullDuty, one: Role, two: Role) -> Iterator[Finding]:
    """The units in both roles, reported at the later role, or at the earlier where the later is taken over."""
    first, second = found.duty.units(one.key), found.duty.units(two.key)
    both = set(first.names if first else ()).intersection(second.names if second else ())
    if not both:
        return
    lists = {role: found.own.units(role.key) for role in (two, one)}
    said = next(((role, units) for role, units in lists.items() if units is not None), None)
    if said is None:
        return
    role, units = said
    taken_over = "" if all(lists.values()) else "（有一处是沿用的）"
    for unit in named_units(units, (*found.path, role.key)):
        if unit.name in both:
            message = f"“{unit.name}”既是{one.label}，又是{two.label}{taken_over}"
            yield unit.finding(message, "一个单位在一项任务里只担一种责任，留一处；不沿用的写“无”")


def group_without_members(subject: Subject) -> Iterator[Finding]:
    """A collective name that answers for something and whose members are not listed, where those of others are."""
    groups = subject.project.groups
    if not any(group.members for group in groups):
        return
    bare = {group.name for group in groups if not group.members}
    for path, units in owners(subject):
        for unit in named_units(units, path):
            if unit.name in bare:
                bare.discard(unit.name)
                yield unit.finding(
                    f"统称“{unit.name}”没有列成员，不知道是哪些单位负责",
                    "在 ipplan.yaml 的 groups 里写上它的 members",
                )
