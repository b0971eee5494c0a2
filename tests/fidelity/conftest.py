"""The five examples, rendered once in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fidelity.documents import NAMES, RealDocument, real_document
from ipplan.compiler import Compiler
from ipplan.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Render = Callable[[str], Path]


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """A function that renders an example by name and returns the docx."""
    compiler = Compiler()
    done: dict[str, Path] = {}

    def rendered(name: str) -> Path:
        if name not in done:
            document = real_document(name)
            done[name] = tmp_path_factory.mktemp(name) / f"{name}.docx"
            done[name].write_bytes(compiler.docx(check(document.plan), draft=document.frame.draft))
        return done[name]

    return rendered


@pytest.fixture(params=NAMES)
def document(request: pytest.FixtureRequest) -> RealDocument:
    """Each real document in turn."""
    return real_document(request.param)
