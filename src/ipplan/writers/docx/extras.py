"""What only some papers have: boxes, captions, lines to fill in, a table of contents, who took part in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.units import Length
from ipplan.writers.docx.paragraphs import Properties, indent, paragraph
from ipplan.writers.docx.runs import runs

if TYPE_CHECKING:
    from ipplan.document import Attendance, Box, Caption, Contents, FillIn
    from ipplan.stylesheet import Stylesheet


def bookmarked(content: str, anchor: int) -> str:
    """Runs between the ends of a bookmark that the table of contents points to; 0 is for none."""
    if not anchor:
        return content
    name = _bookmark(anchor)
    return f'<w:bookmarkStart w:id="{anchor}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{anchor}"/>'


def _bookmark(anchor: int) -> str:
    return f"_Toc{anchor:06d}"


def contents(node: Contents, sheet: Stylesheet) -> str:
    """The table of contents: a title, and a line with a page reference for each entry.

    The page numbers are fields that Word and LibreOffice fill in; no layout is known here.
    """
    width = sheet.length("page.text_width")
    character = sheet.length("body.size").pt
    lines = []
    for entry in node.entries:
        tab = Properties(tabs=(("right", width.twips),), leader="dot", indent=indent((entry.depth - 1) * character))
        page = _field(f"PAGEREF {_bookmark(entry.anchor)} \\h")
        lines.append(paragraph(f"Contents{entry.depth}", f"{runs(entry.text)}{_LEADER}{page}", tab))
    return paragraph("ContentsTitle", runs(node.title)) + "".join(lines) + _PAGE_BREAK


_LEADER = "<w:r><w:tab/></w:r>"
_PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="Anchor"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def _field(instruction: str) -> str:
    """A field that is computed when the document is opened."""
    parts = (
        '<w:fldChar w:fldCharType="begin" w:dirty="true"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f'<w:r><w:rPr><w:rStyle w:val="Latin"/></w:rPr>{part}</w:r>' for part in parts)


def attendance(node: Attendance, sheet: Stylesheet) -> str:
    """Who took part: a label in a font of its own, the names aligned behind it.

    Source: GB/T 9704—2012 §10.3
    """
    character = sheet.characters("body.indent").pt / sheet.number("body.indent")
    written = []
    for position, (label, names) in enumerate(node.lists):
        hanging = (len(label) + 1) * character
        left = sheet.characters("attendance.indent").pt + hanging
        above = None if position else sheet.lines("attendance.lines_before").twips
        place = Properties(before=above, indent=indent(left, hanging=hanging))
        written.append(paragraph("Attendance", runs(label, "AttendanceLabel") + runs(f"：{names}"), place))
    return "".join(written)


def caption(node: Caption) -> str:
    """Title of a table in the middle, unit of its figures at the right."""
    title = paragraph("Caption", runs(node.title)) if node.title else ""
    unit = paragraph("UnitLine", runs(node.unit)) if node.unit else ""
    return title + unit


def fill_in(node: FillIn) -> str:
    """Lines to be filled in above or below a form, their texts at tab stops; those below it stay together."""
    written = []
    for number, (texts, starts) in enumerate(zip(node.lines, node.starts, strict=True), start=1):
        stops = tuple(("left", Length.of_mm(start).twips) for start in starts[1:])
        content = "<w:r><w:tab/></w:r>".join(map(runs, texts))
        look = Properties(keep_next=node.below and number < len(node.lines), tabs=stops)
        written.append(paragraph("SignLine" if node.below else "FillIn", content, look))
    return "".join(written)


def box(node: Box, sheet: Stylesheet) -> str:
    """A frame as wide as the text, with the title in its first line."""
    width = sheet.length("page.text_width").twips
    padding = sheet.length("table.padding").twips
    border = sheet.length("table.border").eighth_points
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{border}" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    content = paragraph("BoxTitle", runs(node.title)) + "".join(paragraph("BoxText", runs(t)) for t in node.paragraphs)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{padding}" w:type="dxa"/>'
        f'<w:left w:w="{padding}" w:type="dxa"/><w:bottom w:w="{padding}" w:type="dxa"/>'
        f'<w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc></w:tr></w:tbl>'
        + paragraph("Anchor", "", Properties(before=sheet.length("page.pitch").twips // 2))
    )
