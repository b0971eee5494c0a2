"""The deadlines by unit as a drawing: a row for each unit, a mark for each day on which something is due."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from ipplan.compose.groups import SUPPORTS
from ipplan.writers.html.markup import element, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.ledger import Entry, Group, Ledger
    from ipplan.terms.status import Status

_NAMES, _DAYS, _UNDATED = 150, 440, 50
"""Units of the drawing: the width of the column of names, of the days, and of what has none."""
_WIDTH = _NAMES + _DAYS + _UNDATED
_HEAD, _ROW = 34, 22
_YEAR = 40
"""Width of the label of a year."""
_LONGEST = 11
"""Characters of a unit's name that fit beside its row."""
_MONTHS = 12
"""Months of a year, and how many labels have room."""
_DONE: Status = "已完成"


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days from left to right: from the first of a month to the last of a month."""

    first: date
    last: date

    @classmethod
    def of(cls, days: list[date]) -> _Scale:
        last = max(days)
        return cls(min(days).replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))

    def holds(self, day: date) -> bool:
        """Whether a day is on it."""
        return self.first <= day <= self.last

    def x(self, day: date) -> float:
        """Where a day is; its middle, so that marks of the first and the last day are whole."""
        share = ((day - self.first).days + 0.5) / ((self.last - self.first).days + 1)
        return round(_NAMES + _DAYS * share, 1)

    def months(self) -> list[date]:
        """The first days of the months that have a label: each month, quarter, year, or every so many years."""
        counted = range(self.first.year * _MONTHS + self.first.month - 1, self.last.year * _MONTHS + self.last.month)
        each = ceil(len(counted) / _MONTHS)
        step = 1 if each == 1 else 3 if each <= 3 else ceil(each / _MONTHS) * _MONTHS
        return [date(one // _MONTHS, one % _MONTHS + 1, 1) for one in counted if one % step == 0]


def timeline(ledger: Ledger | None, today: date) -> str:
    """The drawing of a ledger that is grouped by unit; a sentence where no day is told."""
    groups = ledger.groups if ledger is not None else ()
    days = [day for group in groups for entry in group.entries for day in _all_days(entry)]
    if not days:
        return element("p", words("计划里没有能算出日子的时限。"), class_="nothing")
    scale = _Scale.of(days)
    units = dict.fromkeys(group.names[0] for group in groups)
    rows = [[group for group in groups if group.names[0] == unit] for unit in units]
    height = _HEAD + _ROW * len(rows) + 4
    drawn = (_row(own, _HEAD + _ROW * place, scale) for place, own in enumerate(rows))
    drawing = element(
        "svg", *_axis(scale, height, today), *drawn, viewBox=f"0 0 {_WIDTH} {height}", role="img", aria_label="时间表"
    )
    some_done = any(entry.status == _DONE for group in groups for entry in group.entries)
    return _legend(some_done=some_done, now=scale.holds(today)) + drawing


def _legend(*, some_done: bool, now: bool) -> str:
    kinds = {"lead": "牵头、负责", "support": "配合"}
    kinds |= ({"done": _DONE} if some_done else {}) | ({"now": "今天"} if now else {})
    return element("p", *(element("span", words(name), class_=kind) for kind, name in kinds.items()), class_="legend")


def _axis(scale: _Scale, height: int, today: date) -> Iterator[str]:
    """A line for each month or year that has a label, and one for today."""
    labelled = scale.months()
    for month in labelled:
        yield _line(scale.x(month), height, "month")
        yield _label(scale.x(month), _HEAD - 8, f"{month.month}月")
    years = [month for month in labelled if month.month == 1]
    if not years or scale.x(years[0]) - scale.x(scale.first) > _YEAR:
        years.insert(0, scale.first)
    for year in years:
        yield _label(scale.x(year), _HEAD - 22, f"{year.year}年")
    if scale.holds(today):
        yield _line(scale.x(today), height, "now")


def _label(x: float, y: int, name: str) -> str:
    return element("text", words(name), x=x, y=y, class_="month")


def _line(x: float, height: int, kind: str) -> str:
    return element("line", x1=x, x2=x, y1=_HEAD - 4, y2=height, class_=kind)


def _row(groups: list[Group], top: int, scale: _Scale) -> str:
    """The row of a unit: its name, its marks, and how many things have no day."""
    unit, middle = groups[0].names[0], top + _ROW // 2
    shown = unit if len(unit) <= _LONGEST else unit[: _LONGEST - 1] + "…"
    name = element("text", element("title", words(unit)), words(shown), x=_NAMES - 10, y=middle + 4, class_="unit")
    undated = [entry for group in groups for entry in group.entries if not _all_days(entry)]
    more = _more(undated, middle) if undated else ""
    line = element("line", x1=_NAMES, x2=_NAMES + _DAYS, y1=middle, y2=middle, class_="row")
    return element("g", line, name, *_marks(groups, middle, scale), more)


def _more(entries: list[Entry], middle: int) -> str:
    title = element("title", words("\n".join(["没有算出日子的：", *map(_said, entries)])))
    return element("text", title, words(f"另 {len(entries)} 件"), x=_WIDTH - 2, y=middle + 4, class_="more")


def _marks(groups: list[Group], middle: int, scale: _Scale) -> Iterator[str]:
    """The stretches first, then the marks of days, which say everything that is due then."""
    due: dict[tuple[date, str], list[Entry]] = {}
    for group in groups:
        kind = "support" if SUPPORTS in group.names else "lead"
        for entry in group.entries:
            yield from _stretches(entry, kind, middle, scale)
            for day in entry.days:
                due.setdefault((day, kind), []).append(entry)
    for (day, kind), entries in due.items():
        yield _mark(day, kind, entries, (scale.x(day), middle))


def _stretches(entry: Entry, kind: str, middle: int, scale: _Scale) -> Iterator[str]:
    for deadline in entry.deadlines:
        if deadline.start is not None and deadline.start < deadline.end:
            left = scale.x(deadline.start)
            width = round(scale.x(deadline.end) - left, 1)
            yield element("rect", x=left, y=middle - 2, width=width, height=4, class_=kind)


def _mark(day: date, kind: str, entries: list[Entry], at: tuple[float, int]) -> str:
    lines = [f"{day.year}年{day.month}月{day.day}日", *dict.fromkeys(map(_said, entries))]
    x, y = at
    dot = element("circle", cx=x, cy=y, r=5 if kind == "lead" else 4)
    count = element("text", words(str(len(lines) - 1)), x=x, y=y + 3) if len(lines) > 2 and kind == "lead" else ""
    state = f"{kind} done" if all(entry.status == _DONE for entry in entries) else kind
    return element("g", element("title", words("\n".join(lines))), dot, count, class_=state)


def _said(entry: Entry) -> str:
    """What an entry is, when it is due and how far it is, in one line."""
    what = "：".join(part for part in (entry.number + entry.task, entry.target) if part)
    known = "，".join(part for part in (entry.due, entry.status) if part)
    return f"{what}（{known}）" if known else what


def _all_days(entry: Entry) -> list[date]:
    """Every day that the drawing has to hold for an entry."""
    return [*entry.days, *(one.start for one in entry.deadlines if one.start is not None)]
