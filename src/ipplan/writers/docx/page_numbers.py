"""Page numbers and the draft mark, in the headers and footers of upright and landscape sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from ipplan.writers.docx.character_styles import NAMESPACE
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.textbox import NAMESPACES, Place, text_box

if TYPE_CHECKING:
    from docx.section import Section, _BaseHeaderFooter

    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length

# 宋体 digits are half-width, so the number needs no Latin font; each field character has a run of its own because WPS
# shows nothing when they share one.
_FIELD_PARTS = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)
_PAGE_NUMBER = (
    runs("— ")
    + "".join(f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{part}</w:r>' for part in _FIELD_PARTS)
    + runs(" —")
)


def add_page_numbers(section: Section, sheet: Stylesheet, mark: str) -> None:
    """— 1 — below the text area, right on odd pages and left on even ones; `mark` goes into the headers.

    The headers are there even without a mark: a section that has none takes over those of a section before it.
    Source: GB/T 9704—2012 §7.5
    """
    inset = _inset(sheet).twips
    right = Properties(indent=f'<w:ind w:right="{inset}"/>', align="right")
    left = Properties(indent=f'<w:ind w:left="{inset}"/>', align="left")
    _fill(section.footer, paragraph("Footer", _PAGE_NUMBER, right))
    _fill(section.even_page_footer, paragraph("Footer", _PAGE_NUMBER, left))
    for header in (section.header, section.even_page_header):
        _fill(header, paragraph("Header", mark))


def leave_out_the_first(section: Section, mark: str) -> None:
    """Give the first page of a section a footer without a number.

    Source: GB/T 9704—2012 §10.1
    """
    section.different_first_page_header_footer = True
    _fill(section.first_page_footer, paragraph("Footer", ""))
    _fill(section.first_page_header, paragraph("Header", mark))


def add_turned_page_numbers(section: Section, sheet: Stylesheet, mark: str) -> None:
    """The number of a landscape page, where the upright pages have theirs when the sheet is turned back.

    It runs down the left edge, 7 mm outside the text area, near the bottom on odd pages and near the top on even ones.
    A footer would stand at the wrong edge and take room from the table; a text box in the header takes none.
    Source: GB/T 9704—2012 §8
    """
    for name, header, footer, align in (
        ("单页页码", section.header, section.footer, "right"),
        ("双页页码", section.even_page_header, section.even_page_footer, "left"),
    ):
        number = paragraph("Footer", _PAGE_NUMBER, Properties(align=align))
        _fill(header, paragraph("Header", _beside(name, number, sheet) + mark))
        _fill(footer, paragraph("Anchor", ""))


def leave_unnumbered(section: Section, mark: str) -> None:
    """No number; the footers are there all the same, or those of the section before would be taken over.

    Source: GB/T 9704—2012 §7.5
    """
    for footer in (section.footer, section.even_page_footer):
        _fill(footer, paragraph("Footer", ""))
    for header in (section.header, section.even_page_header):
        _fill(header, paragraph("Header", mark))


def _beside(name: str, content: str, sheet: Stylesheet) -> str:
    """A narrow text box along the left edge of the text area of a landscape page."""
    size, inset = sheet.length("page_number.size"), _inset(sheet)
    below_upright = sheet.length("page.height") - sheet.length("page.margin_top") - sheet.length("page.text_height")
    centre = below_upright - sheet.length("page_number.distance")
    top = sheet.length("page.margin_left") + inset
    place = Place(centre - size * 0.5, top, behind=True, turned=True)
    return text_box(name, content, size, sheet.length("page.text_width") - inset * 2, place)


def _inset(sheet: Stylesheet) -> Length:
    return sheet.length("page_number.size") * sheet.number("page_number.indent")


def _fill(place: _BaseHeaderFooter, content: str) -> None:
    """Make a header or footer consist of one paragraph."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in {"w": NAMESPACE, **NAMESPACES}.items())
    element.append(parse_xml(content.replace("<w:p>", f"<w:p {spaces}>", 1)))
