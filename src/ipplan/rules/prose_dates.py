"""Dates in running text, where it is certain what they are: a stated time, a whole range, a day to report by."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import walk
from ipplan.model.duty import Measured
from ipplan.model.plan import bodies
from ipplan.model.texts import texts
from ipplan.rules.deadlines import heading
from ipplan.rules.punctuation_text import mask, prose
from ipplan.terms.schedule import parse_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.model.plan import PlanFile
    from ipplan.model.tables import TableTask
    from ipplan.model.texts import PlacedText
    from ipplan.terms.schedule import Schedule

_TIME_HEADING = re.compile(
    "(?:活动|实施|行动|整治|检查|评选|宣传|开展|举办|组织|执法|工作|培训)?(?:时间|日期)(?:安排)?"
)
_TIME_LABEL = re.compile(rf"(?:{_TIME_HEADING.pattern})[：:]([^，。；：:\n]{{4,40}})[。；\n]?")
_LONGEST_TIME = 60

_DAY = r"(?:((?:19|20)\d\d)年)?(?:(1[0-2]|[1-9])月)?(3[01]|[12]\d|[1-9])[日号]"
_RANGE = re.compile(rf"(?<![\d年月第]){_DAY}(?:起)?(?:至|到|—|-|－|～|~){{1,2}}{_DAY}", re.ASCII)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:至|到|—|-|－|～|~){1,2}((?:19|20)\d\d)年", re.ASCII)
_HALF_A_YEAR = 6

_DUE = re.compile(r"\{\{\s{0,5}due\s{0,5}\}\}")
_BY_DAY = re.compile(
    r"(?<![\d年月])(?:((?:19|20)\d\d)年)?(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日(?:\d{1,2}[时点])?(?:之前|以前|前)",
    re.ASCII,
)
_SENTENCE = re.compile("[^。；;]+")
_REPORTING = re.compile("报送|上报|报至|报我|报[省市县区州盟委厅局](?![纸])|反馈|寄送|提交|交至|发送至|发至")
_OBJECT = re.compile("总结|汇总表|统计表|自查报告|工作方案|实施方案|推荐表|申报表|申报材料|推荐材料|情况表|名单|台账")
_PARTIAL = re.compile("半年|季度|每[月周季年]|月度|阶段|中期|前期|初步")


def stated_times(plan_file: PlanFile) -> Iterator[tuple[Path, Schedule]]:
    """Texts under a heading 活动时间, or behind 活动时间：, that are a schedule as a whole, each with its path."""
    for body in bodies(plan_file):
        for path, block in walk(body.blocks, body.path):
            for place, words in _time_words(path, block):
                schedule = parse_schedule(words.strip().rstrip("。；"))
                if schedule.meaning is not None:
                    yield place, schedule


def _time_words(path: Path, block: Block | TableTask) -> Iterator[tuple[Path, str]]:
    if not isinstance(block, Measured):
        return
    own = getattr(block, "text", None)
    if _TIME_HEADING.fullmatch(heading(block)):
        inside = getattr(block, "body", None)
        if isinstance(own, str):
            yield (*path, "text"), own[:_LONGEST_TIME]
        elif (
            isinstance(inside, list) and len(inside) == 1 and isinstance(words := getattr(inside[0], "text", None), str)
        ):
            yield (*path, "body", 0, "text"), words[:_LONGEST_TIME]
    elif isinstance(own, str) and (found := _TIME_LABEL.match(own)):
        yield (*path, "text"), found[1]


def backward_ranges(plan_file: PlanFile) -> Iterator[tuple[Path, str]]:
    """Ranges of days or years in texts whose end is earlier than their start, with the words of each."""
    for text in prose(plan_file):
        if "日" in text.words or "号" in text.words:
            for found in text.matches(_RANGE):
                if _is_backward(found):
                    yield text.path, found[0]
        for found in text.matches(_YEARS):
            if found[1] > found[2]:
                yield text.path, found[0]


def _is_backward(found: re.Match[str]) -> bool:
    """Whether it is for certain: without an earlier year, 12月20日至1月10日 goes over the turn of the year."""
    year, month, day, later_year, later_month, later_day = (
        None if part is None else int(part) for part in found.groups()
    )
    if month is None or (year is None and later_year is not None):
        return False
    if later_month is None:
        later_month = month
    if later_year is not None and year is not None and later_year != year:
        return later_year < year
    if later_year is None and turns_the_year(month, later_month):
        return False
    return (later_month or 0, later_day or 0) < (month or 0, day or 0)


def turns_the_year(month: int | None, later: int | None) -> bool:
    """Whether a range between two months that says no later year may end in the next one: 11月至2月."""
    return month is not None and later is not None and later < month and later + 12 - month <= _HALF_A_YEAR


class Report(NamedTuple):
    """What is to be handed in by a day: the path and the words of the day, the day itself, and the thing."""

    path: Path
    words: str
    day: date
    thing: str


def reports(plan_file: PlanFile, year: int | None) -> Iterator[Report]:
    """Days by which texts want something handed in, one in a sentence; those of single months or stages are left out.

    `year` is that of days that name none. `{{ due }}` is read as the deadline that it prints.
    """
    for text in texts(plan_file):
        if "报" in text.words or "反馈" in text.words or "交" in text.words:
            for found in _SENTENCE.finditer(text.words):
                report = _report(text, found[0], year)
                if report is not None:
                    yield report


def _report(text: PlacedText, sentence: str, year: int | None) -> Report | None:
    things = set(_OBJECT.findall(sentence))
    if not things or not _REPORTING.search(sentence) or _PARTIAL.search(sentence):
        return None
    due = text.names.get("due") if _DUE.search(sentence) else None
    reference = _DUE.search(sentence)
    days = list(_BY_DAY.finditer(_DUE.sub(due, sentence) if due is not None else sentence))
    if len(days) != 1:
        return None
    day = _day(days[0], year)
    words = reference[0] if reference is not None else days[0][0]
    return None if day is None else Report(text.path, words, day, min(things, key=sentence.index))


class Limit(NamedTuple):
    """A day up to which a text allows something (10月20日前): its words, the day, the sentence."""

    words: str
    day: date
    sentence: str


def limits(text: str, year: int | None) -> list[Limit]:
    """The limits in a text, outside of titles and quotations; `year` is that of days that name none."""
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
