"""The ledger as a workbook, read back by another library, and by LibreOffice."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from ipplan.compiler import Compiler
from ipplan.formats import Format
from ipplan.ledger_table import LedgerColumn, ledger_columns
from ipplan.writers.xlsx.measures import column_widths, row_heights
from ipplan.writers.xlsx.writer import shortened
from kit.libreoffice import convert_to_csv
from ledger.conftest import NAMES

PLAN = """
plan:
  title: 2026年工作计划
  body:
    - task: =1+1
      lead: 市科技局
      due: 9月底前
      targets: [-5件, "http://example.org/"]
    - task: 长的
      text: {}
    - task: 常做
      due: 常设
"""


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


@pytest.fixture
def sheet(written):
    return opened(written(PLAN.format("长话。" * 900), Format.XLSX))


def test_rows(sheet):
    """A row for each target; texts stay texts, and days are days."""
    head, first, second, _, last = rows_of(sheet)
    assert head == ["序号", "工作任务", "目标要求", "完成时限", "截止日期", "牵头单位", "工作状态", "进展情况"]
    assert first[:6] == [1, "一、=1+1", "-5件", "9月底前", datetime(2026, 9, 30), "市科技局"]
    assert second[2] == "http://example.org/"
    assert sheet["C4"].hyperlink is None
    assert sheet["E3"].is_date
    assert sheet["E3"].number_format == "yyyy-mm-dd"
    assert last[3:5] == ["常设", None]


def test_look(sheet):
    """The head stays in sight and filters; what a task shares is merged; a row is never higher than Excel can."""
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:H6"
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:H1", "B3:B4"}
    heights = {row: one.height for row, one in sheet.row_dimensions.items()}
    assert 408 < heights[5] <= 409
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("G3:G6", '"滞后,进行中,未开始,已完成,已调整"')


def test_page(sheet):
    """A4 turned, as wide as the page, the head on each page, pages counted."""
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.print_area == "'任务台账'!$A$1:$H$6"
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_a_filter_finds_merged_rows(written):
    """What a merged cell hides holds its value too, so that a filter for a task shows all its rows."""
    package = zipfile.ZipFile(io.BytesIO(written(PLAN.format("短"), Format.XLSX)))
    cells = package.read("xl/worksheets/sheet1.xml").decode()
    first, second = (cells.partition(f'r="{cell}"')[2].partition("</c>")[0] for cell in ("B3", "B4"))
    assert first.partition("<v>")[2] == second.partition("<v>")[2] != ""


def test_same_bytes(checked):
    """The same plan gives the same bytes, made on the plan's first day."""
    plan = checked(PLAN.format("短"))
    first, second = (Compiler().write(plan, Format.XLSX, draft=True) for _ in range(2))
    assert first == second
    assert openpyxl.load_workbook(io.BytesIO(first)).properties.created == datetime(2026, 1, 1)


def test_widths_share_a_page():
    """Columns of long texts share what the others leave; a column is never narrower than its settled width."""
    texts = ("短", "长" * 90, "更长" * 90)
    columns = [LedgerColumn(title, (text,) * 3) for title, text in zip(("序号", "甲", "乙"), texts, strict=True)]
    number, one, other = column_widths([*columns, *[LedgerColumn(f"第{n}", ("长" * 60,) * 3) for n in range(5)]][:3])
    assert (number, one, other) == (3.0, 40.0, 40.0)
    crowded = column_widths([*columns, *[LedgerColumn(f"第{n}", ("长" * 60,) * 3) for n in range(5)]])
    assert sum(crowded) == pytest.approx(104)
    assert min(crowded[1:]) >= 8


def test_merged_cells_get_their_room():
    """The rows of a merged cell are together as high as its text needs."""
    spans = (("甲",), ("甲",), ("乙",))
    merged = LedgerColumn("工作任务", ("字" * 100, "字" * 100, "短"), spans)
    first, second, third = row_heights([merged, LedgerColumn("目标要求", ("短", "短", "短"))], [10.0, 10.0])
    assert first + second == 10 * 14 + 6
    assert first == second
    assert third == 20


def test_the_longest_cell():
    """What a cell cannot hold is cut with a note, never silently."""
    assert shortened("字" * 32_767) == "字" * 32_767
    assert len(shortened("字" * 32_768)) == 32_767
    assert shortened("字" * 32_768).endswith("……（太长，余下的见正文）")


@pytest.mark.schemas
@pytest.mark.parametrize("name", NAMES)
def test_examples_are_valid(example, name, validate, tmp_path):
    """Every part is valid against ISO/IEC 29500."""
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(example(name, Format.XLSX))
    assert validate(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_examples_say_all(example, example_ledger, name):
    """Every value of the ledger stands in the workbook."""
    columns = ledger_columns(example_ledger(name))
    head, *rows = rows_of(opened(example(name, Format.XLSX)))
    assert head == [column.title for column in columns]
    for place, column in enumerate(columns):
        shown = [row[place] for row in rows]
        hidden = {row for first, length in column.merged() for row in range(first + 1, first + length)}
        for row, (value, wanted) in enumerate(zip(shown, column.values, strict=True)):
            assert row in hidden or (value.date() if isinstance(value, datetime) else value) == wanted


@pytest.mark.calc
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_all(example, name, office_fonts, tmp_path):
    """LibreOffice opens the workbook and makes the same table of it as we do, merged cells included."""
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(example(name, Format.XLSX))
    made = convert_to_csv(path, tmp_path / "out", fonts=office_fonts)
    title, *read = csv.reader(io.StringIO(made.read_text("utf-8"), newline=""))
    told = list(csv.reader(io.StringIO(example(name, Format.CSV).decode("utf-8-sig"), newline="")))
    assert title[0].endswith("（草稿）任务台账")
    assert read == [row[:-1] for row in told]
