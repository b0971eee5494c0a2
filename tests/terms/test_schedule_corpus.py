"""Schedules of real plans, one a line in corpus/schedule*.tsv, and schedules built from their meaning."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.numerals import format_numeral
from ipplan.terms.partial_date import Interval, Part, PartialDate
from ipplan.terms.schedule import parse_schedule
from ipplan.terms.schedule_types import (
    Aimed,
    By,
    DateEdge,
    Either,
    Event,
    Immediate,
    Labelled,
    MonthOfPeriod,
    On,
    Recurring,
    Several,
    Standing,
    Weekday,
    Window,
    Within,
)
from terms import notation
from terms.corpus_file import cases

UNDERSTOOD = cases("schedule.tsv")
REFUSED = cases("schedule_refused.tsv")


@pytest.mark.parametrize(("words", "cells"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_understood(words, cells):
    """Each expression has its one meaning, tells where it is ambiguous, and prints as written."""
    schedule = parse_schedule(words)
    ambiguities = [one.value for one in schedule.ambiguities]
    assert [notation.schedule(schedule.meaning), *filter(None, [",".join(ambiguities)])] == cells
    assert schedule.problem is None
    assert str(schedule) == words


@pytest.mark.parametrize(("words", "cells"), REFUSED.items(), ids=REFUSED)
def test_refused(words, cells):
    """What is no schedule, or one with something wrong, is named with its code and prints as written."""
    code, reason = cells
    schedule = parse_schedule(words)
    assert schedule.problem == code, reason
    assert (schedule.meaning is None) is (code == "not-understood")
    assert str(schedule) == words


def test_the_corpus_is_large_enough():
    """The issue asks for 150 understood and, with the quantities, 50 refused or ambiguous."""
    assert len(UNDERSTOOD) >= 150
    assert len(REFUSED) + sum(len(cells) > 1 for cells in UNDERSTOOD.values()) >= 50


ISSUED = date(2024, 3, 15)
PERIODS = {
    "活动": Interval(date(2024, 4, 20), date(2024, 4, 26)),
    "汛期": Interval(date(2024, 6, 1), date(2024, 9, 30)),
    "“十四五”": Interval(date(2021, 1, 1), date(2025, 12, 31)),
}
RESOLVED = {
    "30日内": (ISSUED, date(2024, 4, 14)),
    "印发之日起30日内": (ISSUED, date(2024, 4, 14)),
    "自印发之日起3个月内": (ISSUED, date(2024, 6, 15)),
    "三年内": (ISSUED, date(2027, 3, 15)),
    "半年内": (ISSUED, date(2024, 9, 15)),
    "两周内": (ISSUED, date(2024, 3, 29)),
    "24小时内": (ISSUED, date(2024, 3, 16)),
    "自2024年1月31日起1个月内": (date(2024, 1, 31), date(2024, 2, 29)),
    "活动结束后10日内": (date(2024, 4, 26), date(2024, 5, 6)),
    "活动开始后3日内": (date(2024, 4, 20), date(2024, 4, 23)),
    "10个工作日内": None,
    "收到通知后5日内": None,
    "一学期内": None,
    "立行立改": (ISSUED, None),
    "立行立改，长期坚持": (None, None),
    "即日起": (ISSUED, None),
    "自印发之日起施行": (ISSUED, None),
    "即日起至6月底": (ISSUED, date(2024, 6, 30)),
    "即日起至1月底": None,
    "力争6月底前完成": (None, date(2024, 6, 30)),
    "3月启动": (date(2024, 3, 1), date(2024, 3, 31)),
    "初稿6月底前，定稿9月底前": (None, date(2024, 9, 30)),
    "动员部署阶段（3月）；集中整治阶段（4月至10月）": (date(2024, 3, 1), date(2024, 10, 31)),
    "6月底或7月底": (None, date(2024, 6, 30)),
    "1—2年内": (ISSUED, date(2025, 3, 15)),
    "10月20日17:00前": (None, date(2024, 10, 20)),
    "“十四五”末": (None, date(2025, 12, 31)),
    "2024年汛期前": (None, date(2024, 5, 31)),
    "2023年汛期前": None,
    "第二、三季度": (date(2024, 4, 1), date(2024, 9, 30)),
}


@pytest.mark.parametrize(("words", "days"), RESOLVED.items(), ids=RESOLVED)
def test_resolve(words, days):
    """Spans count from the issue date or from what they name; what cannot be told is None."""
    expected = Interval(*days) if days else None
    assert parse_schedule(words).resolve(2024, PERIODS, ISSUED) == expected


@pytest.mark.parametrize("words", ["30日内", "印发之日起30日内", "即日起", "立即", "即日起至6月底"])
def test_resolve_without_an_issue_date(words):
    """Without the issue date nothing is assumed."""
    assert parse_schedule(words).resolve(2024, PERIODS) is None


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("6月前", [date(2024, 5, 31), date(2024, 6, 30)]),
        ("2025年前", [date(2024, 12, 31), date(2025, 12, 31)]),
        ("6月底或9月底", [date(2024, 6, 30), date(2024, 9, 30)]),
        ("9月底或6月底", [date(2024, 6, 30), date(2024, 9, 30)]),
        ("1—2年内", [date(2025, 3, 15), date(2026, 3, 15)]),
        ("初稿6月前，定稿9月前", [date(2024, 8, 31), date(2024, 9, 30)]),
        ("6月底前", [date(2024, 6, 30)]),
        ("尽快", []),
        ("每月", []),
    ],
)
def test_readings(words, ends):
    """Where the words leave two readings both can be had, the strictest first."""
    schedule = parse_schedule(words)
    assert [one.end for one in schedule.readings(2024, PERIODS, ISSUED)] == ends
    assert bool(schedule.ambiguities) is (len(ends) > 1)


@pytest.mark.parametrize(
    ("words", "count", "first", "last"),
    [
        ("每周五", 52, (date(2024, 1, 5), date(2024, 1, 5)), (date(2024, 12, 27), date(2024, 12, 27))),
        ("每周一前", 53, (date(2024, 1, 1), date(2024, 1, 1)), (date(2024, 12, 24), date(2024, 12, 30))),
        ("每月5日、20日前", 24, (date(2024, 1, 1), date(2024, 1, 5)), (date(2024, 12, 1), date(2024, 12, 20))),
        ("每年3月和9月", 2, (date(2024, 3, 1), date(2024, 3, 31)), (date(2024, 9, 1), date(2024, 9, 30))),
        ("每月10日至15日", 12, (date(2024, 1, 10), date(2024, 1, 15)), (date(2024, 12, 10), date(2024, 12, 15))),
        ("每月上旬", 12, (date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 12, 1), date(2024, 12, 10))),
        ("每季度首月10日前", 4, (date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 10, 1), date(2024, 10, 10))),
        ("每季度末月25日", 4, (date(2024, 3, 25), date(2024, 3, 25)), (date(2024, 12, 25), date(2024, 12, 25))),
        ("每季度结束后10日内", 4, (date(2024, 1, 1), date(2024, 4, 10)), (date(2024, 10, 1), date(2025, 1, 10))),
        ("每季度结束后次月10日前", 4, (date(2024, 1, 1), date(2024, 4, 10)), (date(2024, 10, 1), date(2025, 1, 10))),
        ("每年10月至次年3月", 1, (date(2024, 10, 1), date(2025, 3, 31)), (date(2024, 10, 1), date(2025, 3, 31))),
        ("2024年7月起每月25日前", 6, (date(2024, 7, 1), date(2024, 7, 25)), (date(2024, 12, 1), date(2024, 12, 25))),
        ("2025—2026年每年3月底前", 0, None, None),
        ("每季度结束后5个工作日内", 0, None, None),
        ("每年汛期前", 0, None, None),
        ("每学期", 0, None, None),
        ("6月底前", 0, None, None),
        ("尽快", 0, None, None),
    ],
)
def test_occurrences(words, count, first, last):
    """The times of a recurring task are counted out in the plan's year."""
    found = parse_schedule(words).occurrences(2024)
    assert len(found) == count
    assert not found or (found[0], found[-1]) == (Interval(*first), Interval(*last))


# Words built from a meaning: what is said in one of several usual ways must be understood as that meaning.
D = PartialDate
MONTHS = st.integers(1, 12)
YEARS = st.none() | st.integers(2000, 2035)


def year_words(year):
    return "" if year is None else f"{year}年"


@st.composite
def months(draw, years=YEARS):
    year, month = draw(years), draw(MONTHS)
    spelt = draw(st.sampled_from([str(month), format_numeral(month)]))
    return year_words(year) + spelt + draw(st.sampled_from(["月", "月份"])), D(year, month)


@st.composite
def days(draw, years=YEARS):
    year, month, day = draw(years), draw(MONTHS), draw(st.integers(1, 28))
    return f"{year_words(year)}{month}月{day}{draw(st.sampled_from('日号'))}", D(year, month, day)


@st.composite
def parts(draw, years=YEARS):
    year = draw(years)
    word, part = draw(
        st.sampled_from([("上半年", Part.FIRST_HALF), ("第二季度", Part.QUARTER_2), ("四季度", Part.QUARTER_4)])
    )
    return year_words(year) + word, D(year, part=part)


@st.composite
def deadlines(draw, years=YEARS, heads=("", "于", "确保")):
    words, day = draw(st.one_of(months(years), days(years), parts(years)))
    if day.day is not None:
        edge, end = draw(st.sampled_from(["前", "之前", "以前"])), DateEdge.BEFORE
    else:
        edge, end = draw(st.sampled_from([("底前", DateEdge.END), ("末", DateEdge.END), ("前", DateEdge.BEFORE)]))
    verb = draw(st.sampled_from(["", "完成", "报送", "取得阶段性成效", "全面完成"]))
    return draw(st.sampled_from(heads)) + words + edge + verb, By(day, end)


@st.composite
def windows(draw):
    first, last = sorted(draw(st.lists(MONTHS, min_size=2, max_size=2, unique=True)))
    year, sign = draw(YEARS), draw(st.sampled_from(["至", "—", "-", "～", "到"]))
    unit = draw(st.sampled_from(["", "月"]))
    return f"{year_words(year)}{first}{unit}{sign}{last}月", Window(D(year, first), D(year, last))


@st.composite
def spans(draw):
    count = draw(st.integers(1, 90))
    word, unit = draw(st.sampled_from([("日", PeriodUnit.DAY), ("个月", PeriodUnit.MONTH), ("年", PeriodUnit.YEAR)]))
    head, event = draw(
        st.sampled_from(
            [("", None), ("自印发之日起", Event("印发", issue=True)), ("收到通知后", Event("收到通知")),
             ("2024年3月1日起", D(2024, 3, 1))]
        )
    )  # fmt: skip
    working = draw(st.booleans())
    if working:
        word, unit = "个工作日", PeriodUnit.DAY
    spelt = draw(st.sampled_from([str(count), format_numeral(count)]))
    return f"{head}{spelt}{word}内", Within(count, unit, working, event)


@st.composite
def rhythms(draw):
    day, month = draw(st.integers(1, 28)), draw(MONTHS)
    weekday = draw(st.integers(1, 7))
    monthly, yearly, quarter = PeriodUnit.MONTH, PeriodUnit.YEAR, PeriodUnit.QUARTER
    return draw(
        st.sampled_from(
            [
                (f"每月{day}日前", Recurring(1, monthly, D(day=day), DateEdge.BEFORE)),
                (f"每个月{day}日", Recurring(1, monthly, D(day=day))),
                (f"每年{month}月底前", Recurring(1, yearly, D(month=month), DateEdge.END)),
                (f"每年{month}月{day}日前报送", Recurring(1, yearly, D(month=month, day=day), DateEdge.BEFORE)),
                (
                    f"每周{'一二三四五六日'[weekday - 1]}前",
                    Recurring(1, PeriodUnit.WEEK, Weekday(weekday), DateEdge.BEFORE),
                ),
                (f"每季度首月{day}日前", Recurring(1, quarter, MonthOfPeriod(1, D(day=day)), DateEdge.BEFORE)),
                ("每季度末", Recurring(1, quarter, D(), DateEdge.END)),
            ]
        )
    )


ENDLESS = st.sampled_from([("长期坚持", Standing()), ("立即", Immediate()), ("2024年起", Standing(D(2024)))])
SINGLES = st.one_of(months(), days(), parts()).map(lambda pair: (pair[0], On(pair[1])))


@given(st.one_of(SINGLES, deadlines(), windows(), spans(), rhythms(), ENDLESS))
def test_built_from_one_meaning(pair):
    """What is said in a usual way is understood as it was meant."""
    words, meaning = pair
    assert parse_schedule(words).meaning == meaning
    assert str(parse_schedule(words)) == words


CASES = st.sampled_from(["初稿", "城区", "市级", "一期", "征求意见稿"])
PLAIN = deadlines(st.none(), ("",))


@given(CASES, PLAIN, CASES, PLAIN, st.sampled_from("，；,;"))
def test_built_from_labels(first, one, second, other, sign):
    """A label before each deadline is kept with it."""
    parsed = parse_schedule(f"{first}{one[0]}{sign}{second}{other[0]}").meaning
    assert parsed == Several((Labelled(first, one[1]), Labelled(second, other[1])))


@given(PLAIN, PLAIN)
def test_built_from_alternatives(one, other):
    """Deadlines joined by 或 are alternatives, with 力争 an aim."""
    assert parse_schedule(f"{one[0]}或{other[0]}").meaning == Either((one[1], other[1]))
    assert parse_schedule(f"力争{one[0]}").meaning == Aimed(one[1])


@given(st.lists(MONTHS, min_size=2, max_size=6, unique=True).map(sorted))
def test_built_from_numbers(listed):
    """A unit and an ending said once belong to every bare number of the list."""
    words = "、".join(map(str, listed)) + "月底前"
    assert parse_schedule(words).meaning == Several(tuple(By(D(month=month), DateEdge.END) for month in listed))


def test_clock():
    """The hour of a deadline is kept."""
    meaning = parse_schedule("10月20日下午5点前").meaning
    assert meaning == By(D(month=10, day=20), DateEdge.BEFORE, time(17))


PIECES = st.sampled_from(
    [
        *UNDERSTOOD, "2024年", "6月", "31日", "底前", "前", "内", "起", "自", "印发之日", "后", "3个工作日内",
        "每", "每季度",
        "首月", "周五", "结束后", "次月", "或", "、", "和", "，", "；", "（", "）", "：", "阶段", "初稿",
        "力争", "完成30%", "启动",
        "立即", "9999年", "0日", "24时前", "至", "—",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(-5, 10005), st.dates())
def test_anything_can_be_parsed_and_resolved(words, year, issued):
    """No words, no year and no issue date make it raise; strict and lenient readings are in order."""
    schedule = parse_schedule(words)
    assert str(schedule) == words
    assert (schedule.meaning is None) is (schedule.problem == "not-understood")
    resolved, readings = schedule.resolve(year, PERIODS, issued), schedule.readings(year, PERIODS, issued)
    assert resolved is None or resolved == readings[0]
    assert len(readings) < 2 or schedule.ambiguities
    schedule.problem_in(year)
    schedule.occurrences(year)
