"""The progress file: what is reported of tasks, and reports that are about nothing."""

import pytest

from ipplan.compiler import Compiler
from ipplan.formats import By, Format
from ipplan.pipeline import check

PLAN = """
plan:
  title: 计划
  facts: {会: 推进会}
  body:
    - task: 召开{{ 会 }}
    - task: 培训
      targets: {期数: 不少于2期, 人数: 100人}
    - task: 总结
"""
PROGRESS = """
tasks:
  - {task: 召开推进会, status: 已完成, note: 3月2日召开。}
  - {task: 培训, status: 未开始}
  - {task: 培训, target: 期数, status: 进行中}
"""


@pytest.fixture
def reported(tmp_path):
    """A function from the text of a progress file to the checked plan beside it."""

    def reported(progress, plan="plan.yaml", name="progress.yaml"):
        (tmp_path / plan).write_text(PLAN, "utf-8")
        (tmp_path / name).write_text(progress, "utf-8")
        return check(tmp_path / plan)

    return reported


def shown(checked):
    return [(one.task + one.target, one.status, one.progress) for one in Compiler().ledger(checked, draft=True).entries]


def test_status_of_entries(reported):
    """A report holds for the whole task or for one target of it; of two the later one holds."""
    assert shown(reported(PROGRESS)) == [
        ("召开推进会", "已完成", "3月2日召开。"),
        ("培训期数不少于2期", "进行中", ""),
        ("培训人数100人", "未开始", ""),
        ("总结", "", ""),
    ]


@pytest.mark.parametrize(
    ("plan", "name", "found"),
    [
        ("春季.plan.yaml", "春季.progress.yaml", True),
        ("其他.yml", "其他.progress.yaml", True),
        ("春季.plan.yaml", "progress.yaml", False),
        ("plan.yaml", "plan.progress.yaml", False),
    ],
)
def test_which_file(reported, plan, name, found):
    """The progress file is called as the plan."""
    assert (reported(PROGRESS, plan, name).progress is not None) is found


def test_by_status(reported):
    """What wants attention first stands first, what nobody reported last."""
    groups = Compiler().ledger(reported(PROGRESS), By.STATUS, draft=True).groups
    assert [(group.names, len(group.entries)) for group in groups] == [
        (("进行中",), 1),
        (("未开始",), 1),
        (("已完成",), 1),
        (("没有填报",), 1),
    ]


def test_the_ledger_shows_it(reported):
    """Status and progress stand in the columns that are there for them."""
    assert "已完成,3月2日召开。" in Compiler().write(reported(PROGRESS), Format.CSV, draft=True).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("line", "place", "message", "hint"),
    [
        ("{task: 召开推进汇, status: 已完成}", "2:12", "计划里没有“召开推进汇”这项任务", "是不是“召开推进会”？"),
        ("{task: 无关, status: 已完成}", "2:12", "计划里没有“无关”这项任务", "任务名称要和计划里的一样"),
        (
            "{task: 培训, target: 期, status: 进行中}\n  - {task: 培训, target: 场次, status: 进行中}",
            "3:24",
            "“培训”没有以“场次”开头的目标",
            "这项任务的目标：“期数不少于2期”、“人数100人”",
        ),
        (
            "{task: 总结, target: 甲, status: 进行中}",
            "2:24",
            "“总结”没有以“甲”开头的目标",
            "这项任务没有列目标，去掉 target 一行",
        ),
    ],
)
def test_reports_about_nothing(reported, line, place, message, hint):
    """A report that matches nothing in the plan is an error in the progress file, with what was probably meant."""
    checked = reported(f"tasks:\n  - {line}\n")
    (found,) = checked.report.diagnostics
    assert (found.path.name, f"{found.span.line}:{found.span.column}") == ("progress.yaml", place)
    assert (found.code, found.message, found.hint) == ("IP203", message, hint)
    assert checked.hindrances(draft=True)


def test_a_wrong_status(reported):
    """A status that does not exist is an error with those that do."""
    (found,) = reported("tasks:\n  - {task: 总结, status: 完成}\n").report.diagnostics
    assert (found.message, found.hint) == ("“完成”不能用在这里", "可以写：滞后、进行中、未开始、已完成、已调整")


def test_a_plan_with_errors_is_not_compared(tmp_path):
    """Where the plan itself is wrong, nothing follows about the reports."""
    (tmp_path / "plan.yaml").write_text("plan: {title: 计划, body: [{task: '{{ 无 }}'}]}", "utf-8")
    (tmp_path / "progress.yaml").write_text(PROGRESS, "utf-8")
    assert {one.path.name for one in check(tmp_path / "plan.yaml").report.diagnostics} == {"plan.yaml"}
