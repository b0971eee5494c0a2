"""The preview in a real browser: it follows saves, keeps what is looked at, and runs nothing of a plan."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from preview.conftest import PLAN, WRONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import APIResponse, Browser, FrameLocator, Page, Route

    from preview.conftest import Program

pytestmark = pytest.mark.browser

LONG = PLAN + "".join(f"    - {{task: 事项{n}, text: 内容。}}\n" for n in range(1, 90))
PATIENCE = 10_000
"""Milliseconds that a busy machine may take."""


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of, and whatever was asked of another server."""
    return []


@pytest.fixture
def page(browser: Browser, program: Program, complaints: list[str]) -> Iterator[Page]:
    """The preview of the plan, open in the browser."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda one: None if one.url.startswith(program.address) else complaints.append(one.url))
    page.goto(program.address)
    yield page
    page.close()


def paper(page: Page) -> FrameLocator:
    """The paper that is shown."""
    return page.frame_locator("#desk iframe:last-of-type")


def scrolled(page: Page) -> float:
    """How far down the paper is."""
    return page.evaluate("document.querySelector('#desk iframe:last-of-type').contentWindow.scrollY")


def test_an_edit_is_shown_within_a_second(page: Page, write: Callable[..., Path], complaints: list[str]) -> None:
    """The best of three saves counts, for other programs use this machine too."""
    paper(page).get_by_text("办好宣传周").wait_for()
    needed = []
    for name in ("文化节", "博览会", "培训班"):
        begun = time.monotonic()
        write(PLAN.replace("宣传周", name))
        paper(page).get_by_text(f"办好{name}").wait_for()
        needed.append(time.monotonic() - begun)
    assert min(needed) < 1
    assert page.locator("#timeline title", has_text="办好培训班").count() == 2
    assert complaints == []


def test_a_mistake_is_shown_and_a_click_goes_to_its_line(page: Page, write: Callable[..., Path]) -> None:
    write(LONG)
    paper(page).get_by_text("事项89").wait_for()
    write(LONG + "    - {task: 最后, due: 2026年4月31日}\n")
    finding = page.locator("#findings li")
    finding.wait_for()
    assert "IP302" in finding.inner_text()
    assert page.locator("#desk.stale iframe").count() == 1
    assert "改好这些问题，公文才能更新" in page.locator("#obstacles").inner_text()
    finding.locator("a.place").click()
    line = page.locator("#source .here")
    assert "最后" in line.inner_text()
    panel, box = page.locator("#source").bounding_box(), line.bounding_box()
    assert panel["y"] < box["y"] < panel["y"] + panel["height"]
    write(LONG)
    page.locator("#findings .nothing").wait_for()
    assert page.locator("#desk.stale").count() == 0


def test_the_paper_stays_where_it_is(page: Page, write: Callable[..., Path], complaints: list[str]) -> None:
    write(LONG)
    paper(page).get_by_text("事项89").wait_for()
    page.evaluate("document.querySelector('#desk iframe').contentWindow.scrollTo(0, 1500)")
    page.locator("#source").evaluate("panel => panel.scrollTo(0, 700)")
    write(LONG.replace("事项89", "事项九十"))
    paper(page).get_by_text("事项九十").wait_for()
    assert scrolled(page) == 1500
    assert page.locator("#source").evaluate("panel => panel.scrollTop") == 700
    write("plan: [\n")
    page.locator("#findings li").wait_for()
    assert scrolled(page) == 1500
    assert complaints == []


def test_the_last_of_two_quick_saves_is_shown(page: Page, write: Callable[..., Path]) -> None:
    """At its place, though the paper of the first is still on its way when the second is saved."""
    write(LONG)
    paper(page).get_by_text("事项89").wait_for()
    page.evaluate("document.querySelector('#desk iframe').contentWindow.scrollTo(0, 1500)")
    held: list[tuple[Route, APIResponse]] = []
    page.route("**/paper?*", lambda route: route.continue_() if held else held.append((route, route.fetch())))
    with page.expect_request("**/paper?*"):
        write(LONG.replace("事项89", "事项九十"))
    write(LONG.replace("事项89", "事项九十一"))
    page.wait_for_timeout(1000)
    route, answer = held[0]
    route.fulfill(response=answer)
    page.frame_locator("#desk iframe:not(.coming)").get_by_text("事项九十一").wait_for()
    expect(page.locator("#desk iframe")).to_have_count(1)
    assert scrolled(page) == 1500


@pytest.mark.parametrize("text", [PLAN, WRONG], ids=["good", "wrong"])
@pytest.mark.parametrize("width", [1400, 500], ids=["desk", "narrow"])
def test_accessible(page: Page, write: Callable[..., Path], text: str, width: int) -> None:
    """None of the rules of axe-core is broken."""
    page.set_viewport_size({"width": width, "height": 900})
    paper(page).get_by_text("办好宣传周").wait_for()
    write(text)
    if text == WRONG:
        page.locator("#findings li").wait_for()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_paper_is_cut_into_sheets(page: Page, write: Callable[..., Path]) -> None:
    """A4 sheets of 22 lines, 5 mm apart: the text area of the second begins 302 mm below that of the first."""
    write(LONG)
    paper(page).get_by_text("事项89").wait_for()
    lines = paper(page).locator(".level1").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    zoom = float(paper(page).locator("html").evaluate("root => root.style.zoom"))
    mm = 96 / 25.4 * zoom
    gaps = [round((after - before) / mm) for before, after in pairwise(lines)]
    assert max(gaps) in range(82, 110)
    part = paper(page).locator(".part").bounding_box()
    assert part["width"] / mm == pytest.approx(210, abs=1)
    sheets = round(part["height"] / mm / 302)
    assert sheets > 2
    assert part["height"] / mm == pytest.approx(302 * sheets - 5, abs=1)


def test_nothing_of_a_plan_runs(page: Page, write: Callable[..., Path], complaints: list[str]) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    write(PLAN.replace("宣传周", evil))
    paper(page).get_by_text("alert(1)").first.wait_for()
    write(WRONG.replace("宣传周", evil).replace("市文化局", f"{evil}"))
    page.locator("#findings li").first.wait_for()
    page.reload()
    page.locator("#findings li").first.wait_for()
    assert complaints == []


def test_it_says_when_it_has_stopped(page: Page, program: Program) -> None:
    paper(page).get_by_text("办好宣传周").wait_for()
    program.process.terminate()
    expect(page.locator("#state .cut-off")).to_be_visible(timeout=PATIENCE)


def test_an_explanation_opens_beside(page: Page, write: Callable[..., Path]) -> None:
    write(WRONG)
    with page.expect_popup() as opened:
        page.locator("#findings a", has_text="IP302").click()
    assert opened.value.locator("h1").inner_text().startswith("IP302")
