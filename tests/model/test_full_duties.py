"""Owners taken over downwards, the declared convention, and deadlines resolved to days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from ipplan.model.full_duties import full_duties
from ipplan.model.plan import PlanFile
from ipplan.model.timing import timing
from ipplan.pipeline import check
from ipplan.terms.partial_date import Interval
from ipplan.terms.schedule import parse_schedule

ROOT = Path(__file__).parents[2]
PLAN = """
plan:
  title: 2026年工作计划
  implementing: 各县（市、区）政府
  due: 年底前
  body:
    - section: 重点任务
      supporting: 市财政局
      body:
        - task: 甲
          lead: 市科技局
          targets:
            一: 不少于4篇
            二: {text: 5件, lead: 市工商局, supporting: 无, due: 6月底前}
        - 一段话。
  attachments:
    - title: 分解表
      first_leads: true
      body:
        - tasks:
            - {task: 乙, responsible: 市教育局、市科协}
            - {task: 丙, responsible: 市教育局}
            - {task: 丁, lead: 市人社局, responsible: 市教育局、市科协}
"""


def plan_file(text: str) -> PlanFile:
    return PlanFile.model_validate(yaml.safe_load(text))


def told(duty) -> tuple[str, ...]:
    """Lead, supporting, implementing units and deadline of a duty, as words."""
    units = (duty.lead, duty.supporting, duty.implementing)
    return (*("、".join(one.names) if one is not None else "-" for one in units), str(duty.due or "-"))


def test_what_is_left_out_is_taken_over():
    """From the paper to the section, the task and the target; what is said below wins, and 无 is said."""
    in_text = (one for one in full_duties(plan_file(PLAN)) if "attachments" not in one.path)
    found = {one.path[3:]: told(one.duty) for one in in_text}
    everywhere = "各县（市、区）政府"
    assert found == {
        (): ("-", "市财政局", everywhere, "年底前"),
        ("body", 0): ("市科技局", "市财政局", everywhere, "年底前"),
        ("body", 0, "targets", "一"): ("市科技局", "市财政局", everywhere, "年底前"),
        ("body", 0, "targets", "二"): ("市工商局", "", everywhere, "6月底前"),
        ("body", 1): ("-", "市财政局", everywhere, "年底前"),
    }


def test_first_of_several_leads():
    """Where the paper declares it, the first of several responsible units leads; one unit alone is no lead."""
    leads = [found.duty.lead for found in full_duties(plan_file(PLAN)) if "tasks" in found.path]
    assert [lead and lead.names for lead in leads] == [("市教育局",), None, ("市人社局",)]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("{title: 2026年工作计划, body: [文。]}", 2026),
        ("{title: 2026年工作计划, period: 2025年, body: [文。]}", 2025),
        ("{title: 工作计划, body: [文。]}", None),
    ],
)
def test_year(head, year):
    """The year of a plan comes from its period or its title."""
    assert timing(plan_file(f"plan: {head}")).year == year


def test_year_of_the_notice():
    """A plan that names no year has that of the notice's date, and 印发之日起 counts from it."""
    notice = "notice: {number: 连知〔2026〕5号, date: 2026年3月2日, to: 各县区}\n"
    when = timing(plan_file(notice + "plan: {title: 工作计划, body: [文。]}"))
    assert (when.year, when.issued) == (2026, date(2026, 3, 2))
    assert when.resolve(parse_schedule("10月20日前")) == Interval(None, date(2026, 10, 20))
    assert when.resolve(parse_schedule("印发之日起30日内")).end == date(2026, 4, 1)


def test_named_periods():
    """A deadline in a named period has its days where the plan tells them, and none where it does not."""
    told_periods = timing(plan_file("plan: {title: 方案, periods: {试点期: 2008年9月至2010年底}, body: [文。]}"))
    assert told_periods.resolve(parse_schedule("试点期内")) == Interval(date(2008, 9, 1), date(2010, 12, 31))
    assert told_periods.resolve(parse_schedule("宣传周期间")) is None


def test_both_readings_are_kept():
    """6月前 is by the end of May or by the end of June; the stricter one is what is resolved."""
    when = timing(plan_file("plan: {title: 2026年计划, body: [文。]}"))
    readings = when.readings(parse_schedule("6月前"))
    assert [reading.end for reading in readings] == [date(2026, 5, 31), date(2026, 6, 30)]


def test_every_deadline_of_the_examples():
    """What the five documents say is resolved, but for periods they do not explain."""
    open_words = set()
    for path in sorted((ROOT / "examples").glob("*/plan.yaml")):
        model = check(path).plan.model
        when = timing(model)
        due = {str(found.duty.due): found.duty.due for found in full_duties(model) if found.duty.due is not None}
        open_words |= {words for words, schedule in due.items() if when.resolve(schedule) is None}
    unexplained = {"试点期内", "宣传周前后", "宣传周期间", "常设", "“4·26”世界知识产权日活动期间"}
    assert open_words <= unexplained
