"""The rules of wording as a whole: silent on clean papers, with a case each, and never slow."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.pipeline import check
from ipplan.rules.punctuation_text import mask
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
CLEAN = [*sorted((ROOT / "examples").glob("*/plan.yaml")), ROOT / "templates" / "new" / "plan.yaml"]
WORDING = [rule for rule in RULES if rule.code.startswith("IP5") or rule.code in {"IP202", "IP403"}]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.parent.name)
def test_clean_papers(path):
    """The five corrected documents and the first plan of a new user have no finding of wording."""
    codes = {rule.code for rule in WORDING}
    checked = check(path)
    assert checked.plan.model is not None
    assert [found for found in checked.report.diagnostics if found.code in codes] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "plans").glob("*/plan.yaml")), ids=lambda path: path.parent.name
)
def test_plans_of_other_fields(path):
    """The plans written for the compiler are clean of the later half of the rules of wording too."""
    checked = check(path)
    assert [found for found in checked.report.diagnostics if "IP525" <= found.code < "IP570"] == []


def test_clean_prose():
    """Paragraphs full of what looks like a mistake and is none; a line each, some with typed labels."""
    lines = (Path(__file__).parent / "clean_prose.txt").read_text("utf-8").splitlines()
    plan = {"plan": {"title": "工作方案", "body": [{"text": line} for line in lines]}}
    subject = Subject(PlanFile.model_validate(plan), Project())
    assert [(rule.code, found.message) for rule in WORDING for found in rule.check(subject)] == []


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.code)
def test_every_rule_has_a_case(rule):
    """Each rule finds something in a case, and nothing in the plan that stands beside it as right."""
    with_it = [path for path in sorted(CASES.glob("*/plan.yaml")) if rule.code in codes_of(path)]
    assert with_it
    beside = [path.with_name("right.plan.yaml") for path in with_it]
    assert any(path.exists() for path in beside)
    assert [path for path in beside if path.exists() and rule.code in codes_of(path)] == []


def codes_of(path):
    return {found.code for found in check(path).report.diagnostics}


MASKED = {
    "见《意见》": "见《##》",
    "“五进”和《关于“五进”的意见》": "“##”和《#########》",
    "苏知发〔2020〕63号": "苏知发#########",
    "在{{ due }}前": "在#########前",
    "（http://a.cn/x?y=1）": "（#################）",
    "《没有合上": "《没有合上",
}


@pytest.mark.parametrize(("words", "masked"), MASKED.items())
def test_mask(words, masked):
    """What is not the writer's own is hidden, and every other character stays at its place."""
    assert re.sub("[\ue000\ue001]", "#", mask(words)) == masked
    assert len(mask(words)) == len(words)


PIECES = [
    *",;:?!()，。；：、（）《》〈〉“”‘’\"' •·.-~～—%\n",
    "{{ 名 }}",
    "知识产权",
    "举办",
    "2020",
    "6月",
    "4日",
    "5",
    "家",
    "以上",
]
PIECES += [
    "不少于",
    "约",
    "和",
    "等",
    "“知识产权服务万里行”活动",
    "“知识产权万里行”活动",
    "（一）",
    "⒍",
    "下降",
    "倍",
    "千",
    "要",
]
PIECES += [
    "二0一七年",
    "下午14:00",
    "24:30",
    "9～16万元",
    "三、四个月",
    "党的20大",
    "第1季度",
    "<管理办法>",
    "一、",
    "（1）",
    "；\n",
    "…",
    "--",
    "如下，",
    "强化",
    "力度",
    "关于转发",
    "的通知",
    "请示报告",
    "特此通知",
    "截止",
    "帐户",
    "㎡",
    "KM",
    "先进个人进行表彰",
    "贯彻",
    "若干意见",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40))
def test_any_text(words):
    """Whatever the text: no rule stumbles, and each part a finding names stands in the text that often."""
    plan = {"plan": {"title": "计划", "body": [{"text": f"知{words}"}, {"item": f"“知识产权万里行”活动{words}知"}]}}
    model = PlanFile.model_validate(plan)
    placed = {("plan", "body", 0, "text"): f"知{words}", ("plan", "body", 1, "item"): f"“知识产权万里行”活动{words}知"}
    for rule in WORDING:
        for found in rule.check(Subject(model, Project())):
            text = placed[found.path]
            assert found.excerpt in text
            letters = [re.escape(letter) for letter in found.excerpt if not letter.isspace()]
            assert len(re.findall(r"\s*".join(letters), text)) > found.occurrence
