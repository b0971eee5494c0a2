"""Decomposition tables: columns, rows, what targets take over."""

from __future__ import annotations

import pytest

from ipplan import document as tree


def table(document, yaml: str) -> tree.Table:
    """The table of a plan whose only block is given."""
    (part,) = document(f"plan:\n  title: 任务分解表\n  body:\n{yaml}").parts
    (node,) = part.nodes[1:]
    assert isinstance(node, tree.Table)
    return node


def texts(node: tree.Table) -> list[list[str | None]]:
    return [[cell and cell.text for cell in row] for row in node.rows]


TASKS = """\
    - tasks:
        - task: 促进产业化
          due: 2010年底
          responsible: 市科技局
          supporting: 各县（市、区）政府
          targets:
            - 实施率达70%以上
            - {text: 重点支持20项, due: 无, supporting: 无}
            - {text: 培育5～7家, responsible: 市经贸委, due: 2009年底}
        - task: 成立领导小组
          responsible: 市政府办公室
"""


def test_rows_and_inheritance(document):
    """One row for each target; what it leaves out comes from the task, and 无 takes it away."""
    node = table(document, TASKS)
    assert [column.title for column in node.columns] == [
        "序号",
        "工作内容",
        "目标要求",
        "完成时限",
        "责任单位",
        "配合单位",
    ]
    assert texts(node) == [
        ["1", "促进产业化", "1.实施率达70%以上", "2010年底", "市科技局", "各县（市、区）政府"],
        [None, None, "2.重点支持20项", "", "市科技局", ""],
        [None, None, "3.培育5～7家", "2009年底", "市经贸委", "各县（市、区）政府"],
        ["2", "成立领导小组", "", "", "市政府办公室", ""],
    ]
    assert [row[0] and row[0].rows for row in node.rows] == [3, None, None, 1]


def test_columns_and_notes(document):
    """Columns are chosen by their titles, or say what they show; notes are the last row."""
    node = table(
        document,
        """\
    - columns: [任务, {title: 何时完成, shows: due}, 备注]
      notes: [一条。, 两条。]
      tasks: [{task: 甲, due: 常设}]
""",
    )
    assert texts(node) == [["甲", "常设", ""], ["备注", "1.一条。\n2.两条。", None]]
    assert [node.columns[1].title, node.rows[1][1].columns] == ["何时完成", 2]


@pytest.mark.parametrize("key", ["text: 正文", "body: [正文]", "label: 四、"])
def test_a_task_in_a_table_has_no_text(codes, key):
    """What a table cannot print is an error, not lost."""
    plan = f"plan:\n  title: 表\n  body:\n    - tasks:\n        - task: 甲\n          {key}\n"
    assert codes(plan) == ["IP101"]


def test_unknown_column(codes):
    """A title that tells nothing is an error, not an empty column."""
    assert codes("plan:\n  title: 表\n  body:\n    - {columns: [due], tasks: [{task: 甲}]}\n") == ["IP105"]


@pytest.mark.parametrize("value", ["[a]", "{a: b}", "maybe"])
def test_wrong_flag(codes, value):
    """Whatever stands where true or false should is named, never a traceback."""
    assert codes(f"plan:\n  title: 计划\n  listed: {value}\n  body: [文。]\n") == ["IP105"]


def test_members_of_groups_are_known(codes):
    """A member of a group is a unit of the register."""
    plan = "plan:\n  title: 计划\n  body: [{task: 甲, lead: 南湖区政府}]\n"
    assert codes(plan, "groups: [{name: 各县（市、区）政府, members: [南湖区政府]}]\n") == []
    assert codes(plan, "groups: [各县（市、区）政府]\n") == ["IP201"]


def test_what_targets_say_beside_their_words(document):
    """Kind, base, breakdowns, formula and source of a target have columns; a row without them is empty there."""
    node = table(
        document,
        """\
    - columns: [任务, 目标, 属性, 基数, 分年度目标, 分地区目标, 分类目标, 计算方法, 数据来源]
      tasks:
        - task: 修缮旧址
          targets:
            - text: 修缮26处
              kind: 约束性
              base: {value: 9处, year: 2025年}
              by_year: {2026年: 8处, 2027年: 9处}
              by_area: {南湖区: 12处, 秀洲区: 14处}
              by_class: {省级: 6处, 市级: 20处}
              formula: 完工数之和
              source: 市文物局
            - {text: 开放10处, base: {value: 4处}}
""",
    )
    first, second = texts(node)
    assert first[2:] == [
        "约束性", "9处（2025年）", "2026年8处、2027年9处", "南湖区12处、秀洲区14处", "省级6处、市级20处",
        "完工数之和", "市文物局",
    ]  # fmt: skip
    assert second[1:] == ["2.开放10处", "", "4处", "", "", "", "", ""]


GROUPED = """\
    - columns: [序号, 任务, 目标, 时限要求, {title: 编号, shows: blank}]
      tasks:
        - {task: 甲, group: [创造, 专利], cells: {编号: ZJ-01}, due: 2010年底, targets: [一件, 两件]}
        - {task: 乙}
        - {task: 丙, group: [创造, 商标]}
        - {task: 丁, group: 保护, due: 常设}
        - {task: 戊, group: [保护, 执法]}
"""


def test_groups_are_rows_of_their_own(document):
    """A row over all columns where a group begins, numbered by level; the tasks are numbered on across groups."""
    node = table(document, GROUPED)
    banners = [(row[0].text, row[0].columns) for row in node.rows if row[0] is not None and row[0].head]
    assert banners == [
        ("一、创造", 5), ("（一）专利", 5), ("（二）商标", 5), ("二、保护", 5), ("（一）执法", 5),
    ]  # fmt: skip
    assert [row[0].text for row in node.rows if row[0] is not None and not row[0].head] == ["1", "2", "3", "4", "5"]
    assert all(row[1:] == (None,) * 4 for row in node.rows if row[0] is not None and row[0].head)


def test_a_column_of_ones_own(document):
    """What a task says for a column of the plan's own is merged down over its targets; others leave it empty."""
    node = table(document, GROUPED)
    assert node.rows[2][4] == tree.Cell(("ZJ-01",), rows=2)
    assert [row[4] and row[4].text for row in node.rows[3:5]] == [None, ""]


def test_one_row_for_each_task(document):
    """The targets are a list in one cell; what differs among them is numbered like them."""
    node = table(document, TASKS.replace("    - tasks:", "    - one_row: true\n      tasks:"))
    assert texts(node) == [
        [
            "1",
            "促进产业化",
            "1.实施率达70%以上\n2.重点支持20项\n3.培育5～7家",
            "1.2010年底\n3.2009年底",
            "1.市科技局\n2.市科技局\n3.市经贸委",
            "1.各县（市、区）政府\n3.各县（市、区）政府",
        ],
        ["2", "成立领导小组", "", "", "市政府办公室", ""],
    ]


@pytest.mark.parametrize("task", ["{task: 甲, group: [一, 二, 三]}", "{task: 甲, cells: {编号: ZJ-01}}"])
def test_groups_and_cells_that_have_no_place(codes, task):
    """A third level, and words for a column that the table has not, are errors."""
    assert codes(f"plan:\n  title: 表\n  body:\n    - tasks: [{task}]\n") == ["IP105"]
