"""A Document tree to the bytes of a docx file."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.colophon_face import ColophonFace, colophon_face
from ipplan.transforms.repeated_labels import repeat_labels
from ipplan.transforms.turning import stretches
from ipplan.writers.docx import textbox
from ipplan.writers.docx.archive import pack
from ipplan.writers.docx.body import PartWriter
from ipplan.writers.docx.colophon import colophon
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.shell import Shell, build_shell, on_even_face
from ipplan.writers.docx.spare_fonts import name_spare_fonts, spare_fonts

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        **textbox.NAMESPACES,
    }.items()
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(document: tree.Document, sheet: Stylesheet) -> bytes:
    """The docx file; what a sheet's documents share is made once."""
    return _writer(sheet).write(document)


@lru_cache(maxsize=8)
def _writer(sheet: Stylesheet) -> DocxWriter:
    return DocxWriter(sheet)


class DocxWriter:
    """Writes documents with one stylesheet; the package around the text is made once and used for all of them."""

    def __init__(self, sheet: Stylesheet) -> None:
        self._sheet = sheet
        self._shells: dict[tuple[bool, bool], Shell] = {}
        self._spare = spare_fonts(sheet)

    def write(self, document: tree.Document) -> bytes:
        """The docx file; the same document gives the same bytes."""
        shell = self._shell(draft=document.draft, letter=document.letter_head is not None)
        xml = f"{_XML}<w:document {_NAMESPACES}><w:body>{self._body(document, shell)}</w:body></w:document>"
        xml = name_spare_fonts(xml, self._spare)
        own = {"word/document.xml": xml.encode("utf-8"), "docProps/core.xml": _properties(document).encode("utf-8")}
        return pack({**shell.parts, **own})

    def _shell(self, *, draft: bool, letter: bool) -> Shell:
        if (draft, letter) not in self._shells:
            self._shells[draft, letter] = build_shell(self._sheet, draft=draft, letter=letter)
        return self._shells[draft, letter]

    def _body(self, document: tree.Document, shell: Shell) -> str:
        """The stretches of the document, each run of upright or turned ones in a section of its own."""
        runs = [(turned, list(group)) for turned, group in groupby(stretches(document), lambda one: one.landscape)]
        written = []
        for index, (landscape, group) in enumerate(runs):
            for number, one in enumerate(group):
                part = repeat_labels(one.part, self._sheet, landscape=landscape)
                written.append(PartWriter(part, self._sheet, new_page=one.first and number > 0).write())
            last = index + 1 == len(runs)
            section = shell.landscape if landscape else shell.upright if index else shell.first
            written.append(self._end(document, group[-1].part, section, shell) if last else _break(section))
        return "".join(written)

    def _end(self, document: tree.Document, part: tree.Part, section: str, shell: Shell) -> str:
        """The colophon and the properties of the last section; Word wants a paragraph after a table."""
        if document.colophon is not None:
            foot = paragraph("Anchor", colophon(document.colophon, self._sheet))
            return self._foot(document, foot, section, shell)
        ends_with_table = isinstance(part.nodes[-1], tree.Table)
        return (paragraph("Anchor", "") if ends_with_table else "") + section

    def _foot(self, document: tree.Document, foot: str, section: str, shell: Shell) -> str:
        """The paragraph with the colophon on its face; `section` is that of the text before it.

        The blank page is a page of its own: one that a word processor puts in by itself is missing from LibreOffice's
        PDF, which then does not print on both sides.
        """
        match colophon_face(document, self._sheet):
            case ColophonFace.WITH_TEXT:
                return foot + section
            case ColophonFace.NEXT:
                own = on_even_face(shell.upright) if document.duplex else shell.upright
                return _break(section) + foot + own
            case ColophonFace.AFTER_BLANK:
                blank = paragraph("Anchor", "") + _break(shell.unnumbered)
                return _break(section) + blank + foot + on_even_face(shell.unnumbered)


def _break(section: str) -> str:
    """The end of a section that is not the last."""
    return paragraph("Anchor", "", Properties(section=section))


def _properties(document: tree.Document) -> str:
    """Title and author; no time, so that the bytes depend on the plan alone."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title, quote=False)}</dc:title>"
        f"<dc:creator>{escape(document.author, quote=False)}</dc:creator></cp:coreProperties>"
    )
