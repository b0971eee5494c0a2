"""`checks:` in ipplan.yaml: what a project does not want reported, and how bad it finds the rest."""

import json

import pytest

PLAN = """\
plan:
  title: 计划
  body:
    - {task: 甲, due: 尽快}
    - {task: 乙, due: 2026年6月前}
    - {task: 丙, due: 2026年2月30日前}
"""


@pytest.fixture
def codes(ipplan, write):
    """Codes and severities that are reported with some `checks:`, and those that are not, with their reasons."""
    write("plan.yaml", PLAN)
    write("old/plan.yaml", PLAN)

    def codes(checks, *options):
        write("ipplan.yaml", f"checks: {checks}\n")
        document = json.loads(ipplan("validate", ".", "-f", "json", *options).out)
        shown = [(one["path"], one["code"], one["severity"]) for one in document["findings"]]
        return shown, [(one["path"], one["code"], one["reason"], one["by"]) for one in document["suppressed"]]

    return codes


def of(path, *codes):
    severities = {"IP301": "warning", "IP303": "warning", "IP302": "error"}
    return [(path, code, severities[code]) for code in codes]


def test_ignored_with_a_reason(codes):
    shown, hidden = codes("{ignore: {IP303: 一律指底, ip301: 照录}}")
    assert shown == of("old/plan.yaml", "IP302") + of("plan.yaml", "IP302")
    assert ("plan.yaml", "IP303", "一律指底", "project") in hidden
    assert ("plan.yaml", "IP301", "照录", "project") in hidden


def test_selected(codes):
    assert codes("{select: [IP302]}")[0] == of("old/plan.yaml", "IP302") + of("plan.yaml", "IP302")


def test_the_longer_beginning_decides(codes):
    assert codes("{select: [IP302], ignore: {IP3: 照录}}")[0] == of("old/plan.yaml", "IP302") + of("plan.yaml", "IP302")
    assert codes("{select: [IP3], ignore: {IP302: 照录}}")[0] == (
        of("old/plan.yaml", "IP301", "IP303") + of("plan.yaml", "IP301", "IP303")
    )


def test_severity(codes, ipplan):
    shown, _ = codes("{severity: {IP30: note, IP303: error}}")
    assert [row[1:] for row in shown[:3]] == [("IP301", "note"), ("IP303", "error"), ("IP302", "note")]
    assert ipplan("validate", ".").out.endswith("检查了 2 个文件：2 个错误，0 个警告，4 个提示\n")


@pytest.mark.parametrize("pattern", ["old", "old/", "old/*", "o*", "*/plan.yaml"])
def test_some_files(codes, pattern):
    shown, hidden = codes(f"{{paths: {{'{pattern}': {{ignore: {{IP3: 老文件}}}}}}}}")
    assert shown == of("plan.yaml", "IP301", "IP303", "IP302")
    assert {row[0] for row in hidden} == {"old/plan.yaml"}


def test_more_particular_severity_first(codes):
    shown, _ = codes("{severity: {IP302: note}, paths: {old: {severity: {IP302: error}}}}")
    assert ("old/plan.yaml", "IP302", "error") in shown
    assert ("plan.yaml", "IP302", "note") in shown


def test_render_agrees(codes, ipplan):
    """What the project does not count as an error does not forbid a paper."""
    codes("{}")
    assert ipplan("render", "plan.yaml").code == 1
    codes("{ignore: {IP302: 照录原文}}")
    assert ipplan("render", "plan.yaml").code == 0


@pytest.mark.parametrize(
    ("checks", "place", "message"),
    [
        ("{select: [IP399]}", "1:19", "没有“IP399”这个问题代码"),
        ("{ignore: {IP399: 甲}}", "1:19", "没有“IP399”这个问题代码"),
        ("{severity: {IPX: note}}", "1:21", "没有“IPX”这个问题代码"),
        ("{paths: {old: {ignore: {X1: 甲}}}}", "1:33", "没有“X1”这个问题代码"),
        ("{ignore: {IP203: 甲}}", "1:19", "IP203 的级别不能改，也不能忽略"),
        ("{severity: {IP1: note}}", "1:21", "IP1 的级别不能改，也不能忽略"),
        ("{severity: {IP303: 提示}}", "1:28", "“提示”"),
        ("{ignore: {IP303: }}", "1:19", "“IP303”后面没有写内容"),
        ("{ignore: [IP303]}", "1:18", "这里要"),
    ],
)
def test_mistakes(ipplan, write, checks, place, message):
    """A code that does not exist, one that must be right before a paper can be made, a reason left out."""
    write("plan.yaml")
    write("ipplan.yaml", f"checks: {checks}\n")
    code, out, _ = ipplan("validate", ".")
    assert code == 1
    line = next(line for line in out.splitlines() if line.startswith("ipplan.yaml:"))
    assert message in line
    assert line.startswith(f"ipplan.yaml:{place}:")
