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
from ipplan.writers.docx.archive import packed_with
from ipplan.writers.docx.body import PartWriter
from ipplan.writers.docx.colophon import colophon
from ipplan.writers.docx.markup import DECLARATION, opening
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.shell import Shell, build_shell, on_even_face
from ipplan.writers.docx.spare_fonts import name_spare_fonts, spare_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipplan.stylesheet import Stylesheet

_LONG_ENOUGH = 1 << 18
"""Characters."""


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
        own = {"word/document.xml": self._text(document, shell), "docProps/core.xml": [_properties(document).encode()]}
        return packed_with(shell.package, own)

    def _text(self, document: tree.Document, shell: Shell) -> Iterator[bytes]:
        """The main part; no more of it is in memory than is being written, or long tables would need a lot."""
        yield f"{opening('w:document')}<w:body>".encode()
        for stretch in _gathered(self._body(document, shell)):
            yield name_spare_fonts(stretch.encode(), self._spare)
        yield b"</w:body></w:document>"

    def _shell(self, *, draft: bool, letter: bool) -> Shell:
        if (draft, letter) not in self._shells:
            self._shells[draft, letter] = build_shell(self._sheet, draft=draft, letter=letter)
        return self._shells[draft, letter]

    def _body(self, document: tree.Document, shell: Shell) -> Iterator[str]:
        """The stretches of the document, each run of upright or turned ones in a section of its own."""
        runs = [(turned, list(group)) for turned, group in groupby(stretches(document), lambda one: one.landscape)]
        for index, (landscape, group) in enumerate(runs):
            for number, one in enumerate(group):
                part = repeat_labels(one.part, self._sheet, landscape=landscape)
                yield from PartWriter(part, self._sheet, new_page=one.first and number > 0).write()
            last = index + 1 == len(runs)
            section = shell.landscape if landscape else shell.upright if index else shell.first
            yield self._end(document, group[-1].part, section, shell) if last else _break(section)

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
            case ColophonFace.UNCERTAIN:
                return _break(section) + foot + on_even_face(shell.unnumbered)
            case ColophonFace.AFTER_BLANK:
                blank = paragraph("Anchor", "") + _break(shell.unnumbered)
                return _break(section) + blank + foot + on_even_face(shell.unnumbered)


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in pieces long enough to be worth the while of looking at each."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= _LONG_ENOUGH:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)


def _break(section: str) -> str:
    """The end of a section that is not the last."""
    return paragraph("Anchor", "", Properties(section=section))


def _properties(document: tree.Document) -> str:
    """Title and author; no time, so that the bytes depend on the plan alone."""
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title, quote=False)}</dc:title>"
        f"<dc:creator>{escape(document.author, quote=False)}</dc:creator></cp:coreProperties>"
    )
