"""IP301, IP302: deadlines and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.duties import duties
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.schedule_types import IMPOSSIBLE_DATE, NOT_UNDERSTOOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.blocks import Path
    from ipplan.terms.schedule import Schedule


def not_understood(subject: Subject) -> Iterator[Finding]:
    """A deadline whose words have no known meaning; it prints, but cannot be sorted or put into a calendar."""
    for path, schedule in _schedules(subject):
        if schedule.problem == NOT_UNDERSTOOD:
            hint = "可写 2009年底、10月20日前、2009年3月、每半年、试点期内、2008年，以后常设 这样的话"
            yield Finding(path, f"看不懂时限“{schedule}”", hint)


def impossible_date(subject: Subject) -> Iterator[Finding]:
    """A deadline on a day that does not exist."""
    for path, schedule in _schedules(subject):
        if schedule.problem == IMPOSSIBLE_DATE:
            yield Finding(path, f"“{schedule}”里的日期不存在", "核对月份和日子")


def _schedules(subject: Subject) -> Iterator[tuple[Path, Schedule]]:
    period = subject.plan_file.plan.period
    if period is not None:
        yield ("plan", "period"), period
    for path, duty in duties(subject.plan_file):
        if duty.due is not None:
            yield (*path, "due"), duty.due
