"""A registration form is the same on paper in each format that has pages: docx, PDF, and the web page when printed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from ipplan.blanks import Band, Blank, Kind
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.columns import lay_out_tables
from ipplan.writers import docx, html, pdf
from kit.browser import print_page
from kit.pdf import read_pdf
from office import table_measures as measure
from office.papers import Paper, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipplan.stylesheet import Stylesheet
    from kit.pdf import Page
    from office.table_measures import DrawnCell

FORMATS = [
    pytest.param("docx", marks=pytest.mark.office),
    "pdf",
    pytest.param("html", marks=pytest.mark.browser),
]
BANDS = (
    Band(((Blank("姓名"), Blank("性别"), Blank("出生年月")),)),
    Band(((Blank("性质", Kind.CHOICE, choices=("企业", "高校")), Blank("日期", Kind.DATE, width=9)),)),
    Band(((Blank("手机"), Blank("邮箱")), (Blank("地址"),)), "联系方式"),
    Band(((Blank("起止年月"), Blank("单位及职务")),), "经历", copies=2),
    Band(((Blank("单位意见", lines=4, sign="（盖章）"),),)),
)
ROWS = [
    ["姓名", "", "性别", "", "出生年月", ""],
    ["性质", "□企业□高校", "日期", "年月日"],
    ["联系方式", "手机", "", "邮箱", ""],
    ["地址", ""],
    ["经历", "起止年月", "单位及职务"],
    ["", ""],
    ["", ""],
    ["单位意见", "（盖章）年月日"],
]


@pytest.fixture(scope="module")
def sheet(request: pytest.FixtureRequest) -> Stylesheet:
    """The sheet of the standard, with the private fonts."""
    return load_stylesheet(font_folders=(request.getfixturevalue("office_fonts").folder,))


@pytest.fixture(scope="module")
def rows(request: pytest.FixtureRequest, sheet: Stylesheet, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A function from the name of a format to the cells of the form as they are drawn."""
    folder = tmp_path_factory.mktemp("form")
    nodes = (
        tree.Title(("登记表",)),
        tree.Table((), (), blank=True, grid=BANDS),
        tree.FillIn(("填表人：", "审核人："), below=True),
    )
    document = lay_out_tables(tree.Document("登记表", "", (tree.Part(nodes),)), (), sheet)

    def pages_of(form: str, file: Path) -> tuple[Path, tuple[Page, ...]]:
        if form == "html":
            printed = folder / "printed.pdf"
            return printed, print_page(request.getfixturevalue("browser"), file, printed)
        drawn = request.getfixturevalue("to_pdf")(file) if form == "docx" else file
        return drawn, read_pdf(drawn)

    @cache
    def rows(form: str) -> list[list[DrawnCell]]:
        file = folder / f"form.{form}"
        file.write_bytes({"docx": docx, "pdf": pdf, "html": html}[form].write(document, sheet))
        (table,) = measure.drawn_tables(Paper(form, document, file, *pages_of(form, file), sheet))
        return table

    return rows


@pytest.mark.parametrize("form", FORMATS)
def test_cells_and_what_is_printed_in_them(form: str, rows: Callable) -> None:
    """Labels beside places to fill in, a group merged down, choices, a day, a small table and a box."""
    assert [[squeezed(cell.text) for cell in row] for row in rows(form)] == ROWS


@pytest.mark.parametrize("form", FORMATS)
def test_there_is_room_to_write(form: str, rows: Callable, sheet: Stylesheet) -> None:
    """Rows are as high as the sheet says, the box four times that; the form is as wide as the text."""
    high, drawn = sheet.length("table.blank_row").mm, rows(form)
    assert all(row[-1].box.height >= high - 0.3 for row in drawn)
    assert drawn[-1][-1].box.height == pytest.approx(4 * high, abs=0.6)
    assert drawn[0][-1].box.x1 - drawn[0][0].box.x0 == pytest.approx(sheet.length("page.text_width").mm, abs=0.6)


@pytest.mark.parametrize("form", FORMATS)
def test_the_box_is_signed_in_its_corner(form: str, rows: Callable) -> None:
    """Who seals and the day stand at the lower right, one above the other."""
    cell = rows(form)[-1][-1]
    seal, day = cell.lines
    assert squeezed(seal.text) == "（盖章）"
    assert seal.baseline < day.baseline
    assert cell.box.x1 - max(seal.x1, day.x1) < 4
    assert cell.box.bottom - day.baseline < 5
