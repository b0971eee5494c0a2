"""The package around the text: styles, settings, page set-up. Made once for a stylesheet, with python-docx."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Twips
from lxml import etree

from ipplan.document import DRAFT_MARK
from ipplan.resources import templates_folder
from ipplan.writers.docx.archive import pack, unpack
from ipplan.writers.docx.character_styles import NAMESPACE
from ipplan.writers.docx.page_numbers import (
    add_page_numbers,
    add_turned_page_numbers,
    leave_out_the_first,
    leave_unnumbered,
)
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.styles import styles_xml

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.section import Section

    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length

_DECLARATION = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class Shell:
    """A package without text: its parts, and the section properties for upright and landscape pages.

    `first` are those of the section that begins the document: in a letter its first page has no number. `unnumbered`
    is for upright pages without page numbers.
    """

    parts: dict[str, bytes]
    first: str
    upright: str
    landscape: str
    unnumbered: str


def on_even_face(section: str) -> str:
    """The properties of a section, made to begin on an even page."""
    return section.replace("<w:pgSz", '<w:type w:val="evenPage"/><w:pgSz', 1)


def build_shell(sheet: Stylesheet, *, draft: bool, letter: bool) -> Shell:
    """Make the package for documents with these looks."""
    document = docx.Document(io.BytesIO(_skeleton()))
    for element in styles_xml(sheet):
        document.styles.element.append(parse_xml(element))
    document.settings.odd_and_even_pages_header_footer = True
    _set_page(document.sections[0], sheet)
    document.add_section()
    document.add_section()
    upright, unnumbered, landscape = document.sections
    _turn(landscape, sheet)
    mark = runs(DRAFT_MARK) if draft else ""
    add_page_numbers(upright, sheet, mark)
    add_turned_page_numbers(landscape, sheet, mark)
    leave_unnumbered(unnumbered, mark)
    plain = _section_xml(upright)
    if letter:
        leave_out_the_first(upright, mark)
    sections = (_section_xml(section) for section in (landscape, unnumbered))
    return Shell(_saved_parts(document), _section_xml(upright), plain, *sections)


def _skeleton() -> bytes:
    """The slim template: a handful of text files, zipped. python-docx's own would cost 19 ms a document."""
    folder = templates_folder() / "docx"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return pack({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})


def _saved_parts(document: DocxDocument) -> dict[str, bytes]:
    stream = io.BytesIO()
    document.save(stream)
    return unpack(stream.getvalue())


def _section_xml(section: Section) -> str:
    """The section properties as text, without the namespaces that the document's root declares anyway."""
    return _DECLARATION.sub("", etree.tostring(section._sectPr, encoding="unicode"))


def _set_page(section: Section, sheet: Stylesheet) -> None:
    """Paper, margins and the line grid.

    The grid has lines only: a character grid makes LibreOffice set 14 to 21 characters a line.
    Source: GB/T 9704—2012 §5.1, §5.2.1, §5.2.3
    """
    width, height = sheet.length("page.width"), sheet.length("page.height")
    top, left = sheet.length("page.margin_top") - sheet.length("page.overhang"), sheet.length("page.margin_left")
    section.page_width, section.page_height = _emu(width), _emu(height)
    section.top_margin, section.left_margin = _emu(top), _emu(left)
    section.bottom_margin = _emu(height - top - sheet.lines_height)
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


def _turn(section: Section, sheet: Stylesheet) -> None:
    """Turn an upright section into a landscape one: the top edge becomes the right.

    Tables fill the type area itself; only the lines of upright pages may stand out of it. There is no line grid:
    LibreOffice centres a grid on the page, and its lines do not fill the height of a turned one.
    Source: GB/T 9704—2012 §8
    """
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    width, height = sheet.length("page.width"), sheet.length("page.height")
    top, left = sheet.length("page.margin_top"), sheet.length("page.margin_left")
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _emu(height), _emu(width)
    section.left_margin, section.right_margin = _emu(height - top - sheet.length("page.text_height")), _emu(top)
    section.top_margin, section.bottom_margin = _emu(left), _emu(width - left - sheet.length("page.text_width"))
