"""The page in a real browser: accessible, never wider than the screen, and all that it needs in itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from ipplan.formats import Format
from office.papers import EXAMPLES
from web.specimen import SPECIMEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (*EXAMPLES, "contents-owners", "quality-indicators", "ecology-plan", SPECIMEN)
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


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
    ("spoil", "rule"),
    [
        (('lang="zh-CN"', ""), "html-has-lang"),
        (("h2", "h4"), "heading-order"),
        (("color:#1a1a1a", "color:#bbb"), "color-contrast"),
        ((' tabindex="0"', ""), "scrollable-region-focusable"),
        (('scope="col"', 'scope="up"'), "scope-attr-valid"),
    ],
)
def test_axe_bites(spoil: tuple[str, str], rule: str, made: Callable, browser: Browser, tmp_path: Path) -> None:
    """A page spoiled in one place breaks the rule for it."""
    text = made("jiaxing-2008", Format.HTML).decode()
    assert spoil[0] in text
    (tmp_path / "bad.html").write_text(text.replace(*spoil), "utf-8")
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


def test_no_line_gapes_before_a_quotation(file: Callable, browser: Browser, tmp_path: Path) -> None:
    """Characters of justified text stand close where a quotation begins; without a place to break there they do not."""
    good, bad = file("jiaxing-2008"), tmp_path / "unbroken.html"
    bad.write_text(good.read_text("utf-8").replace("<wbr>", ""), "utf-8")
    assert widest_step(browser, good) < 1.2
    assert widest_step(browser, bad) > 1.3


def widest_step(browser: Browser, page: Path) -> float:
    """Return how far a Chinese character is from the one before it in the first paragraph on a phone, in its size."""
    opened = browser.new_page(viewport={"width": 390, "height": 740})
    try:
        opened.goto(page.as_uri())
        return opened.evaluate(_WIDEST_STEP)
    finally:
        opened.close()


_WIDEST_STEP = """() => {
    const text = document.querySelector("p.text"), range = document.createRange(), found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
        for (let at = 0; at < walker.currentNode.data.length; at++) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            found.push([range.toString(), range.getBoundingClientRect()]);
        }
    const size = parseFloat(getComputedStyle(text).fontSize), chinese = one => /[一-鿿]/.test(one);
    const steps = found.slice(1).map(([char, box], before) => [found[before], [char, box]])
        .filter(([[one, left], [two, right]]) => chinese(one) && chinese(two) && Math.abs(left.top - right.top) < 2)
        .map(([[, left], [, right]]) => (right.left - left.left) / size);
    return Math.max(...steps);
}"""
