"""Papers: a plan or an attachment with its title, body, and what is attached to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.body import body_nodes
from ipplan.model.attachments import serials

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.compose.context import Context
    from ipplan.model.plan import Forwarded, Paper


def paper_parts(paper: Paper, label: str | None, context: Context) -> Iterator[tree.Part]:
    """The paper and then its attachments, each on pages of its own; `label` is None where none is printed."""
    yield paper_part(paper, label, listed_names(paper.attachments, context), context)
    for attachment, own_label in zip(paper.attachments, attachment_labels(paper.attachments, context), strict=True):
        yield from paper_parts(attachment, own_label, context)


def paper_part(paper: Paper, label: str | None, attached: tuple[str, ...], context: Context) -> tree.Part:
    """The paper alone, with the list of what is `attached` to it."""
    nodes: list[tree.Node] = [tree.AttachmentLabel(label)] if label else []
    nodes.append(tree.Title((context.fill(paper.title),)))
    nodes += body_nodes(paper, context)
    if paper.contact is not None:
        contact = paper.contact
        words = context.wording.phrase("contact", office=contact.office, name=contact.name, phone=contact.phone)
        nodes.append(tree.Paragraph(words))
    if attached:
        nodes.append(tree.AttachmentList(attached))
    return tree.Part(tuple(nodes))


def forwarded_parts(paper: Forwarded, context: Context) -> Iterator[tree.Part]:
    """A paper that is passed on, with its number, addressees, signature and date, then its attachments."""
    own, *attached = paper_parts(paper, None, context)
    title, *body = own.nodes
    head: list[tree.Node] = [title]
    if paper.number is not None:
        head.append(tree.Origin(paper.number))
    if paper.to is not None:
        head.append(tree.Addressees(context.wording.phrase("addressees", to=paper.to)))
    foot = [tree.Signature((paper.issuer,), paper.date, sealed=False)] if paper.date is not None else []
    yield tree.Part((*head, *body, *foot))
    yield from attached


def listed_names(papers: Sequence[Paper], context: Context) -> tuple[str, ...]:
    """The titles that go into the attachment list."""
    return tuple(context.fill(paper.title) for paper in papers if paper.listed)


def attachment_labels(papers: Sequence[Paper], context: Context) -> list[str | None]:
    """附件 for a single one, 附件1, 附件2 … for several; None for what is not listed.

    Source: GB/T 9704—2012 §7.3.7
    """
    phrase = context.wording.phrase
    return [None if serial is None else phrase("attachment_label", number=serial) for serial in serials(papers)]
