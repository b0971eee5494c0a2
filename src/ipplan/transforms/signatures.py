"""Keeping a signature on a page with text.

Source: GB/T 9704—2012 §7.3.3 (page 1 shows text), §7.3.5.5 (line spacing may be adjusted so that the seal fits)

A notice often has one paragraph that fills the first page but for a line or two. Word processors can only move the
whole paragraph to the signature's page and leave page 1 without text; so the lines of the page are set closer, as print
rooms do by hand, until the signature fits, or wider until the last line goes over to it.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.text_heights import fixed_height, flowing_lines

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet


def settle_signature_pages(document: tree.Document, sheet: Stylesheet) -> tree.Document:
    """The document with another line pitch on a first page that would otherwise end just before the signature."""
    return replace(document, parts=tuple(_settled(part, sheet) for part in document.parts))


def _settled(part: tree.Part, sheet: Stylesheet) -> tree.Part:
    """The part with the pitch that puts text and signature on one page: all on page 1, or the last line on page 2."""
    if not _is_plain_notice(part):
        return part
    room = sheet.length("page.text_height").pt - sum(fixed_height(node, sheet) for node in part.nodes)
    text = sum(flowing_lines(node, sheet) for node in part.nodes if isinstance(node, _TEXT))
    together = room / sum(flowing_lines(node, sheet) for node in part.nodes)
    apart = room / text
    normal, least = sheet.length("page.pitch").pt, sheet.length("signature.least_pitch").pt
    if together >= normal or apart < normal:
        return part
    if together >= least:
        return replace(part, pitch=math.floor(together * 20) / 20)
    return replace(part, pitch=math.ceil(apart * 20) / 20 + 0.5) if _cannot_move(part, sheet) else part


_TEXT = (tree.Addressees, tree.Paragraph)


def _cannot_move(part: tree.Part, sheet: Stylesheet) -> bool:
    """Whether the signature follows the only paragraph, of which a line may leave page 1 but not the whole."""
    paragraphs = [node for node in part.nodes if isinstance(node, tree.Paragraph)]
    listed = any(isinstance(node, tree.AttachmentList) for node in part.nodes)
    return len(paragraphs) == 1 and flowing_lines(paragraphs[0], sheet) > 1 and not listed


_COUNTED = {
    tree.Head, tree.LetterHead, tree.Title, tree.Addressees, tree.Paragraph, tree.AttachmentList, tree.Signature,
    tree.Remark,
}  # fmt: skip


def _is_plain_notice(part: tree.Part) -> bool:
    """Whether the part is a signed text without headings and tables, whose height can be told by counting lines."""
    kinds = {type(node) for node in part.nodes}
    return tree.Signature in kinds and not kinds - _COUNTED
