"""What a plan file says, as rules ask for it again and again: each of these is worked out once for a subject."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from ipplan.model import duties as in_duties
from ipplan.model import full_duties as in_full_duties
from ipplan.model import references
from ipplan.model import texts as in_texts
from ipplan.model import timing as in_timing
from ipplan.model.blocks import walk
from ipplan.model.duty import Measured, Target
from ipplan.model.plan import bodies
from ipplan.rules.once import once

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Duty, Path
    from ipplan.model.full_duties import FullDuty
    from ipplan.model.tables import TableTask
    from ipplan.model.texts import PlacedText
    from ipplan.model.timing import Timing
    from ipplan.rules.rule import Subject

Kind = TypeVar("Kind", bound="Block | TableTask")


@once
def texts(subject: Subject) -> Sequence[PlacedText]:
    """Every printed text, in the order of the file."""
    return tuple(in_texts.texts(subject.plan_file, shared_names(subject)))


@once
def blocks(subject: Subject) -> Sequence[tuple[Path, Block | TableTask]]:
    """Every block of every body, however deep, each with its path."""
    return tuple(found for body in bodies(subject.plan_file) for found in walk(body.blocks, body.path))


@once
def _by_kind(subject: Subject) -> Mapping[type, Sequence[tuple[Path, Any]]]:
    found: dict[type, list[tuple[Path, Any]]] = defaultdict(list)
    for one in blocks(subject):
        found[type(one[1])].append(one)
    return found


def blocks_of(subject: Subject, kind: type[Kind]) -> Sequence[tuple[Path, Kind]]:
    """The blocks of exactly one kind, each with its path: most plans have few of the kinds that rules ask for."""
    return _by_kind(subject).get(kind, ())


@once
def measured(subject: Subject) -> Sequence[tuple[Path, Measured]]:
    """The blocks that can have targets, each with its path."""
    return tuple((path, block) for path, block in blocks(subject) if isinstance(block, Measured))


@once
def duties(subject: Subject) -> Sequence[tuple[Path, Duty]]:
    """Every paper, block and target, each with its path, with what it says itself."""
    return tuple(in_duties.duties(subject.plan_file))


@once
def targets(subject: Subject) -> Sequence[tuple[Path, Target]]:
    """Every target, each with its path."""
    return tuple((path, duty) for path, duty in duties(subject) if isinstance(duty, Target))


@once
def named_targets(subject: Subject) -> Sequence[tuple[Path, Target]]:
    """The targets that have names, each with its path; the name is the last step."""
    return tuple((path, target) for path, target in targets(subject) if isinstance(path[-1], str))


@once
def full_duties(subject: Subject) -> Sequence[FullDuty]:
    """Every block and target in full, with what it takes over."""
    return tuple(in_full_duties.full_duties(subject.plan_file))


@once
def timing(subject: Subject) -> Timing:
    """What holds for the schedules of the plan file."""
    return in_timing.timing(subject.plan_file)


@once
def shared_names(subject: Subject) -> dict[str, str]:
    """What can be referred to from anywhere in the plan file."""
    return references.shared_names(subject.plan_file)
