"""How high the nodes of a text come out on paper, told by counting lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.joint_issue import masthead_height, masthead_size, seal_rows
from ipplan.transforms.letter import letter_places
from ipplan.transforms.signed import signed_lines
from ipplan.widths import character_width

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

_NAME_INDENT = 6
"""Characters before the name of an attachment: two of indent, `附件：`, and the number."""


def flowing_lines(node: tree.Node, sheet: Stylesheet) -> int:
    """Lines whose pitch can be changed: all below the title, with the blank lines among them."""
    per_line = int(sheet.number("page.characters"))
    match node:
        case tree.Addressees():
            return _lines(node.text, per_line)
        case tree.Paragraph():
            lead = node.lead.label + node.lead.text if node.lead is not None else ""
            return _lines("　" * int(sheet.number("body.indent")) + lead + node.text, per_line)
        case tree.AttachmentList():
            above = int(sheet.number("attachments.lines_before"))
            return above + sum(_lines("　" * _NAME_INDENT + name, per_line) for name in node.names)
        case tree.Signature():
            return _signature_lines(node, sheet)
        case tree.PersonalSignature():
            look, pitch = signed_lines(node, sheet), sheet.length("page.pitch").pt
            blank = sum(length.pt for length in (*look.above, look.above_date))
            return math.ceil(blank / pitch) + len(node.signers) + 1
        case tree.Attendance():
            label = "　" * int(sheet.number("attendance.indent"))
            lists = sum(_lines(label + title + "：" + names, per_line) for title, names in node.lists)
            return int(sheet.number("attendance.lines_before")) + lists
        case tree.Remark():
            return _lines(node.text, per_line)
        case _:
            return 0


def _signature_lines(node: tree.Signature, sheet: Stylesheet) -> int:
    """Names, date and the blank lines above them; what lies between rows of seals is rounded up to lines."""
    if not node.sealed:
        return int(sheet.number("signature.unsealed_lines_before")) + len(node.names) + 1
    look = seal_rows(node, sheet)
    between = math.ceil(look.step.pt / sheet.length("page.pitch").pt) * (len(look.rows) - 1)
    return int(sheet.number("signature.sealed_lines_before")) + between + 2 + bool(node.sealed_by)


def fixed_height(node: tree.Node, sheet: Stylesheet) -> float:
    """Height in pt of what the standard fixes: the header with its distances, and the title."""
    match node:
        case tree.Head():
            mark = masthead_height(node, sheet).pt
            lines = -(-len(node.signers) // int(sheet.number("signer.per_line"))) or 1 + bool(node.office)
            number = sheet.lines("number.lines_before").pt + sheet.length("page.pitch").pt * lines
            above = sheet.length("page.overhang").pt + sheet.length("masthead.top").pt
            return above + mark + number + sheet.length("red_rule.distance").pt
        case tree.LetterHead():
            marks = sum(map(bool, (node.copy_number, node.classification, node.urgency))) or 1
            return letter_places(node, sheet).first_line.pt + marks * sheet.length("page.pitch").pt
        case tree.OrderHead():
            around = sheet.lines("order.number_lines_before") + sheet.lines("order.number_lines_after")
            mark = sheet.length("order.top").pt + masthead_size(node.masthead, sheet)
            return mark + around.pt + sheet.length("page.pitch").pt
        case tree.Title():
            blank = sheet.lines("title.lines_before").pt + sheet.lines("title.lines_after").pt
            return blank + len(node.lines) * sheet.length("title.pitch").pt
        case _:
            return 0.0


def node_height(node: tree.Node, before: tree.Node | None, sheet: Stylesheet) -> float:
    """The height in pt of a node behind `before`, None where it begins a page; a table has none here."""
    pitch, small = sheet.length("page.pitch").pt, sheet.length("table.pitch").pt
    per_line = int(sheet.number("page.characters"))
    match node:
        case tree.Title():
            label = sheet.number("attachment_title.line") - 2
            blank = {
                tree.Head: sheet.number("title.lines_before"),
                tree.LetterHead: sheet.number("title.lines_before"),
                tree.AttachmentLabel: label,
            }.get(type(before), 0.0)
            lines = blank + sheet.number("title.lines_after")
            return lines * pitch + len(node.lines) * sheet.length("title.pitch").pt
        case tree.Heading():
            return _lines("　　" + node.label + node.text + node.behind, per_line) * pitch
        case tree.Chapter():
            return (3 if node.rank == 1 else 1) * pitch
        case tree.Caption():
            return (small + pitch / 2 if node.title else 0.0) + (small if node.unit else 0.0)
        case tree.Note():
            return (
                _lines("　　" + node.text, int(sheet.length("page.text_width").pt / sheet.length("table.size").pt))
                * small
            )
        case tree.Box():
            return (len(node.paragraphs) + 1) * small + pitch / 2
        case tree.FillIn():
            line = small if node.below else pitch
            return len(node.lines) * (line + sheet.length("table.fill_in_distance").pt)
        case tree.AttachmentLabel():
            return pitch
        case tree.Origin():
            return 2 * pitch
        case _:
            return fixed_height(node, sheet) + flowing_lines(node, sheet) * pitch


def height_with_last_row(after: tree.Node | None, sheet: Stylesheet) -> float:
    """The height in pt of what stays with the last row of a table before it: lines to be signed; 0.0 for nothing."""
    return node_height(after, None, sheet) if isinstance(after, tree.FillIn) and after.below else 0.0


def _lines(text: str, per_line: int) -> int:
    """Lines a paragraph fills, rounded up; Latin characters are half as wide."""
    return max(1, math.ceil(character_width(text) / per_line))
