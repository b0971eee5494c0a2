"""All duties of a plan file: who does what until when, wherever in the plan it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.blocks import Duty, Measured, walk
from ipplan.model.plan import PlanFile, walk_papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.blocks import Path


def duties(plan_file: PlanFile) -> Iterator[tuple[Path, Duty]]:
    """Every block and every target, each with its path, in the order of the file."""
    for paper_path, paper in walk_papers(plan_file.plan, ("plan",)):
        for path, block in walk(paper.body, (*paper_path, "body")):
            if isinstance(block, Measured):
                yield path, block
                yield from (((*path, "targets", step), target) for step, target in block.target_items())
