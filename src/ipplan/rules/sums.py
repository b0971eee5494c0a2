"""IP410: breakdowns that do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.allocations import AllocationTable, amounts, every_area, sum_of, written
from ipplan.rules.contents import blocks_of, targets
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.figures import add_figures, parse_figure
from ipplan.terms.quantity import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from ipplan.model.allocations import Amount, Area, Figures
    from ipplan.model.duty import Path, Target

_BREAKDOWNS = {"by_area": "分地区", "by_class": "分类"}
_SCALES = {"万": 10_000, "亿": 100_000_000}
"""What the first character of a unit (万元) multiplies; quantities in a text come without it."""


def not_adding_up(subject: Subject) -> Iterator[Finding]:
    """A breakdown by area or class whose parts do not make the target, or cannot be added. Shares are not added."""
    yield from _allocations(subject)
    for path, target in targets(subject):
        for key, name in _BREAKDOWNS.items():
            parts: Mapping[str, str] = getattr(target, key)
            if parts:
                yield from (Finding((*path, key), *words, at_key=True) for words in _mistakes(target, name, parts))


def _allocations(subject: Subject) -> Iterator[Finding]:
    """A figure of an area that is not the sum of its parts, or a whole that is not the sum of the areas."""
    for path, table in blocks_of(subject, AllocationTable):
        wanted = amounts(table.allocation)
        yield from _not_the_sum(table.whole, table.allocation, wanted, "总数", (*path, "whole"))
        for way, area in every_area(table.allocation, (*path, "allocation")):
            if area.parts:
                yield from _not_the_sum(area.values, area.parts, wanted, area.area, (*way, "values"))


def _not_the_sum(
    values: Mapping[str, Figures], parts: Sequence[Area], wanted: Sequence[Amount], name: str, path: Path
) -> Iterator[Finding]:
    for one in wanted:
        said, total = written(values, one), sum_of(parts, one)
        figure, summed = parse_figure(said), parse_figure(total)
        if figure is not None and summed is not None and figure[0] != summed[0]:
            message = f"“{one.indicator}”{one.year}{name}写的是“{said}”，下面各项加起来是{total}"
            yield Finding((*path, *one.steps), message, "核对各项和总数，哪个错了改哪个")


def _mistakes(target: Target, name: str, parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    unreadable = [f"{area}“{words}”" for area, words in parts.items() if parse_figure(words) is None]
    if unreadable:
        yield f"{name}的数加不起来：{'、'.join(unreadable)}", "写成一个数加单位，例如 120件"
        return
    if all(words.rstrip().endswith(("%", "‰")) for words in parts.values()):
        return
    total = add_figures(parts.values())
    if total is None:
        yield f"{name}各项的单位不一样，不能相加", "用同一个单位"
        return
    value, unit = total
    scale = _SCALES.get(unit[:1], 1)
    wanted = _whole(target.text, unit if scale == 1 else unit[1:])
    if wanted is not None and wanted != value * scale:
        yield f"{name}合计 {value}{unit}，目标是 {_plain(wanted / scale)}{unit}", "核对各项和目标，哪个错了改哪个"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _whole(text: str, unit: str) -> Decimal | None:
    """What a target wants in all; None when it names several figures of that unit, or none, or a rate."""
    found = [quantity.quantity.meaning for quantity in find_quantities(text)]
    figures = [amount for amount in found if amount is not None and amount.unit == unit and amount.growth is None]
    if len(figures) != 1 or figures[0].is_range:
        return None
    return figures[0].low
