"""IP401, IP402, IP416: what a target must say."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ipplan.model.references import find_references
from ipplan.model.tables import TaskTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks_of, named_targets, targets, texts
from ipplan.rules.indicators import indicator_tables, leaves_of
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.figures import parse_figure
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.schedule import parse_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path, Target
    from ipplan.rules.indicators import Leaf

_BARE = lazy_pattern(
    r"(?:\A|(?<=达到)|(?<=不少于)|(?<=不低于)|(?<=突破)|(?<=超过)|(?<=至少)|(?<=≥))"
    r"(?!(?:19|20)\d\d\Z)\d[\d,]{0,12}(?:\.\d{1,4})?(?:以上|左右)?(?=[，；。]|\Z)",
    re.ASCII,
)
_HAS_UNIT = lazy_pattern(r"\d[万亿]?(?:余|多)?[%‰℃\u4e00-\u9fff]", re.ASCII)
_WITHOUT_UNIT = lazy_pattern(r"指数|系数|比|值|强度|得分|评分|密度|排名|位次|等级|倍数|评价|浓度|指标|序号")
"""Words of what is counted without a unit."""

_VAGUE = lazy_pattern(
    r"[\u4e00-\u9fff]{0,8}[量数率额值](?:较往年|较上年|比上年|同比|年均)?(?:要)?(?:有|实现)?(?:所|较大幅度|较大|大幅度?|明显|显著|稳步|进一步|持续|不断|逐年)"
    r"(?:的)?(?:增加|增长|提高|提升|上升|下降|减少|降低)"
)
_FIGURE = lazy_pattern(r"[\d一二两三四五六七八九十百千]|全覆盖|翻番", re.ASCII)


def not_understood(subject: Subject) -> Iterator[Finding]:
    """A named target that is neither a quantity nor a cadence, so that nothing can be computed from it."""
    for path, target in named_targets(subject):
        if parse_quantity(target.text).meaning is None and parse_schedule(target.text).meaning is None:
            hint = "有名字的目标要写成数量，例如 不少于4篇、5～7家、30所左右、年均增长20%以上"
            yield Finding(path, f"看不懂数量“{target.text}”", hint)


def unit_missing(subject: Subject) -> Iterator[Finding]:
    """A bare figure in a plan whose other targets have units; one that prose refers to may have its unit there."""
    found = targets(subject)
    if len(list(islice(filter(_has_unit, found), _ENOUGH))) == _ENOUGH:
        referred = _referred(subject)
        in_head = tuple(_with_unit_in_head(subject))
        for path, target in found:
            bare = _BARE.search(target.text)
            if bare is None or path[-1] in referred or any(path[: len(table)] == table for table in in_head):
                continue
            if not _WITHOUT_UNIT.search(f"{path[-1]}{target.text[: bare.start()]}"):
                yield Finding((*path, "text"), f"“{bare[0]}”后面没有单位", _SAY_UNIT, bare[0])
    for path, target in found:
        if target.by_year:
            yield from _years_without(path, target)
    for path, table in indicator_tables(subject):
        yield from _indicators_without(list(leaves_of(table.indicators, (*path, "indicators"))))


def _has_unit(found: tuple[Path, Target]) -> bool:
    return _HAS_UNIT.search(found[1].text) is not None


_ENOUGH = 2
"""So many targets with units show that this plan writes them."""

_SAY_UNIT = "写上单位，例如 500件、30家"


def _referred(subject: Subject) -> set[str]:
    """The names in whose place a text puts a figure, where its unit may follow."""
    return {one.name for text in texts(subject) if "{{" in text.words for one in find_references(text.words)}


def _with_unit_in_head(subject: Subject) -> Iterator[Path]:
    """The tables of tasks whose column of targets has the unit in its title: 目标（件）."""
    for path, table in blocks_of(subject, TaskTable):
        if any(one.shows == "target" and "（" in one.title for one in table.columns or ()):
            yield path


def _years_without(path: Path, target: Target) -> Iterator[Finding]:
    figures = {title: parse_figure(words) for title, words in target.by_year.items()}
    if any(figure and figure[1] for figure in figures.values()):
        for title, figure in figures.items():
            if figure and not figure[1]:
                words = target.by_year[title]
                yield Finding((*path, "by_year", title), f"{title}的“{words}”没有单位，别的年份有", _SAY_UNIT)


def _indicators_without(leaves: list[Leaf]) -> Iterator[Finding]:
    """Indicators without unit, in name, column or cells, in a table where most have one."""
    without = [leaf for leaf in leaves if leaf.indicator.unit is None]
    if len(without) * 3 <= len(leaves):
        for leaf in without:
            name = leaf.indicator.name
            cells = [parse_figure(words) for words in leaf.indicator.values.values()]
            bare = cells and all(cell is not None and not cell[1] for cell in cells)
            if bare and not _WITHOUT_UNIT.search(name) and "（" not in name:
                yield Finding((*leaf.path, "name"), f"指标“{name}”没有单位，表里别的指标有", "补上 unit，例如 unit: 件")


def vague(subject: Subject) -> Iterator[Finding]:
    """A target that something countable is to grow or fall, without saying how much."""
    for path, target in targets(subject):
        if not _FIGURE.search(target.text) and (found := _VAGUE.search(target.text)):
            message = f"目标“{found[0]}”没有数，做没做到说不清"
            yield Finding((*path, "text"), message, "写明增减多少，或者要达到多少", found[0])
