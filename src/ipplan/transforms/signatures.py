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
from ipplan.transforms.joint_issue import masthead_height, seal_rows
from ipplan.widths import character_width

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
    tree.Head, tree.Title, tree.Addressees, tree.Paragraph, tree.AttachmentList, tree.Signature, tree.Remark,
}  # fmt: skip


def _is_plain_notice(part: tree.Part) -> bool:
    """Whether the part is a signed text without headings and tables, whose height can be told by counting lines."""
    kinds = {type(node) for node in part.nodes}
    return tree.Signature in kinds and not kinds - _COUNTED


_NAME_INDENT = 6
"""Characters before the name of an attachment: two of indent, `附件：`, and the number."""


def flowing_lines(node: tree.Node, sheet: Stylesheet) -> int:
    """Lines whose pitch can be changed: all below the title, with the blank lines among them."""
    per_line = int(sheet.number("page.characters"))
    match node:
        case tree.Addressees():
            return _lines(node.text, per_line)
        case tree.Paragraph():
            return _lines("　" * int(sheet.number("body.indent")) + node.text, per_line)
        case tree.AttachmentList():
            above = int(sheet.number("attachments.lines_before"))
            return above + sum(_lines("　" * _NAME_INDENT + name, per_line) for name in node.names)
        case tree.Signature():
            return _signature_lines(node, sheet)
        case tree.Remark():
            return _lines(node.text, per_line)
        case _:
            return 0


def _signature_lines(node: tree.Signature, sheet: Stylesheet) -> int:
    """Names, date and the blank lines above them; what lies between rows of seals is rounded up to lines."""
    if not node.sealed:
        return int(sheet.number("signature.unsealed_lines_before")) + len(node.issuers) + 1
    look = seal_rows(node, sheet)
    between = math.ceil(look.step.pt / sheet.length("page.pitch").pt) * (len(look.rows) - 1)
    return int(sheet.number("signature.sealed_lines_before")) + between + 2


def fixed_height(node: tree.Node, sheet: Stylesheet) -> float:
    """Height in pt of what the standard fixes: the header with its distances, and the title."""
    match node:
        case tree.Head():
            mark = masthead_height(node, sheet).pt
            lines = -(-len(node.signers) // int(sheet.number("signer.per_line"))) or 1
            number = sheet.lines("number.lines_before").pt + sheet.length("page.pitch").pt * lines
            return sheet.length("masthead.top").pt + mark + number + sheet.length("red_rule.distance").pt
        case tree.Title():
            blank = sheet.lines("title.lines_before").pt + sheet.lines("title.lines_after").pt
            return blank + len(node.lines) * sheet.length("title.pitch").pt
        case _:
            return 0.0


def _lines(text: str, per_line: int) -> int:
    """Lines a paragraph fills, rounded up; Latin characters are half as wide."""
    return max(1, math.ceil(character_width(text) / per_line))
