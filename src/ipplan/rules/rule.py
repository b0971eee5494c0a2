"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipplan.diagnostics import Severity
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.rules.basis import Basis
    from ipplan.yamltree.places import Path


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: a plan file that fits the schema, and the project it belongs to."""

    plan_file: PlanFile
    project: Project


@dataclass(frozen=True, slots=True)
class Fix:
    """What should stand in place of a finding's excerpt.

    `safe` is for what changes no meaning whatever was meant; the others want a person to look at the result.
    """

    replacement: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake at a path of the plan file, or of the project file where a rule looks at that.

    `excerpt` is the part of the value that is wrong, None for all of it; where the value has it several times,
    `occurrence` tells which, counted from 0. `at_key` points at the key instead of the value. `first` is the path of
    what stood there before, for a finding about a repetition. `fix` is None where a person must decide.
    """

    path: Path
    message: str
    hint: str | None = None
    excerpt: str | None = None
    occurrence: int = 0
    at_key: bool = False
    first: Path | None = None
    fix: Fix | None = None


Checked = TypeVar("Checked")
"""What a rule looks at: a `Subject`, or a `Project` for rules about the project file itself."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Checked]):
    """A rule: its stable code and name, how bad a finding is, the function that finds, and on what it rests.

    `title` says in a few Chinese words what is wrong. `blocks_issue` marks findings that a draft may have but an issued
    paper may not. What it means at length, with a wrong and a right example, stands in `templates/rules/CODE.md`.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Checked], Iterator[Finding]]
    title: str
    basis: Basis
    blocks_issue: bool = False
