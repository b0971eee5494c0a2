"""IP301–IP303: deadlines and periods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import duties
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.schedule import parse_schedule
from ipplan.terms.schedule_types import IMPOSSIBLE_DATE, NOT_UNDERSTOOD, Ambiguity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.terms.schedule import Schedule

_RUN_TOGETHER = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)(?=(?:1[0-2]|[1-9])月)", re.ASCII)


def not_understood(subject: Subject) -> Iterator[Finding]:
    """A deadline whose words have no known meaning; it prints, but cannot be sorted or put into a calendar."""
    for path, schedule in _schedules(subject):
        if schedule.problem == NOT_UNDERSTOOD:
            yield Finding(path, f"看不懂时限“{schedule}”", _hint(str(schedule)))


def _hint(words: str) -> str:
    """What to write instead: with the 年 that is missing where that is all, else what can be written."""
    completed = _RUN_TOGETHER.sub(r"\1年", words)
    if parse_schedule(completed).meaning is not None:
        return f"少了“年”，应为“{completed}”"
    return "可写 2009年底、10月20日前、2009年3月、每半年、试点期内、2008年，以后常设 这样的话"


def impossible_date(subject: Subject) -> Iterator[Finding]:
    """A deadline on a day that does not exist."""
    for path, schedule in _schedules(subject):
        if schedule.problem == IMPOSSIBLE_DATE:
            yield Finding(path, f"“{schedule}”里的日期不存在", "核对月份和日子")


def ambiguous(subject: Subject) -> Iterator[Finding]:
    """`6月前`: before the month begins, or by its end."""
    for path, schedule in _schedules(subject):
        if Ambiguity.BEFORE_PERIOD in schedule.ambiguities:
            hint = f"到它结束为止，写“{str(schedule).removesuffix('前')}底前”；到它开始之前，写明最后一天"
            yield Finding(path, f"“{schedule}”有两种读法：到它开始之前，还是到它结束为止", hint)


def _schedules(subject: Subject) -> Iterator[tuple[Path, Schedule]]:
    plan = subject.plan_file.plan
    if plan is not None and plan.period is not None:
        yield ("plan", "period"), plan.period
    if plan is not None:
        yield from ((("plan", "periods", name), schedule) for name, schedule in plan.periods.items())
    for path, duty in duties(subject):
        if duty.due is not None:
            yield (*path, "due"), duty.due
