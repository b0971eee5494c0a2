"""The rules of schedules as a family: any text, the worst text, clean papers, and the calendar they look days up in."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.pipeline import check
from ipplan.rules.official_calendar import is_known, known_years, weekday, why_off, working_day_before
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
FAMILY = [rule for rule in RULES if "IP304" <= rule.code <= "IP339"]
CLEAN = sorted([*ROOT.glob("examples/*/plan.yaml"), *ROOT.glob("tests/plans/*/plan.yaml")])


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.parent.name)
def test_clean_papers(path):
    """Corrected papers have no finding about their dates; one that has its reason in a comment does not count."""
    codes = {rule.code for rule in FAMILY}
    assert [found for found in check(path).report.diagnostics if found.code in codes] == []


def test_every_rule_has_a_case():
    found = set(re.findall(r"IP3\d\d", "".join(path.read_text("utf-8") for path in CASES.glob("*/expected.txt"))))
    assert {rule.code for rule in FAMILY} <= found


def subject(text, due="4月20日前", period="2026年4月1日至6月1日"):
    """A plan that says a text and a deadline in every place that the rules look at."""
    block = {"text": text, "due": due}
    body = [{"section": "活动时间", "text": text}, {"phase": "阶段", "due": period, "body": [block]}, block]
    plan = {"title": "2026年方案", "period": period, "periods": {"试点期": due}, "body": body}
    notice = {"number": "1", "date": "2026年4月4日", "to": "各单位", "request": text}
    return Subject(PlanFile.model_validate({"notice": notice, "plan": plan}), Project())


PIECES = [
    *"。；，：报前至—-～日月年 \n1235",
    *("{{ due }}", "{{due}}", "2026年", "2025年", "12月", "2月", "30日", "31日", "9999年", "0001年", "活动时间："),
    *("10月20日前", "总结", "报送", "汇总表", "于", "底前", "每年", "即日起", "次年", "以内"),
    *("30日", "个工作日", "宣传周"),
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=15).map("".join).filter(str.strip)


@given(WORDS, WORDS | st.sampled_from(["每年", "长期坚持", "无"]), WORDS)
def test_any_words(text, due, period):
    """Whatever a plan says: no rule stumbles, and the part that a finding names stands in the text."""
    asked = subject(text, due, period)
    for rule in FAMILY:
        for found in rule.check(asked):
            assert found.message
            assert found.excerpt is None or "".join(found.excerpt.split()) in "".join(text.split())


OFF = {
    date(2026, 10, 18): "星期日",
    date(2026, 10, 5): "国庆节放假",
    date(2026, 2, 14): None,  # a Saturday swapped for the spring festival
    date(2026, 10, 20): None,
    date(2008, 5, 4): None,  # a Sunday swapped for the first of May
    date(2008, 5, 2): "劳动节放假",
}


@pytest.mark.parametrize(("day", "why"), OFF.items(), ids=str)
def test_rest_days(day, why):
    """The official calendar has the weekends on which offices work."""
    assert why_off(day) == why


def test_the_calendar_has_ends():
    first, last = known_years()
    assert first <= 2008
    assert last >= 2026
    assert not is_known(date(last + 1, 1, 1))
    assert working_day_before(date(first, 1, 1)) is None


def test_working_day_before_a_holiday():
    found = working_day_before(date(2026, 2, 21))
    assert (found, weekday(found)) == (date(2026, 2, 14), "星期六")


def test_the_calendar_is_loaded_only_for_a_day(tmp_path):
    """A plan that names no day by which something is due does not pay for the calendar."""
    program = (
        "import sys; from pathlib import Path; from ipplan.pipeline import check\n"
        "check(Path('plan.yaml')); sys.exit('chinese_calendar' in sys.modules)"
    )
    for due, loaded in (("10月底前", 0), ("10月20日前", 1)):
        plan = f"plan:\n  title: 2026年计划\n  body:\n    - {{task: 甲, due: {due}}}\n"
        (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
        assert subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=False).returncode == loaded
