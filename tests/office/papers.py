"""The five examples as documents, docx files and pages off LibreOffice's press."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ipplan.compiler import Compiler
from ipplan.pipeline import check
from ipplan.stylesheet import Stylesheet, load_stylesheet
from kit.pdf import Box, Page, TextLine, read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipplan.document import Document

EXAMPLES = ("jiangsu-2020", "jiaxing-2008", "lianyungang-2017", "liaoyuan-2018", "sichuan-2023")
DRAFTS = frozenset({"sichuan-2023"})
"""What is still undecided comes out as a draft only."""
NOTICES = ("jiangsu-2020", "lianyungang-2017", "sichuan-2023")
"""Examples with a red header, addressees and a signature."""
_FOLDER = Path(__file__).parents[2] / "examples"
_Node = TypeVar("_Node")
PAGE_NUMBER = re.compile(r"—(\d+)—")

Edit = tuple[str, str, str]
"""A part of a docx, a pattern in it, and what takes its place."""


@dataclass(frozen=True)
class Paper:
    """A document with the docx made of it and the pages that LibreOffice drew; `sheet` says how they should look."""

    name: str
    document: Document
    docx: Path
    pdf: Path
    pages: tuple[Page, ...]
    sheet: Stylesheet

    def nodes(self, kind: type[_Node]) -> list[_Node]:
        """Return the nodes of one kind in their order."""
        return [node for part in self.document.parts for node in part.nodes if isinstance(node, kind)]


def compiled(name: str, compiler: Compiler | None = None) -> tuple[Document, bytes]:
    """Return an example's Document tree and docx file."""
    compiler, checked = compiler or Compiler(), check(_FOLDER / name / "plan.yaml")
    draft = name in DRAFTS
    return compiler.document(checked, draft=draft), compiler.docx(checked, draft=draft)


def printed(name: str, document: Document, docx: Path, to_pdf: Callable[[Path], Path]) -> Paper:
    """Draw a docx and read its pages."""
    pdf = to_pdf(docx)
    return Paper(name, document, docx, pdf, read_pdf(pdf), load_stylesheet())


def spoil(docx: Path, target: Path, edits: Sequence[Edit]) -> Path:
    """Write a copy with parts changed; a pattern that is not found is a mistake of the test."""
    with zipfile.ZipFile(docx) as good, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bad:
        for part in good.namelist():
            text = good.read(part).decode("utf-8")
            for _, pattern, new in (edit for edit in edits if edit[0] == part):
                text, count = re.subn(pattern, new, text)
                assert count, f"{pattern} is not in {part}"
            bad.writestr(part, text)
    return target


def type_area(page: Page, sheet: Stylesheet) -> Box:
    """Return where text may stand (GB/T 9704 §5.2.1); on a turned page the top edge has become the left one."""
    top, left = sheet.length("page.margin_top").mm, sheet.length("page.margin_left").mm
    width, height = sheet.length("page.text_width").mm, sheet.length("page.text_height").mm
    if page.width > page.height:
        bottom = sheet.length("page.height").mm - top - height
        return Box(bottom, left, bottom + height, left + width)
    return Box(left, top, left + width, top + height)


def text_of(page: Page, sheet: Stylesheet) -> list[TextLine]:
    """Return the lines whose baseline is in the type area, without page number and draft mark."""
    area = type_area(page, sheet)
    inside = [line for line in page.lines if area.top < line.baseline < area.bottom]
    return [line for line in inside if not PAGE_NUMBER.fullmatch(squeezed(line.text))]


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


SIGNED_BY_ONE = ("jiangsu-2020", "lianyungang-2017")
"""Seals of several issuers side by side are measured in `test_gallery.py`."""
