"""References in prose: `{{ name }}` says again what stands once elsewhere in the plan file.

A reference is a name and nothing more; no code runs. Names are, nearest first: keys of the block the text stands in or
of what is around it (`due`, `person`, `lead`, `responsible` and the other roles), names of targets and facts anywhere
in the plan, and `plan.title`, `plan.theme`, `plan.period`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import walk
from ipplan.model.duty import PERSONS, ROLES, Duty, Measured, Target
from ipplan.model.plan import PlanFile, bodies
from ipplan.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path

_REFERENCE = lazy_pattern(r"\{\{([^{}]*)\}\}")


class Reference(NamedTuple):
    """A reference in a text: 0-based offsets of the whole `{{ … }}`, the end exclusive, and the name inside."""

    start: int
    end: int
    name: str


def find_references(text: str) -> Iterator[Reference]:
    """The references in a text, in order."""
    for match in _REFERENCE.finditer(text):
        yield Reference(match.start(), match.end(), match[1].strip())


def fill_references(text: str, names: Mapping[str, str]) -> str:
    """The text with every reference replaced.

    Raises:
        KeyError: if a name is not known; `ipplan.rules` reports such names before anything is composed.
    """
    return _REFERENCE.sub(lambda match: names[match[1].strip()], text) if "{{" in text else text


def shared_names(plan_file: PlanFile) -> dict[str, str]:
    """What can be referred to from anywhere in the plan file."""
    names: dict[str, str] = {}
    plan = plan_file.plan
    if plan is not None:
        known = {"plan.title": plan.title, "plan.theme": plan.theme, "plan.period": plan.period}
        names = {name: str(value) for name, value in known.items() if value is not None} | plan.facts
    names.update({str(path[-1]): target.text for path, target in named_targets(plan_file)})
    return names


def own_names(duty: Duty) -> dict[str, str]:
    """What a text can refer to in its own block."""
    names = {role.key: units.words for role in ROLES if (units := duty.units(role.key)) is not None}
    names |= {key: person for key in PERSONS if (person := getattr(duty, key)) is not None}
    if duty.due is not None:
        names["due"] = str(duty.due)
    return names


def names_inside(duty: Duty, names: Mapping[str, str]) -> Mapping[str, str]:
    """The names that hold inside a block: its own before those from around it."""
    return names if duty.says_nothing else _Names(duty, names)


class _Names(Mapping[str, str]):
    """Names of a block before those from around it, without copying the latter; few texts ask for any."""

    def __init__(self, duty: Duty, around: Mapping[str, str]) -> None:
        self._duty = duty
        self._around = around

    @cached_property
    def _own(self) -> Mapping[str, str]:
        return own_names(self._duty)

    def __getitem__(self, name: str) -> str:
        return self._own[name] if name in self._own else self._around[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from (name for name in self._around if name not in self._own)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def named_targets(plan_file: PlanFile) -> Iterator[tuple[Path, Target]]:
    """The targets that have names, each with its path; the name is the last step."""
    for body in bodies(plan_file):
        for path, block in walk(body.blocks, body.path):
            if isinstance(block, Measured) and isinstance(block.targets, dict):
                yield from (((*path, "targets", name), target) for name, target in block.targets.items())
