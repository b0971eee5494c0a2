"""IP413–IP415: one indicator with two figures, or once with 以上 and once without."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.rules.contents import measured
from ipplan.rules.figures_said import in_prose, in_targets, noun_before
from ipplan.rules.rule import Finding
from ipplan.rules.sentences import quantities_in
from ipplan.terms.quantity_types import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ipplan.model.duty import Measured, Path
    from ipplan.rules.figures_said import Key, Said
    from ipplan.rules.rule import Subject
    from ipplan.terms.quantity_types import Amount

_UPPER = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})
_SHORTEST = 5
"""A noun of fewer characters may mean something else in every task (培训人数)."""

_RATE = 3


def prose_differs(subject: Subject) -> Iterator[Finding]:
    """Prose that gives an indicator another figure than its target does."""
    targets: dict[Key, list[Said]] = {}
    for target in in_targets(subject):
        targets.setdefault(target.key, []).append(target)
    for said, place in in_prose(subject, {key.noun for key in targets}):
        alike = targets.get(said.key, [])
        if alike and all(_differ(target.amount, said.amount) for target in alike):
            message = f"正文里“{said.key.noun}”{said.words}，目标里是“{alike[0].words}”"
            hint = "哪个对就统一成哪个；目标起个名字，正文用 {{ 名字 }} 引用，就不会两样"
            yield Finding(place.path, message, hint, place.excerpt, place.occurrence, other=alike[0].path)


def two_figures(subject: Subject) -> Iterator[Finding]:
    """Two targets for one indicator, year and owner with different figures; a table of indicators holds for all."""
    seen: dict[object, Said] = {}
    for said in in_targets(subject):
        if len(said.key.noun) < _SHORTEST:
            continue
        of_all = seen.setdefault(said.key, said)
        before = of_all if said.is_indicator else seen.setdefault((said.key, said.owners), said)
        if _differ(before.amount, said.amount):
            message = f"“{said.key.noun}”两处目标不一样：一处是“{before.words}”，这里是“{said.words}”"
            hint = "是同一个指标就改成一样；不是一个指标或不是一个时间的，写明区别"
            excerpt = None if said.is_indicator else said.words
            yield Finding(said.path, message, hint, excerpt, other=before.path)


class _Level(NamedTuple):
    """The level a target names: where, for what, in which words, and how much."""

    path: Path
    noun: str
    words: str
    amount: Amount


def with_and_without_more(subject: Subject) -> Iterator[Finding]:
    """One target `达到90%` beside another of the same indicator `达到90%以上`."""
    rates: dict[tuple[str, Decimal], list[_Level]] = {}
    for path, block in measured(subject):
        levels = list(_levels(block, path))
        nouns = list(dict.fromkeys((level.noun, level.amount.unit) for level in levels))
        for noun in nouns:
            yield from _one_without([level for level in levels if (level.noun, level.amount.unit) == noun])
        for level in levels:
            if level.noun.endswith("率"):
                rates.setdefault((level.noun[-_RATE:], level.amount.low), []).append(level)
    for same in rates.values():
        core = min((level.noun.removeprefix("年") for level in same), key=len)
        alike = [level for level in same if level.noun.endswith(core)]
        if len({level.noun for level in alike}) > 1:
            yield from _one_without(alike)


def _levels(block: Measured, path: Path) -> Iterator[_Level]:
    """The first level of each target that says what it is of."""
    for step, target in block.target_items():
        for found in quantities_in(target.text)[:1]:
            noun, amount = noun_before(target.text[: found.start]), found.quantity.meaning
            if amount is not None and amount.growth is None and amount.per is None and len(noun) >= _RATE:
                yield _Level((*path, "targets", step, "text"), noun, found.quantity.words, amount)


def _one_without(levels: Sequence[_Level]) -> Iterator[Finding]:
    """A finding at the first exact level, where another is a lower bound."""
    exact = [level for level in levels if level.amount.comparator is Comparator.EXACT]
    bounded = [level for level in levels if level.amount.comparator is Comparator.AT_LEAST]
    if exact and bounded:
        message = f"“{exact[0].words}”没有“以上”，另一处“{bounded[0].noun}”写的是“{bounded[0].words}”"
        hint = "同一个指标，“以上”要么都写，要么都不写"
        yield Finding(exact[0].path, message, hint, exact[0].words, other=bounded[0].path)


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two figures cannot both be the target; an upper and a lower bound make a band."""
    if (one.comparator in _UPPER) != (other.comparator in _UPPER):
        return False
    return (one.low, one.high) != (other.low, other.high)
