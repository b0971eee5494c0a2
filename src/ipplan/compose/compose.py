"""A plan file and its project to a Document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.context import Context
from ipplan.compose.notice import NoticeComposer
from ipplan.compose.papers import listed_names, paper_parts
from ipplan.model.references import shared_names

if TYPE_CHECKING:
    from ipplan.compose.wording import Wording
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project


def compose(plan_file: PlanFile, project: Project, wording: Wording, *, draft: bool = False) -> tree.Document:
    """The paper that a plan file describes.

    The plan must have passed `ipplan.checker`: its references resolve, and a notice has an office to sign it.
    """
    context = Context(shared_names(plan_file), wording)
    plan, notice = plan_file.plan, plan_file.notice
    if notice is None:
        office = project.office.name if project.office else ""
        return tree.Document(context.fill(plan.title), office, tuple(paper_parts(plan, None, context)), draft=draft)
    composer = NoticeComposer(notice, project, context)
    carried = [plan]
    names = listed_names(carried, context)
    label = wording.phrase("attachment_label", number="") if plan.listed else None
    parts = (composer.part(names), *paper_parts(plan, label, context))
    return tree.Document(composer.title, composer.issuers[0], parts, composer.colophon(), draft=draft)
