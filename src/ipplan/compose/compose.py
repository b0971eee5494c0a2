"""A plan file and its project to a Document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.context import Context
from ipplan.compose.notice import NoticeComposer
from ipplan.compose.papers import attachment_labels, forwarded_parts, listed_names, paper_parts
from ipplan.model.references import named_targets, shared_names

if TYPE_CHECKING:
    from ipplan.compose.wording import Wording
    from ipplan.model.plan import Notice, Paper, Plan, PlanFile
    from ipplan.model.project import Project


def compose(plan_file: PlanFile, project: Project, wording: Wording, *, draft: bool = False) -> tree.Document:
    """The paper that a plan file describes.

    The plan must have passed `ipplan.checker`: its references resolve, and a notice has an office to sign it.
    """
    targets = {str(path[-1]): target for path, target in named_targets(plan_file)}
    context = Context(shared_names(plan_file), wording, targets=targets)
    plan, notice = plan_file.plan, plan_file.notice
    if notice is not None:
        composer = NoticeComposer(notice, project, context)
        parts = _notice_parts(composer, notice, plan, context)
        duplex = project.duplex if notice.duplex is None else notice.duplex
        author, colophon = composer.issuers[0], composer.colophon()
        return tree.Document(composer.name, author, parts, colophon, draft=draft, duplex=duplex)
    if plan is None:
        raise ValueError("a plan file without a plan and without a notice")
    office = project.office.name if project.office else ""
    return tree.Document(context.fill(plan.title), office, tuple(paper_parts(plan, None, context)), draft=draft)


def _notice_parts(
    composer: NoticeComposer, notice: Notice, plan: Plan | None, context: Context
) -> tuple[tree.Part, ...]:
    """The notice, what it passes on or issues without a label, and everything that it lists as attachments.

    A plan that is itself an attachment shares one numbered list with its own attachments and those of the notice.
    Source: GB/T 9704—2012 §7.3.4, §7.3.7
    """
    follows: list[tree.Part] = []
    if notice.forwards is not None:
        follows += forwarded_parts(notice.forwards, context)
    listed: list[Paper] = []
    if plan is not None and plan.listed:
        listed = [plan.model_copy(update={"attachments": []}), *plan.attachments]
    elif plan is not None:
        follows += paper_parts(plan, None, context)
    listed += notice.attachments
    for paper, label in zip(listed, attachment_labels(listed, context), strict=True):
        follows += paper_parts(paper, label, context)
    return (composer.part(listed_names(listed, context)), *follows)
