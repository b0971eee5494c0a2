"""Fixtures: the examples, each compiled and drawn once in a session."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers.docx.writer import DocxWriter
from kit.libreoffice import convert_all_to_pdf
from kit.pdf import read_pdf
from office.papers import Edit, Paper, compiled, printed, spoil
from plans.plan_folders import checked_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ipplan.document import Document
    from kit.fonts import FontSet

    ToPdf = Callable[[Path], Path]


@pytest.fixture(scope="session")
def sheet() -> Stylesheet:
    """The sheet of the standard."""
    return load_stylesheet()


@pytest.fixture(scope="session")
def drawn(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Paper]:
    """A function that returns the paper of a plan in `tests/plans`."""

    @cache
    def draw(name: str) -> Paper:
        checked, docx = checked_plan(name), tmp_path_factory.mktemp(name) / f"{name}.docx"
        docx.write_bytes(Compiler().docx(checked, draft=False))
        return printed(name, Compiler().document(checked, draft=False), docx, to_pdf)

    return draw


@pytest.fixture(scope="session")
def example(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Paper]:
    """A function that returns an example's paper by name."""

    @cache
    def draw(name: str) -> Paper:
        document, data = compiled(name)
        docx = tmp_path_factory.mktemp(name) / f"{name}.docx"
        docx.write_bytes(data)
        return printed(name, document, docx, to_pdf)

    return draw


@pytest.fixture(scope="session")
def draw_document(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Document], Paper]:
    """A function that writes and draws a Document tree made by a test."""

    def draw(document: Document) -> Paper:
        docx = tmp_path_factory.mktemp("specimen") / "specimen.docx"
        docx.write_bytes(DocxWriter(load_stylesheet()).write(document))
        return printed("specimen", document, docx, to_pdf)

    return draw


@pytest.fixture(scope="session")
def draw_documents(
    office_fonts: FontSet, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Mapping[str, Document]], dict[str, Paper]]:
    """A function that draws Document trees by their names, all in one run of LibreOffice."""

    def draw(documents: Mapping[str, Document]) -> dict[str, Paper]:
        folder, sheet = tmp_path_factory.mktemp("specimens"), load_stylesheet()
        files = [folder / f"{name}.docx" for name in documents]
        for file, document in zip(files, documents.values(), strict=True):
            file.write_bytes(DocxWriter(sheet).write(document))
        pdfs = convert_all_to_pdf(files, folder, fonts=office_fonts)
        pages = zip(documents.items(), files, pdfs, strict=True)
        return {name: Paper(name, one, docx, made, read_pdf(made), sheet) for (name, one), docx, made in pages}

    return draw


@pytest.fixture(scope="session")
def spoiled(
    example: Callable[[str], Paper], to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Sequence[Edit]], Paper]:
    """A function that draws an example after its docx was changed, so that a measurement can be seen to fail."""

    def draw(name: str, edits: Sequence[Edit]) -> Paper:
        good = example(name)
        docx = spoil(good.docx, tmp_path_factory.mktemp("spoiled") / f"{name}.docx", edits)
        return printed(name, good.document, docx, to_pdf)

    return draw
