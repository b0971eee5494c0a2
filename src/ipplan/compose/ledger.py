"""A plan file and its project to a ledger."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan.compose.context import Context
from ipplan.compose.entries import entries
from ipplan.compose.forms import blank_form
from ipplan.compose.progress import with_progress
from ipplan.ledger import Group, Ledger
from ipplan.model.blocks import walk
from ipplan.model.forms import Form
from ipplan.model.plan import bodies
from ipplan.model.references import shared_names
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
    context = Context(shared_names(plan_file), wording)
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
    )


def _forms(plan_file: PlanFile, context: Context) -> Iterator[BlankForm]:
    """The blank forms, each called by the paper it stands in."""
    for body in bodies(plan_file):
        title = body.paper.title if body.paper is not None else "通知"
        for _, block in walk(body.blocks, body.path):
            if isinstance(block, Form):
                yield blank_form(block, context.fill(title), context)


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
