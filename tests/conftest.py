"""Fixtures that open the eyes of the kit, and the one line of the summary that says which of them stayed shut."""

from __future__ import annotations

import signal
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.availability import (
    NOT_RUN,
    give_up,
    missing_for_browser,
    missing_for_calc,
    missing_for_office,
    missing_for_schemas,
)
from kit.browser import find_browser, open_browser
from kit.fonts import FontSet, find_fandol, make_fonts
from kit.libreoffice import convert_to_pdf
from kit.ooxml import find_schemas, validate_docx

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Whoever starts the tests in the background of a shell has them ignore Ctrl-C, and with them every program they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

ToPdf = Callable[[Path], Path]
Validate = Callable[[Path], list[str]]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers, so that a part of the tests can be chosen or left out by name."""
    config.addinivalue_line("markers", "office: needs LibreOffice and the Fandol fonts")
    config.addinivalue_line("markers", "calc: needs LibreOffice with Calc and the Fandol fonts")
    config.addinivalue_line("markers", "browser: needs Chromium and the Fandol fonts")
    config.addinivalue_line("markers", "schemas: needs the published schemas of ISO/IEC 29500")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip or fail a marked test where what it needs is missing."""
    needs = {
        "office": missing_for_office,
        "calc": missing_for_calc,
        "browser": missing_for_browser,
        "schemas": missing_for_schemas,
    }
    for marker, missing in needs.items():
        if item.get_closest_marker(marker):
            lacking = missing()
            if lacking:
                give_up(lacking)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each missing thing which tests were not run because of it."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        before, found, lacking = reason.partition(NOT_RUN)
        if found and before in {"", "Skipped: "}:
            reasons[lacking] += 1
    for lacking, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{NOT_RUN}{lacking}: {count} skipped", yellow=True)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each test has a cache of its own, and none looks into the user's."""
    monkeypatch.setenv("IPPLAN_CACHE", str(tmp_path_factory.getbasetemp() / "cache" / uuid.uuid4().hex))


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of the published schemas."""
    folder = find_schemas()
    return folder if folder else give_up(str(missing_for_schemas()))


@pytest.fixture(scope="session")
def validate(schemas: Path) -> Validate:
    """A function that returns what ISO/IEC 29500 finds wrong with a docx."""
    return lambda docx: validate_docx(docx, schemas)


@pytest.fixture(scope="session")
def office_fonts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """The private fonts, made once and kept in the cache of pytest."""
    fandol = find_fandol()
    if fandol is None:
        give_up(str(missing_for_office()))
    kept = getattr(request.config, "cache", None)
    return make_fonts(Path(kept.mkdir("ipplan-fonts")) if kept else tmp_path_factory.mktemp("fonts"), fandol)


@pytest.fixture
def chinese_fonts(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the Fandol fonts, where `ipplan render -f pdf` then looks too."""
    folder = find_fandol()
    if folder is None:
        give_up(str(missing_for_office()))
    monkeypatch.setenv("IPPLAN_FONT_PATH", str(folder))
    return folder


@pytest.fixture
def stopped_at_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ctrl-C as soon as a command waits for the next save; the addresses that it has opened in the browser by then."""

    def interrupt(*_folders: Path, **_how: object) -> Iterator[set[object]]:
        yield set()
        raise KeyboardInterrupt

    opened: list[str] = []
    monkeypatch.setattr("ipplan.cli.watching.watch", interrupt)
    monkeypatch.setattr("webbrowser.open", opened.append)
    return opened


@pytest.fixture(scope="session")
def to_pdf(office_fonts: FontSet, tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """A function that draws a docx with LibreOffice and returns the PDF; it keeps one user profile per worker."""
    lacking = missing_for_office()
    if lacking:
        give_up(lacking)
    profile = tmp_path_factory.mktemp("office-profile")
    return lambda docx: convert_to_pdf(docx, tmp_path_factory.mktemp("pdf"), fonts=office_fonts, profile=profile)


@pytest.fixture(scope="session")
def browser(office_fonts: FontSet) -> Iterator[Browser]:
    """Chromium, started once."""
    program = find_browser()
    assert program is not None
    with open_browser(program, office_fonts) as browser:
        yield browser
