"""The colophon at the foot of the last page.

A text box anchored to the bottom of the text area is the one construction that Word and LibreOffice both put there
(floating tables and frames stay under the text in LibreOffice). Inside it a table draws the rules over the full width.

Source: GB/T 9704—2012 §7.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.units import Length
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.textbox import Place, text_box

if TYPE_CHECKING:
    from ipplan.document import Colophon
    from ipplan.stylesheet import Stylesheet

_LABEL_CHARACTERS = 3
"""`主送：`, `抄送：`: what a continued line of such a list is indented by."""
_KEPT_TOGETHER = 2
"""Characters a line may lack because a mark may not begin the next one; a box too high shows nothing of it."""


def colophon(node: Colophon, sheet: Stylesheet) -> str:
    """The run that holds the anchored text box."""
    rows = _rows(node, sheet)
    width = sheet.length("page.text_width")
    height = sheet.length("colophon.pitch") * _line_count(node, sheet) + Length(4)
    content = _table(rows, width, sheet, ruled=node.ruled) + _CLOSING
    return text_box("版记", content, width, height, Place("margin", "center", "bottom"))


# A text box must end with a paragraph; this one takes no room.
_CLOSING = paragraph("Anchor", "")


def _line_count(node: Colophon, sheet: Stylesheet) -> int:
    size = sheet.length("colophon.size").pt
    room = sheet.length("page.text_width").pt / size - 2 * sheet.number("colophon.indent") - _LABEL_CHARACTERS
    lists = (node.addressees, node.copy_to)
    lines = sum(-(-max(0, len(words) - _LABEL_CHARACTERS) // (int(room) - _KEPT_TOGETHER)) for words in lists)
    return lines + bool(node.printing_office or node.printed)


def _rows(node: Colophon, sheet: Stylesheet) -> list[str]:
    """The paragraphs of the colophon, one a row; no rule divides addressees from copies, so they share a row.

    Source: GB/T 9704—2012 §7.4.2
    """
    character = sheet.length("colophon.size").twips
    hanging = character * _LABEL_CHARACTERS
    place = Properties(indent=f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>')
    lists = [paragraph("Colophon", runs(words), place) for words in (node.addressees, node.copy_to) if words]
    rows = ["".join(lists)] if lists else []
    if node.printing_office or node.printed:
        room = sheet.length("page.text_width").twips - round(2 * character * sheet.number("colophon.indent"))
        line = runs(node.printing_office) + "<w:r><w:tab/></w:r>" + runs(node.printed)
        rows.append(paragraph("Colophon", line, Properties(tabs=(("right", room),))))
    return rows


def _table(rows: list[str], width: Length, sheet: Stylesheet, *, ruled: bool) -> str:
    """A table with a thick rule above and below and thin ones between, or without any."""
    thick, thin = (sheet.length(f"colophon.{name}_rule").eighth_points for name in ("thick", "thin"))
    margin = round(sheet.length("colophon.size").twips * sheet.number("colophon.indent"))
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
        for edge, weight in (("top", thick), ("bottom", thick), ("insideH", thin))
    )
    borders = f"<w:tblBorders>{borders}</w:tblBorders>" if ruled else ""
    cells = "".join(
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>'
        f"{row}</w:tc></w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width.twips}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width.twips}"/></w:tblGrid>{cells}</w:tbl>'
    )
