"""Duties in full: every block and target with what it takes over, its lead named, and its days resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import Block, Numbered
from ipplan.model.duty import Duty, Measured, Target
from ipplan.model.plan import PlanFile, bodies
from ipplan.model.tables import TableTask, TaskTable
from ipplan.terms.owners import UnitList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path


class FullDuty(NamedTuple):
    """A block or target at its path: `own` is what it says itself, `duty` that with what it takes over."""

    path: Path
    own: Measured | Target
    duty: Duty


def full_duties(plan_file: PlanFile) -> Iterator[FullDuty]:
    """Every block and target of a plan file, in its order, with owners and deadlines taken over from around it."""
    for body in bodies(plan_file):
        for found in _of_blocks(body.blocks, body.path, body.paper):
            first_leads = body.paper is not None and body.paper.first_leads
            duty = with_lead(found.duty, first_leads=first_leads)
            yield found if duty is found.duty else found._replace(duty=duty)


def with_lead(duty: Duty, *, first_leads: bool) -> Duty:
    """The duty with its lead named, where the paper says that the first of several units leads."""
    units = duty.responsible
    if not first_leads or duty.lead is not None or units is None or len(units.names) < 2:
        return duty
    return duty.model_copy(update={"lead": UnitList(units.names[0], units.names[:1], False)})


def _of_blocks(blocks: Sequence[Block | TableTask], path: Path, around: Duty | None) -> list[FullDuty]:
    found: list[FullDuty] = []
    for index, block in enumerate(blocks):
        here = (*path, index)
        if isinstance(block, TaskTable):
            found += _of_blocks(block.tasks, (*here, "tasks"), around)
        elif isinstance(block, Measured):
            found += _of_block(block, here, around)
    return found


def _of_block(block: Measured, path: Path, around: Duty | None) -> list[FullDuty]:
    duty = block.under(around)
    found = [FullDuty(path, block, duty)]
    found += [FullDuty((*path, "targets", step), target, target.under(duty)) for step, target in block.target_items()]
    if isinstance(block, Numbered) and block.body:
        found += _of_blocks(block.body, (*path, "body"), duty)
    return found
