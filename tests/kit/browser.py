"""Shows pages in Chromium and prints them, with the private fonts of the kit."""

from __future__ import annotations

import os
import shutil
import unicodedata
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from kit.fonts import FontSet
    from kit.pdf import Page
    from kit.shapes import Glyph

BROWSER_VARIABLE = "IPPLAN_CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_RADICALS = range(0x2E80, 0x2FE0)


def find_browser() -> Path | None:
    """Return the Chromium program (``IPPLAN_CHROMIUM``, or one of the usual names on the PATH), or None."""
    named = os.environ.get(BROWSER_VARIABLE)
    for name in (named,) if named else _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


@contextmanager
def open_browser(program: Path, fonts: FontSet) -> Iterator[Browser]:
    """Run Chromium without a window until the end of the block; it sees the private fonts and no others."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  skipped tests do without

    with sync_playwright() as playwright:
        environment: dict[str, str | float | bool] = {**os.environ, **fonts.environment()}
        browser = playwright.chromium.launch(executable_path=program, env=environment)
        yield browser
        browser.close()


def print_page(browser: Browser, html: Path, pdf: Path) -> tuple[Page, ...]:
    """Print a page as its own style wants it, and return the sheets of paper."""
    page = browser.new_page()
    try:
        page.goto(html.as_uri())
        page.pdf(path=pdf, prefer_css_page_size=True)
    finally:
        page.close()
    return tuple(replace(sheet, glyphs=tuple(map(_character, sheet.glyphs))) for sheet in read_pdf(pdf))


def _character(glyph: Glyph) -> Glyph:
    """The glyph as the character it was: Chromium names a radical where a font draws both alike, and no space.

    Sizes are a few thousandths of a point too small.
    """
    char = glyph.char
    if unicodedata.category(char[0]) == "Cc":
        char = " "
    elif ord(char[0]) in _RADICALS:
        char = unicodedata.normalize("NFKC", char)
    return replace(glyph, char=char, size=round(glyph.size, 1))
