"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path as FilePath

    from ipplan.diagnostics import Severity
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.rules.basis import Basis
    from ipplan.yamltree.places import Path


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What rules look at: a plan file that fits the schema, and the project it belongs to.

    `folder` is that of the project file, None without one. `written` are the texts of the files that the plan comes
    from, empty where they are not known. `answers` are what was worked out of it so far, by the function that did; see
    `ipplan.rules.once`.
    """

    plan_file: PlanFile
    project: Project
    folder: FilePath | None = None
    written: tuple[str, ...] = ()
    answers: dict[Callable[[Subject], object], object] = field(default_factory=dict, repr=False)

    def may_say(self, sign: str) -> bool:
        """Whether a sign can stand in any value: if it stands in a file, or if an escape may stand for part of it."""
        return not self.written or any(sign in text or "\\" in text for text in self.written)


class Replacement(NamedTuple):
    """Words that should stand in place of others, which begin at a 0-based character of the value at a path."""

    path: Path
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What should stand in place of a finding's excerpt, and what must be replaced with it, like the other bracket.

    `safe` is for what changes no meaning whatever was meant: marks, spaces, the form of a figure. What touches words or
    numbers wants a person to look at the result. `together` says that replacing only some of it would be wrong.
    """

    replacement: str
    safe: bool = True
    also: tuple[Replacement, ...] = ()
    together: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake at a path of the plan file, or of the project file where a rule looks at that.

    `excerpt` is the part of the value that is wrong, None for all of it; where the value has it several times,
    `occurrence` tells which, counted from 0; `start` is the character of the value, from 0, that it begins with, where
    the rule knows it. `at_key` points at the key instead of the value. `first` is the path of what stood there before,
    for a finding about a repetition; `other` that of what it does not agree with, wherever that stands. `fix` is None
    where a person must decide.
    """

    path: Path
    message: str
    hint: str | None = None
    excerpt: str | None = None
    occurrence: int = 0
    at_key: bool = False
    first: Path | None = None
    other: Path | None = None
    fix: Fix | None = None
    start: int | None = None


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
