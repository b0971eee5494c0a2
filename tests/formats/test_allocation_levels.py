"""An allocation table adds up across three levels in every format that shows it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import openpyxl
import pytest
import yaml
from markdown_it import MarkdownIt

from formats.figures import words_of
from ipplan.compiler import Compiler
from ipplan.formats import Format, Shows
from kit.html import grid, read_html
from plans.plan_folders import FOLDER, checked_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kit.fonts import FontSet

NAME = "allocation-levels"
PAPERS = [form for form in Format if form.shows is Shows.PAPER]
BLOCK = next(
    block
    for block in yaml.load((FOLDER / NAME / "plan.yaml").read_text("utf-8"), yaml.BaseLoader)["plan"]["body"]
    if "allocation" in block
)
COUNTIES = [area for area in BLOCK["allocation"] if "parts" in area]


@pytest.fixture(scope="module")
def file(office_fonts: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Format], Path]:
    """A function from a format to the file of the plan in it."""
    folder, compiler = tmp_path_factory.mktemp("allocation"), Compiler(font_folders=(office_fonts.folder,))

    @cache
    def file(form: Format) -> Path:
        path = folder / f"paper{form.suffix}"
        path.write_bytes(compiler.write(checked_plan(NAME), form, draft=True))
        return path

    return file


def number(words: object) -> Decimal:
    """Return the value of a figure as it is printed."""
    return Decimal(str(words).replace(",", ""))


def leaves(area: dict) -> list[dict]:
    """Return the areas below one that have no parts; it alone where it has none."""
    return [leaf for part in area["parts"] for leaf in leaves(part)] if "parts" in area else [area]


def sums(areas: Iterable[dict]) -> list[Decimal]:
    """Add up the figures of the leaves, column by column."""
    rows = [
        [
            number(one)
            for figures in leaf["values"].values()
            for one in (figures.values() if isinstance(figures, dict) else [figures])
        ]
        for area in areas
        for leaf in leaves(area)
    ]
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def rows_of(form: Format, path: Path) -> list[list[str]]:
    """Return the rows of the table with a text for each column, merged ones repeated."""
    if form is Format.XLSX:
        (sheet,) = (one for one in openpyxl.load_workbook(path).worksheets if one.title.startswith("分解"))
        return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    text = path.read_bytes()
    if form is Format.MD:
        text = f"<!DOCTYPE html><title>-</title>{MarkdownIt().enable('table').render(text.decode())}".encode()
    (table,) = read_html(text).iter("table")
    return [[cell.text.strip() for cell in row] for row in grid(table)]


@pytest.mark.parametrize("form", [Format.HTML, Format.MD, Format.XLSX])
def test_rows_add_up(form: Format, file: Callable[[Format], Path]) -> None:
    """The total is the sum of the counties, which are the sums of their towns and parks; all stand in their rows."""
    rows = rows_of(form, file(form))
    (total,) = (row for row in rows if row[0] == "合计")
    assert [number(text) for text in total[2:]] == sums(BLOCK["allocation"])
    for county in COUNTIES:
        (own,) = (row for row in rows if row[0] == county["area"] and row[1] == "小计")
        assert [number(text) for text in own[2:]] == sums([county])
    towns = [leaf["area"] for county in COUNTIES for leaf in leaves(county)]
    assert [row[1] for row in rows if row[1] in towns] == towns


@pytest.mark.parametrize("form", PAPERS)
def test_sums_are_on_every_paper(form: Format, file: Callable[[Format], Path]) -> None:
    """Every sum of every level is printed, with its thousands parted as those of the plan are."""
    words = "".join(words_of(form, file(form)).split())
    for areas in (BLOCK["allocation"], *([county] for county in COUNTIES)):
        assert "".join(f"{value:,}" for value in sums(areas)) in words.replace("|", "")


def test_a_wrong_sum_would_be_seen(file: Callable[[Format], Path], tmp_path: Path) -> None:
    """A figure that is changed on the page makes the rows no longer add up."""
    page = tmp_path / "page.html"
    page.write_text(file(Format.HTML).read_text("utf-8").replace("525", "526"), "utf-8")
    with pytest.raises(AssertionError):
        test_rows_add_up(Format.HTML, lambda _: page)
