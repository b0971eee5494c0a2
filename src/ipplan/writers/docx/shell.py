"""The package around the text: styles, settings, page set-up, footers. Made once for a stylesheet, with python-docx."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Emu, Twips

from ipplan.resources import templates_folder
from ipplan.writers.docx.archive import pack, unpack
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.styles import NAMESPACE, styles_xml

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.section import Section, _BaseHeaderFooter

    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length

_DOCUMENT = "word/document.xml"
_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>", re.DOTALL)
DRAFT_MARK = "草　稿"


@dataclass(frozen=True, slots=True)
class Shell:
    """A package without text: its parts, and the section properties for upright and landscape pages."""

    parts: dict[str, bytes]
    upright: str
    landscape: str


def build_shell(sheet: Stylesheet, *, draft: bool) -> Shell:
    """Make the package for documents with these looks."""
    document = docx.Document(io.BytesIO(_skeleton()))
    for element in styles_xml(sheet):
        document.styles.element.append(parse_xml(element))
    document.settings.odd_and_even_pages_header_footer = True
    _set_page(document, sheet)
    _add_page_numbers(document.sections[0], sheet)
    if draft:
        _add_draft_mark(document.sections[0])
    upright = _saved_section(document)
    _turn(document.sections[0])
    landscape = _saved_section(document)
    return Shell(_saved_parts(document), upright, landscape)


def _skeleton() -> bytes:
    """The slim template: a handful of text files, zipped. python-docx's own would cost 19 ms a document."""
    folder = templates_folder() / "docx"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return pack({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})


def _saved_parts(document: DocxDocument) -> dict[str, bytes]:
    stream = io.BytesIO()
    document.save(stream)
    return unpack(stream.getvalue())


def _saved_section(document: DocxDocument) -> str:
    """The section properties as text, without the namespaces that the document's root declares anyway."""
    match = _SECTION.search(_saved_parts(document)[_DOCUMENT].decode("utf-8"))
    if match is None:
        raise AssertionError("the skeleton has no section")
    return match[0]


def _set_page(document: DocxDocument, sheet: Stylesheet) -> None:
    """Paper, margins and the line grid.

    The grid has lines only: a character grid makes LibreOffice set 14 to 21 characters a line.
    Source: GB/T 9704—2012 §5.1, §5.2.1, §5.2.3
    """
    section = document.sections[0]
    width, height = sheet.length("page.width"), sheet.length("page.height")
    top, left = sheet.length("page.margin_top"), sheet.length("page.margin_left")
    section.page_width, section.page_height = _emu(width), _emu(height)
    section.top_margin, section.left_margin = _emu(top), _emu(left)
    section.bottom_margin = _emu(height - top - sheet.length("page.text_height"))
    section.right_margin = _emu(width - left - sheet.length("page.text_width"))
    section.header_distance, section.footer_distance = (
        _emu(sheet.length("page.header")),
        _emu(sheet.length("page.footer")),
    )
    section.gutter = Emu(0)
    pitch = sheet.length("page.pitch").twips
    section._sectPr.append(parse_xml(f'<w:docGrid xmlns:w="{NAMESPACE}" w:type="lines" w:linePitch="{pitch}"/>'))


def _emu(length: Length) -> Emu:
    return Emu(Twips(length.twips))


def _turn(section: Section) -> None:
    """Turn an upright section into a landscape one: the top edge becomes the left.

    Source: GB/T 9704—2012 §8
    """
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    top, right, bottom, left = section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
    section.left_margin, section.top_margin, section.right_margin, section.bottom_margin = bottom, left, top, right


def _add_page_numbers(section: Section, sheet: Stylesheet) -> None:
    """— 1 — below the text area, right on odd pages and left on even ones.

    Source: GB/T 9704—2012 §7.5
    """
    indent = (sheet.length("page_number.size") * sheet.number("page_number.indent")).twips
    _fill(section.footer, f'<w:ind w:right="{indent}"/><w:jc w:val="right"/>', _PAGE_NUMBER)
    _fill(section.even_page_footer, f'<w:ind w:left="{indent}"/><w:jc w:val="left"/>', _PAGE_NUMBER)


def _add_draft_mark(section: Section) -> None:
    """草稿 in the header of every page, so that no draft is taken for the paper itself."""
    _fill(section.header, "", runs(DRAFT_MARK), "Header")
    _fill(section.even_page_header, "", runs(DRAFT_MARK), "Header")


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


def _fill(place: _BaseHeaderFooter, properties: str, content: str, style: str = "Footer") -> None:
    """Make a header or footer consist of one paragraph."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.append(
        parse_xml(f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>')
    )
