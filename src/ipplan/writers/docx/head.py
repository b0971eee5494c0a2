"""The header: marks at the top left, masthead, document number with signers, red rule; and the head of an order.

Source: GB/T 9704—2012 §7.2, §10.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.joint_issue import joint_masthead, masthead_height, masthead_size
from ipplan.units import Length
from ipplan.widths import spaced_width
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs, solid
from ipplan.writers.docx.styles import rule_distance

if TYPE_CHECKING:
    from ipplan.document import Head, OrderHead
    from ipplan.stylesheet import Stylesheet


def head(node: Head, sheet: Stylesheet, *, titled: bool) -> str:
    """The whole header as block-level elements; without a title below it keeps the text away from the rule."""
    marks = _marks(node, sheet)
    from_first_line = sheet.length("page.overhang") + sheet.length("masthead.top")
    above = (from_first_line - sheet.length("page.pitch") * len(marks)).twips
    if node.preprinted:
        masthead = paragraph("Masthead", "", Properties(before=above, line=masthead_height(node, sheet).twips))
    elif node.joint:
        masthead = _joint_masthead(node, sheet, above)
    else:
        masthead = _masthead(node.masthead, sheet, above)
    number = _number(node, sheet, None if titled else sheet.lines("title.lines_before").twips)
    return "".join(marks) + masthead + number + (_room_for_rule(sheet) if node.preprinted else "")


def order_head(node: OrderHead, sheet: Stylesheet) -> str:
    """Masthead and number of an order; its text begins without a title."""
    above = sheet.length("page.overhang") + sheet.length("order.top")
    return _masthead(node.masthead, sheet, above.twips) + paragraph("OrderNumber", runs(node.number))


def _room_for_rule(sheet: Stylesheet) -> str:
    """What the border of a document number takes; spaces of two paragraphs are not added up everywhere."""
    room = rule_distance(sheet) + sheet.length("red_rule.width").pt
    return paragraph("Anchor", "", Properties(line=round(room * 20)))


def _number_style(node: Head) -> str:
    """The document number brings the red rule along where the paper has none yet."""
    return "PreprintedNumber" if node.preprinted else "DocumentNumber"


def _number(node: Head, sheet: Stylesheet, below: int | None) -> str:
    """The number with what stands beside or below it, down to the red rule; `below` is the room under that in twips."""
    if node.signers:
        return _signers(node, sheet)
    style = _number_style(node)
    if not node.office:
        return paragraph(style, runs(node.number), Properties(after=below))
    above = sheet.lines("number.lines_before").twips
    number = paragraph("Signers", runs(node.number), Properties(before=above, align="center", keep_next=True))
    right = (("right", sheet.length("page.text_width").twips),)
    line = Properties(before=0, after=below, tabs=right, align="left")
    return number + paragraph(style, runs(node.office) + _TAB + runs(node.date), line)


def _marks(node: Head, sheet: Stylesheet) -> list[str]:
    """Copy number, classification and urgency, one a line; a classification without a number leaves its line free."""
    reserved = int(sheet.number("classification.line")) - 1 if node.classification else 0
    marks = [paragraph("CopyNumber", runs(node.copy_number))] if node.copy_number else []
    marks += [paragraph("CopyNumber", "")] * (reserved - len(marks))
    for style, words in (("Classification", node.classification), ("Urgency", node.urgency)):
        if words:
            marks.append(paragraph(style, solid(words)))
    return marks


def _masthead(words: str, sheet: Stylesheet, above: int) -> str:
    """One line in red, as large as the line allows; `above` is its distance in twips from what stands before it."""
    size = masthead_size(words, sheet)
    return paragraph("Masthead", runs(words, size=size), Properties(before=above, line=size * 20))


def _joint_masthead(node: Head, sheet: Stylesheet, above: int) -> str:
    """The names one under the other, spread to one width, and 文件 beside them at half their height.

    A table has no distance of its own from what stands before it, so a paragraph without height keeps it.
    """
    look = joint_masthead(node, sheet)
    widths = [look.names.twips, *([look.beside.twips] if node.beside else [])]
    rows = []
    for index, name in enumerate(node.joint):
        cells = _cell(widths[0], name, look.size, "distribute")
        if node.beside:
            cells += _cell(widths[1], "" if index else node.beside, look.size, "right", _MERGED if index else _MIDDLE)
        height = Length(look.size) if index + 1 == len(node.joint) else look.pitch
        rows.append(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height.twips}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'
        )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        paragraph("Anchor", "", Properties(before=above - _THIN, line=_THIN))
        + f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        + f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
        + f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


_MIDDLE = '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'
_MERGED = '<w:vMerge/><w:vAlign w:val="center"/>'
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
"""LibreOffice puts margins of its own where a table says nothing, whatever its style says."""


_THIN = 20
"""Twips: the least height of a line that word processors agree on."""


def _cell(width: int, words: str, size: int, align: str, merge: str = "") -> str:
    line = Properties(line=Length(size).twips, align=align)
    content = paragraph("Masthead", runs(words, size=size), line)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{content}</w:tc>'


def _signers(node: Head, sheet: Stylesheet) -> str:
    """The signers at the right, some a line, names under names; the number at the left of the last line."""
    stops, per_line = _stops(node, sheet)
    lines = [node.signers[start : start + per_line] for start in range(0, len(node.signers), per_line)]
    written = []
    for index, names in enumerate(lines):
        first, last = index == 0, index + 1 == len(lines)
        content = _TAB + (runs(node.number) if last else "") + _TAB
        content += runs(node.signer_label) if first else _TAB
        content += _TAB.join(runs(name, "Signer") for name in names)
        above = sheet.lines("number.lines_before").twips if first else 0
        place = Properties(before=above, tabs=stops, align="left", keep_next=not last)
        written.append(paragraph(_number_style(node) if last else "Signers", content, place))
    return "".join(written)


_TAB = "<w:r><w:tab/></w:r>"


def _stops(node: Head, sheet: Stylesheet) -> tuple[tuple[tuple[str, int], ...], int]:
    """The tab stops of number, label and names, and how many names a line has: no more than the number allows."""
    character = sheet.characters("signer.indent").pt / sheet.number("signer.indent")
    number = sheet.number("number.indent") + spaced_width(node.number)
    right = sheet.length("page.text_width").pt / character - sheet.number("signer.indent")
    widest = max(spaced_width(name) for name in node.signers)
    label = spaced_width(node.signer_label)
    for per_line in range(min(int(sheet.number("signer.per_line")), len(node.signers)), 0, -1):
        names = [right - widest - place * (widest + 1) for place in reversed(range(per_line))]
        if names[0] - label >= number + 1:
            break
    places = (sheet.number("number.indent"), names[0] - label, *names)
    return tuple(("left", round(place * character * 20)) for place in places), per_line
