"""Allocation tables: three levels that add up, years, groups, and the header in up to three rows."""

from __future__ import annotations

import pytest

from ipplan import document as tree

PLAN = """\
plan:
  title: 指标分解
  body:
    - title: 指标分解表
      total: {total}
      levels: [市, 县, 乡]
      units: {{授权量: 件}}
      groups: {{创造: [授权量, 商标]}}
      allocation:
        - area: 甲市
          parts:
            - area: 子县
              parts:
                - {{area: 天乡, values: {{授权量: {{2026年: 10, 2027年: 11}}, 合格率: 90%, 商标: "1,000"}}}}
                - {{area: 地乡, values: {{授权量: {{2026年: 20, 2027年: 21}}, 合格率: 92%, 商标: "2,000"}}}}
            - {{area: 丑县, values: {{授权量: {{2026年: 5}}, 商标: 300}}}}
        - {{area: 乙市, values: {{授权量: {{2026年: 7, 2027年: 8}}, 商标: 40}}}}
"""


def table(document, total: str) -> tree.Table:
    (part,) = document(PLAN.format(total=total)).parts
    return part.nodes[-1]


def texts(rows) -> list[list[str | None]]:
    return [[cell and cell.text.replace("\n", "") for cell in row] for row in rows]


def test_three_levels_add_up(document):
    """The sum of a level is that of the parts below it; a share is not added up; members of a group stand together."""
    assert texts(table(document, "first").rows) == [
        ["合计", None, None, "42", "40", "3,340", ""],
        ["甲市", "小计", None, "35", "32", "3,300", ""],
        [None, "子县", "小计", "30", "32", "3,000", ""],
        [None, None, "天乡", "10", "11", "1,000", "90%"],
        [None, None, "地乡", "20", "21", "2,000", "92%"],
        [None, "丑县", None, "5", "", "300", ""],
        ["乙市", None, None, "7", "8", "40", ""],
    ]


def test_the_total_may_stand_last(document):
    """`last` puts the same row at the end."""
    assert texts(table(document, "last").rows)[-1] == ["合计", None, None, "42", "40", "3,340", ""]


def test_cells_fill_the_grid(document):
    """Each place of header and body is covered by one cell exactly."""
    node = table(document, "first")
    for rows in (node.head_rows, node.rows):
        covered = [
            (row + down, column + across)
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
            if cell is not None
            for down in range(cell.rows)
            for across in range(cell.columns)
        ]
        assert sorted(covered) == [(row, column) for row in range(len(rows)) for column in range(len(node.columns))]


def test_a_header_in_three_rows(document):
    """Groups, indicators, years; what has no group or no year reaches over the rows it does not need."""
    node = table(document, "first")
    assert texts(node.head_rows) == [
        ["市", "县", "乡", "创造", None, None, "合格率"],
        [None, None, None, "授权量（件）", None, "商标", None],
        [None, None, None, "2026年", "2027年", None, None],
    ]
    assert [cell.rows for cell in node.head_rows[0] if cell is not None] == [3, 3, 3, 1, 3]
    assert node.head_rows[1][5].rows == 2


def test_a_table_without_bands_has_one_header_row():
    """The titles of the columns alone."""
    node = tree.Table((tree.Column("甲"), tree.Column("乙\n丙")), ())
    assert texts(node.head_rows) == [["甲", "乙丙"]]


@pytest.mark.parametrize(
    ("values", "codes_found"),
    [("授权量: 30件", []), ("授权量: 31件", ["IP410"]), ("授权量: 若干", []), ("合格率: 95%", [])],
)
def test_what_an_area_says_itself_is_compared(codes, values, codes_found):
    """A figure beside those of the parts must be their sum; shares and words cannot be compared."""
    plan = f"""\
plan:
  title: 指标分解
  body:
    - allocation:
        - area: 甲县
          values: {{{values}}}
          parts:
            - {{area: 子乡, values: {{授权量: 10件, 合格率: 90%}}}}
            - {{area: 丑乡, values: {{授权量: 20件, 合格率: 92%}}}}
"""
    assert codes(plan) == codes_found


@pytest.mark.parametrize("key", ["units: {授权数: 件}", "whole: {授权数: 10}", "groups: {创造: [授权数]}"])
def test_an_indicator_that_is_misspelt(codes, key):
    """What is said of an indicator that is not allocated would be lost, so it is an error."""
    plan = "plan:\n  title: 表\n  body:\n    - allocation: [{area: 甲县, values: {授权量: 10}}]\n      "
    assert codes(plan + key + "\n") == ["IP105"]
