"""Fixtures: the docx files of the five examples, and of trees made by tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipplan.document import Document, Node, Part
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers.docx.writer import DocxWriter
from office.papers import EXAMPLES, compiled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def sheet() -> Stylesheet:
    """The sheet of the standard."""
    return load_stylesheet()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The docx of each example by name."""
    folder = tmp_path_factory.mktemp("examples")
    for name in EXAMPLES:
        (folder / f"{name}.docx").write_bytes(compiled(name)[1])
    return {name: folder / f"{name}.docx" for name in EXAMPLES}


@pytest.fixture
def write(tmp_path: Path, sheet: Stylesheet) -> Callable[..., Path]:
    """A function that writes nodes as a document of one part."""

    def written(*nodes: Node) -> Path:
        path = tmp_path / "written.docx"
        path.write_bytes(DocxWriter(sheet).write(Document("题目", "作者", (Part(nodes),))))
        return path

    return written
