"""The colophon at the foot of the last page.

A text box at a fixed place of the page is the one construction that Word and LibreOffice both put there: floating
tables and frames stay under the text in LibreOffice, and in a section that begins on an even page it takes the text
area for 4 mm higher than it is. Inside it a table draws the rules over the full width.

Source: GB/T 9704—2012 §7.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.colophon_face import LABEL_CHARACTERS, colophon_height
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.textbox import Place, text_box

if TYPE_CHECKING:
    from ipplan.document import Colophon
    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length


def colophon(node: Colophon, sheet: Stylesheet) -> str:
    """The run that holds the anchored text box."""
    rows = _rows(node, sheet)
    width = sheet.length("page.text_width")
    height = colophon_height(node, sheet)
    content = _table(rows, width, sheet, ruled=node.ruled) + _CLOSING
    bottom = sheet.length("page.margin_top") + sheet.length("page.text_height")
    return text_box("版记", content, width, height, Place(sheet.length("page.margin_left"), bottom - height))


# A text box must end with a paragraph; this one takes no room.
_CLOSING = paragraph("Anchor", "")


def _rows(node: Colophon, sheet: Stylesheet) -> list[str]:
    """The paragraphs of the colophon, one a row; no rule divides addressees from copies, so they share a row.

    Source: GB/T 9704—2012 §7.4.2
    """
    character = sheet.length("colophon.size").twips
    hanging = character * LABEL_CHARACTERS
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
