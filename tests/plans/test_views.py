"""Every constructed plan as ledger, calendar and lists."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from icalendar import Calendar

from ipplan.compiler import Compiler
from ipplan.errors import NothingToList
from ipplan.formats import By, Format
from plans.plan_folders import NAMES, checked_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipplan.pipeline import Checked


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    """One compiler for all plans."""
    return Compiler()


@pytest.fixture
def plan(request: pytest.FixtureRequest) -> Checked:
    """The plan of a folder; one that does not pass its check today is tested elsewhere."""
    checked = checked_plan(request.param)
    if checked.hindrances(draft=True):
        pytest.skip("refused")
    return checked


all_plans = pytest.mark.parametrize("plan", NAMES, indirect=True)


@all_plans
def test_ledger_and_calendar_agree(plan: Checked, compiler: Compiler) -> None:
    """Workbook and CSV have a row for each entry; every day of the calendar is a deadline of some entry."""
    entries = compiler.ledger(plan, draft=True).entries
    sheet = openpyxl.load_workbook(io.BytesIO(compiler.write(plan, Format.XLSX, draft=True))).active
    rows = list(csv.reader(io.StringIO(compiler.write(plan, Format.CSV, draft=True).decode("utf-8-sig"), newline="")))
    assert sheet is not None
    if sheet.title != "任务台账":
        assert not entries, "a workbook of forms alone"
        return
    assert (sheet.max_row - 2, len(rows) - 1) == (len(entries), len(entries))
    events = Calendar.from_ical(compiler.write(plan, Format.ICS, draft=True)).walk("VEVENT")
    days = {day for entry in entries for day in entry.days}
    assert {event["DTEND"].dt - timedelta(days=1) for event in events} <= days
    assert len({str(event["UID"]) for event in events}) == len(events)


@pytest.mark.schemas
@pytest.mark.parametrize("by", By)
@all_plans
def test_lists(
    plan: Checked, by: By, compiler: Compiler, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    """Lists lose no entry, and are valid documents; a plan in which nothing is to be done gives none."""
    entries = compiler.ledger(plan, draft=True).entries
    if not entries:
        with pytest.raises(NothingToList, match="计划里没有任务"):
            compiler.table(plan, by, Format.DOCX, draft=True)
        return
    assert {one.key for one in compiler.ledger(plan, by, draft=True).entries} == {one.key for one in entries}
    path = tmp_path / "list.docx"
    path.write_bytes(compiler.table(plan, by, Format.DOCX, draft=True))
    assert validate(path) == []
