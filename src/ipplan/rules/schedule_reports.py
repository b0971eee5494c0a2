"""IP311 and IP315: days by which something is reported, against the activity and against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.blocks import Item
from ipplan.model.duty import Target
from ipplan.model.plan import Paper
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import timing
from ipplan.rules.deadlines import FORWARDED, deadlines, window
from ipplan.rules.prose_dates import REPORTED, Report, limits, reports, stated_times
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipplan.rules.deadlines import Deadline

_SIDES = ("notice", "plan")
_ONE_OF_A_KIND = ("总结", "自查报告")
"""What is handed in once; there may be several lists and tables, each with its day."""

_FOLLOWING = lazy_pattern(f"{REPORTED}|总结|汇总|通报|公示|公布|审核|复核|评审|审定|验收|表彰|补正|备案")

_ACTIVITY = lazy_pattern("活动|行动|整治|宣传|实施")


def before_the_end(subject: Subject) -> Iterator[Finding]:
    """A summary of an activity that is wanted before the activity ends."""
    summaries = [one for one in reports(subject) if one.thing == "总结" and one.path[:2] != FORWARDED]
    end = _end_of_activity(subject) if summaries else None
    for one in summaries:
        if end is not None and one.day < end:
            message = f"总结要在{format_date(one.day)}前报，活动{format_date(end)}才结束"
            yield Finding(one.path, message, "核对两个日期；要的是阶段总结的，写明“阶段总结”", one.words)


def _end_of_activity(subject: Subject) -> date | None:
    """The day on which the activity ends, where its period names the day; 12月31日 only says the year."""
    plan = subject.plan_file.plan
    stated = [plan.period] if plan is not None and plan.period is not None else []
    times = stated_times(subject)
    stated += [one.schedule for one in times if one.path[:2] != FORWARDED and _ACTIVITY.match(one.name)]
    for schedule in stated:
        frame, days = window(schedule), timing(subject).resolve(schedule)
        if frame is None or days is None or frame.end.day is None or days.end is None:
            continue
        return days.end if (days.end.month, days.end.day) != (12, 31) else None
    return None


def contradicting(subject: Subject) -> Iterator[Finding]:
    """A duty whose text names a later day than its deadline, or a notice that names another day than the plan."""
    for one in deadlines(subject):
        if not isinstance(one.duty, Target | Paper):
            yield from _later_in_text(one)
    yield from _notice_and_plan(subject)


def _later_in_text(deadline: Deadline) -> Iterator[Finding]:
    """The only day that the text names as a limit, where it is later than the deadline of the same duty.

    What follows on the work (公示, 评审) may be later.
    """
    last = deadline.days.end if deadline.days is not None else None
    key = "item" if isinstance(deadline.duty, Item) else "text"
    text = getattr(deadline.duty, key, None)
    if not isinstance(text, str) or last is None or "{{" in text:
        return
    found = limits(text, deadline.timing.year)
    if len(found) == 1 and found[0].day > last and not _FOLLOWING.search(found[0].sentence):
        words = found[0].words
        message = f"正文写的是“{words}”，时限（due）写的是“{deadline.schedule}”"
        hint = "核对后只留一个：正文里用 {{ due }} 引用时限，就不会不一致"
        yield Finding((*deadline.path[:-1], key), message, hint, words)


def _notice_and_plan(subject: Subject) -> Iterator[Finding]:
    """The same thing to be handed in by one day in the notice and by another in the plan."""
    found = [one for one in reports(subject) if one.path[:2] != FORWARDED]
    for thing in _ONE_OF_A_KIND:
        notice, plan = (_only([one for one in found if one.thing == thing and one.path[0] == side]) for side in _SIDES)
        if notice is not None and plan is not None and notice.day != plan.day:
            message = f"报{thing}的日子，通知里是{format_date(notice.day)}，这里是{format_date(plan.day)}"
            yield Finding(plan.path, message, "核对两处，哪个错了改哪个", plan.words)


def _only(found: list[Report]) -> Report | None:
    return found[0] if len({one.day for one in found}) == 1 else None
