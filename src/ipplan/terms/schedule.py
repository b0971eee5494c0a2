"""Schedules: parse 10月20日前, 试点期内 or 每两个月至少一场 to a meaning, print them as written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ipplan.terms.partial_date import Interval
from ipplan.terms.schedule_grammar import read_schedule
from ipplan.terms.schedule_occurrences import occurrences
from ipplan.terms.schedule_readings import ambiguities_of, dates_of
from ipplan.terms.schedule_resolve import Frame, resolve_meaning
from ipplan.terms.schedule_types import IMPOSSIBLE_DATE, NOT_UNDERSTOOD, RUN_TOGETHER, Ambiguity, Meaning


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule: its words exactly as written, and its meaning, None when it was not understood.

    `problem` is None or a stable code: "not-understood", "impossible-date" or "run-together" (the meaning is kept).
    """

    words: str
    meaning: Meaning | None
    problem: str | None = None

    def __str__(self) -> str:
        return self.words

    @property
    def ambiguities(self) -> tuple[Ambiguity, ...]:
        """Why the words leave more than one reading (6月前, 6月底或7月初, 年初); empty when they do not."""
        return () if self.meaning is None else ambiguities_of(self.meaning)

    def problem_in(self, year: int | None) -> str | None:
        """Return the problem when the plan's year is known: 2月29日 does not exist in 2023."""
        if self.problem or self.meaning is None or year is None:
            return self.problem
        missing = any(day.month and day.interval(year) is None for day in dates_of(self.meaning))
        return IMPOSSIBLE_DATE if missing else None

    def resolve(self, year: int | None, periods: Mapping[str, Interval], issued: date | None = None) -> Interval | None:
        """Return the days it covers, given the plan's `year`, its named periods and the day it is `issued`.

        None when it cannot be told: not understood, a date without a year, an unknown period or event, a span without
        the day it is counted from or in working days (no calendar of holidays is kept), a window that runs backwards,
        or a recurring task (see `occurrences`). A deadline is open at its start: 2009年底 is (None, 2009-12-31).
        10月20日前 includes the 20th. Of two readings the strictest is given, and `readings` gives both: 6月前 is by
        31 May, 6月底或7月初 is by 30 June. 印发之日起30日内 begins on the issue date and ends 30 days later.
        宣传周前后 gives the week itself.
        """
        return None if self.meaning is None else resolve_meaning(self.meaning, Frame(year, periods, issued))

    def readings(
        self, year: int | None, periods: Mapping[str, Interval], issued: date | None = None
    ) -> tuple[Interval, ...]:
        """Return the strictest reading and, where the words leave another, the most lenient; empty if unresolved."""
        if self.meaning is None:
            return ()
        frames = (Frame(year, periods, issued, lenient) for lenient in (False, True))
        found = (resolve_meaning(self.meaning, frame) for frame in frames)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def occurrences(self, year: int) -> tuple[Interval, ...]:
        """Return each time of a recurring task in `year`, sorted; empty when it does not recur in countable periods."""
        return () if self.meaning is None else occurrences(self.meaning, year)


_RUN_TOGETHER: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=(?:1[0-2]|[1-9])月)", re.ASCII)


def with_year_signs(words: str) -> str:
    """The words with a 年 behind each year that a month was run together with (20206月4日)."""
    return _RUN_TOGETHER.sub(r"\1年", words)


@lru_cache(maxsize=4096)
def parse_schedule(words: str) -> Schedule:
    """Return the schedule that `words` is as a whole; it never raises, what is not understood has no meaning.

    Plans say the same few deadlines again and again, so answers are kept.
    """
    meaning = read_schedule(words)
    if meaning is None:
        meaning = read_schedule(completed) if (completed := with_year_signs(words)) != words else None
        return Schedule(words, meaning, NOT_UNDERSTOOD if meaning is None else RUN_TOGETHER)
    exists = all(day.exists for day in dates_of(meaning))
    return Schedule(words, meaning, None if exists else IMPOSSIBLE_DATE)
