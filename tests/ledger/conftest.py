"""Ledgers of plans written on the spot, and of the examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.document import Document
    from ipplan.formats import By, Format
    from ipplan.ledger import Ledger

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("jiangsu-2020", "jiaxing-2008", "lianyungang-2017", "liaoyuan-2018", "sichuan-2023")


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., object]:
    """A function from the text of a plan (and of a project file) to the checked plan."""

    def checked(plan: str, project: str = ""):
        (tmp_path / "plan.yaml").write_text(plan, "utf-8")
        (tmp_path / "ipplan.yaml").write_text(project or "version: 1\n", "utf-8")
        found = check(tmp_path / "plan.yaml")
        assert found.hindrances(draft=True) == ()
        return found

    return checked


@pytest.fixture
def ledger(checked) -> Callable[..., Ledger]:
    """A function from the text of a plan (and of a project file) to its ledger."""

    def ledger(plan: str, by: By | None = None, project: str = ""):
        return Compiler().ledger(checked(plan, project), by, draft=True)

    return ledger


@pytest.fixture
def written(checked) -> Callable[..., bytes]:
    """A function from the text of a plan to its file in a format."""
    return lambda plan, form, project="": Compiler().write(checked(plan, project), form, draft=True)


@pytest.fixture(scope="session")
def example() -> Callable[[str, Format], bytes]:
    """A function from the name of an example to its file in a format; each is made once."""
    compiler, made = Compiler(), {}

    def example(name: str, form: Format) -> bytes:
        if (name, form) not in made:
            made[name, form] = compiler.write(check(EXAMPLES / name / "plan.yaml"), form, draft=True)
        return made[name, form]

    return example


@pytest.fixture(scope="session")
def example_ledger() -> Callable[..., Ledger]:
    """A function from the name of an example to its ledger."""
    return lambda name, by=None: Compiler().ledger(check(EXAMPLES / name / "plan.yaml"), by, draft=True)


@pytest.fixture(scope="session")
def example_document() -> Callable[[str], Document]:
    """A function from the name of an example to its Document tree."""
    return lambda name: Compiler().document(check(EXAMPLES / name / "plan.yaml"), draft=True)
