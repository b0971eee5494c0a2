"""All duties of a plan file: who does what until when, wherever in the plan it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.blocks import walk
from ipplan.model.duty import Duty, Measured
from ipplan.model.plan import PlanFile, bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path


def duties(plan_file: PlanFile) -> Iterator[tuple[Path, Duty]]:
    """Every paper, block and target, each with its path, in the order of the file, with what it says itself."""
    for body in bodies(plan_file):
        if body.paper is not None:
            yield body.path[:-1], body.paper
        for path, block in walk(body.blocks, body.path):
            if isinstance(block, Measured):
                yield path, block
                yield from (((*path, "targets", step), target) for step, target in block.target_items())
