from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.partial_date import Interval, Part, PartialDate
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.schedule import Schedule, parse_schedule, with_year_signs
from ipplan.terms.schedule_occurrences import occurrences
from ipplan.terms.schedule_types import (
    By,
    DateEdge,
    NamedPeriod,
    On,
    PeriodEdge,
    Recurring,
    Several,
    Standing,
    Window,
)

D = PartialDate
END, BEFORE = DateEdge
MONTH, YEAR, HALF = PeriodUnit.MONTH, PeriodUnit.YEAR, PeriodUnit.HALF_YEAR


def times(words):
    return parse_quantity(words)


# Every schedule that stands in the five documents.
FROM_DOCUMENTS = {
    "2017年2月7日": On(D(2017, 2, 7)),
    "“4.26”世界知识产权日活动期间": NamedPeriod("“4.26”世界知识产权日活动", PeriodEdge.WITHIN),
    " 3月底前": By(D(month=3), END),
    "2018年4月20日至26日。": Window(D(2018, 4, 20), D(2018, 4, 26)),
    "4月20日": On(D(month=4, day=20)),
    "宣传周前后": NamedPeriod("宣传周", PeriodEdge.AROUND),
    "宣传周期间": NamedPeriod("宣传周", PeriodEdge.WITHIN),
    "“4•26”世界知识产权日当天": NamedPeriod("“4·26”世界知识产权日", PeriodEdge.DAY),
    "2013—2020年": Window(D(2013), D(2020)),
    "2008年9月": On(D(2008, 9)),
    "2009年3月": On(D(2009, 3)),
    "试点期内": NamedPeriod("试点期", PeriodEdge.WITHIN),
    "试点期末": NamedPeriod("试点期", PeriodEdge.END),
    "2009年底": By(D(2009), END),
    "2010年底": By(D(2010), END),
    "到2010年底前": By(D(2010), END),
    "常设": Standing(),
    "2008年,以后常设": Standing(D(2008)),
    "每半年开展一次督查": Recurring(1, HALF, times=times("一次")),
    "定期和不定期": Recurring(None, None),
    "每年至少召开一次领导小组会议": Recurring(1, YEAR, times=times("至少召开一次")),
    "每年至少举办一次宣传活动": Recurring(1, YEAR, times=times("至少举办一次")),
    "每月不少于1期": Recurring(1, MONTH, times=times("不少于1期")),
    "每年不少于3期": Recurring(1, YEAR, times=times("不少于3期")),
    "每年组织开展2次以上相关领域知识产权培训": Recurring(1, YEAR, times=times("2次以上")),
    "每年安排1期以上": Recurring(1, YEAR, times=times("1期以上")),
    "2023年": On(D(2023)),
    "2020年6月1日至10月15日": Window(D(2020, 6, 1), D(2020, 10, 15)),
    "活动期间每个月至少举办一场活动": Recurring(
        1, MONTH, times=times("至少举办一场"), within=NamedPeriod("活动", PeriodEdge.WITHIN)
    ),
    "每两个月至少举办一场活动": Recurring(2, MONTH, times=times("至少举办一场")),
    "活动结束后": NamedPeriod("活动", PeriodEdge.AFTER),
    "10月20日前": By(D(month=10, day=20), BEFORE),
    "于10月20日前": By(D(month=10, day=20), BEFORE),
    "全年": Window(D(), D()),
}

DATES = {
    "二〇一七年二月七日": On(D(2017, 2, 7)),
    "２０１７年２月": On(D(2017, 2)),
    "2017年 2 月": On(D(2017, 2)),
    "2020-06-01": On(D(2020, 6, 1)),
    "2020.6.1": On(D(2020, 6, 1)),
    "3月份": On(D(month=3)),
    "4月20号": On(D(month=4, day=20)),
    "上半年": On(D(part=Part.FIRST_HALF)),
    "2020年下半年": On(D(2020, part=Part.SECOND_HALF)),
    "一季度": On(D(part=Part.QUARTER_1)),
    "2020年第3季度": On(D(2020, part=Part.QUARTER_3)),
    "6月中旬": On(D(month=6, part=Part.MIDDLE)),
    "今年": On(D()),
    "明年3月": On(D(month=3, shift=1)),
    "2月30日": On(D(month=2, day=30)),
}

DEADLINES = {
    "2010年底前": By(D(2010), END),
    "2010年年底": By(D(2010), END),
    "2010年末": By(D(2010), END),
    "到2010年": By(D(2010), END),
    "2020年内": By(D(2020), END),
    "年底前完成": By(D(), END),
    "今年底": By(D(), END),
    "年内": By(D(), END),
    "12月底": By(D(month=12), END),
    "十月底前": By(D(month=10), END),
    "12月31日前": By(D(month=12, day=31), BEFORE),
    "12月31日之前": By(D(month=12, day=31), BEFORE),
    "截至2020年10月": By(D(2020, 10), END),
    "6月前": By(D(month=6), BEFORE),
    "2010年前": By(D(2010), BEFORE),
    "9月上旬前": By(D(month=9, part=Part.EARLY), BEFORE),
    "一季度末": By(D(part=Part.QUARTER_1), END),
    "次年1月底前": By(D(month=1, shift=1), END),
}

WINDOWS = {
    "3月至5月": Window(D(month=3), D(month=5)),
    "3—5月": Window(D(month=3), D(month=5)),
    "4月20-26日": Window(D(month=4, day=20), D(month=4, day=26)),
    "2013-2020年": Window(D(2013), D(2020)),
    "2013年至2020年": Window(D(2013), D(2020)),
    "从3月起至5月止": Window(D(month=3), D(month=5)),
    "自2020年6月1日起至10月15日止": Window(D(2020, 6, 1), D(2020, 10, 15)),
    "2017年11月至次年2月": Window(D(2017, 11), D(2018, 2)),
    "11月至次年2月": Window(D(month=11), D(month=2, shift=1)),
    "2017年3月至年底": Window(D(2017, 3), D(2017)),
    "3月至12月底": Window(D(month=3), D(month=12)),
    "2020年10月15日至6月1日": Window(D(2020, 10, 15), D(2020, 6, 1)),
    "2020年全年": Window(D(2020), D(2020)),
}

PERIODS = {
    "活动期间": NamedPeriod("活动", PeriodEdge.WITHIN),
    "在活动期间": NamedPeriod("活动", PeriodEdge.WITHIN),
    "规划期内": NamedPeriod("规划期", PeriodEdge.WITHIN),
    "规划期初": NamedPeriod("规划期", PeriodEdge.START),
    "“十四五”期间": NamedPeriod("“十四五”", PeriodEdge.WITHIN),
    "活动开始前": NamedPeriod("活动", PeriodEdge.BEFORE),
    "宣传周": NamedPeriod("宣传周", PeriodEdge.WITHIN),
    "知识产权宣传周内": NamedPeriod("知识产权宣传周", PeriodEdge.WITHIN),
    "试点期": NamedPeriod("试点期", PeriodEdge.WITHIN),
}

STANDING = {
    "长期坚持": Standing(),
    "长期": Standing(),
    "持续推进": Standing(),
    "2008年，以后常设": Standing(D(2008)),
    "自2008年起": Standing(D(2008)),
    "2008年起": Standing(D(2008)),
    "自2009年3月起长期坚持": Standing(D(2009, 3)),
}

RECURRING = {
    "每年": Recurring(1, YEAR),
    "每半年": Recurring(1, HALF),
    "每季度": Recurring(1, PeriodUnit.QUARTER),
    "每月": Recurring(1, MONTH),
    "每个月": Recurring(1, MONTH),
    "每两个月": Recurring(2, MONTH),
    "按季度": Recurring(1, PeriodUnit.QUARTER),
    "每月25日前": Recurring(1, MONTH, D(day=25), BEFORE),
    "每月25日": Recurring(1, MONTH, D(day=25)),
    "每月底前": Recurring(1, MONTH, D(), END),
    "每季度末": Recurring(1, PeriodUnit.QUARTER, D(), END),
    "每年年底": Recurring(1, YEAR, D(), END),
    "每年2月底前": Recurring(1, YEAR, D(month=2), END),
    "每年6月": Recurring(1, YEAR, D(month=6)),
    "每年12月31日前": Recurring(1, YEAR, D(month=12, day=31), BEFORE),
    "每半年一次": Recurring(1, HALF, times=times("一次")),
    "每半年督查一次": Recurring(1, HALF, times=times("一次")),
    "每个月至少一场": Recurring(1, MONTH, times=times("至少一场")),
    "每个月至少举办一场活动": Recurring(1, MONTH, times=times("至少举办一场")),
    "每两个月至少一场": Recurring(2, MONTH, times=times("至少一场")),
    "定期": Recurring(None, None),
    "不定期": Recurring(None, None),
}

SEVERAL = {
    "3月底前，10月20日前": Several((By(D(month=3), END), By(D(month=10, day=20), BEFORE))),
    "2018年3月、9月": Several((On(D(2018, 3)), On(D(2018, 9)))),
    "2018年4月20日、26日": Several((On(D(2018, 4, 20)), On(D(2018, 4, 26)))),
    "2010年底前，长期坚持": Several((By(D(2010), END), Standing())),
    "宣传周期间，活动结束后": Several(
        (NamedPeriod("宣传周", PeriodEdge.WITHIN), NamedPeriod("活动", PeriodEdge.AFTER))
    ),
    "6月；12月": Several((On(D(month=6)), On(D(month=12)))),
}

MEANINGS = FROM_DOCUMENTS | DATES | DEADLINES | WINDOWS | PERIODS | STANDING | RECURRING | SEVERAL


@pytest.mark.parametrize(("words", "meaning"), MEANINGS.items(), ids=MEANINGS)
def test_meaning(words, meaning):
    """Each expression has its one meaning and prints as written."""
    schedule = parse_schedule(words)
    assert schedule.meaning == meaning
    assert str(schedule) == words


NOT_UNDERSTOOD = (
    "", " ", "。", "尽快", "适时", "近期", "近期内", "短期内", "月底", "底前", "前", "在", "到", "至", "每", "每底",
    "2010底", "20日底", "25日前", "26日", "3-", "-5月", "至5月底至", "13",
    "完成任务", "市科技局", "三年期间", "两周前后", "年底前后", "第五季度", "五季度",
    "3月、9月底前", "每年3月、9月底前", "宣传周、活动月前后", "2008年、2009年起", "每月13月", "每两个月25日前",
    "每季度25日前",
    "每季度报送1篇信息以上", "每月至少巡视基层1次", "每年增长20%", "每年培育5家企业", "每月不少于1期以上",
    "每月1次2场", "每人一次", "2010年底前培养800-100名",
    "十十月", "三五月", "2017年2月7", "每年2018年3月", "不少于4篇",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "right"), [("20206月1日至10月15日", "2020年6月1日至10月15日"), ("202010月20日前", "2020年10月20日前")]
)
def test_run_together(words, right):
    """A year without its 年 is seen, and what was meant is understood."""
    schedule = parse_schedule(words)
    assert (schedule.words, schedule.problem) == (words, "run-together")
    assert with_year_signs(words) == right
    assert schedule.meaning == parse_schedule(right).meaning


@pytest.mark.parametrize("words", NOT_UNDERSTOOD)
def test_not_understood(words):
    """What the grammar does not know is reported, never guessed."""
    assert parse_schedule(words) == Schedule(words, None, "not-understood")


@pytest.mark.parametrize(
    "words",
    ["2月30日", "2023年2月29日", "4月31日前", "13月底前", "2018年4月20日至31日", "0月", "每月32日前", "自2008年13月起"],
)
def test_impossible_dates_keep_their_meaning(words):
    """A date that is not in the calendar is understood and named as the problem."""
    schedule = parse_schedule(words)
    assert schedule.problem == "impossible-date"
    assert schedule.meaning is not None
    assert schedule.resolve(2020, {}) is None or words.startswith("每")


def test_leap_day_depends_on_the_year():
    """Without a year 2月29日 may exist; the plan's year decides."""
    schedule = parse_schedule("2月29日前")
    assert schedule.problem is None
    assert schedule.problem_in(2020) is None
    assert schedule.problem_in(None) is None
    assert schedule.problem_in(2023) == "impossible-date"


@pytest.mark.parametrize(
    ("words", "ambiguous"), [("6月前", True), ("2010年前", True), ("6月底前", False), ("10月20日前", False)]
)
def test_ambiguous_deadlines(words, ambiguous):
    """前 behind a month or a year can be read in two ways."""
    meaning = parse_schedule(words).meaning
    assert isinstance(meaning, By)
    assert meaning.ambiguous is ambiguous


def test_backward_windows_are_parsed():
    """A window that ends before it begins is left to a rule."""
    backward = parse_schedule("2020年10月15日至6月1日")
    assert isinstance(backward.meaning, Window)
    assert backward.meaning.runs_backwards(None)
    assert backward.problem is None
    forward = parse_schedule("11月至次年2月").meaning
    assert isinstance(forward, Window)
    assert not forward.runs_backwards(2020)


TRIAL = {
    "试点期": Interval(date(2008, 9, 1), date(2010, 12, 31)),
    "“4·26”世界知识产权日": Interval(date(2018, 4, 26), date(2018, 4, 26)),
    "活动": Interval(date(2020, 6, 1), date(2020, 10, 15)),
    "open": Interval(None, None),
}

RESOLVED = {
    "10月20日前": (None, date(2020, 10, 20)),
    "6月前": (None, date(2020, 5, 31)),
    "2009年底": (None, date(2009, 12, 31)),
    "3月底前": (None, date(2020, 3, 31)),
    "次年1月底前": (None, date(2021, 1, 31)),
    "2008年9月": (date(2008, 9, 1), date(2008, 9, 30)),
    "2月": (date(2020, 2, 1), date(2020, 2, 29)),
    "6月中旬": (date(2020, 6, 11), date(2020, 6, 20)),
    "2月下旬": (date(2020, 2, 21), date(2020, 2, 29)),
    "下半年": (date(2020, 7, 1), date(2020, 12, 31)),
    "2018年4月20日至26日": (date(2018, 4, 20), date(2018, 4, 26)),
    "3月至年底": (date(2020, 3, 1), date(2020, 12, 31)),
    "全年": (date(2020, 1, 1), date(2020, 12, 31)),
    "2008年，以后常设": (date(2008, 1, 1), None),
    "常设": (None, None),
    "试点期内": TRIAL["试点期"],
    "试点期间": TRIAL["试点期"],
    "试点期初": (date(2008, 9, 1), date(2008, 9, 1)),
    "试点期末": (None, date(2010, 12, 31)),
    "“4.26”世界知识产权日当天": (date(2018, 4, 26), date(2018, 4, 26)),
    "活动开始前": (None, date(2020, 5, 31)),
    "活动结束后": (date(2020, 10, 16), None),
    "活动期间": TRIAL["活动"],
    "活动当天": None,
    "宣传周期间": None,
    "每月25日前": None,
    "尽快": None,
    "10月15日至6月1日": None,
    "3月底前，10月20日前": (None, date(2020, 10, 20)),
    "3月、9月": (date(2020, 3, 1), date(2020, 9, 30)),
    "3月，宣传周期间": None,
}


@pytest.mark.parametrize(("words", "days"), RESOLVED.items(), ids=RESOLVED)
def test_resolve(words, days):
    """A schedule gives its days in the plan's year, or None when it cannot be told."""
    expected = Interval(*days) if isinstance(days, tuple) else days
    assert parse_schedule(words).resolve(2020, TRIAL) == expected


@pytest.mark.parametrize("words", ["10月20日前", "4月20日", "3月至5月", "全年", "自3月起"])
def test_resolve_without_a_year(words):
    """Without any year nothing is assumed."""
    assert parse_schedule(words).resolve(None, {}) is None


@pytest.mark.parametrize("edge", PeriodEdge)
def test_open_periods_resolve_without_guessing(edge):
    """An open end of a period gives no date."""
    meaning = NamedPeriod("open", edge)
    resolved = Schedule("", meaning).resolve(2020, TRIAL)
    assert resolved in (None, Interval(None, None))


@pytest.mark.parametrize(
    ("words", "count", "first"),
    [
        ("每月25日前", 12, Interval(date(2020, 1, 1), date(2020, 1, 25))),
        ("每月31日", 7, Interval(date(2020, 1, 31), date(2020, 1, 31))),
        ("每季度末", 4, Interval(date(2020, 1, 1), date(2020, 3, 31))),
        ("每两个月至少一场", 6, Interval(date(2020, 1, 1), date(2020, 2, 29))),
        ("每半年一次", 2, Interval(date(2020, 1, 1), date(2020, 6, 30))),
        ("每年2月底前", 1, Interval(date(2020, 1, 1), date(2020, 2, 29))),
        ("每年6月", 1, Interval(date(2020, 6, 1), date(2020, 6, 30))),
        ("每5个月", 0, None),
        ("每两年", 0, None),
        ("每周", 0, None),
        ("定期", 0, None),
    ],
)
def test_occurrences(words, count, first):
    """A rhythm that divides the year gives its periods, each ending at the deadline."""
    meaning = parse_schedule(words).meaning
    assert isinstance(meaning, Recurring)
    found = occurrences(meaning, 2020)
    assert len(found) == count
    assert first is None or found[0] == first


PIECES = st.sampled_from(
    [
        "2008", "2020", "年", "3", "13", "月", "20", "30", "日", "底", "前", "至", "到", "-", "—", "每", "两个",
        "半", "季度", "次年", "自", "起", "以后", "常设", "，", "、", "和", "期间", "宣传周", "活动", "结束后",
        "至少", "一次", "上半", "旬", "中", "在",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=100), st.lists(PIECES, max_size=12).map("".join)), st.integers(-5, 10005))
def test_any_text_is_parsed(words, year):
    """No text raises, prints differently or lacks both a meaning and a problem."""
    schedule = parse_schedule(words)
    assert str(schedule) == words
    assert (schedule.meaning is None) is (schedule.problem == "not-understood")
    schedule.resolve(year, TRIAL)
    schedule.problem_in(year)
    if isinstance(schedule.meaning, Recurring):
        occurrences(schedule.meaning, year)
    if isinstance(schedule.meaning, Window):
        schedule.meaning.runs_backwards(year)
