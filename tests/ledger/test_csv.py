"""The ledger as CSV."""

import csv
import io
import json
import zipfile
from xml.sax.saxutils import escape

import pytest

from ipplan.formats import Format

PLAN = """\
plan:
  title: 计划
  period: 2026年
  body:
    - {task: 甲, due: 3月底前, lead: '甲局，"乙"局', text: "一\\n二"}
"""


def test_every_cell_is_filled(written, ledger):
    """Byte order mark, ISO dates, quotes and line feeds inside a cell, and the key of the entry in the last column."""
    data = written(PLAN, Format.CSV)
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert dict(zip(head, row, strict=True)) == {
        "序号": "1",
        "工作任务": "一、甲\n一\n二",
        "完成时限": "3月底前",
        "截止日期": "2026-03-31",
        "牵头单位": '甲局，"乙"局',
        "工作状态": "",
        "进展情况": "",
        "编号": ledger(PLAN).entries[0].key,
    }


def test_merged_cells_are_repeated(written):
    """A program that reads the file finds the task in every row."""
    plan = "plan: {title: 计划, body: [{task: 甲, targets: [一, 二]}]}"
    rows = list(csv.DictReader(io.StringIO(written(plan, Format.CSV).decode("utf-8-sig"), newline="")))
    assert [row["工作任务"] for row in rows] == ["一、甲", "一、甲"]


FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠甲", "=cmd|' /C calc'!A0")
TEXTS = ("-5", "+3%", "-1,200.5", "甲=乙", "—", "’=1")


@pytest.mark.parametrize("words", [*FORMULAS, *TEXTS])
def test_no_cell_is_a_formula(written, words):
    """A text that spreadsheet programs would work out gets an apostrophe in csv; in xlsx every text is a text."""
    quoted = json.dumps(words, ensure_ascii=False)
    plan = f"plan: {{title: 计划, body: [{{task: 甲, targets: [{quoted}]}}]}}"
    (row,) = csv.DictReader(io.StringIO(written(plan, Format.CSV).decode("utf-8-sig"), newline=""))
    assert row["目标要求"] == (f"'{words}" if words in FORMULAS else words)
    with zipfile.ZipFile(io.BytesIO(written(plan, Format.XLSX))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}
    assert escape(words, {'"': '"'}) in parts["xl/sharedStrings.xml"]
    assert "<f>" not in "".join(content for name, content in parts.items() if "worksheets" in name)
