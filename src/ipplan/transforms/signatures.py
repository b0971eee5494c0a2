"""Keeping a signature on a page with text.

Source: GB/T 9704—2012 §7.3.3 (page 1 shows text), §7.3.5.5 (line spacing may be adjusted so that the seal fits)

A notice often has one paragraph that fills the first page but for a line or two. Word processors can only move the
whole paragraph to the signature's page and leave page 1 without text; so the lines of the page are set closer, as print
rooms do by hand, until the signature fits, or wider until the last line goes over to it. A
text of one line cannot go over; where closer lines are not enough for it, the names of a joint masthead, whose size is
free, are set smaller.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.joint_issue import joint_masthead, masthead_height
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
    room = _room(part, sheet)
    text = sum(flowing_lines(node, sheet) for node in part.nodes if isinstance(node, _TEXT))
    together = room / sum(flowing_lines(node, sheet) for node in part.nodes)
    apart = room / text
    normal, least = sheet.length("page.pitch").pt, sheet.length("signature.least_pitch").pt
    if together >= normal or apart < normal:
        return part
    if together >= least:
        return replace(part, pitch=math.floor(together * 20) / 20)
    match _lines_that_cannot_move(part, sheet):
        case 0:
            return part
        case 1:
            return _with_smaller_masthead(part, sheet)
        case _:
            return replace(part, pitch=math.ceil(apart * 20) / 20 + 0.5)


def leaves_signature_alone(part: tree.Part, sheet: Stylesheet) -> bool:
    """Whether the signature stands on page 2 without text all the same: one line of text, and no room left to win."""
    if part.pitch is not None or not _is_plain_notice(part) or _lines_that_cannot_move(part, sheet) != 1:
        return False
    lines = sum(flowing_lines(node, sheet) for node in part.nodes)
    return lines * sheet.length("page.pitch").pt > _room(part, sheet)


def _room(part: tree.Part, sheet: Stylesheet) -> float:
    """The height in pt that page 1 has for all below the title."""
    return sheet.lines_height.pt - sum(fixed_height(node, sheet) for node in part.nodes)


def _with_smaller_masthead(part: tree.Part, sheet: Stylesheet) -> tree.Part:
    """The part with its lines as close as may be, and the names of a joint masthead so small that all find room.

    As it was where that is too small, or where there are no such names.

    Source: GB/T 9704—2012 §7.2.4 (the size is not fixed), §7.3.5.5
    """
    head = next((node for node in part.nodes if isinstance(node, tree.Head)), None)
    if head is None or not head.joint:
        return part
    pitch = sheet.length("signature.least_pitch").pt
    lines = sum(flowing_lines(node, sheet) for node in part.nodes)
    height = masthead_height(head, sheet).pt + _room(part, sheet) - lines * pitch
    smaller = replace(head, height=height)
    if joint_masthead(smaller, sheet).size < sheet.length("masthead.least_size").pt:
        return part
    return replace(part, nodes=tuple(smaller if node is head else node for node in part.nodes), pitch=pitch)


_TEXT = (tree.Addressees, tree.Paragraph)


def _lines_that_cannot_move(part: tree.Part, sheet: Stylesheet) -> int:
    """The lines of the only paragraph before the signature, of which some may leave page 1 but not all; else 0."""
    paragraphs = [node for node in part.nodes if isinstance(node, tree.Paragraph)]
    listed = any(isinstance(node, tree.AttachmentList) for node in part.nodes)
    return flowing_lines(paragraphs[0], sheet) if len(paragraphs) == 1 and not listed else 0


_COUNTED = {
    tree.Head, tree.LetterHead, tree.Title, tree.Addressees, tree.Paragraph, tree.AttachmentList, tree.Signature,
    tree.Remark,
}  # fmt: skip


def _is_plain_notice(part: tree.Part) -> bool:
    """Whether the part is a signed text without headings and tables, whose height can be told by counting lines."""
    kinds = {type(node) for node in part.nodes}
    return tree.Signature in kinds and not kinds - _COUNTED
