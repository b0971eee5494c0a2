"""What the rules of schedules look at: every deadline with its year and its days, and what is written around it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import text_keys
from ipplan.model.duty import Measured, Target
from ipplan.model.plan import Paper
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import duties, timing
from ipplan.rules.once import once
from ipplan.terms.schedule_readings import dates_of
from ipplan.terms.schedule_types import Aimed, By, Labelled, Recurring, Several, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipplan.model.duty import Duty, Path
    from ipplan.model.timing import Timing
    from ipplan.rules.rule import Subject
    from ipplan.terms.partial_date import Interval, PartialDate
    from ipplan.terms.schedule import Schedule
    from ipplan.terms.schedule_types import Meaning

_YEAR = lazy_pattern("((?:19|20)[0-9]{2})年", re.ASCII)
_YEARS = lazy_pattern("((?:19|20)[0-9]{2})年?[-—－–～~至到]{1,2}((?:19|20)[0-9]{2})年", re.ASCII)
_ONE_YEAR = timedelta(days=366)
FORWARDED = ("notice", "forwards")
"""Where a paper of another body stands; its dates go by its own date of issue."""


class Deadline(NamedTuple):
    """A `due` at its path, with the duty that says it, the duties around that, and their deadlines, the nearest last.

    `timing` holds for it: in a plan of several years the year is the one that a heading around it names, or the only
    one that the plan's period leaves (11月至次年2月), None if neither tells. `days` is what it covers, None when that
    cannot be told.
    """

    path: Path
    schedule: Schedule
    duty: Duty
    around: tuple[Duty, ...]
    outer: tuple[Deadline, ...]
    timing: Timing
    days: Interval | None

    @property
    def words(self) -> str:
        """What is to be done: the duty's own heading and text, and the headings around it."""
        return "\n".join((spoken(self.duty), *(heading(duty) for duty in self.around if not isinstance(duty, Paper))))

    @property
    def is_forwarded(self) -> bool:
        """Whether it stands in a paper that the notice passes on."""
        return self.path[:2] == FORWARDED


class _Open(NamedTuple):
    """A block whose inside is being looked at."""

    path: Path
    duty: Duty
    deadline: Deadline | None


@once
def deadlines(subject: Subject) -> tuple[Deadline, ...]:
    """Every deadline of a paper, block or target that says one itself, in the order of the file."""
    return tuple(_deadlines(subject))


def _deadlines(subject: Subject) -> Iterator[Deadline]:
    whole, several = timing(subject), span_of_years(subject) is not None
    blocks: list[_Open] = []
    for path, duty in duties(subject):
        if duty.due is None and isinstance(duty, Target):
            continue  # nothing is inside of it
        while blocks and (isinstance(duty, Paper) or path[: len(blocks[-1].path)] != blocks[-1].path):
            blocks.pop()
        found = None
        if duty.due is not None:
            around = tuple(block.duty for block in blocks)
            own = whole
            if several:
                own = replace(whole, year=_year_around((*around, duty)) or _year_inside(subject, duty.due))
            outer = tuple(block.deadline for block in blocks if block.deadline is not None)
            found = Deadline((*path, "due"), duty.due, duty, around, outer, own, own.resolve(duty.due))
            yield found
        blocks.append(_Open(path, duty, found))


@once
def span_of_years(subject: Subject) -> tuple[int, int] | None:
    """The first and last year of a plan that lasts several, from its period or title; None for any other plan."""
    first, last = period(subject)
    if first is not None and last is not None:
        return (first.year, last.year) if first.year < last.year else None
    found = _YEARS.search(subject.plan_file.plan.title) if subject.plan_file.plan is not None else None
    return (int(found[1]), int(found[2])) if found and found[1] < found[2] else None


@once
def period(subject: Subject) -> tuple[date | None, date | None]:
    """The first and last day of the plan's period; None for what cannot be told."""
    plan = subject.plan_file.plan
    days = timing(subject).resolve(plan.period) if plan is not None and plan.period is not None else None
    return (None, None) if days is None else (days.start, days.end)


def lasts_a_year(subject: Subject) -> bool:
    """Whether the plan's period is so long, or so unknown, that a month alone does not tell the year."""
    first, last = period(subject)
    return first is None or last is None or last - first > _ONE_YEAR


def _year_inside(subject: Subject, schedule: Schedule) -> int | None:
    """The year in which a schedule lies in the plan's period, where only one can be meant."""
    first, last = period(subject)
    if first is None or last is None or lasts_a_year(subject):
        return None
    for year in (first.year, last.year):
        days = replace(timing(subject), year=year).resolve(schedule)
        if days is not None and days.end is not None and days.end >= first:
            return year
    return None


def _year_around(around: tuple[Duty, ...]) -> int | None:
    """The year that the nearest heading or deadline around names; None if that is none, or several."""
    for index, duty in enumerate(reversed(around)):
        text = f"{heading(duty)}\n{duty.due or ''}" if index else heading(duty)
        years = {int(year) for year in _YEAR.findall(text)}
        if years:
            return years.pop() if len(years) == 1 and not _YEARS.search(text) else None
    return None


def heading(duty: Duty) -> str:
    """The words that name a duty: its title, heading or label; empty for a paragraph or target."""
    keys = (key for key in text_keys(type(duty)) if key != "text")
    return next((words for key in keys if (words := getattr(duty, key)) is not None), "")


def spoken(duty: Duty) -> str:
    """All that a duty says in its own words: heading, text and targets; of a paper only the title."""
    said = [words for key in text_keys(type(duty)) if (words := getattr(duty, key)) is not None]
    if isinstance(duty, Measured):
        said += [target.text for _, target in duty.target_items()]
    return "\n".join(said)


def plain(meaning: Meaning | None) -> Meaning | None:
    """A meaning without the label or the 力争 in front of it."""
    while isinstance(meaning, Labelled | Aimed):
        meaning = meaning.meaning
    return meaning


def last_date(schedule: Schedule) -> PartialDate | None:
    """The date of a plain deadline (10月20日前), the last of several; None for anything else."""
    meaning = plain(schedule.meaning)
    if isinstance(meaning, Several):
        meaning = plain(meaning.parts[-1])
    return meaning.date if isinstance(meaning, By) else None


def window(schedule: Schedule) -> Window | None:
    """The window that a schedule is (6月1日至10月15日); None for anything else."""
    meaning = plain(schedule.meaning)
    return meaning if isinstance(meaning, Window) else None


def yearless(schedule: Schedule) -> bool:
    """Whether a date of the schedule leaves its year to the plan; what recurs needs none."""
    meaning = plain(schedule.meaning)
    if meaning is None or isinstance(meaning, Recurring):
        return False
    parts = meaning.parts if isinstance(meaning, Several) else (meaning,)
    single = [part for part in map(plain, parts) if part is not None and not isinstance(part, Recurring)]
    return any(date.year is None for part in single for date in dates_of(part))
