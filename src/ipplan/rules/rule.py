"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipplan.diagnostics import Severity
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.yamltree.places import Path


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: a plan file that fits the schema, and the project it belongs to."""

    plan_file: PlanFile
    project: Project


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake at a path of the plan file.

    `excerpt` is the part of the value that is wrong, None for all of it; where the value has it several times,
    `occurrence` tells which, counted from 0. `at_key` points at the key instead of the value. `first` is the path of
    what stood there before, for a finding about a repetition.
    """

    path: Path
    message: str
    hint: str | None = None
    excerpt: str | None = None
    occurrence: int = 0
    at_key: bool = False
    first: Path | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable code and name, how bad a finding is, and the function that finds.

    `blocks_issue` marks findings that a draft may have but an issued paper may not. `title` says in a few Chinese words
    what is wrong, for reports that list the rules.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Subject], Iterator[Finding]]
    blocks_issue: bool = False
    title: str = ""
