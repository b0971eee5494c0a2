"""Schedules: parse 10月20日前, 试点期内 or 每两个月至少一场 to a meaning, print them as written."""

from collections.abc import Mapping
from dataclasses import dataclass

from ipplan.terms.partial_date import Interval
from ipplan.terms.schedule_grammar import read_schedule
from ipplan.terms.schedule_resolve import dates_of, resolve_meaning
from ipplan.terms.schedule_types import IMPOSSIBLE_DATE, NOT_UNDERSTOOD, Meaning


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule: its words exactly as written, and its meaning, None when it was not understood.

    `problem` is None or a stable code: "not-understood", "impossible-date" (the meaning is kept).
    """

    words: str
    meaning: Meaning | None
    problem: str | None = None

    def __str__(self) -> str:
        return self.words

    def problem_in(self, year: int | None) -> str | None:
        """Return the problem when the plan's year is known: 2月29日 does not exist in 2023."""
        if self.problem or self.meaning is None or year is None:
            return self.problem
        missing = any(date.month and date.interval(year) is None for date in dates_of(self.meaning))
        return IMPOSSIBLE_DATE if missing else None

    def resolve(self, year: int | None, periods: Mapping[str, Interval]) -> Interval | None:
        """Return the days it covers, given the plan's `year` and the plan's named periods.

        None when it cannot be told: not understood, a date without a year, an unknown period, a window that runs
        backwards, or a recurring task (see `occurrences` in schedule_resolve). A deadline is open at its start:
        2009年底 is (None, 2009-12-31). 10月20日前 includes the 20th; the ambiguous 6月前 is read strictly, by 31 May.
        宣传周前后 gives the week itself.
        """
        return None if self.meaning is None else resolve_meaning(self.meaning, year, periods)


def parse_schedule(words: str) -> Schedule:
    """Return the schedule that `words` is as a whole; it never raises, what is not understood has no meaning."""
    meaning = read_schedule(words)
    if meaning is None:
        return Schedule(words, None, NOT_UNDERSTOOD)
    exists = all(date.exists for date in dates_of(meaning))
    return Schedule(words, meaning, None if exists else IMPOSSIBLE_DATE)
