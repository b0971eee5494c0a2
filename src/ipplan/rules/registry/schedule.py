"""IP3xx: deadlines and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    rest_days,
    schedule,
    schedule_order,
    schedule_reports,
    schedule_years,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.rules.rule import Subject

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

SCHEDULE: tuple[Rule[Subject], ...] = (
    Rule("IP301", "schedule-not-understood", WARNING, schedule.not_understood, "看不懂时限", basis.FORMAT),
    Rule("IP302", "impossible-date", ERROR, schedule.impossible_date, "没有这个日期", basis.PRACTICE),
    Rule("IP303", "ambiguous-deadline", WARNING, schedule.ambiguous, "时限有歧义", basis.PRACTICE),
    Rule("IP304", "year-unknown", WARNING, schedule_years.unknown, "时限没有年份", basis.FORMAT),
    Rule(
        "IP305", "outside-plan-period", WARNING, schedule_order.outside_period, "时限在计划时间之外", basis.CONSISTENCY
    ),
    Rule(
        "IP306",
        "year-missing-in-long-plan",
        WARNING,
        schedule_years.missing_in_long_plan,
        "跨年计划的时限没有年份",
        basis.PRACTICE,
    ),
    Rule(
        "IP307", "opens-before-issue", WARNING, schedule_order.opens_before_issue, "印发之前已经开始", basis.CONSISTENCY
    ),
    Rule(
        "IP308", "over-before-issue", WARNING, schedule_order.over_before_issue, "印发之前已经到期", basis.CONSISTENCY
    ),
    Rule("IP309", "step-after-phase", WARNING, schedule_order.after_phase, "步骤晚于所在的阶段", basis.CONSISTENCY),
    Rule("IP310", "ends-before-it-begins", ERROR, schedule_order.backwards, "结束在开始之前", basis.CONSISTENCY),
    Rule(
        "IP311", "report-before-end", WARNING, schedule_reports.before_the_end, "活动没结束就要总结", basis.CONSISTENCY
    ),
    Rule("IP312", "due-on-rest-day", NOTE, rest_days.on_rest_day, "时限落在休息日", basis.PRACTICE),
    Rule("IP313", "holidays-not-known", NOTE, rest_days.beyond_calendar, "放假安排还没有收录", basis.PRACTICE),
    Rule(
        "IP314",
        "recurring-without-period",
        WARNING,
        schedule_years.recurring_without_period,
        "周期性工作没有起止",
        basis.PRACTICE,
    ),
    Rule(
        "IP315",
        "contradicting-deadlines",
        WARNING,
        schedule_reports.contradicting,
        "同一件事两个时限",
        basis.CONSISTENCY,
    ),
    Rule(
        "IP316",
        "phase-out-of-order",
        WARNING,
        schedule_order.phase_out_of_order,
        "阶段先后颠倒",
        basis.CONSISTENCY,
    ),
)
