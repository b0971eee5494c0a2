"""Web pages and Markdown of the examples, of the constructed plans, and of trees made by tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipplan.compiler import Compiler
from ipplan.document import Document, Node, Part
from ipplan.formats import Format
from ipplan.pipeline import check
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers import html, md
from kit.browser import print_page
from office.papers import Paper
from plans.plan_folders import checked_plan
from web.specimen import SPECIMEN, specimen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from ipplan.pipeline import Checked
    from kit.pdf import Page

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


@pytest.fixture(scope="session")
def file(made: Callable, sheet: Stylesheet, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function from the name of a plan, or of the specimen, to its page as a file."""
    folder = tmp_path_factory.mktemp("pages")

    def file(name: str) -> Path:
        path = folder / f"{name}.html"
        path.write_bytes(html.write(specimen(), sheet) if name == SPECIMEN else made(name, Format.HTML))
        return path

    return file


@pytest.fixture(scope="session")
def paper(file: Callable, browser: Browser, tree_of: Callable[[str], Document], sheet: Stylesheet) -> Callable:
    """A function from the name of a plan to its page as printed; each is printed once."""
    printed: dict[str, Paper] = {}

    def paper(name: str) -> Paper:
        if name not in printed:
            page = file(name)
            pdf = page.with_suffix(".pdf")
            pages = print_page(browser, page, pdf)
            printed[name] = Paper(name, tree_of(name), page, pdf, pages, sheet)
        return printed[name]

    return paper


@pytest.fixture
def printed(browser: Browser, tmp_path: Path) -> Callable[[bytes], tuple[Page, ...]]:
    """A function that prints a page made by a test."""

    def printed(page: bytes) -> tuple[Page, ...]:
        (tmp_path / "page.html").write_bytes(page)
        return print_page(browser, tmp_path / "page.html", tmp_path / "page.pdf")

    return printed


@pytest.fixture
def spoiled(printed: Callable[[bytes], tuple[Page, ...]], tmp_path: Path) -> Callable[[Paper, str, str], Paper]:
    """A function that prints a page with something in it replaced."""

    def spoiled(paper: Paper, good: str, bad: str) -> Paper:
        text = paper.docx.read_text("utf-8")
        assert good in text
        return replace(paper, pages=printed(text.replace(good, bad).encode()), pdf=tmp_path / "page.pdf")

    return spoiled


@pytest.fixture(scope="module", autouse=True)
def _labels_once() -> Iterator[None]:
    """The docx that others are compared with has no labels again after page breaks: it alone knows its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ipplan.writers.docx.writer.repeat_labels", lambda part, _sheet, **_: part)
        yield
