"""IP304, IP306 and IP314: deadlines of which nobody can tell the year, or the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.model.fields import OPEN
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import timing
from ipplan.rules.deadlines import deadlines, heading, lasts_a_year, plain, span_of_years, yearless
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.schedule_types import By, On, Recurring, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.deadlines import Deadline
    from ipplan.terms.schedule import Schedule

_STANDING = lazy_pattern("制度|办法|规定|规程|规则|细则|机制|清单|预案")
"""Papers that hold until they are revoked: what recurs in them needs no end."""


def unknown(subject: Subject) -> Iterator[Finding]:
    """Deadlines without a year in a plan that names none either: one finding, at the first of them."""
    if _may_get_a_year(subject) or span_of_years(subject):
        return
    found = [one for one in deadlines(subject) if yearless(one.schedule) and not one.schedule.problem]
    if found:
        what = f"“{found[0].schedule}”" + (f"等{len(found)}个时限" if len(found) > 1 else "")
        hint = "时限写明年份，或者在计划的 period 或标题里写年份"
        yield Finding(found[0].path, f"{what}没有写年份，计划里也查不到是哪一年", hint)


def _may_get_a_year(subject: Subject) -> bool:
    """Whether the year is known, or will be once the notice is dated."""
    notice = subject.plan_file.notice
    return timing(subject).year is not None or (notice is not None and notice.date is OPEN)


def missing_in_long_plan(subject: Subject) -> Iterator[Finding]:
    """A deadline without a year in a plan of several years, where no heading around it names one."""
    years = span_of_years(subject)
    if years is None or not lasts_a_year(subject):
        return
    for one in deadlines(subject):
        if one.timing.year is None and yearless(one.schedule) and not one.is_forwarded:
            message = f"计划跨{years[0]}—{years[1]}年，“{one.schedule}”没有写是哪一年"
            yield Finding(one.path, message, f"写明年份{_example(one.schedule, years[0])}；每年都要做的，写“每年”")


def _example(schedule: Schedule, year: int) -> str:
    """How a simple deadline reads with a year; empty for any other."""
    if not isinstance(schedule.meaning, On | By | Window):
        return ""
    return f"，例如 {year}年{str(schedule).removeprefix('年')}"


def recurring_without_period(subject: Subject) -> Iterator[Finding]:
    """What is done every year or half-year in a plan of which nothing tells how long it lasts: one finding."""
    plan = subject.plan_file.plan
    if plan is None or plan.period is not None or plan.periods or _names_a_year(subject):
        return
    for one in deadlines(subject):
        if one.path[0] == "plan" and _recurs_by_year(one):
            hint = "在 plan.period 里写计划的起止时间，或者写成 2026—2028年每年"
            yield Finding(one.path, f"“{one.schedule}”要做到哪一年：计划没有写起止时间", hint)
            return


def _names_a_year(subject: Subject) -> bool:
    """Whether the title says how long the plan holds, or that it holds for good."""
    title = subject.plan_file.plan.title if subject.plan_file.plan is not None else ""
    return bool(re.search("[0-9]{4}|“十|五年|三年|年度", title) or _STANDING.search(title))


def _recurs_by_year(deadline: Deadline) -> bool:
    meaning = plain(deadline.schedule.meaning)
    if not isinstance(meaning, Recurring) or meaning.within is not None:
        return False
    bounded = any(outer.days is not None and outer.days.end is not None for outer in deadline.outer)
    standing = any(_STANDING.search(heading(duty)) for duty in deadline.around)
    return meaning.unit in (PeriodUnit.YEAR, PeriodUnit.HALF_YEAR) and not bounded and not standing
