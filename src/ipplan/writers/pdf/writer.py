"""A Document tree to the bytes of a PDF file."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import typst

from ipplan.resources import templates_folder
from ipplan.writers.pdf.characters import demand_characters
from ipplan.writers.pdf.data import paper_data, sheet_data
from ipplan.writers.pdf.fonts import Face, find_fonts

if TYPE_CHECKING:
    from ipplan.document import Document
    from ipplan.stylesheet import Stylesheet

_STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A-2a: fonts embedded, text in reading order, tagged. It wants a day on which the file was made."""


def write(document: Document, sheet: Stylesheet) -> bytes:
    """The PDF file; what a sheet's documents share is made once.

    Raises:
        MissingFont: if a Chinese font that the sheet names is not here, nor one to stand for it.
        MissingCharacter: if no font has a character of the document.
    """
    return _writer(sheet).write(document)


@lru_cache(maxsize=8)
def _writer(sheet: Stylesheet) -> PdfWriter:
    return PdfWriter(sheet)


class PdfWriter:
    """Writes documents with one stylesheet; fonts are looked for once."""

    def __init__(self, sheet: Stylesheet) -> None:
        self._sheet = sheet
        self._fonts = find_fonts(sheet)
        folder = templates_folder() / "pdf"
        self._compiler = typst.Compiler(
            str(folder / "paper.typ"), root=str(folder), font_paths=self._fonts.shelf.fonts, ignore_system_fonts=True
        )
        self._inputs = {"sheet": json.dumps(sheet_data(sheet)), "fonts": json.dumps(self._font_data(sheet))}

    def write(self, document: Document) -> bytes:
        """The PDF file; the same document gives the same bytes."""
        data = paper_data(document, self._sheet)
        demand_characters(data, self._fonts)
        inputs = {**self._inputs, "document": json.dumps(data)}
        standard = None if document.stamp is None else _STANDARD
        made = self._compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=standard)
        assert isinstance(made, bytes)
        return made

    def _font_data(self, sheet: Stylesheet) -> dict[str, Any]:
        """For each role of the sheet (`body`) the families to take characters from and the weight of the first."""
        roles = [name.removesuffix(".font") for name in sheet.figures if name.endswith(".font")]
        faces = {role: self._fonts.chain(sheet.text(f"{role}.font")) for role in roles}
        return {
            "latin": None if self._fonts.latin is None else self._fonts.latin.family,
            "roles": {role: _role(chain) for role, chain in faces.items()},
        }


def _role(chain: tuple[Face, ...]) -> dict[str, Any]:
    return {"families": list(dict.fromkeys(face.family for face in chain)), "weight": chain[0].weight}
