"""Breakdown tables: the parts of named targets, printed without writing a figure again."""

from __future__ import annotations

import pytest

from ipplan import document as tree

PLAN = """\
plan:
  title: 指标
  body:
    - task: 提高创造质量
      targets:
        授权量: {{text: 200件, by_area: {{甲县: 120件, 乙区: 80件}}, by_year: {{2026年: 90件, 2027年: 110件}}}}
        合同额: {{text: 5000万元, by_area: {{乙区: "2,000万元", 丙县: "3,000万元"}}}}
        合格率: {{text: 90%以上, by_area: {{甲县: 91%, 乙区: 92%}}}}
    - {table}
"""


def nodes(document, table: str) -> list[tree.Node]:
    """Return the nodes of the table: its caption, if there is one, and itself."""
    (part,) = document(PLAN.format(table=table)).parts
    return [node for node in part.nodes if isinstance(node, tree.Caption | tree.Table)]


def texts(table: tree.Table) -> list[list[str]]:
    """Return the titles of the columns and the rows."""
    return [[column.title for column in table.columns], *([cell.text for cell in row] for row in table.rows)]


def test_areas_down_targets_across(document):
    """Units move to the header, an area without a figure has an empty cell, a share keeps its sign and has no sum."""
    (table,) = nodes(document, "{breakdown: [授权量, 合同额, 合格率], total: last, level: 县（市、区）}")
    assert texts(table) == [
        ["县（市、区）", "授权量（件）", "合同额（万元）", "合格率"],
        ["甲县", "120", "", "91%"],
        ["乙区", "80", "2,000", "92%"],
        ["丙县", "", "3,000", ""],
        ["合计", "200", "5,000", ""],
    ]


def test_one_unit_stands_above_the_table(document):
    """Where all figures have the same unit it is said once."""
    caption, table = nodes(document, "{breakdown: [授权量], by: year, title: 分年度}")
    assert (caption.title, caption.unit) == ("分年度", "单位：件")
    assert texts(table) == [["年度", "授权量"], ["2026年", "90"], ["2027年", "110"]]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("{breakdown: [授权量, 合同额]}", []),
        ("{breakdown: [授权数]}", ["IP203"]),
        ("{breakdown: [合同额], by: class}", ["IP203"]),
        ("{breakdown: []}", ["IP103"]),
        ("{breakdown: [授权量], by: month}", ["IP105"]),
    ],
)
def test_what_is_wrong_with_a_table(codes, table, found):
    """A name that no target has, a target without parts of that kind, no name, another way to divide."""
    assert [code for code in codes(PLAN.format(table=table)) if code < "IP4"] == found
