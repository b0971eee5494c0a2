"""A baseline: only new findings are reported."""

import json

import pytest

PLAN = """\
plan:
  title: 计划
  body:
    - {task: 甲, due: 尽快, lead: 市科技局}
    - {task: 甲, due: 尽快, lead: 市科技局}
    - {task: 乙, due: 2026年6月前, lead: 市科技局}
"""


@pytest.fixture
def recorded(ipplan, write):
    """A folder with a plan and its baseline."""
    write("a/plan.yaml", PLAN)
    assert ipplan("validate", ".", "--write-baseline", "known.json") == (0, "已把 3 个问题记进基线 known.json\n", "")
    return write


def found(ipplan, *options):
    outcome = ipplan("validate", ".", "--fail-on", "warning", "-f", "json", *options)
    document = json.loads(outcome.out)
    return outcome.code, [(one["code"], one["start"]["line"]) for one in document["findings"]], document["suppressed"]


@pytest.mark.usefixtures("recorded")
def test_what_is_known_is_not_reported(ipplan):
    code, shown, suppressed = found(ipplan, "--baseline", "known.json")
    assert (code, shown) == (0, [])
    assert [(one["code"], one["by"]) for one in suppressed] == [("IP301", "baseline")] * 2 + [("IP303", "baseline")]


def test_lines_added_above_change_nothing(ipplan, recorded):
    recorded("a/plan.yaml", PLAN.replace("  body:\n", "  # 注\n\n  body:\n    - 前言。\n"))
    assert found(ipplan, "--baseline", "known.json")[1] == []


def test_one_more_of_the_same_is_new(ipplan, recorded):
    recorded("a/plan.yaml", PLAN + "    - {task: 甲, due: 尽快, lead: 市科技局}\n")
    assert found(ipplan, "--baseline", "known.json")[:2] == (1, [("IP301", 7)])


def test_another_file_is_new(ipplan, recorded):
    recorded("b/plan.yaml", PLAN)
    assert len(found(ipplan, "--baseline", "known.json")[1]) == 3


def test_what_is_gone_is_said(ipplan, recorded):
    recorded("a/plan.yaml", PLAN.replace("6月前", "6月底前"))
    code, out, err = ipplan("validate", "a/plan.yaml", "--baseline", "known.json")
    assert (code, out) == (0, "检查了 1 个文件，没有发现问题\n")
    assert err == "基线里有 1 个问题已经改好了，可以用 --write-baseline 更新\n"


def test_only_files_that_were_checked_can_be_gone(ipplan, recorded):
    recorded("b/plan.yaml")
    assert ipplan("validate", "b", "--baseline", "known.json").err == ""


def test_named_by_the_project(ipplan, recorded):
    """A baseline is also what the project file says; writing it anew starts from everything."""
    recorded("ipplan.yaml", "checks: {baseline: known.json}\n")
    assert found(ipplan)[:2] == (0, [])
    assert "已把 3 个问题记进基线" in ipplan("validate", ".", "--write-baseline", "known.json").out


def test_a_plan_that_cannot_be_understood_is_never_known(ipplan, recorded):
    recorded("a/plan.yaml", "plan: {titel: 甲}\n")
    ipplan("validate", ".", "--write-baseline", "known.json")
    assert json.loads((recorded("x.txt").parent / "known.json").read_text("utf-8"))["findings"] == {}
    assert found(ipplan, "--baseline", "known.json")[0] == 1


def test_a_finding_in_a_shared_file_is_met_once(ipplan, write):
    write("ipplan.yaml", "office: {name: 甲局}  # ipplan: ignore[IP601] 无\n")
    write("a/plan.yaml")
    write("b/plan.yaml")
    assert ipplan("validate", ".", "--write-baseline", "known.json").out.startswith("已把 1 个问题")
    assert found(ipplan, "--baseline", "known.json")[1] == []


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (None, 3, "读不了基线文件"),
        ("{", 2, "不是基线文件"),
        ("[]", 2, "不是基线文件"),
        ('{"version": 1, "findings": {"a": [{"code": 1}]}}', 2, "不是基线文件"),
        ('{"version": 9, "findings": {}}', 2, "这是第 9 版的基线文件"),
    ],
)
def test_a_file_that_is_no_baseline(ipplan, write, content, code, message):
    write("plan.yaml")
    if content is not None:
        write("known.json", content)
    outcome = ipplan("validate", ".", "--baseline", "known.json")
    assert outcome.code == code
    assert message in outcome.err
    assert "--write-baseline" in outcome.err
