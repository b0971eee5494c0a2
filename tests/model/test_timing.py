"""The year of a plan, against which deadlines without a year are resolved."""

import datetime

import pytest

from ipplan.model.plan import PlanFile
from ipplan.model.timing import timing
from ipplan.terms.schedule import parse_schedule

YEARS = {
    ("2026年工作计划", None): 2026,
    ("工作计划", "2026年3月至12月"): 2026,
    ("2025年工作计划", "2026年3月至12月"): 2026,
    ("2026年3月至2026年5月活动", None): 2026,
    ("2025年总结和2026年要点", None): 2025,
    ("2026—2028年行动计划", None): None,
    ("2026-2028年行动计划", None): None,
    ("行动计划（2026年至2028年）", None): None,
    ("行动计划", "2026年1月1日—2028年12月31日"): None,
    ("2026年行动计划", "2026年11月至2027年2月"): None,
}


def resolved(title, period, date=None, due="6月底前"):
    """The plan's year, and the last day of a deadline."""
    said = {"plan": {"title": title, "body": ["内容。"], **({"period": period} if period else {})}}
    if date is not None:
        said["notice"] = {"number": "甲发〔2026〕1号", "to": "乙", "date": date}
    found = timing(PlanFile.model_validate(said))
    days = found.resolve(parse_schedule(due))
    return found.year, days.end if days is not None else None


@pytest.mark.parametrize(("plan", "year"), YEARS.items())
def test_year(plan, year):
    """That of the period, else of the title; a plan of several years has none, whenever its notice is dated."""
    day = datetime.date(year, 6, 30) if year is not None else None
    assert resolved(*plan) == (year, day)
    assert resolved(*plan, date="2026-03-02") == (year, day)


def test_date_of_the_notice():
    """Where neither period nor title names a year, it is that of the notice."""
    assert resolved("工作计划", None) == (None, None)
    assert resolved("工作计划", None, date="2027-03-02") == (2027, datetime.date(2027, 6, 30))


def test_deadline_with_a_year():
    """What names its year needs none of the plan."""
    assert resolved("2026—2028年行动计划", None, due="2027年6月底前")[1] == datetime.date(2027, 6, 30)
