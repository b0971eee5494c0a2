"""A template for python-docx-template, set up as a careful office does it in the dialogs of a word processor.

Margins, line pitch, fonts, sizes, colours and indents are those of the standard. What no dialog offers, and a template
cannot know, is not there: lines of the title broken by sense, a colophon that finds the foot of the last page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_LEFT, _CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_PITCH = 28.95


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the template; lengths in points."""

    words: str
    font: str = "仿宋_GB2312"
    size: float = 16
    align: WD_ALIGN_PARAGRAPH | None = None
    before: float = 0
    after: float = 0
    first_line: float = 0
    right: float = 0
    red: bool = False
    ruled: bool = False


_INDENT = 32
_LINES = (
    _Line("{{ masthead }}", "方正小标宋简体", 40, _CENTRE, before=Mm(35).pt, red=True),
    _Line("{{ number }}", align=_CENTRE, before=2 * _PITCH, ruled=True),
    _Line("{{ title }}", "方正小标宋简体", 22, _CENTRE, before=2 * _PITCH, after=_PITCH),
    _Line("{{ addressees }}"),
    _Line("{{ opening }}", first_line=_INDENT),
    _Line("{%p for section in sections %}"),
    _Line("{{ section.title }}", "黑体", first_line=_INDENT),
    _Line("{%p for part in section.parts %}"),
    _Line("{{ part.title }}", "楷体_GB2312", first_line=_INDENT),
    _Line("{{ part.text }}", first_line=_INDENT),
    _Line("{%p endfor %}"),
    _Line("{%p endfor %}"),
    _Line("{{ issuer }}", align=_RIGHT, before=2 * _PITCH, right=64),
    _Line("{{ date }}", align=_RIGHT, right=64),
    _Line("{{ copies }}", size=14),
    _Line("{{ printed_by }}　　　　{{ date }}印发", size=14),
)


def write_template(path: Path) -> None:
    """Write the template."""
    document = docx.Document()
    _set_page(document)
    for line in _LINES:
        _write(document.add_paragraph(), line)
    document.save(str(path))


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    section.footer_distance = Cm(2.5)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, _RIGHT), (section.even_page_footer, _LEFT)):
        _number_page(footer.paragraphs[0], align)


def _number_page(paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = align
    _set_font(paragraph.add_run("— "), "宋体", 14, latin="宋体")
    number = paragraph.add_run()
    _set_font(number, "宋体", 14, latin="宋体")
    for kind, words in (("begin", ""), ("instrText", " PAGE "), ("separate", ""), ("t", "1"), ("end", "")):
        mark = OxmlElement(f"w:{kind}" if words else "w:fldChar")
        if words:
            mark.text = words
        else:
            mark.set(qn("w:fldCharType"), kind)
        number._r.append(mark)
    _set_font(paragraph.add_run(" —"), "宋体", 14, latin="宋体")


def _write(paragraph: Paragraph, line: _Line) -> None:
    look = paragraph.paragraph_format
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(max(_PITCH, line.size))
    look.space_before, look.space_after, look.widow_control = Pt(line.before), Pt(line.after), False
    look.first_line_indent, look.right_indent, look.alignment = Pt(line.first_line), Pt(line.right), line.align
    run = paragraph.add_run(line.words)
    _set_font(run, line.font, line.size)
    if line.red:
        run.font.color.rgb = RGBColor(255, 0, 0)
    if line.ruled:
        _rule(paragraph)


def _set_font(run: Run, font: str, size: float, latin: str = "Times New Roman") -> None:
    run.font.name, run.font.size = latin, Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _rule(paragraph: Paragraph) -> None:
    """A red line below a paragraph."""
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "8"), ("color", "FF0000")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")
