"""The rules of targets and sums as a whole: silent on clean papers, never slow, never a traceback."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.pipeline import check
from ipplan.rules.figures_said import noun_before
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject
from ipplan.rules.sentences import quantities_in

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
TARGETS = [rule for rule in RULES if rule.code.startswith("IP4")]
CLEAN = [
    *sorted((ROOT / "examples").glob("*/plan.yaml")),
    *sorted((ROOT / "tests" / "plans").glob("*/plan.yaml")),
    ROOT / "templates" / "new" / "plan.yaml",
]
WORST = [
    "一是",
    "三个方面：一是好。",
    "二是",
    "（一）",
    "1.",
    "，其中5件",
    "5件，其中6件",
    "从5件增加到10件，增加6件，",
    "从5",
    "由五到",
    "覆盖率达到120%",
    "120%",
    "在5家基础上新增6家，总数达到12家",
    "等2部门",
    "市科技局、",
    "（市科技局、",
    "三项工作",
    "附3个附件",
    "发明专利授权量达到500件",
    "发明专利授权量达到500件，",
    "发明专利授权量",
    "提出六大任务",
    "2026年",
    "较大幅度增加",
    "（3项）",
    "（共三",
    "达到500",
    "知",
    " ",
]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.parent.name)
def test_clean_papers(path):
    """The corrected documents and the plans of the tests have no finding of this family."""
    codes = {rule.code for rule in TARGETS}
    checked = check(path)
    assert checked.plan.model is not None
    assert [found for found in checked.report.diagnostics if found.code in codes] == []


def test_jiaxing_as_issued(tmp_path):
    """Without the comments that let them be, 以上 is found to come and go in the two rows of the list of errors."""
    written = (ROOT / "examples" / "jiaxing-2008" / "plan.yaml").read_text("utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(re.sub(r" +# ipplan: ignore\[IP415\].*", "", written), encoding="utf-8")
    checked = check(path)
    found = [one.span for one in checked.report.diagnostics if one.code == "IP415"]
    lines = [checked.plan.source.line(span.line)[span.column - 1 : span.end_column - 1] for span in found]
    assert lines == ["达到6000件", "达到90%"]


def subject_of(text):
    """A plan that says a text everywhere: as opening, before a list, as target, and beside a target of that name."""
    body = [
        {"text": text},
        {"section": "重点任务", "body": [{"text": text}, {"item": "宣传。"}, {"item": "培训。"}]},
        {"task": "创造", "targets": [text, "发明专利授权量达到600件", "商标30件", "标准20项"]},
        {"columns": ["地区", "授权量"], "table": [["合计", text[:100]], ["南湖区", "5件"], ["秀洲区", "6件"]]},
        {"section": f"任务{text}", "body": [{"tasks": [{"task": text}]}]},
        {"indicators": [{"name": text[:100], "unit": "%", "values": {"2026年": text[:100], "2027年": "120"}}]},
    ]
    return Subject(PlanFile.model_validate({"plan": {"title": "2026年计划", "body": body}}), Project())


def cost(rule, unit, length):
    """CPU seconds that a rule takes for a text of so many characters, the best of three."""
    best = float("inf")
    for _ in range(3):
        subject = subject_of((unit * length)[:length].strip() or "知")
        quantities_in.cache_clear()
        start = time.process_time()
        for _ in rule.check(subject):
            pass
        best = min(best, time.process_time() - start)
    return best


def grows_with_the_text(rule, unit):
    """Whether four times the text costs less than ten times as much."""
    return cost(rule, unit, 20_000) < 10 * max(cost(rule, unit, 5_000), 0.004)


@pytest.mark.parametrize("unit", WORST)
def test_worst_input(unit):
    """Four times the worst input costs a rule about four times as much, not sixteen; next to nothing is let be."""
    for rule in TARGETS:
        assert any(grows_with_the_text(rule, unit) for _ in range(3)), rule.code


@given(
    st.lists(
        st.sampled_from([*WORST, "十二", "三五", "。", "\n", "0.", "99999999999999", "万亿", "{{", "“"]), max_size=12
    )
)
def test_any_text(pieces):
    """Whatever a text says, every finding has words, and its excerpt stands in the text."""
    subject = subject_of("".join(pieces).strip() or "知")
    for rule in TARGETS:
        for found in rule.check(subject):
            assert found.message
            assert found.excerpt is None or found.excerpt.strip()


NOUNS = {
    "到2025年，全市发明专利授权量": "发明专利授权量",
    "2026年底前专利质押融资额": "专利质押融资额",
    "培训企业30家，案件结案率": "案件结案率",
    "确保我市商标注册量": "商标注册量",
    "每万人口": "每万人口",
    "达到3500": "",
}


@pytest.mark.parametrize(("before", "noun"), NOUNS.items())
def test_noun_before(before, noun):
    """The noun begins behind the time, the area and the words of aiming."""
    assert noun_before(before) == noun
