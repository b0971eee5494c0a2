"""Blank forms as sheets of the workbook, read back by another library."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ipplan.compiler import Compiler
from ipplan.formats import By, Format
from ipplan.pipeline import check

PLAN = """
plan:
  title: 2026年工作计划
  body: [{task: 宣传, lead: 市科技局, due: 9月底前}]
  attachments:
    - title: 活动情况[2026/上半年]汇总表
      body:
        - form:
            fill_in: [填报单位（盖章）, 填报人]
            columns: [活动名称, 活动日期, 参加人数, 经费（万元）]
            kinds: {活动日期: 日期, 参加人数: 整数, 经费（万元）: 数}
            rows: 3
            notes: [人数填实际到场的。, 没有的填“无”。]
    - title: 意见表
      body: [{form: {columns: [意见], numbered: false, rows: 2}}]
"""


@pytest.fixture
def book(written):
    return openpyxl.load_workbook(io.BytesIO(written(PLAN, Format.XLSX)))


def test_a_sheet_for_each_form(book):
    """Behind the ledger, in the order of the paper, under names that Excel accepts."""
    assert book.sheetnames == ["任务台账", "表1 活动情况（2026／上半年）汇总表", "表2 意见表"]


def test_what_stands_on_the_sheet(book):
    """Title, fill-ins, heads, numbered empty rows, and how to fill it in."""
    sheet = book.worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows] == [
        "活动情况[2026/上半年]汇总表", "填报单位（盖章）：", "填报人：", "序号", 1, 2, 3,
        "填表说明：1.人数填实际到场的。", "2.没有的填“无”。",
    ]  # fmt: skip
    assert rows[3] == ["序号", "活动名称", "活动日期", "参加人数", "经费（万元）"]
    assert all(value is None for row in rows[4:7] for value in row[1:])


def test_what_is_typed_is_checked(book):
    """Days, whole numbers and numbers, each in its column; texts are not checked, the numbers of rows are."""
    found = {str(one.sqref): one.type for one in book.worksheets[1].data_validations.dataValidation}
    assert found == {"A5:A7": "whole", "C5:C7": "date", "D5:D7": "whole", "E5:E7": "decimal"}
    assert book.worksheets[1]["C5"].number_format == "yyyy-mm-dd"
    assert list(book.worksheets[2].data_validations.dataValidation) == []


def test_a_program_finds_the_cells(book):
    """The rows to be filled in have a name in the workbook."""
    assert book.defined_names["填报1"].attr_text == "'表1 活动情况（2026／上半年）汇总表'!$A$5:$E$7"
    assert book.defined_names["填报2"].attr_text == "'表2 意见表'!$A$3:$A$4"


def test_print_set_up(book):
    """A4, as wide as the page, heads on each page."""
    sheet = book.worksheets[1]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (9, 0, "$4:$4")


def test_the_same_bytes(written):
    """A plan with forms gives the same workbook each time."""
    assert written(PLAN, Format.XLSX) == written(PLAN, Format.XLSX)


def test_a_kind_for_a_column_that_is_not_there(tmp_path):
    """A misspelt column is an error that names those there are."""
    (tmp_path / "plan.yaml").write_text(PLAN.replace("参加人数: 整数", "人数: 整数"), "utf-8")
    errors = check(tmp_path / "plan.yaml").hindrances(draft=True)
    assert [one.code for one in errors] == ["IP105"]
    assert "活动名称、活动日期、参加人数" in errors[0].message


def test_lists_have_no_forms(checked):
    """The list of a unit shows what it has to do, and no form."""
    data = Compiler().table(checked(PLAN), By.UNIT, Format.XLSX, draft=True)
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["任务台账"]
