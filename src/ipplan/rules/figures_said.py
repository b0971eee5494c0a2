"""What a plan says of its indicators, in prose, in targets and in tables: noun, unit, year and figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.allocations import AllocationTable
from ipplan.model.blocks import Phase, Section, Task
from ipplan.model.duty import Target
from ipplan.model.plan import bodies
from ipplan.model.tables import IndicatorTable, PlainTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks, full_duties, timing
from ipplan.rules.indicators import leaves
from ipplan.rules.once import once
from ipplan.rules.sentences import quantities_in, sentences
from ipplan.terms.quantity import parse_quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ipplan.model.duty import Duty, Path
    from ipplan.model.full_duties import FullDuty
    from ipplan.model.timing import Timing
    from ipplan.rules.rule import Finding, Subject
    from ipplan.terms.quantity_types import Amount, FoundQuantity

_BREAK = lazy_pattern(r"[，,、；;：:。（）()\s]")
_NOUN = lazy_pattern(r"(?<!\d)[\u4e00-\u9fff]{2,24}\Z")
_AFTER_YEAR = lazy_pattern(
    r"(?:(?<=\d)年(?:年?[底末]|度)?(?:之?前)?|\A)(?:力争|争取|确保|努力|实现|使|计划|全[市省县区国]|我[市省县区])*"
)
_MEASURES = lazy_pattern(r"(?:[量数率额]|总量|总数|产值|收入|规模|占比|比重|面积|密度|满意度)\Z")
_REACHED = lazy_pattern(r"达|[到至]|不少于|不低于")
_YEAR = lazy_pattern(r"((?:19|20)\d\d)年", re.ASCII)
_OTHER_TIME = lazy_pattern(r"目前|已|截至|截止|现有|去年|上年|当前|以来|同期|基期|[较比]|其中|分别|每|各|前年|同比")
_LOOKING_BACK = lazy_pattern(r"目前|截至|截止|去年|上年|以来|过去|成效|来看")
_PAST = lazy_pattern(r"基础|现状|回顾|形势|背景|成效|情况")
"""Headings over what has been reached already."""

_OTHER_SCOPE = lazy_pattern(r"(?<![全我])[县区镇乡村]|街道|企业|高校|学校|单位|系统|行业|产业园")
_AREA = lazy_pattern(r"[\u4e00-\u9fff]{2}[县区镇乡](?!域)")
_BRACKETS = lazy_pattern(r"[（(][^（）()]*[）)]")
_SHORTEST = 4
_LONGEST = 200
"""So far back of a figure is looked at, in characters."""

_DIGIT = lazy_pattern(r"\d", re.ASCII)


_HEADED = (Section, Task, Phase)
_TITLED = (IndicatorTable, AllocationTable, PlainTable)


class Key(NamedTuple):
    """What must be alike for two figures to speak of the same: `year` None is the whole of a plan of several years."""

    noun: str
    unit: str
    year: int | None
    kind: tuple[object, ...]


class Said(NamedTuple):
    """A figure for an indicator: where it stands, and who answers for it ("" where nobody is named)."""

    key: Key
    words: str
    amount: Amount
    path: Path
    owners: str = ""
    is_indicator: bool = False


@once
def in_targets(subject: Subject) -> tuple[Said, ...]:
    """The figures of all targets and indicators, in the order of the file, targets first."""
    when = timing(subject)
    year = _plan_year(subject, when)
    found = [
        said for full in full_duties(subject) if isinstance(full.own, Target) for said in _target(full, when, year)
    ]
    every = (*found, *_indicators(subject, year))
    return tuple(said for said in every if not _is_elsewhere(subject, said.path))


def in_prose(subject: Subject, nouns: Collection[str]) -> Iterator[tuple[Said, Finding]]:
    """The figures for these nouns in prose that speaks of the same time and area, each with a blank finding there."""
    if not nouns:
        return
    year = _plan_year(subject, timing(subject))
    heads = {noun[:_SHORTEST] for noun in nouns}
    for sentence in sentences(subject, _DIGIT):
        path, words = sentence.text.path, sentence.words
        if "targets" in path or "indicators" in path:
            continue
        if not any(words[at : at + _SHORTEST] in heads for at in range(len(words))) or _is_elsewhere(subject, path):
            continue
        paragraph = sentence.text.own[max(0, sentence.start - _LONGEST) : sentence.start].rpartition("\n")[2]
        if _LOOKING_BACK.search(paragraph):
            continue
        for quantity in sentence.quantities:
            before = words[max(0, quantity.start - _LONGEST) : quantity.start]
            if _OTHER_TIME.search(before) or _OTHER_SCOPE.search(before):
                break
            said = _said(before, quantity, path, _year_in(paragraph + before) or year)
            if said is not None:
                yield said, sentence.finding(quantity.start, quantity.end, "")


@lru_cache(maxsize=256)
def noun_before(before: str) -> str:
    """The noun that stands right before a figure: 发明专利授权量 in 到2025年，全市发明专利授权量; "" for none."""
    clause = _BREAK.split(before)[-1]
    rest = _AFTER_YEAR.split(clause)[-1] if clause else ""
    found = _NOUN.search(rest)
    return found[0] if found else ""


def _said(before: str, quantity: FoundQuantity, path: Path, year: int | None) -> Said | None:
    noun, amount = noun_before(before), quantity.quantity.meaning
    if amount is None or amount.base is not None or len(noun) < _SHORTEST:
        return None
    if not _MEASURES.search(noun) and not _REACHED.search(quantity.quantity.words):
        return None
    return Said(_key(noun, amount, year, aim=quantity.aim), quantity.quantity.words, amount, path)


def _key(noun: str, amount: Amount, year: int | None, *, aim: bool = False) -> Key:
    """What a figure is for; what is only aimed at (力争) may go beyond what is to be reached."""
    kind = (amount.growth, amount.falling, amount.per, amount.each, amount.total, aim or amount.aim)
    return Key(noun, amount.unit, year, kind)


def _target(full: FullDuty, when: Timing, plan_year: int | None) -> Iterator[Said]:
    """The figures of a target; where it says only the figure, its name is the noun."""
    name = full.path[-1]
    text = full.own.text if isinstance(full.own, Target) else ""
    if "分别" in text or "其中" in text:
        return
    for quantity in quantities_in(text):
        before = text[max(0, quantity.start - _LONGEST) : quantity.start] or (name if isinstance(name, str) else "")
        said = _said(before, quantity, (*full.path, "text"), _year_in(before))
        if said is not None:
            year = said.key.year or _last_year(full.duty, when) or plan_year
            yield said._replace(key=said.key._replace(year=year), owners=_owners(full.duty))


def _last_year(duty: Duty, when: Timing) -> int | None:
    """The year in which the time of a duty ends."""
    due = when.resolve(duty.due) if duty.due is not None else None
    return due.end.year if due is not None and due.end is not None else None


def _owners(duty: Duty) -> str:
    return "、".join(str(units) for units in (duty.lead, duty.responsible) if units is not None)


def _indicators(subject: Subject, year: int | None) -> Iterator[Said]:
    for leaf in leaves(subject):
        name = _BRACKETS.sub("", leaf.indicator.name)
        for title, words in leaf.indicator.values.items():
            amount = parse_quantity(words).meaning
            if amount is not None and not amount.unit:
                words = f"{words}{leaf.indicator.unit or ''}"  # noqa: PLW2901 — as prose would say it
                amount = parse_quantity(words).meaning
            if amount is not None and amount.unit and len(name) >= _SHORTEST:
                path = (*leaf.path, "values", title)
                yield Said(_key(name, amount, _year_in(title) or year), words, amount, path, is_indicator=True)


def _year_in(words: str) -> int | None:
    years = _YEAR.findall(words)
    return int(years[-1]) if years else None


def _plan_year(subject: Subject, when: Timing) -> int | None:
    """The year a figure without one is for; None where the plan covers several."""
    period = when.periods.get("计划")
    several = period is None or period.start is None or period.end is None or period.start.year != period.end.year
    has_period = subject.plan_file.plan is not None and subject.plan_file.plan.period is not None
    return None if has_period and several else when.year


def _is_elsewhere(subject: Subject, path: Path) -> bool:
    """Whether a heading or a title over a text says that it speaks of a part of the area, or of the past."""
    return any(path[: len(there)] == there for there in _elsewhere(subject))


@once
def _elsewhere(subject: Subject) -> Sequence[Path]:
    """The papers, tables and blocks whose title or heading says so."""
    plan, notice = subject.plan_file.plan, subject.plan_file.notice
    papers = [(body.path[:-1], body.paper) for body in bodies(subject.plan_file) if body.paper is not None]
    tables = [(path, block) for path, block in blocks(subject) if isinstance(block, _TITLED)]
    titles: list[tuple[Path, str | None]] = [(path, one.title) for path, one in (*papers, *tables)]
    titles.append((("notice",), notice.title if notice is not None else None))
    headed = [(path, block.heading) for path, block in blocks(subject) if isinstance(block, _HEADED)]
    own = plan.title if plan is not None else ""
    return (
        *(path for path, title in titles if any(area not in own for area in _AREA.findall(title or ""))),
        *(path for path, heading in headed if _OTHER_SCOPE.search(heading) or _PAST.search(heading)),
    )
