"""The workbook as LibreOffice Calc opens it and saves it again: what a clerk who uses it sends back."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from ipplan.formats import Format
from kit.libreoffice import save_workbook
from ledger.test_forms import PLAN as FORMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kit.fonts import FontSet

pytestmark = pytest.mark.calc

GROUPS = """
plan:
  title: 2026年工作计划
  body:
    - tasks:
        - {task: 宣传, group: 创造, lead: 市科技局, due: 9月底前, targets: [一场活动, 两篇信息]}
        - {task: 培训, group: 创造, lead: 市科技局, due: 2026年3月15日前}
        - {task: 巡查, group: 保护, lead: 市科技局, due: 常设}
"""


@pytest.fixture(scope="module")
def saved(office_fonts: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Workbook]:
    """A function that returns a workbook as Calc saves it."""

    @cache
    def saved(data: bytes) -> Workbook:
        folder: Path = tmp_path_factory.mktemp("workbook")
        (folder / "made.xlsx").write_bytes(data)
        return openpyxl.load_workbook(save_workbook(folder / "made.xlsx", folder / "out", fonts=office_fonts))

    return saved


@pytest.fixture
def forms(saved: Callable[[bytes], Workbook], written: Callable[..., bytes]) -> Workbook:
    """The workbook of a plan with two forms."""
    return saved(written(FORMS, Format.XLSX))


@pytest.fixture
def ledger_sheet(saved: Callable[[bytes], Workbook], written: Callable[..., bytes]) -> Worksheet:
    """The sheet of a ledger with groups."""
    return saved(written(GROUPS, Format.XLSX)).worksheets[0]


def test_forms_are_still_checked(forms: Workbook) -> None:
    """What may be typed, with the words of the error; the sheets and the names by which a program finds the rows."""
    shown = [sheet.title for sheet in forms.worksheets if sheet.sheet_state == "visible"]
    assert shown == ["任务台账", "表1 活动情况（2026／上半年）汇总表", "表2 意见表", "表3 专家登记表"]
    checks = forms.worksheets[1].data_validations.dataValidation
    assert {str(one.sqref): one.type for one in checks} == {
        "C3": "date", "A5:A7": "whole", "C5:C7": "date", "D5:D7": "whole", "E5:E7": "decimal", "F5:F7": "list",
    }  # fmt: skip
    assert {one.error for one in checks} == {
        "填日期，例如 2026-3-15", "只填整数，不写单位", "只填整数，不写单位（人）", "只填数，不写单位（万元）",
        "只能填：培训, 讲座、对接",
    }  # fmt: skip
    assert all(one.showErrorMessage and one.errorStyle in {None, "stop"} for one in checks)
    assert forms.defined_names["填报1"].attr_text.replace("'", "") == "表1 活动情况（2026／上半年）汇总表!$A$5:$F$7"


def test_forms_look_as_they_did(forms: Workbook) -> None:
    """Title and notes over all columns, days as days, heads on each printed page."""
    sheet = forms.worksheets[1]
    assert {str(one) for one in sheet.merged_cells.ranges} == {
        "A1:F1", "A2:C2", "D2:F2", "A3:B3", "C3:F3", "A8:B8", "C8:F8", "A9:B9", "C9:F9", "A10:F10", "A11:F11",
    }  # fmt: skip
    assert sheet["C5"].is_date or "yy" in sheet["C5"].number_format.lower()
    assert sheet.print_title_rows == "$4:$4"


def test_ledger_keeps_groups_and_filter(ledger_sheet: Worksheet) -> None:
    """A group is one merged cell; rows can be filtered, days are days.

    Panes are not looked for: they belong to a view, which a conversion has not.
    """
    sheet = ledger_sheet
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    place = rows[0].index("所属部分")
    assert [row[place] for row in rows[1:]] == ["一、创造", None, None, "二、保护"]
    letter = get_column_letter(place + 1)
    assert f"{letter}3:{letter}5" in {str(one) for one in sheet.merged_cells.ranges}
    assert sheet.auto_filter.ref.startswith("A2:")
    assert sheet.print_title_rows == "$1:$2"
    days = [row[rows[0].index("截止日期")] for row in rows[1:]]
    assert days == [datetime.datetime(2026, 9, 30)] * 2 + [datetime.datetime(2026, 3, 15), None]


def test_status_can_be_chosen(ledger_sheet: Worksheet) -> None:
    """The list of words for how far a task is."""
    (choice,) = ledger_sheet.data_validations.dataValidation
    assert choice.type == "list"
    assert "已完成" in choice.formula1
