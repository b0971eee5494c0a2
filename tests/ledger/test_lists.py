"""Lists as papers."""

from __future__ import annotations

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.compose.lists import compose_lists
from ipplan.compose.wording import Wording
from ipplan.formats import By, Format
from ipplan.ledger_table import list_columns
from ipplan.pipeline import check
from ledger.conftest import EXAMPLES, NAMES

PLAN = """
plan:
  title: 2026年工作计划
  periods: {宣传周: 4月20日至26日}
  body:
    - task: 甲
      lead: 市科技局
      supporting: 市财政局
      due: 宣传周期间
      targets: [不少于2场]
    - task: 乙
      lead: 市财政局
      due: 2026年3月底前
"""


def shown(document):
    """What stands in the parts, with tables as rows of cells."""
    return [[_node(node) for node in part.nodes] for part in document.parts]


def _node(node):
    match node:
        case tree.Title() | tree.Origin():
            return node.text
        case tree.Heading():
            return node.label + node.text
        case tree.Table():
            return [[column.title for column in node.columns], *([cell.text for cell in row] for row in node.rows)]


def test_a_list_for_each_unit(ledger):
    """Each unit on pages of its own: what it leads, what it supports, the day under words that do not tell it."""
    found = shown(compose_lists(ledger(PLAN, By.UNIT), Wording()))
    head = ["序号", "工作任务", "完成时限", "牵头单位", "配合单位"]
    task = ["1", "一、甲\n不少于2场", "宣传周期间\n2026年4月26日", "市科技局", "市财政局"]
    assert found == [
        ["市科技局任务清单", "《2026年工作计划》", "一、牵头负责（1项）", [head, task]],
        [
            "市财政局任务清单",
            "《2026年工作计划》",
            "一、牵头负责（1项）",
            [["序号", "工作任务", "完成时限", "牵头单位"], ["1", "二、乙", "2026年3月底前", "市财政局"]],
            "二、配合参与（1项）",
            [head, task],
        ],
    ]


def test_one_list_for_all_months(ledger):
    """Listed by month there is one list, with a table for each month."""
    (part,) = shown(compose_lists(ledger(PLAN, By.DATE), Wording()))
    assert [node for node in part if isinstance(node, str)] == [
        "任务清单",
        "《2026年工作计划》",
        "一、2026年3月（1项）",
        "二、2026年4月（1项）",
    ]


def test_sections_keep_their_numbers(ledger):
    """Listed by section, the numbers are those of the plan, not counted again."""
    plan = "plan: {title: 计划, body: [{section: 总则}, {section: 任务, body: [{task: 甲}]}]}"
    (part,) = shown(compose_lists(ledger(plan, By.SECTION), Wording()))
    assert part[2] == "二、任务（1项）"


def test_status_stands_in_a_list_only_where_known(ledger):
    """Columns to be filled in belong to the ledger, not to a list."""
    (group, *_) = ledger(PLAN, By.UNIT).groups
    assert "工作状态" not in [column.title for column in list_columns(group)]


@pytest.mark.schemas
@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("name", NAMES)
def test_examples_are_valid(name, by, validate, tmp_path):
    """Every list of every example is a valid docx."""
    path = tmp_path / "list.docx"
    path.write_bytes(Compiler().table(check(EXAMPLES / name / "plan.yaml"), by, Format.DOCX, draft=True))
    assert validate(path) == []
