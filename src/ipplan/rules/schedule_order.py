"""IP305 and IP307–IP310: deadlines against the plan's period, the date of issue, the phase around them, themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipplan.model.blocks import Phase, Task
from ipplan.model.duty import Target
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import timing
from ipplan.rules.deadlines import FORWARDED, deadlines, period, spoken, window, yearless
from ipplan.rules.prose_dates import REPORTED, backward_ranges, stated_times, turns_the_year
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.dates import format_date
from ipplan.terms.schedule_types import Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipplan.model.duty import Path
    from ipplan.rules.deadlines import Deadline
    from ipplan.terms.partial_date import Interval
    from ipplan.terms.schedule import Schedule
    from ipplan.terms.schedule_types import Window

_BEFOREHAND = lazy_pattern(
    "筹备|准备|制定|制订|编制|起草|部署|布置|动员|启动|报名|申报|推荐|征集|遴选|方案|摸底|排查|调研|预热|组建|招募|印制"
)
"""What is done before the time of a plan or activity begins."""

_AFTERWARDS = lazy_pattern(
    f"{REPORTED}|总结|评估|评价|验收|考核|考评|评审|评选|表彰|通报|公示|公布|回头看|归档|决算|审计|核查|复核|汇总|收尾"
    "|巩固|兑现|移交"
)
"""What is done after the time of a plan or activity is over."""

_REPORTING = lazy_pattern(f"{REPORTED}|总结|汇总|通报|公示|公布")
"""What is told of a phase when it is over."""

_UNDER_WAY = lazy_pattern("已|筹备|准备|前期|起草|调研")
"""What may lie before the issue of the paper."""

_RANGE_SIGN = lazy_pattern("[至到—～~－-]")
_HALF_A_YEAR = timedelta(days=183)


def outside_period(subject: Subject) -> Iterator[Finding]:
    """A deadline before the plan's period begins or after it ends, unless it is for what is done before or after.

    One that was over before the issue has a finding of its own.
    """
    plan = subject.plan_file.plan
    first, last = period(subject)
    if plan is None or first is None or last is None:
        return
    for one in deadlines(subject):
        side = None if one.is_forwarded or _is_over(one) else _side(one, first, last)
        if side is not None:
            message = f"“{one.schedule}”{side}计划时间（{plan.period}）"
            yield Finding(one.path, message, "核对年份和月份；计划时间不对的，改 plan.period")


def _side(deadline: Deadline, start: date, end: date) -> str | None:
    """On which side of a period a deadline lies, in a word; None where it may."""
    days = deadline.days
    if days is None or days.end is None:
        return None
    if days.end < start:
        return None if _BEFOREHAND.search(deadline.words) else "早于"
    if days.end <= end or _AFTERWARDS.search(deadline.words):
        return None
    return "超出" if days.start is not None and days.start <= end else "晚于"


def opens_before_issue(subject: Subject) -> Iterator[Finding]:
    """A period named by days that opens before the notice is dated. Of several that open alike, the first."""
    issued = timing(subject).issued
    if issued is None:
        return
    seen: set[date] = set()
    for path, schedule, days in _periods(subject):
        frame = window(schedule)
        if days is None or days.start is None or days.end is None or frame is None or not _opens_on_a_day(frame):
            continue
        if days.start < issued <= days.end and days.start not in seen:
            seen.add(days.start)
            hint = "核对两个日期；确实已经开始的，写成“即日起至……”"
            message = f"“{schedule}”从{format_date(days.start)}起，通知{format_date(issued)}才印发"
            yield Finding(path, message, hint, None if path[-1] in ("due", "period") else str(schedule))


def _opens_on_a_day(frame: Window) -> bool:
    """Whether the first day is named; the first of January only says the year."""
    start = frame.start
    return not isinstance(start, Event) and start.day is not None and (start.month, start.day) != (1, 1)


def _periods(subject: Subject) -> Iterator[tuple[Path, Schedule, Interval | None]]:
    """The plan's period, the times that its texts state, and its deadlines, with their days."""
    plan, own = subject.plan_file.plan, timing(subject)
    if plan is not None and plan.period is not None:
        yield ("plan", "period"), plan.period, own.resolve(plan.period)
    for one in stated_times(subject):
        if one.path[:2] != FORWARDED:
            yield one.path, one.schedule, own.resolve(one.schedule)
    for due in deadlines(subject):
        if not due.is_forwarded and not _UNDER_WAY.search(due.words):
            yield due.path, due.schedule, due.days


def over_before_issue(subject: Subject) -> Iterator[Finding]:
    """A deadline that is over before the notice is dated."""
    for one in deadlines(subject):
        if _is_over(one) and one.timing.issued is not None:
            issued = format_date(one.timing.issued)
            yield Finding(one.path, f"“{one.schedule}”在通知印发（{issued}）之前已经过了", "核对年份和月份")


def _is_over(deadline: Deadline) -> bool:
    """Whether it is over before the notice is dated.

    A month long past that names no year is that of the next year: 1月10日前 in December.
    """
    issued = deadline.timing.issued
    last = deadline.days.end if deadline.days is not None else None
    if issued is None or last is None or last >= issued or deadline.is_forwarded:
        return False
    if _UNDER_WAY.search(deadline.words):
        return False
    return not (yearless(deadline.schedule) and issued - last > _HALF_A_YEAR)


def after_phase(subject: Subject) -> Iterator[Finding]:
    """A step that ends after the phase or the task it belongs to; what is told of a phase is told after it.

    The deadline of a section or paper, and that of a task for its targets, only holds for what says none itself.
    """
    for one in deadlines(subject):
        outer = one.outer[-1] if one.outer else None
        if outer is None or isinstance(one.duty, Target) or not isinstance(outer.duty, Phase | Task):
            continue
        own, whole = one.days, outer.days
        if own is None or whole is None or own.end is None or whole.end is None or own.end <= whole.end:
            continue
        if _REPORTING.search(spoken(one.duty)):
            continue
        name = outer.duty.phase if isinstance(outer.duty, Phase) else outer.duty.task
        message = f"“{one.schedule}”晚于它所在的“{name}”的时限“{outer.schedule}”"
        yield Finding(one.path, message, "核对两个时限，哪个错了改哪个")


def phase_out_of_order(subject: Subject) -> Iterator[Finding]:
    """A phase that begins before the phase in front of it; they may overlap."""
    before: dict[Path, Deadline] = {}
    for one in deadlines(subject):
        start = one.days.start if one.days is not None else None
        if start is None or not isinstance(one.duty, Phase):
            continue
        last = before.get(one.path[:-2])
        if last is not None and last.days is not None and last.days.start is not None and start < last.days.start:
            message = f"“{one.schedule}”的阶段排在“{last.schedule}”的阶段后面，却先开始"
            yield Finding(one.path, message, "核对两个阶段的时间，或者调换先后")
        before[one.path[:-2]] = one


def backwards(subject: Subject) -> Iterator[Finding]:
    """A range that ends before it begins, in a schedule or in a text."""
    hint = "核对起止；跨年的，后一个日期写明年份或“次年”"
    for path, schedule, year in _schedules(subject):
        if _runs_backwards(schedule, year):
            yield Finding(path, f"“{schedule}”的结束在开始之前", hint)
    for path, words in backward_ranges(subject):
        yield Finding(path, f"“{words}”的结束在开始之前", hint, words)


def _schedules(subject: Subject) -> Iterator[tuple[Path, Schedule, int | None]]:
    """The plan's period, its named periods and all deadlines, each with the year that holds for it."""
    plan, year = subject.plan_file.plan, timing(subject).year
    if plan is not None:
        if plan.period is not None:
            yield ("plan", "period"), plan.period, year
        yield from ((("plan", "periods", name), schedule, year) for name, schedule in plan.periods.items())
    yield from ((one.path, one.schedule, one.timing.year) for one in deadlines(subject))


def _runs_backwards(schedule: Schedule, year: int | None) -> bool:
    """Whether a schedule does; without a later year, 11月至2月 may go over the turn of the year."""
    frame = window(schedule)
    if frame is None or isinstance(frame.start, Event) or not frame.runs_backwards(year):
        return False
    end_in_words = _RANGE_SIGN.split(str(schedule))[-1]
    return "年" in end_in_words or not turns_the_year(frame.start.month, frame.end.month)
