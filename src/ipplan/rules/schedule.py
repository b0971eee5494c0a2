"""IP301–IP303: deadlines and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.rules.contents import duties
from ipplan.rules.once import once
from ipplan.rules.rule import Finding, Fix, Subject
from ipplan.terms.schedule import with_year_signs
from ipplan.terms.schedule_types import IMPOSSIBLE_DATE, NOT_UNDERSTOOD, RUN_TOGETHER, Ambiguity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.terms.schedule import Schedule

_EXAMPLES = "可写 2009年底、10月20日前、2009年3月、每半年、试点期内、2008年，以后常设 这样的话"


def not_understood(subject: Subject) -> Iterator[Finding]:
    """A deadline whose words have no known meaning; it prints, but cannot be sorted or put into a calendar."""
    for path, schedule in _schedules(subject):
        if schedule.problem == RUN_TOGETHER:
            right = with_year_signs(str(schedule))
            yield Finding(path, f"时限“{schedule}”少了“年”", f"应为“{right}”", fix=Fix(right, safe=False))
        elif schedule.problem == NOT_UNDERSTOOD:
            yield Finding(path, f"看不懂时限“{schedule}”", _EXAMPLES)


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


@once
def _schedules(subject: Subject) -> Sequence[tuple[Path, Schedule]]:
    """Every deadline and period, each with its path."""
    return tuple(_read(subject))


def _read(subject: Subject) -> Iterator[tuple[Path, Schedule]]:
    plan = subject.plan_file.plan
    if plan is not None and plan.period is not None:
        yield ("plan", "period"), plan.period
    if plan is not None:
        yield from ((("plan", "periods", name), schedule) for name, schedule in plan.periods.items())
    for path, duty in duties(subject):
        if duty.due is not None:
            yield (*path, "due"), duty.due
