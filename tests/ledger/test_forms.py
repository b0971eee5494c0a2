"""Blank forms as sheets of the workbook, read back by another library."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ipplan.compiler import Compiler
from ipplan.formats import By, Format

PLAN = """
plan:
  title: 2026年工作计划
  body: [{task: 宣传, lead: 市科技局, due: 9月底前}]
  attachments:
    - title: 活动情况[2026/上半年]汇总表
      body:
        - form:
            fill_in: [填报单位（盖章）, 填报日期]
            columns:
              - 活动名称
              - 活动日期
              - {title: 参加人数, kind: 整数, unit: 人}
              - {title: 经费, unit: 万元}
              - {title: 类型, choices: ["培训, 讲座", 对接]}
            rows: 3
            sign: [填表人, 活动名称]
            notes: [人数填实际到场的。]
    - title: 意见表
      body: [{form: {columns: [意见], numbered: false, rows: 2}}]
    - title: 专家登记表
      body:
        - form:
            grid:
              - [姓名, 性别, 出生日期]
              - [{title: 工作单位, width: 9}, {title: 专利, unit: 件}]
              - [{title: 联系方式, grid: [[电话, 邮箱]]}]
              - [{title: 经历, columns: [起止年月, 单位], rows: 2}]
              - [{title: 单位意见, lines: 4, sign: （盖章）}]
"""


@pytest.fixture
def book(written):
    return openpyxl.load_workbook(io.BytesIO(written(PLAN, Format.XLSX)))


def answered(book, name, *values):
    """Fill in the cells that a name stands for, from top to bottom, and return how the first is checked."""
    ((sheet, cells),) = book.defined_names[name].destinations
    cells = book[sheet][cells.replace("$", "")]
    rows = [row[0] for row in cells] if isinstance(cells, tuple) else [cells]
    for cell, value in zip(rows, values, strict=True):
        cell.value = value
    checks = book[sheet].data_validations.dataValidation
    return next((one for one in checks if rows[0].coordinate in one.sqref), None)


def test_a_sheet_for_each_form(book):
    """Behind the ledger, in the order of the paper, under names that Excel accepts; the choices are hidden."""
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert shown == ["任务台账", "表1 活动情况（2026／上半年）汇总表", "表2 意见表", "表3 专家登记表"]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["选项"]


def test_forms_alone(written):
    """Where nothing is to be followed up, the workbook has no empty ledger."""
    notice = PLAN.replace("body: [{task: 宣传, lead: 市科技局, due: 9月底前}]", "body: [请填报。]")
    book = openpyxl.load_workbook(io.BytesIO(written(notice, Format.XLSX)))
    assert book.sheetnames[0] == "表1 活动情况（2026／上半年）汇总表"


def test_what_stands_on_the_sheet(book):
    """Title, fill-ins, heads, numbered empty rows, what is signed, and how to fill it in."""
    sheet = book.worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows] == [
        "活动情况[2026/上半年]汇总表", "填报单位（盖章）：", "填报日期：", "序号", 1, 2, 3, "填表人：", "活动名称：",
        "填表说明：1.“类型”从培训, 讲座、对接中选填一项。", "2.人数填实际到场的。",
    ]  # fmt: skip
    heads = [title.replace("\n", "") for title in rows[3]]
    assert heads == ["序号", "活动名称", "活动日期", "参加人数（人）", "经费（万元）", "类型"]
    assert all(value is None for row in rows[4:7] for value in row[1:])


def test_the_numbers_of_rows_need_no_room(book):
    """What stands above the form does not widen the column of its numbers; its label takes more columns."""
    widths = book.worksheets[1].column_dimensions
    assert widths["A"].width < 8
    assert widths["B"].width > widths["A"].width
    assert any(str(one).startswith("A2:") for one in book.worksheets[1].merged_cells.ranges)


def test_what_is_typed_is_checked(book):
    """Days, whole numbers, numbers and choices, each in its column; texts are kept as they are typed."""
    found = {str(one.sqref): one.type for one in book.worksheets[1].data_validations.dataValidation}
    assert found == {
        "C3": "date",
        "A5:A7": "whole",
        "C5:C7": "date",
        "D5:D7": "whole",
        "E5:E7": "decimal",
        "F5:F7": "list",
    }
    sheet = book.worksheets[1]
    assert (sheet["C5"].number_format, sheet["B5"].number_format) == ("yyyy-mm-dd", "@")
    assert list(book.worksheets[2].data_validations.dataValidation) == []


def test_a_choice_may_have_commas(book):
    """The list of choices stands in cells, one each."""
    check = answered(book, "填报1_类型", None, None, None)
    assert check.formula1 == "选项!$A$1:$A$2"
    assert [cell.value for (cell,) in book["选项"]["A1:A2"]] == ["培训, 讲座", "对接"]
    assert check.error == "只能填：培训, 讲座、对接"


def test_a_program_finds_the_cells(book):
    """The rows to be filled in have a name, and so has each answer; a second one of that title has a number."""
    assert book.defined_names["填报1"].attr_text == "'表1 活动情况（2026／上半年）汇总表'!$A$5:$F$7"
    assert book.defined_names["填报2"].attr_text == "'表2 意见表'!$A$3:$A$4"
    assert set(book.defined_names) == {
        "填报1", "填报1_填报单位_盖章", "填报1_填报日期", "填报1_序号", "填报1_活动名称", "填报1_活动日期",
        "填报1_参加人数", "填报1_经费", "填报1_类型", "填报1_填表人", "填报1_活动名称_2", "填报2", "填报2_意见",
        "填报3_姓名", "填报3_性别", "填报3_出生日期", "填报3_工作单位", "填报3_专利", "填报3_联系方式_电话",
        "填报3_联系方式_邮箱", "填报3_经历_起止年月", "填报3_经历_单位", "填报3_单位意见",
    }  # fmt: skip


def test_what_comes_back_is_read(book):
    """A filled in form, saved and opened again, gives the answers by name."""
    assert answered(book, "填报1_参加人数", 12, 30, None).error == "只填整数，不写单位（人）"
    assert answered(book, "填报3_姓名", "林屿") is None
    assert answered(book, "填报3_经历_单位", "甲厂", "乙厂") is None
    stream = io.BytesIO()
    book.save(stream)
    again = openpyxl.load_workbook(stream)
    sheets = {
        name: again[sheet][cells.replace("$", "")]
        for name, one in again.defined_names.items()
        for sheet, cells in one.destinations
    }
    assert sheets["填报3_姓名"].value == "林屿"
    assert [cell.value for (cell,) in sheets["填报3_经历_单位"]] == ["甲厂", "乙厂"]
    assert [cell.value for (cell,) in sheets["填报1_参加人数"]] == [12, 30, None]


def test_a_registration_form_is_a_grid(book):
    """Labels beside merged cells; who signs has a row of its own below the opinion."""
    sheet = book.worksheets[3]
    texts = [[cell.value.replace("\n", "") for cell in row if cell.value] for row in sheet.iter_rows()]
    assert texts == [
        ["专家登记表"], ["姓名", "性别", "出生日期"], ["工作单位", "专利（件）"], ["联系方式", "电话", "邮箱"],
        ["经历", "起止年月", "单位"], [], [], ["单位意见"], ["（盖章）　　　年　　月　　日"],
    ]  # fmt: skip
    assert sheet.row_dimensions[8].height > 60


def test_print_set_up(book):
    """A4, as wide as the page, heads of a table on each page."""
    sheet = book.worksheets[1]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (9, 0, "$4:$4")
    assert book.worksheets[3].print_title_rows is None


def test_the_same_bytes(written):
    """A plan with forms gives the same workbook each time."""
    assert written(PLAN, Format.XLSX) == written(PLAN, Format.XLSX)


def test_lists_have_no_forms(checked):
    """The list of a unit shows what it has to do, and no form."""
    data = Compiler().table(checked(PLAN), By.UNIT, Format.XLSX, draft=True)
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["任务台账"]
