"""Plans written on the spot, and what comes out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipplan.document import Document

HEAD = """\
notice:
  number: 连知〔2026〕5号
  date: 2026年3月2日
  to: 各县区知识产权局
  issuers: [连云港市知识产权局]
"""


@pytest.fixture
def document(tmp_path: Path) -> Callable[..., Document]:
    """A function from the text of a plan (and of a project file) to the Document tree; findings of errors fail."""

    def compiled(plan: str, project: str = "") -> Document:
        path = tmp_path / "plan.yaml"
        path.write_text(plan, "utf-8")
        if project:
            (tmp_path / "ipplan.yaml").write_text(project, "utf-8")
        checked = check(path)
        assert checked.hindrances(draft=False) == ()
        return Compiler().document(checked, draft=False)

    return compiled


@pytest.fixture
def codes(tmp_path: Path) -> Callable[..., list[str]]:
    """A function from the text of a plan (and of a project file) to the codes of what is found."""

    def found(plan: str, project: str = "") -> list[str]:
        path = tmp_path / "plan.yaml"
        path.write_text(plan, "utf-8")
        if project:
            (tmp_path / "ipplan.yaml").write_text(project, "utf-8")
        return [one.code for one in check(path).report.diagnostics]

    return found
