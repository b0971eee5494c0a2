"""What a rule is that compares the plans of one run, and the few facts of each plan that it looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ipplan.diagnostics import Severity, Span
    from ipplan.rules.basis import Basis
    from ipplan.terms.document_number import DocumentNumber


class Spot(NamedTuple):
    """A place in a file, kept when the file itself is forgotten."""

    path: Path
    span: Span


class Name(NamedTuple):
    """A name and where it stands."""

    words: str
    spot: Spot


class Cited(NamedTuple):
    """A document that a plan cites as 《title》（number）."""

    title: Name
    number: Name


class TaskFact(NamedTuple):
    """A task that has no tasks inside: its words, the upper tasks it says it takes up, and whether it names targets."""

    name: Name
    takes_up: tuple[Name, ...]
    measured: bool


class TargetFact(NamedTuple):
    """A target: its name (None where it has none), its words, what it takes up, and its breakdown by area."""

    name: str | None
    words: Name
    takes_up: tuple[Name, ...]
    by_area: Mapping[str, str]


class Work(NamedTuple):
    """What a plan wants done."""

    tasks: tuple[TaskFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PlanFacts:
    """What is kept of a plan when the next one is read; small, since a run may have thousands of plans.

    `understood` is false for a plan with mistakes that left nothing to look at. `number` is the complete document
    number, None where there is none yet. `titles` are those under which the issue can be cited, that of the plan
    first. `uppers` are the plans that it says it implements. `work` is kept only where levels are compared.
    """

    path: Path
    understood: bool = True
    number: DocumentNumber | None = None
    number_spot: Spot | None = None
    date: datetime.date | None = None
    titles: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    uppers: tuple[Name, ...] = ()
    work: Work = field(default_factory=Work)


class Level(NamedTuple):
    """An upper plan with the plans of the run that implement it; `in_run`: it is itself checked in this run."""

    upper: PlanFacts
    lowers: tuple[PlanFacts, ...]
    in_run: bool


class Missing(NamedTuple):
    """An upper plan that cannot be had: where it is named, why, and what to do."""

    name: Name
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Run:
    """All plans of a run in the order in which they were checked, and how they implement each other."""

    plans: Sequence[PlanFacts]
    levels: Sequence[Level] = ()
    missing: Sequence[Missing] = ()


class AcrossFinding(NamedTuple):
    """A mistake that shows only when plans are compared."""

    spot: Spot
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """A rule across plans; its fields are those of `ipplan.rules.rule.Rule`, but it looks at a whole run."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Run], Iterator[AcrossFinding]]
    title: str
    basis: Basis
