"""A plan file and its project to a Document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.context import Context
from ipplan.compose.notice import NoticeComposer
from ipplan.compose.papers import attachment_labels, listed_names, paper_part, paper_parts
from ipplan.model.references import shared_names

if TYPE_CHECKING:
    from ipplan.compose.wording import Wording
    from ipplan.model.plan import Plan, PlanFile
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
    if plan.listed:
        parts = _notice_with_attachments(composer, plan, context)
    else:
        parts = (composer.part(()), *paper_parts(plan, None, context))
    return tree.Document(composer.title, composer.issuers[0], parts, composer.colophon(), draft=draft)


def _notice_with_attachments(composer: NoticeComposer, plan: Plan, context: Context) -> tuple[tree.Part, ...]:
    """A plan that is itself an attachment, and its own attachments, are all attachments of the notice.

    Source: GB/T 9704—2012 §7.3.4, §7.3.7 (one numbered list under the text)
    """
    carried = [plan, *plan.attachments]
    labels = attachment_labels(carried, context)
    parts = [paper_part(plan, labels[0], (), context)]
    for attachment, label in zip(plan.attachments, labels[1:], strict=True):
        parts += paper_parts(attachment, label, context)
    return (composer.part(listed_names(carried, context)), *parts)
