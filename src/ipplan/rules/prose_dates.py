"""Dates in running text, where it is certain what they are: a stated time, a whole range, a day to report by."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import Numbered, Paragraph
from ipplan.model.duty import Measured
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks, texts, timing
from ipplan.rules.deadlines import heading, span_of_years
from ipplan.rules.once import once
from ipplan.rules.punctuation_text import mask, prose
from ipplan.rules.text_search import texts_hinting
from ipplan.terms.schedule import parse_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.model.tables import TableTask
    from ipplan.rules.rule import Subject
    from ipplan.terms.schedule import Schedule

_TIME = "(?:活动|实施|行动|整治|检查|评选|宣传|开展|举办|组织|执法|培训|申报|报名|受理|征集)?(?:时间|日期)(?:安排)?"
_TIME_HEADING = lazy_pattern(_TIME)
_TIME_LABEL = lazy_pattern(rf"(?:^|[。；\n]\s?)(?:网上|现场|本次)?({_TIME})[：:为]([^，。；：:\n]{{4,40}})")

_DAY = r"(?:((?:19|20)\d\d)年)?(?:(1[0-2]|[1-9])月)?(3[01]|[12]\d|[1-9])[日号]"
_RANGE = lazy_pattern(rf"(?<![\d年月第]){_DAY}(?:起)?(?:至|到|—|-|－|～|~){{1,2}}{_DAY}", re.ASCII)
_YEARS = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)年?(?:至|到|—|-|－|～|~){1,2}((?:19|20)\d\d)年", re.ASCII)
_RANGED = lazy_pattern("[日号年起0-9][至到—～~－-]")
"""A sign that there may be a range, which is cheap to look for."""

_HALF_A_YEAR = 6

_DUE = lazy_pattern(r"\{\{\s{0,5}due\s{0,5}\}\}")
_BY_DAY = lazy_pattern(
    r"(?<![\d年月])(?:((?:19|20)\d\d)年)?(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日(?:\d{1,2}[时点])?(?:之前|以前|前)",
    re.ASCII,
)
_SENTENCE = lazy_pattern("[^。；;]+")
REPORTED = "报送|上报|报告|报至|报我|报[省市县区州盟委厅局](?!纸)|反馈"
"""A pattern of the words for handing something in to the office that asked for it."""

_REPORTING = lazy_pattern(f"{REPORTED}|寄送|提交|交至|发送至|发至")
_MAY_REPORT = lazy_pattern("[报馈寄交发]")
_OBJECT = lazy_pattern(
    "(?:年度|全年)(?:工作)?总结|总结|汇总表|统计表|自查报告|工作方案|实施方案|推荐表|申报表|申报材料|推荐材料|情况表|名单|台账"
)
_PARTIAL = lazy_pattern("半年|季度|每[月周季年]|月度|阶段|中期|前期|初步")


class StatedTime(NamedTuple):
    """A time that a text states: the path of the text, the schedule, and what it is the time of (活动时间)."""

    path: Path
    schedule: Schedule
    name: str


def stated_times(subject: Subject) -> Iterator[StatedTime]:
    """The times under a heading 活动时间, or behind 活动时间：, that are a schedule as a whole."""
    for path, block in blocks(subject):
        for place, words, name in _time_words(path, block):
            schedule = parse_schedule(words.strip().rstrip("。；"))
            if schedule.meaning is not None:
                yield StatedTime(place, schedule, name)


def _time_words(path: Path, block: Block | TableTask) -> Iterator[tuple[Path, str, str]]:
    """The words that say a time: under a heading 活动时间 its own text or the only one inside; behind a label."""
    if not isinstance(block, Measured):
        return
    name, own = heading(block), getattr(block, "text", None)
    if own is not None and (found := _TIME_LABEL.search(own)):
        yield (*path, "text"), found[2], found[1]
    if not _TIME_HEADING.fullmatch(name):
        return
    if own is not None:
        yield (*path, "text"), own, name
    elif isinstance(block, Numbered) and len(block.body) == 1 and isinstance(only := block.body[0], Paragraph):
        yield (*path, "body", 0, "text"), only.text, name


def backward_ranges(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Ranges of days or years in texts whose end is earlier than their start, with the words of each."""
    for text in texts_hinting(subject, _RANGED):
        for found in text.matches(_RANGE):
            if _is_backward(found):
                yield text.path, found[0]
        for found in text.matches(_YEARS):
            if found[1] > found[2]:
                yield text.path, found[0]


def _is_backward(found: re.Match[str]) -> bool:
    """Whether it is for certain: without a later year, 12月20日至1月10日 goes over the turn of the year."""
    year, month, day, later_year, later_month, later_day = (int(part or 0) for part in found.groups())
    later_month = later_month or month
    if not month or (later_year and not year):
        return False
    if later_year and later_year != year:
        return later_year < year
    if not later_year and turns_the_year(month, later_month):
        return False
    return (later_month, later_day) < (month, day)


def turns_the_year(month: int | None, later: int | None) -> bool:
    """Whether a range between two months that says no later year may end in the next one: 11月至2月."""
    return month is not None and later is not None and later < month and later + 12 - month <= _HALF_A_YEAR


class Report(NamedTuple):
    """What is to be handed in by a day: the path and the words of the day, the day itself, and the thing."""

    path: Path
    words: str
    day: date
    thing: str


@once
def reports(subject: Subject) -> tuple[Report, ...]:
    """Days by which texts want something handed in, one in a sentence; those of single months or stages are left out.

    `{{ due }}` is read as the deadline that it prints.
    """
    return tuple(_reports(subject))


def _reports(subject: Subject) -> Iterator[Report]:
    year = None if span_of_years(subject) else timing(subject).year
    names: dict[Path, Mapping[str, str]] = {}
    for text in prose(subject):
        if not (_MAY_REPORT.search(text.words) and _REPORTING.search(text.words)):
            continue
        if "{{" in text.words and not names:
            names = {one.path: one.names for one in texts(subject)}
        for found in _SENTENCE.finditer(text.words):
            report = _report(text.path, found[0], names.get(text.path, {}).get("due"), year)
            if report is not None:
                yield report


def _report(path: Path, sentence: str, due: str | None, year: int | None) -> Report | None:
    """What a sentence wants handed in; `due` is what `{{ due }}` prints in it, None for nothing."""
    things = _OBJECT.findall(sentence)
    if not things or not _REPORTING.search(sentence) or _PARTIAL.search(sentence):
        return None
    reference = _DUE.search(sentence) if due is not None else None
    printed = sentence.replace(reference[0], due or "") if reference is not None else sentence
    days = list(_BY_DAY.finditer(printed))
    day = _day(days[0], year) if len(days) == 1 else None
    words = reference[0] if reference is not None else days[0][0] if days else ""
    return None if day is None else Report(path, words, day, things[0])


class Limit(NamedTuple):
    """A day up to which a text allows something (10月20日前): its words, the day, the sentence."""

    words: str
    day: date
    sentence: str


def limits(text: str, year: int | None) -> list[Limit]:
    """The limits in a text, outside of titles and quotations; `year` is that of days that name none."""
    if "前" not in text:
        return []
    found = [
        (match[0], _day(match, year), sentence[0])
        for sentence in _SENTENCE.finditer(mask(text))
        for match in _BY_DAY.finditer(sentence[0])
    ]
    return [Limit(words, day, sentence) for words, day, sentence in found if day is not None]


def _day(found: re.Match[str], year: int | None) -> date | None:
    own = int(found[1]) if found[1] else year
    try:
        return None if own is None else date(own, int(found[2]), int(found[3]))
    except ValueError:
        return None
