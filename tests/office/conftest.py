"""Fixtures: the examples, each compiled and drawn once in a session."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers.docx.writer import DocxWriter
from office.papers import Edit, Paper, compiled, printed, spoil
from plans.plan_folders import checked_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ipplan.document import Document

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
def spoiled(
    example: Callable[[str], Paper], to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Sequence[Edit]], Paper]:
    """A function that draws an example after its docx was changed, so that a measurement can be seen to fail."""

    def draw(name: str, edits: Sequence[Edit]) -> Paper:
        good = example(name)
        docx = spoil(good.docx, tmp_path_factory.mktemp("spoiled") / f"{name}.docx", edits)
        return printed(name, good.document, docx, to_pdf)

    return draw
