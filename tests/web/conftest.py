"""Web pages and Markdown of the examples, of the constructed plans, and of trees made by tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.document import Document, Node, Part
from ipplan.pipeline import check
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers import html, md
from plans.plan_folders import checked_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.formats import Format
    from ipplan.pipeline import Checked

EXAMPLES_FOLDER = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def sheet() -> Stylesheet:
    """The sheet of the standard."""
    return load_stylesheet()


@pytest.fixture(scope="session")
def plan() -> Callable[[str], Checked]:
    """A function from the name of an example or of a constructed plan to the checked plan."""

    @cache
    def plan(name: str) -> Checked:
        example = EXAMPLES_FOLDER / name / "plan.yaml"
        return check(example) if example.exists() else checked_plan(name)

    return plan


@pytest.fixture(scope="session")
def made(plan: Callable[[str], Checked]) -> Callable[[str, Format], bytes]:
    """A function from the name of a plan to its file in a format; each is made once."""
    compiler = Compiler()
    return cache(lambda name, form: compiler.write(plan(name), form, draft=True))


@pytest.fixture(scope="session")
def tree_of(plan: Callable[[str], Checked]) -> Callable[[str], Document]:
    """A function from the name of a plan to its Document tree."""
    return cache(lambda name: Compiler().document(plan(name), draft=True))


@pytest.fixture
def web(sheet: Stylesheet) -> Callable[..., bytes]:
    """A function that writes nodes as a web page of one part."""
    return lambda *nodes: html.write(_document(nodes), sheet)


@pytest.fixture
def markdown(sheet: Stylesheet) -> Callable[..., str]:
    """A function that writes nodes as Markdown of one part."""
    return lambda *nodes: md.write(_document(nodes), sheet).decode()


def _document(nodes: tuple[Node, ...]) -> Document:
    return Document("题目", "作者", (Part(nodes),))
