"""A plan file and its project to a Document tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.context import Context
from ipplan.compose.notice import NoticeComposer
from ipplan.compose.papers import attachment_labels, forwarded_parts, listed_names, paper_parts
from ipplan.model.attachments import attached_papers
from ipplan.model.references import named_targets, shared_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.compose.wording import Wording
    from ipplan.model.plan import PlanFile
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
        parts = tuple(_notice_parts(composer, plan_file, context))
        detached = tuple(_detached(composer, plan_file, context, draft=draft))
        duplex = project.duplex if notice.duplex is None else notice.duplex
        author, colophon = composer.issuers[0], composer.colophon()
        return tree.Document(composer.name, author, parts, colophon, draft=draft, duplex=duplex, detached=detached)
    if plan is None:
        raise ValueError("a plan file without a plan and without a notice")
    office = project.office.name if project.office else ""
    return tree.Document(context.fill(plan.title), office, tuple(paper_parts(plan, None, context)), draft=draft)


def _notice_parts(composer: NoticeComposer, plan_file: PlanFile, context: Context) -> Iterator[tree.Part]:
    """The notice, what it passes on or issues without a label, and the attachments that are bound with it.

    Source: GB/T 9704—2012 §7.3.4, §7.3.7
    """
    plan, notice, attached = plan_file.plan, plan_file.notice, attached_papers(plan_file)
    yield composer.part(listed_names(attached, context))
    if notice is not None and notice.forwards is not None:
        yield from forwarded_parts(notice.forwards, context)
    if plan is not None and not plan.listed:
        yield from paper_parts(plan, None, context)
    for paper, label in zip(attached, attachment_labels(attached, context), strict=True):
        if paper.bound or label is None:
            yield from paper_parts(paper, label, context)


def _detached(
    composer: NoticeComposer, plan_file: PlanFile, context: Context, *, draft: bool
) -> Iterator[tree.Document]:
    """The attachments that are not bound with the notice, which say by its number to what they belong.

    Source: GB/T 9704—2012 §7.3.7
    """
    attached = attached_papers(plan_file)
    for paper, label in zip(attached, attachment_labels(attached, context), strict=True):
        if label is not None and not paper.bound:
            own_label = context.wording.phrase("detached_label", document_number=composer.number, label=label)
            parts = tuple(paper_parts(paper, own_label, context))
            yield tree.Document(context.fill(paper.title), composer.issuers[0], parts, draft=draft)
