"""Schedules made of several: 3月底前，10月20日前; 6月底或7月初; 初稿6月底前，定稿9月底前; 动员部署阶段（3月）."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.partial_date import PartialDate, parse_partial_date
from ipplan.terms.schedule_affixes import without_start
from ipplan.terms.schedule_dates import carried
from ipplan.terms.schedule_types import (
    By,
    DateEdge,
    Either,
    Labelled,
    Meaning,
    NamedPeriod,
    On,
    Recurring,
    Several,
    Standing,
    Window,
)

Reader: TypeAlias = Callable[[str], Meaning | None]
"""A reader of one schedule, handed in by the grammar."""

_MOST_PARTS: Final = 6
_PART_SIGN: Final = lazy_pattern(r"([，,；;、和及并且]{1,2})")
_STRONG_SIGN: Final = lazy_pattern(r"([，,；;])")
_PHASE_SIGN: Final = lazy_pattern(r"([，,；;、])(?![^（(]{0,100}[）)])")
_OR: Final = lazy_pattern(r"或者|或")
_LISTING: Final = frozenset("、和及")
_LABEL: Final = lazy_pattern(r"[一-鿿“”A-Za-z]+(?:[（(][一-鿿、]*(?:[）)][一-鿿]*)?)?")
_NUMERALS: Final = "一二三四五六七八九十百千万两几数多半"
_TASK: Final = lazy_pattern(r"[一-鿿0-9%“”]{1,20}")
_PHASE: Final = lazy_pattern(
    r"(?P<label>(?:(?![年月日每底])[一-鿿“”A-Za-z]){1,24})(?:[（(](?P<inside>[^（()）]+)[）)]|[：:](?P<behind>.+))"
)
_STEPS: Final = ("阶段", "环节", "步")
_NUMBER: Final = "[0-9]{1,4}|[一二三四五六七八九十]{1,3}"
_NUMBERS: Final = lazy_pattern(
    rf"(?<![0-9一二三四五六七八九十])(?P<list>(?:第?(?:{_NUMBER})[、和及]){{1,5}})第?(?P<last>{_NUMBER})"
    r"(?P<unit>季度|[年月日])(?P<tail>[底末初]?之?以?前?|[上中下]旬前?)(?![0-9一二三四五六七八九十上中下第至到-])"
)


def spread_numbers(text: str) -> str:
    """Say a shared unit with every number: `3、9月底前` is 3月底前、9月底前, `第二、三季度` is 二季度、三季度."""
    return _NUMBERS.sub(_spread, text)


def _spread(found: re.Match[str]) -> str:
    signs = re.findall("[、和及]", found["list"])
    numbers = [*re.findall(_NUMBER, found["list"]), found["last"]]
    said = [number + found["unit"] + found["tail"] for number in numbers]
    return "".join(part + sign for part, sign in zip(said, [*signs, ""], strict=True))


def read_alternatives(text: str, read_single: Reader) -> Either | None:
    """`6月底或7月初`: two or three schedules joined by 或."""
    pieces = _OR.split(text)
    if not 2 <= len(pieces) <= 3:
        return None
    parts: list[Meaning] = []
    for piece in pieces:
        before = parts[-1] if parts else None
        part = _next_part(piece, before, read_single)
        if part is None or (before and _shares_an_ending(before, part)):
            return None
        parts.append(part)
    return Either(tuple(parts))


def read_several(text: str, read_single: Reader) -> Several | None:
    """Two to six schedules joined by a comma, 、, 和 or 并, each understood by itself or with its case."""
    return (
        _read_parts(_PART_SIGN.split(text), read_single)
        or _read_parts(_PHASE_SIGN.split(text), read_single, labels=True)
        or _read_parts(_STRONG_SIGN.split(text), read_single, labels=True)
    )


def _read_parts(pieces: list[str], read_single: Reader, *, labels: bool = False) -> Several | None:
    if not 3 <= len(pieces) <= 2 * _MOST_PARTS - 1:
        return None
    parts: list[Meaning] = []
    for place in range(0, len(pieces), 2):
        before = parts[-1] if parts else None
        part = _next_part(pieces[place], before, read_single, labels=labels)
        if before and part and pieces[place - 1] in _LISTING and _shares_an_ending(before, part):
            before, part = _share_the_day(before, part)
        if part is None:
            return None
        parts[-1:] = [before, part] if before else [part]
    return Several(tuple(parts))


def _next_part(text: str, before: Meaning | None, read_single: Reader, *, labels: bool = False) -> Meaning | None:
    """Read a part; behind a date it takes over the year, and behind 每年 it recurs as well."""
    if isinstance(before, Recurring):
        recurs = "每" in text or not re.search("[0-9月日季]", text)
        return read_single(text) if recurs else None
    date = parse_partial_date(text)
    if isinstance(before, On) and date is not None:
        return On(carried(before.date, date))
    part = read_single(text if before is None else without_start(text, words.THEREAFTER) or text)
    part = _read_case(text, read_single) if part is None and labels else part
    return part if before is None or part is None else _with_year(part, _date_of(before))


def _with_year(part: Meaning, earlier: PartialDate | None) -> Meaning:
    if earlier is None:
        return part
    match part:
        case On() | By():
            return replace(part, date=carried(earlier, part.date))
        case Labelled():
            return replace(part, meaning=_with_year(part.meaning, earlier))
        case Window(start=PartialDate() as start) if earlier.year is not None:
            start = carried(earlier, start)
            return Window(start, carried(start, part.end))
        case _:
            return part


def _date_of(meaning: Meaning) -> PartialDate | None:
    match meaning:
        case On() | By():
            return meaning.date
        case Labelled():
            return _date_of(meaning.meaning)
        case Window():
            return meaning.end
        case _:
            return None


def _shares_an_ending(before: Meaning, part: Meaning) -> bool:
    """Return whether an ending may belong to both: in 3月、9月底前 nobody can tell when in March."""
    if isinstance(before, NamedPeriod) and isinstance(part, NamedPeriod):
        return before.edge is not part.edge
    return isinstance(before, On) and isinstance(part, By | Standing)


def _share_the_day(before: Meaning, part: Meaning) -> tuple[Meaning, Meaning | None]:
    """Read `3月5日、9月20日前` as two deadlines; with anything but days it stays unread."""
    days = isinstance(before, On) and isinstance(part, By) and before.date.day is not None and part.date.day is not None
    if not days or not isinstance(before, On):
        return before, None
    return By(before.date, DateEdge.BEFORE), part


def _read_case(text: str, read_single: Reader) -> Labelled | None:
    """`初稿6月底前`, `初稿：6月底前`, `动员部署阶段（3月）`, `6月底前完成30%`."""
    return (
        read_phase(text, read_single, marked=False) or _read_label(text, read_single) or _read_task(text, read_single)
    )


def read_phase(text: str, read_single: Reader, *, marked: bool = True) -> Labelled | None:
    """Read `动员部署阶段（3月至5月）`, `初稿：6月底前`; `marked` asks for the word 阶段 before a bracket."""
    found = _PHASE.fullmatch(text)
    if not found or found["label"][-1] in words.TIME_WORDS:
        return None
    if marked and found["inside"] and not found["label"].endswith(_STEPS):
        return None
    inner = spread_numbers(found["inside"] or found["behind"])
    meaning = read_single(inner)
    return None if meaning is None else Labelled(found["label"], meaning)


def _read_label(text: str, read_single: Reader) -> Labelled | None:
    """Read `初稿6月底前`: the shortest beginning that leaves a schedule and holds nothing of the time itself."""
    for label in _labels(text):
        meaning = read_single(text.removeprefix(label))
        if meaning is not None and not isinstance(meaning, Labelled | NamedPeriod | Standing):
            return Labelled(label, meaning)
    return None


def _labels(text: str) -> Iterator[str]:
    for length in range(1, min(len(text), 13)):
        label = text[:length]
        if label[-1] in words.TIME_MARKS or not _LABEL.fullmatch(label):
            return
        closed = re.search("[（(][^）)]*$", label) is None
        if closed and label[-1] not in _NUMERALS and label[-1] not in words.TIME_WORDS:
            yield label


def _read_task(text: str, read_single: Reader) -> Labelled | None:
    """Read `6月底前完成30%`, `3月底前报送方案`: a deadline, a verb and what is to be done by then."""
    for place in range(2, len(text) - 1):
        rest = text[place:]
        if not rest.startswith((*words.DONE, *words.STARTS)) or not _TASK.fullmatch(rest):
            continue
        meaning = read_single(text[:place])
        return Labelled(rest, meaning) if isinstance(meaning, On | By) else None
    return None
