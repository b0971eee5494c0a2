"""A table of 300 rows is right in each format that has pages: docx, PDF, and the web page as Chromium prints it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipplan.stylesheet import load_stylesheet
from ipplan.writers import docx, html, pdf
from kit.browser import print_page
from kit.pdf import read_pdf
from office import table_measures as measure
from office.long_table import GROUPS, long_document
from office.papers import Paper, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.stylesheet import Stylesheet
    from kit.pdf import Page

FORMATS = [
    pytest.param("docx", marks=pytest.mark.office),
    "pdf",
    pytest.param("html", marks=pytest.mark.browser),
]
MEASURES = [
    measure.header_rows,
    measure.torn_rows,
    measure.divided_words,
    measure.crowded_cells,
    measure.widths,
]


@pytest.fixture(scope="module")
def sheet(request: pytest.FixtureRequest) -> Stylesheet:
    """The sheet of the standard, with the private fonts."""
    return load_stylesheet(font_folders=(request.getfixturevalue("office_fonts").folder,))


@pytest.fixture(scope="module")
def drawn(request: pytest.FixtureRequest, sheet: Stylesheet, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A function from the name of a format to the long table on its pages."""
    folder = tmp_path_factory.mktemp("long-table")

    def by_chromium(file: Path) -> tuple[Path, tuple[Page, ...]]:
        printed = folder / "printed.pdf"
        return printed, print_page(request.getfixturevalue("browser"), file, printed)

    def pages_of(form: str, file: Path) -> tuple[Path, tuple[Page, ...]]:
        if form == "html":
            return by_chromium(file)
        drawn = request.getfixturevalue("to_pdf")(file) if form == "docx" else file
        return drawn, read_pdf(drawn)

    @cache
    def drawn(form: str) -> Paper:
        document, file = long_document(sheet), folder / f"table.{form}"
        file.write_bytes({"docx": docx, "pdf": pdf, "html": html}[form].write(document, sheet))
        return Paper(form, document, file, *pages_of(form, file), sheet)

    return drawn


@pytest.mark.parametrize("measured", MEASURES, ids=lambda measured: measured.__name__)
@pytest.mark.parametrize("form", FORMATS)
def test_three_hundred_rows(form: str, measured: Callable[[Paper], Iterator[str]], drawn: Callable) -> None:
    """Header and merged labels on each page, rows whole, dates and numbers whole, text within its rules, full width."""
    assert list(measured(drawn(form))) == []


@pytest.mark.parametrize("form", FORMATS)
def test_columns_are_readable(form: str, drawn: Callable) -> None:
    """A line of a long text has at least ten characters."""
    for rows in measure.drawn_tables(drawn(form)):
        for row in rows[1:]:
            target = row[-3]
            assert len(target.lines) < 2 or len(squeezed(target.lines[0].text)) >= 10


@pytest.mark.parametrize("form", FORMATS)
def test_it_has_many_pages(form: str, drawn: Callable) -> None:
    """There was something to repeat, and pages are filled: no format needs many more of them than another."""
    pages = len(measure.drawn_tables(drawn(form)))
    assert len(measure.repeated_labels(drawn(form))) > 2 * (pages - len(GROUPS))
    assert 40 < pages < 50
