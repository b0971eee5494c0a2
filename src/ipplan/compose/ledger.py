"""A plan file and its project to a ledger."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan.compose.context import Context
from ipplan.compose.entries import entries
from ipplan.compose.progress import with_progress
from ipplan.ledger import Group, Ledger
from ipplan.model.references import shared_names
from ipplan.model.timing import timing

if TYPE_CHECKING:
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
        _title(plan_file, context), _author(plan_file, project), stamp_of(plan_file), (Group((), found),), draft=draft
    )


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
