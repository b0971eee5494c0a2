"""The rules of units and structure as a whole: with a case each, silent beside it, and never slow."""

import time
from pathlib import Path

import pytest

from ipplan.checker import run_project_rules
from ipplan.loader.load import load_project
from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.pipeline import check, check_project
from ipplan.rules.registry import EVERY_RULE, RULES
from ipplan.rules.rule import Subject

ROOT = Path(__file__).parents[2]
CASES = sorted((Path(__file__).parent / "cases").glob("*/expected.txt"))
CODES = [rule.code for rule in EVERY_RULE if "IP207" <= rule.code < "IP240"]
CLEAN = [*sorted((ROOT / "examples").glob("*/plan.yaml")), *sorted((ROOT / "tests" / "plans").glob("*/plan.yaml"))]

WORST = {
    "one list of many units": {"responsible": "、".join(f"市第{n}局" for n in range(8000))},
    "one unit many times": {"responsible": "、".join(["市科技局"] * 8000)},
    "one long name": {"responsible": "市" * 40_000 + "局"},
    "brackets": {"responsible": "（" * 40_000},
    "heads": {"text": "辽源" + "网园中心" * 10_000},
    "places": {"text": "，".join(f"甲{chr(0x4E00 + n)}市知识产权中心" for n in range(3000))},
    "clauses": {"text": "我国知识产权事业发展壮大的不平凡历程和取得的成就，" * 1600},
    "one clause": {"text": "知" * 40_000},
}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_case(code):
    assert any(f" {code} " in path.read_text("utf-8") for path in CASES)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.parent.name)
def test_clean_papers(path):
    """The corrected documents and the plans of other fields have no finding of these rules that nobody explained."""
    assert [found for found in check(path).report.diagnostics if found.code in CODES] == []


@pytest.mark.parametrize("block", WORST.values(), ids=WORST)
def test_worst_input(block):
    """Many or long units and texts: each rule answers in a fraction of a second."""
    plan_file = PlanFile.model_validate({"plan": {"title": "计划", "body": [{"text": "甲。"} | block] * 2}})
    subject = Subject(plan_file, Project.model_validate({"units": ["市财政局", "市教育局"]}))
    bare = Subject(plan_file, Project())
    for rule in RULES:
        if rule.code == "IP202" or rule.code in CODES:
            start = time.process_time()
            for _ in (*rule.check(subject), *rule.check(bare)):
                pass
            assert time.process_time() - start < 2, rule.code


def test_a_project_alone_is_checked(tmp_path):
    """The register is checked where there is no plan as well, and a broken one is left to the schema."""
    path = tmp_path / "ipplan.yaml"
    path.write_text("version: 1\nunits: [市科技局, 市科技局]\n", encoding="utf-8")
    assert [found.code for found in check_project(path).report.diagnostics] == ["IP210"]
    path.write_text("version: 1\nunits: 1\n", encoding="utf-8")
    assert list(run_project_rules(load_project(path))) == []
