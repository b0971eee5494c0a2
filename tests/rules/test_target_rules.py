"""The rules of targets and sums as a whole: silent on clean papers, never slow, never a traceback."""

import re
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
from kit.worst import PIECES

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
TARGETS = [rule for rule in RULES if rule.code.startswith("IP4")]
CLEAN = [
    *sorted((ROOT / "examples").glob("*/plan.yaml")),
    *sorted((ROOT / "tests" / "plans").glob("*/plan.yaml")),
    ROOT / "templates" / "new" / "plan.yaml",
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


@given(
    st.lists(
        st.sampled_from([*PIECES, "十二", "三五", "。", "\n", "0.", "99999999999999", "万亿", "{{", "“"]), max_size=12
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
