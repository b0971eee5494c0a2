"""Draws the preview of what `ipplan new` writes, with a slip in it and a task done, in the week after that."""

from __future__ import annotations

import contextlib
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.cli.run import run
from ipplan.preview.feed import Feed
from ipplan.preview.server import PreviewServer, serving
from ipplan.preview.snapshot import take_snapshot
from kit.browser import find_browser, open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kit.fonts import FontSet

_FOLDER = "2026年宣传计划"
_SLIP = ("10月底前", "尽快")
_PROGRESS = "tasks:\n  - task: 办好知识产权宣传周\n    status: 已完成\n"
_TIME = datetime(2026, 5, 6, 10, 30)
_SIZE = (1280, 800)


def draw_preview(work: Path, fonts: FontSet) -> Path:
    """Draw the preview in Chromium into a scratch folder; returns the picture."""
    program, picture = find_browser(), work / "preview.png"
    assert program is not None
    with contextlib.chdir(work), contextlib.redirect_stdout(io.StringIO()):
        run(["new", _FOLDER])
        plan = Path(_FOLDER, "plan.yaml")
        plan.write_text(plan.read_text("utf-8").replace(*_SLIP), "utf-8")
        plan.with_name("progress.yaml").write_text(_PROGRESS, "utf-8")
        feed = Feed(replace(take_snapshot(plan), taken=_TIME))
        with serving(PreviewServer(feed)) as server, open_browser(program, fonts) as browser:
            _shoot(browser, server.address, picture)
    return picture


def _shoot(browser: Browser, address: str, picture: Path) -> None:
    """The page after a click on the finding."""
    page = browser.new_page(viewport={"width": _SIZE[0], "height": _SIZE[1]})
    page.goto(address)
    page.locator("#findings a.place").click()
    page.mouse.move(0, 0)
    page.screenshot(path=picture)
    page.close()
