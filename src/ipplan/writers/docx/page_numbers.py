"""Page numbers and the draft mark, in the headers and footers of upright and landscape sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.textbox import Place, text_box

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Edge(NamedTuple):
    """What stands at the head or foot of the pages of a section: all (odd ones where even ones differ), even, first."""

    place: Literal["header", "footer"]
    pages: Literal["default", "even", "first"]
    content: str


def page_numbers(sheet: Stylesheet, mark: str) -> Iterator[Edge]:
    """— 1 — below the text area, right on odd pages and left on even ones; `mark` goes into the headers.

    The headers are there even without a mark: a section that has none takes over those of a section before it.
    Source: GB/T 9704—2012 §7.5
    """
    inset = _inset(sheet).twips
    right = Properties(indent=f'<w:ind w:right="{inset}"/>', align="right")
    left = Properties(indent=f'<w:ind w:left="{inset}"/>', align="left")
    yield Edge("footer", "default", paragraph("Footer", _PAGE_NUMBER, right))
    yield Edge("footer", "even", paragraph("Footer", _PAGE_NUMBER, left))
    yield Edge("header", "default", paragraph("Header", mark))
    yield Edge("header", "even", paragraph("Header", mark))


def blank_first(mark: str) -> Iterator[Edge]:
    """The first page of a letter, which has no number.

    Source: GB/T 9704—2012 §10.1
    """
    yield Edge("footer", "first", paragraph("Footer", ""))
    yield Edge("header", "first", paragraph("Header", mark))


def turned_page_numbers(sheet: Stylesheet, mark: str) -> Iterator[Edge]:
    """The number of a landscape page, where the upright pages have theirs when the sheet is turned back.

    It runs down the left edge, 7 mm outside the text area, near the bottom on odd pages and near the top on even ones.
    A footer would stand at the wrong edge and take room from the table; a text box in the header takes none.
    Source: GB/T 9704—2012 §8
    """
    odd = paragraph("Footer", _PAGE_NUMBER, Properties(align="right"))
    even = paragraph("Footer", _PAGE_NUMBER, Properties(align="left"))
    yield Edge("header", "default", paragraph("Header", _beside("单页页码", odd, sheet) + mark))
    yield Edge("footer", "default", paragraph("Anchor", ""))
    yield Edge("header", "even", paragraph("Header", _beside("双页页码", even, sheet) + mark))
    yield Edge("footer", "even", paragraph("Anchor", ""))


def unnumbered(mark: str) -> Iterator[Edge]:
    """No number; the footers are there all the same, or those of the section before would be taken over.

    Source: GB/T 9704—2012 §7.5
    """
    yield Edge("footer", "default", paragraph("Footer", ""))
    yield Edge("footer", "even", paragraph("Footer", ""))
    yield Edge("header", "default", paragraph("Header", mark))
    yield Edge("header", "even", paragraph("Header", mark))


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
