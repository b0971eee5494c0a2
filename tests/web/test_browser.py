"""The page in a real browser: accessible, readable on a phone, and on paper as the standard wants it.

Source: GB/T 9704—2012 §5.1, §5.2, §7.2, §7.3, §7.5
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from ipplan.formats import Format
from ipplan.writers import html
from kit.browser import find_browser, open_browser, print_page
from kit.pdf import join_rules
from office import text_measures
from office.papers import EXAMPLES, PAGE_NUMBER, Paper, squeezed, text_of
from web.specimen import specimen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from ipplan.document import Document
    from ipplan.stylesheet import Stylesheet
    from kit.fonts import FontSet
    from kit.pdf import Page

pytestmark = pytest.mark.browser

SPECIMEN = "specimen"
PAGES = (*EXAMPLES, "contents-owners", "quality-indicators", "ecology-plan", SPECIMEN)
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def browser(office_fonts: FontSet) -> Iterator[Browser]:
    """Chromium, started once."""
    program = find_browser()
    assert program is not None
    with open_browser(program, office_fonts) as browser:
        yield browser


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


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_accessible(name: str, size: dict[str, int], file: Callable, browser: Browser) -> None:
    """None of the rules of axe-core is broken."""
    assert violations(browser, file(name), size) == []


def violations(browser: Browser, page: Path, size: dict[str, int]) -> list[tuple[str, str]]:
    """Return the rules that a page breaks, each with the first piece of markup that does."""
    opened = browser.new_page(viewport=size)
    try:
        opened.goto(page.as_uri())
        found = Axe().run(opened).response["violations"]
    finally:
        opened.close()
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ('lang="zh-CN"', "", "html-has-lang"),
        ("h2", "h4", "heading-order"),
        ("color:#1a1a1a", "color:#bbb", "color-contrast"),
        (' tabindex="0"', "", "scrollable-region-focusable"),
        ('scope="col"', 'scope="up"', "scope-attr-valid"),
    ],
)
def test_axe_bites(good: str, bad: str, rule: str, made: Callable, browser: Browser, tmp_path: Path) -> None:
    """A page spoiled in one place breaks the rule for it."""
    text = made("jiaxing-2008", Format.HTML).decode()
    assert good in text
    (tmp_path / "bad.html").write_text(text.replace(good, bad), "utf-8")
    assert rule in {found for found, _ in violations(browser, tmp_path / "bad.html", PHONE)}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_no_sideways_scrolling(name: str, width: int, file: Callable, browser: Browser) -> None:
    """The page is never wider than the screen; a wide table scrolls by itself."""
    opened = browser.new_page(viewport={"width": width, "height": 740})
    opened.goto(file(name).as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_nothing_is_asked_for(file: Callable, browser: Browser) -> None:
    """Opening the page asks for the page and for nothing else."""
    opened, asked = browser.new_page(), []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file(SPECIMEN).as_uri())
    opened.close()
    assert asked == [file(SPECIMEN).as_uri()]


@pytest.mark.parametrize("name", EXAMPLES)
def test_paper_and_first_line(name: str, paper: Callable) -> None:
    """A4, with the box of the first line of text 37 mm (28 mm on turned pages) below the edge."""
    sheet = paper(name).sheet
    for page in paper(name).pages:
        turned = page.width > page.height
        size = (page.height, page.width) if turned else (page.width, page.height)
        assert size == pytest.approx((210, 297), abs=0.2)
        top = sheet.length("page.margin_left" if turned else "page.margin_top").mm
        first = text_of(page, sheet)[0]
        if page.number > 1 and first.glyphs[0].size == sheet.length("body.size").pt:
            assert line_top(page, paper(name)) == pytest.approx(top, abs=1)


def line_top(page: Page, paper: Paper) -> float:
    """Return where the box of the first line of body text begins, which is a pitch high (mm)."""
    first = text_of(page, paper.sheet)[0]
    pitch = next((part.pitch for part in paper.document.parts if part.pitch and page.number == 1), None)
    height = pitch * 25.4 / 72 if pitch else paper.sheet.length("page.pitch").mm
    return first.top - (height - (first.bottom - first.top)) / 2


def lines_of_full_pages(paper: Paper) -> Iterator[str]:
    """A page that the text runs over has 22 lines; each stands where the pitch wants it, within a pixel."""
    pitch, wanted = paper.sheet.length("page.pitch").mm, int(paper.sheet.number("page.lines"))
    for page, lines in text_measures.full_pages(paper):
        if len(lines) != wanted:
            yield f"page {page.number} has {len(lines)} lines"
        places = [line.baseline - lines[0].baseline - number * pitch for number, line in enumerate(lines)]
        if max(map(abs, places)) > _PIXEL:
            yield f"page {page.number}: lines are off by {min(places):.2f} to {max(places):.2f}"


_PIXEL = 25.4 / 96
"""Chromium puts the lines of printed pages on whole pixels (mm)."""


@pytest.mark.parametrize(
    "measure",
    [
        lines_of_full_pages,
        text_measures.characters_of_full_lines,
        text_measures.indents,
        text_measures.heading_fonts,
        text_measures.headings_at_the_foot,
        text_measures.outside,
        text_measures.overlapping,
    ],
)
@pytest.mark.parametrize("name", EXAMPLES)
def test_measures_of_the_docx(name: str, measure: Callable[[Paper], Iterator[str]], paper: Callable) -> None:
    """What is measured on pages of the docx holds here too."""
    assert list(measure(paper(name))) == []
