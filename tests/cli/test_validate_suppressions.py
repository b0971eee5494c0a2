"""Comments that suppress: where they hold, what is wrong with them, and what they cannot do."""

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span
from ipplan.pipeline import check
from ipplan.source import Source
from ipplan.suppressions import Codes, suppress

CODES = Codes({"IP301", "IP303", "IP503", "IP601", "IP203"}, {"IP203"})
HEAD = "plan:\n  title: 计划\n  body:\n"


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch):
    """These tests read text, also where they run in Actions."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def checked(write):
    """A function that checks a plan with some blocks and returns places and codes found, and those suppressed."""

    def checked(body, **others):
        for name, text in others.items():
            write(f"{name}.yaml", text)
        result = check(write("plan.yaml", HEAD + body))
        shown = [f"{one.path.name}:{one.span.line}:{one.span.column} {one.code}" for one in result.report.diagnostics]
        return shown, [(one.finding.code, one.reason) for one in result.suppressed]

    return checked


def test_on_the_line(checked):
    """A comment at the end of the line takes the finding out and keeps the reason."""
    body = "    - task: 甲\n      due: 尽快  # ipplan: ignore[IP301] 上级文件如此\n    - {task: 乙, due: 尽快}\n"
    assert checked(body) == (["plan.yaml:6:22 IP301"], [("IP301", "上级文件如此")])


def test_on_the_line_above(checked):
    """A comment with a line to itself holds for the next line that is no comment, and for that only."""
    body = (
        "    # ipplan: ignore[IP301] 甲\n    # 又一条注释\n    - {task: 甲, due: 尽快}\n    - {task: 乙, due: 尽快}\n"
    )
    assert checked(body) == (["plan.yaml:7:22 IP301"], [("IP301", "甲")])


def test_behind_another_comment(checked):
    """A comment may say something else first."""
    assert checked("    - {task: 甲, due: 尽快}  # 见原文 # ipplan: ignore[IP301] 照录\n") == ([], [("IP301", "照录")])


def test_several_codes_and_findings(checked):
    """One comment holds for all findings of its codes on the line; one line may have several comments."""
    line = "    - {task: 甲, due: 尽快, targets: [若干]}"
    both = f"{line}  # ipplan: ignore[IP301, IP401] 甲\n"
    two = f"{line}  # ipplan: ignore[IP301] 甲 # ipplan: ignore[IP401] 乙\n"
    bare, _ = checked(f"{line}\n")
    codes = {one.split()[1] for one in bare}
    assert "IP301" in codes
    expected_unused = {"IP301", "IP401"} - codes
    for body in (both, two):
        shown, suppressed = checked(body)
        assert [one.split()[1] for one in shown] == ["IP013"] * len(expected_unused)
        assert {code for code, _ in suppressed} == codes


def test_full_width_marks(checked):
    """Full-width marks and small letters mean the same; a drafter's input method writes them."""
    assert checked("    - {task: 甲, due: 尽快}  # ipplan：ignore【ip301】照录\n") == ([], [("IP301", "照录")])


@pytest.mark.parametrize("reason", ["", " ", " ——", "。"])
def test_without_a_reason(checked, reason):
    """A comment that gives no reason works, and is a finding itself."""
    shown, suppressed = checked(f"    - {{task: 甲, due: 尽快}}  # ipplan: ignore[IP301]{reason}\n")
    assert shown == ["plan.yaml:4:27 IP012"]
    assert [code for code, _ in suppressed] == ["IP301"]


UNUSED = {
    "ignore[IP301] 甲": (25, "这里没有 IP301 的问题，用不着忽略"),
    "ignore[IP3O1] 甲": (25, "没有 IP3O1 这个问题代码"),
    "ignore[IP101] 甲": (25, "IP101 不能忽略：改好了才能生成公文"),
    "ignore[IP203] 甲": (25, "IP203 不能忽略：改好了才能生成公文"),
    "ignore[] 甲": (8, "没有写忽略哪一条"),
    "ignore 甲": (8, "没有写忽略哪一条"),
}


@pytest.mark.parametrize(("comment", "expected"), UNUSED.items(), ids=UNUSED)
def test_unused(comment, expected):
    """A code that suppresses nothing is a finding at the code, and the message says why."""
    source = Source("plan.yaml", f"a: 甲   # ipplan: {comment}\n")
    report, suppressed = suppress([], [source], CODES)
    assert [(one.span.column, one.message, one.code) for one in report.diagnostics] == [(*expected, "IP013")]
    assert suppressed == ()


def test_misspelt_code_names_the_nearest():
    """For a misspelt code the nearest is offered."""
    report, _ = suppress([], [Source("p", "a: 甲 # ipplan: ignore[IP3O1] 乙\n")], CODES)
    assert report.diagnostics[0].hint == "是不是 IP301？"


def test_wrong_line(checked):
    """A comment on the line below, or above an empty line, holds for nothing."""
    after = "    - {task: 甲, due: 尽快}\n    # ipplan: ignore[IP301] 甲\n"
    assert checked(after)[0] == ["plan.yaml:4:22 IP301", "plan.yaml:5:22 IP013"]
    apart = "    # ipplan: ignore[IP301] 甲\n\n    - {task: 甲, due: 尽快}\n"
    assert checked(apart)[0] == ["plan.yaml:4:22 IP013", "plan.yaml:6:22 IP301"]


IN_A_TEXT = [
    "    - text: |\n        甲乙。\n        # ipplan: ignore[IP301] 甲\n    - {task: 甲, due: 尽快}\n",
    "    - {task: '甲 # ipplan: ignore[IP301] 甲', due: 尽快}\n",
    '    - {task: "甲\n\n        # ipplan: ignore[IP301] 甲", due: 尽快}\n',
    "    - {task: 甲#ipplan:ignore[IP301], due: 尽快}\n".replace("[IP301]", ""),
]


@pytest.mark.parametrize("body", IN_A_TEXT)
def test_not_a_comment(checked, body):
    """What looks like a comment inside of a text is text."""
    shown, suppressed = checked(body)
    assert {one.split()[1] for one in shown} & {"IP301", "IP012", "IP013"} == {"IP301"}
    assert suppressed == []


@pytest.mark.parametrize("line", ["a: |  # {}", "a: >- # {}", "# {}\na: |"])
def test_holds_for_a_whole_text(line):
    """Inside a text of several lines no comment can stand, so one where it begins holds for all of it."""
    head = line.format("ipplan: ignore[IP503] 照录")
    source = Source("plan.yaml", f"{head}\n  甲\n\n  乙\nb: 丙\n")
    begin = head.count("\n") + 1
    found = [Diagnostic("plan.yaml", Span(begin + n, 3, begin + n, 4), "IP503", Severity.WARNING, "错") for n in (3, 4)]
    report, suppressed = suppress(found, [source], CODES)
    assert [one.span.line for one in report.diagnostics] == [begin + 4]
    assert [one.finding.span.line for one in suppressed] == [begin + 3]


def test_in_an_included_file(checked):
    """A comment in a part of the plan holds for the findings there."""
    body = "    - include: part.yaml\n    - {task: 乙, due: 尽快}\n"
    part = (
        "- task: 甲\n  due: 尽快  # ipplan: ignore[IP301] 照录\n"
        "- {task: 丙, due: 2009年底}  # ipplan: ignore[IP301] 丙\n"
    )
    assert checked(body, part=part) == (
        ["part.yaml:3:44 IP013", "plan.yaml:5:22 IP301"],
        [("IP301", "照录")],
    )


def test_in_the_project_file(checked, ipplan):
    """A comment in the project file is judged like any other, with the plan and by itself."""
    project = "office: {name: 甲局}  # ipplan: ignore[IP601]\n"
    shown, suppressed = checked("    - 内容。\n", ipplan=project)
    assert (shown, suppressed) == (["ipplan.yaml:1:21 IP012", "ipplan.yaml:1:38 IP013"], [])
    assert len(re.findall("警告 IP01[23]", ipplan("validate", "ipplan.yaml").out)) == 2


def test_mistakes_of_reading_are_not_suppressed(checked):
    """A plan that does not fit the schema says so, and nothing about comments that could not be tried."""
    shown, suppressed = checked("    - {task: 甲, tusk: 乙}  # ipplan: ignore[IP101] 甲\n")
    assert [one.split()[1] for one in shown] == ["IP101"]
    assert suppressed == []


def test_an_error_that_can_be_lived_with(checked):
    """An error of a rule can be suppressed; one without which no paper can be made cannot."""
    lived = "    - {task: 甲, due: 2月30日前}  # ipplan: ignore[IP302] 原文如此\n"
    assert checked(lived) == ([], [("IP302", "原文如此")])
    shown, suppressed = checked("    - 见{{ 丁 }}  # ipplan: ignore[IP203] 甲\n")
    assert [one.split()[1] for one in shown] == ["IP203", "IP013"]
    assert suppressed == []


def test_in_reports(ipplan, write):
    """Suppressed findings stand in JSON with their reason, and nowhere else."""
    write("plan.yaml", f"{HEAD}    - {{task: 甲, due: 尽快}}  # ipplan: ignore[IP301] 照录\n")
    assert ipplan("validate", ".", "--fail-on", "warning") == (0, "检查了 1 个文件，没有发现问题\n", "")
    document = json.loads(ipplan("validate", ".", "-f", "json").out)
    assert (document["findings"], document["summary"]["suppressed"]) == ([], 1)
    assert [(one["code"], one["reason"]) for one in document["suppressed"]] == [("IP301", "照录")]


NOTICE = """\
notice:
  number: 待定  # ipplan: ignore[IP601] 尚未编号
  date: 2017-02-07
  to: [各县区知识产权局]
  issuers: [甲市知识产权局]
plan:
  title: 甲市工作计划
  body: [内容。]
"""


def test_undecided_still_blocks_issue(ipplan, write, left):
    """What is undecided may be suppressed, but no paper is issued with it; a draft may be made."""
    write("a.plan.yaml", NOTICE)
    assert [one.code for one in check(write("a.plan.yaml", NOTICE)).report.diagnostics] == []
    code, out, err = ipplan("render", "a.plan.yaml")
    assert (code, out) == (1, "")
    assert "a.plan.yaml:2:11: 警告 IP601 发文字号待定" in err
    assert left() == ["a.plan.yaml"]
    assert ipplan("render", "a.plan.yaml", "--draft").code == 0
    assert left() == ["a.docx", "a.plan.yaml"]


def test_hindrances(write):
    """A suppressed finding hinders an issued paper, not a draft."""
    checked = check(write("plan.yaml", NOTICE))
    assert [one.code for one in checked.hindrances(draft=False)] == ["IP601"]
    assert checked.hindrances(draft=True) == ()


def test_files_without_comments():
    """Without comments everything stays."""
    found = Diagnostic("p", START_OF_FILE, "IP301", Severity.WARNING, "错")
    assert suppress([found], [Source("p", "a: ipplan\n")], CODES)[0].diagnostics == (found,)


PIECES = [
    *("MARK", "  MARK", "a: 甲", "a: 甲 MARK", "a: 甲MARK", "a: 甲\n  乙 MARK", "a: '甲' MARK", "a: '甲 MARK'"),
    *('a: "甲\n  MARK\n  乙" MARK', "a: |\n  甲 MARK\n  MARK", "a: | MARK\n  甲", "a: >-\n  甲\n\n  MARK", "a: |+\n"),
    *("a: &x |\n  MARK", "a: &x\n  >- MARK\n  甲", "a: [甲, MARK\n  乙]", "a: {b: 甲} MARK", "a:\n  - 甲 MARK\n  MARK"),
]
MARK = "# ipplan: ignore[IP301] 甲"


def scalars(text):
    """The values that YAML reads; None where it cannot."""
    try:
        return [
            event.value for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, yaml.ScalarEvent)
        ]
    except yaml.YAMLError:
        return None


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("\n".join))
def test_comments_are_what_yaml_ignores(text):
    """Whatever the file, each comment is one exactly if changing it leaves what YAML reads as it is."""
    text = text.replace("MARK", MARK)
    values = scalars(text)
    if values is None:
        return
    report, _ = suppress([], [Source("p", text)], CODES)
    lines = {one.span.line for one in report.diagnostics}
    for match in re.finditer(re.escape(MARK), text):
        changed = text[: match.start()] + MARK.replace("301", "303") + text[match.end() :]
        assert (text.count("\n", 0, match.start()) + 1 in lines) == (scalars(changed) == values)
