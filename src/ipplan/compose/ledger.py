"""A plan file and its project to a ledger."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.allocations import allocation_nodes
from ipplan.compose.context import Context
from ipplan.compose.entries import entries
from ipplan.compose.forms import blank_form
from ipplan.compose.progress import with_progress
from ipplan.ledger import Allocation, Group, Ledger
from ipplan.model.allocations import AllocationTable
from ipplan.model.blocks import walk
from ipplan.model.breakdowns import Breakdown
from ipplan.model.forms import Form
from ipplan.model.plan import bodies
from ipplan.model.references import named_targets, shared_names
from ipplan.model.timing import timing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.blanks import BlankForm
    from ipplan.compose.wording import Wording
    from ipplan.model.plan import PlanFile
    from ipplan.model.progress import Progress
    from ipplan.model.project import Project

_NO_DAY = datetime.date(2000, 1, 1)
"""The stamp of a plan that names neither a day nor a year."""


def compose_ledger(
    plan_file: PlanFile, project: Project, progress: Progress | None, wording: Wording, *, draft: bool = False
) -> Ledger:
    """The ledger of a plan file, in the order of the paper. The plan must have passed `ipplan.checker`."""
    targets = {str(path[-1]): target for path, target in named_targets(plan_file)}
    context = Context(shared_names(plan_file), wording, targets=targets)
    found = entries(plan_file, context)
    if progress is not None:
        found = with_progress(found, progress)
    return Ledger(
        _title(plan_file, context),
        _author(plan_file, project),
        stamp_of(plan_file),
        (Group((), found),),
        draft=draft,
        forms=tuple(_forms(plan_file, context)),
        allocations=tuple(_allocations(plan_file, context)),
    )


def _forms(plan_file: PlanFile, context: Context) -> Iterator[BlankForm]:
    """The blank forms, each called by the paper it stands in."""
    for title, block in _blocks(plan_file, context):
        if isinstance(block, Form):
            yield blank_form(block, title, context)


def _allocations(plan_file: PlanFile, context: Context) -> Iterator[Allocation]:
    """The tables of what falls to each area, each called by its own title or that of the paper it stands in."""
    for title, block in _blocks(plan_file, context):
        match block:
            case AllocationTable():
                table = block
            case Breakdown():
                table = block.allocation(context.targets)
            case _:
                continue
        nodes = allocation_nodes(table, context)
        caption = next((node for node in nodes if isinstance(node, tree.Caption)), tree.Caption(""))
        (drawn,) = (node for node in nodes if isinstance(node, tree.Table))
        yield Allocation(caption.title or title, caption.unit, drawn)


def _blocks(plan_file: PlanFile, context: Context) -> Iterator[tuple[str, object]]:
    """Every block with the title of the paper it stands in, in the order of the paper."""
    for body in bodies(plan_file):
        title = context.fill(body.paper.title) if body.paper is not None else "通知"
        for _, block in walk(body.blocks, body.path):
            yield title, block


def _title(plan_file: PlanFile, context: Context) -> str:
    """The title of the plan; without a plan that of the notice, or of the paper it passes on."""
    plan, notice = plan_file.plan, plan_file.notice
    if plan is not None:
        return context.fill(plan.title)
    if notice is not None and notice.title is not None:
        return context.fill(notice.title)
    return context.fill(notice.forwards.title) if notice is not None and notice.forwards is not None else ""


def _author(plan_file: PlanFile, project: Project) -> str:
    notice = plan_file.notice
    if notice is not None and notice.issuers:
        return notice.issuers[0]
    return project.office.name if project.office is not None else ""


def stamp_of(plan_file: PlanFile) -> datetime.date:
    """The issue date, or the first day of the plan's year."""
    when = timing(plan_file)
    if when.issued is not None:
        return when.issued
    return datetime.date(when.year, 1, 1) if when.year is not None else _NO_DAY
