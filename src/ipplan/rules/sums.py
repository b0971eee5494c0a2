"""IP410: breakdowns that do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.duty import Target
from ipplan.rules.contents import duties
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.figures import add_figures, parse_figure
from ipplan.terms.quantity import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

_BREAKDOWNS = {"by_area": "分地区", "by_class": "分类"}


def not_adding_up(subject: Subject) -> Iterator[Finding]:
    """A breakdown by area or class whose parts do not make the target, or cannot be added. Shares are not added."""
    for path, duty in duties(subject):
        if isinstance(duty, Target):
            for key, name in _BREAKDOWNS.items():
                parts: Mapping[str, str] = getattr(duty, key)
                if parts:
                    yield from (Finding((*path, key), *words, at_key=True) for words in _mistakes(duty, name, parts))


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
    wanted = _whole(target.text, unit)
    if wanted is not None and wanted != value:
        yield f"{name}合计 {value}{unit}，目标是 {wanted}{unit}", "核对各项和目标，哪个错了改哪个"


def _whole(text: str, unit: str) -> Decimal | None:
    """What a target wants in all; None when it names several figures of that unit, or none, or a rate."""
    found = [quantity.quantity.meaning for quantity in find_quantities(text)]
    figures = [amount for amount in found if amount is not None and amount.unit == unit and amount.growth is None]
    if len(figures) != 1 or figures[0].is_range:
        return None
    return figures[0].low
