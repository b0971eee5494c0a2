"""Fixtures: the examples as PDF, and documents made by tests; the private fonts of the kit stand for the office's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers import pdf
from ipplan.writers.docx.writer import DocxWriter
from kit.pdf import read_pdf
from office.papers import Paper, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipplan.document import Document
    from kit.fonts import FontSet


@pytest.fixture(scope="session")
def sheet(office_fonts: FontSet) -> Stylesheet:
    """The sheet of the standard, with the private fonts."""
    return load_stylesheet(font_folders=(office_fonts.folder,))


@pytest.fixture(scope="session")
def draw_document(sheet: Stylesheet, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Paper]:
    """A function that draws a Document tree, and writes the docx of it beside the PDF."""

    def draw(document: Document, name: str = "specimen") -> Paper:
        folder = tmp_path_factory.mktemp(name)
        paths = folder / f"{name}.docx", folder / f"{name}.pdf"
        paths[0].write_bytes(DocxWriter(sheet).write(document))
        paths[1].write_bytes(pdf.write(document, sheet))
        return Paper(name, document, *paths, read_pdf(paths[1]), sheet)

    return draw


@pytest.fixture(scope="session")
def example(draw_document: Callable[..., Paper]) -> Callable[[str], Paper]:
    """A function that returns an example's paper by name."""
    return cache(lambda name: draw_document(compiled(name)[0], name))


@pytest.fixture(scope="module", autouse=True)
def _labels_once() -> Iterator[None]:
    """The docx that others are compared with has no labels again after page breaks: it alone knows its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ipplan.writers.docx.writer.repeat_labels", lambda part, _sheet, **_: part)
        yield
