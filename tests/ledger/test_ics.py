"""The ledger as a calendar, imported by two libraries that know nothing of ipplan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

from ipplan.compiler import Compiler
from ipplan.formats import By, Format
from ipplan.writers.ics.recurrence import series
from ledger.conftest import NAMES

PLAN = """
notice: {number: 甲发〔2026〕1号, date: 2026年2月6日, to: 各县区, issuers: [甲局]}
plan:
  title: 2026年工作计划
  period: 2026年
  body:
    - task: 开会
      lead: 市科技局、市财政局
      supporting: 市文化局
      due: 4月20日至26日
      targets: [不少于2场]
    - task: 写方案
      due: 初稿6月底前，定稿9月底前
    - task: 报送
      due: 每月25日前
    - task: 常做
      due: 常设
"""


@pytest.fixture
def events(written):
    """The events of the plan in their order."""
    return Calendar.from_ical(written(PLAN, Format.ICS)).walk("VEVENT")


def test_events(events):
    """An all-day event for each deadline, several days for a range, a rule for what recurs; nothing for the rest."""
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt, one["DTEND"].dt) for one in events] == [
        ("市科技局等：开会（不少于2场）", date(2026, 4, 20), date(2026, 4, 27)),
        ("写方案（初稿）", date(2026, 6, 30), date(2026, 7, 1)),
        ("写方案（定稿）", date(2026, 9, 30), date(2026, 10, 1)),
        ("报送", date(2026, 1, 25), date(2026, 1, 26)),
    ]
    assert events[3]["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20261225;INTERVAL=1;BYMONTHDAY=25"


def test_what_an_event_says(events):
    """Target, every role, the words of the deadline, and where it stands."""
    assert str(events[0]["DESCRIPTION"]).splitlines() == [
        "目标要求：不少于2场",
        "牵头单位：市科技局、市财政局",
        "配合单位：市文化局",
        "完成时限：4月20日至26日",
        "出处：《2026年工作计划》 一、",
    ]
    assert {one["DTSTAMP"].dt for one in events} == {datetime(2026, 2, 6, tzinfo=UTC)}


def test_uids_update(written, events):
    """A later edition changes events: the same UIDs where the deadline is another day or the order another."""
    uids = [str(one["UID"]) for one in events]
    assert len(set(uids)) == 4
    assert uids[2] == uids[1] + "-2"
    later = PLAN.replace("每月25日前", "每月20日前").replace("  body:\n", "  body:\n    - {task: 新的, due: 3月}\n")
    after = Calendar.from_ical(written(later, Format.ICS)).walk("VEVENT")
    assert [str(one["UID"]) for one in after][1:] == uids


def test_an_entry_in_several_groups_is_one_event(checked):
    """Put together by unit, an entry of two units is in the calendar once."""
    data = Compiler().table(checked(PLAN), By.UNIT, Format.ICS, draft=False)
    uids = [str(one["UID"]) for one in Calendar.from_ical(data).walk("VEVENT")]
    assert len(uids) == len(set(uids)) == 4


def test_lines_are_folded_between_characters(written):
    """No line is longer than 75 bytes, none ends inside a character, and unfolding gives the words back."""
    task = "知识产权，宣传；培训" * 20
    data = written(f"plan: {{title: 计划, period: 2026年, body: [{{task: {task}, due: 3月底前}}]}}", Format.ICS)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert task in data.decode("utf-8").replace("\r\n ", "")


def test_draft(checked):
    """What is not issued is tentative."""
    plan = checked(PLAN)
    assert b"STATUS:TENTATIVE" in Compiler().write(plan, Format.ICS, draft=True)
    assert b"STATUS:CONFIRMED" in Compiler().write(plan, Format.ICS, draft=False)


def expanded(days):
    """The days that a calendar makes of the series."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", "END:VCALENDAR"]
    calendar = Calendar.from_ical("\r\n".join(lines))
    from icalendar import Event  # noqa: PLC0415

    for number, (first, rule) in enumerate(series(days)):
        event = Event()
        event.add("UID", str(number))
        event.add("DTSTART", first)
        if rule is not None:
            event.add("RRULE", rule)
        calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(date(2020, 1, 1), date(2040, 1, 1))
    return sorted(one["DTSTART"].dt for one in found)


def months(count, day, step=1, year=2026):
    places = (12 * year + step * number for number in range(count))
    return [date(place // 12, place % 12 + 1, day) for place in places]


def month_ends(count, step=1):
    return [day - timedelta(days=1) for day in months(count, 1, step)]


SERIES = {
    "monthly": (months(12, 25), 1),
    "month ends": (month_ends(14), 1),
    "quarterly": (months(8, 10, 3), 1),
    "yearly": (months(4, 28, 12), 1),
    "yearly in February": ([date(year, 2, 28) for year in (2025, 2026, 2027)], 1),
    "leap days as month ends": ([date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)], 1),
    "weekly": ([date(2026, 1, 2) + timedelta(weeks=week) for week in range(52)], 1),
    "cut off": ([*month_ends(5), date(2026, 5, 15)], 2),
    "twice a month": (sorted([*months(12, 5), *months(12, 20)]), 2),
    "two days": ([date(2026, 6, 30), date(2026, 12, 31)], 1),
    "irregular": ([date(2026, 1, 3), date(2026, 2, 14), date(2026, 7, 1), date(2026, 7, 9)], 4),
    "31st of some months": ([day for day in month_ends(12) if day.day == 31], 7),
    "one": ([date(2026, 3, 1)], 1),
    "none": ([], 0),
}


@pytest.mark.parametrize(("days", "count"), SERIES.values(), ids=SERIES)
def test_series_give_exactly_the_days(days, count):
    """Expanded by another library, the series give each day once and no other."""
    assert expanded(sorted(days)) == sorted(days)
    assert len(list(series(sorted(days)))) == count


@pytest.mark.parametrize("name", NAMES)
def test_examples(example, example_ledger, name):
    """Every due day of an example is in its calendar, by two readers."""
    data = example(name, Format.ICS)
    entries = example_ledger(name).entries
    days = [one.end for entry in entries for one in entry.deadlines]
    wanted = sorted([*days, *(day for entry in entries for day in entry.times)])
    found = recurring_ical_events.of(Calendar.from_ical(data)).between(date(2000, 1, 1), date(2050, 1, 1))
    assert sorted(one["DTEND"].dt - timedelta(days=1) for one in found) == wanted
    events = getattr(vobject.readOne(data.decode("utf-8")), "vevent_list", [])
    assert [one.uid.value for one in events] == [str(one["UID"]) for one in Calendar.from_ical(data).walk("VEVENT")]


def test_same_bytes(checked):
    """The same plan gives the same bytes; no clock is read."""
    plan = checked(PLAN)
    assert Compiler().write(plan, Format.ICS, draft=True) == Compiler().write(plan, Format.ICS, draft=True)
