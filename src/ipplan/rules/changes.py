"""IP405, IP407, IP417: from so many to so many, and by how much."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import targets
from ipplan.rules.rule import Finding
from ipplan.rules.sentences import quantities_in, sentences
from ipplan.terms.figures import say_figure
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.quantity_types import Comparator, Growth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path, Target
    from ipplan.rules.rule import Subject
    from ipplan.rules.sentences import Sentence
    from ipplan.terms.quantity_types import Amount, FoundQuantity

_FROM = lazy_pattern(r"[从由][^，。；]{0,20}?[\d一二两三四五六七八九十百][^，。；]{0,12}?[到至为]")
_UPON = lazy_pattern(r"基础上")
_RISING = lazy_pattern(r"(?:提高|提升|增长|增加|上升|扩大|发展|回升|增|升|提)[到至为]")
_FALLING = lazy_pattern(r"(?:降低|下降|减少|压缩|压减|缩短|缩减|削减|降|减)[到至]")
_ADDED = lazy_pattern(r"(?:新增|净增|增加|增长|再增|新建|新培育|新增加)加?\Z")
_HEDGED = lazy_pattern(r"[多余约近超]|左右|以上")
"""A start like 5000多件 leaves open what the difference is."""

_POINTS = ("个百分点", "百分点")
_RIGHT_BEHIND = lazy_pattern(r"[，（(]?(?:共|净|总共|共计|即)?(?:新增|净增|增加|增长|再增)?加?")
_BASIS = lazy_pattern(r"[\u4e00-\u9fff]{0,12}基础上")
_NEAR = 12
_ROUNDING = Decimal(1)
"""Percentage points by which a growth rate may be off, as figures in 万 and 亿 are rounded."""


def not_adding_up(subject: Subject) -> Iterator[Finding]:
    """`从5件增加到10件，增加6件`, `在5件基础上新增6件，达到10件`, and the same with the base of a target."""
    for sentence, level, change in _changes(subject):
        right = _right_change(level, change)
        if right is not None:
            said = f"从{say_figure(_start(level), level.unit)}到{say_figure(level.low, level.unit)}"
            start, end = _span(sentence, change)
            yield sentence.finding(start, end, f"{said}，相差{right}，不是“{sentence.words[start:end]}”", _HINT)
    for sentence in sentences(subject, _UPON, "基础上"):
        yield from _upon(sentence)
    for path, target in _with_base(subject):
        yield from _upon_base(path, target)


_HINT = "三个数里有一个不对，核对后改过来"


def points(subject: Subject) -> Iterator[Finding]:
    """`从60%提高到75%，提高15%`, where percentage points are meant."""
    for sentence, level, change in _changes(subject):
        amount = change.quantity.meaning
        if amount is None or level.unit != "%" or amount.unit != "%" or amount.low != abs(level.low - _start(level)):
            continue
        start, end = _span(sentence, change)
        right = say_figure(amount.low, "个百分点")
        message = f"“{sentence.words[start:end]}”说的是两个百分数相差多少，单位应为“个百分点”"
        yield sentence.finding(start, end, message, f"写成 {right}")


def against_its_direction(subject: Subject) -> Iterator[Finding]:
    """`从60%提高到55%`: a rise to less, or a fall to more; in the words, or against the base of a target."""
    for sentence in sentences(subject, _FROM, "从", "由"):
        for found in sentence.quantities:
            amount = found.quantity.meaning
            if amount is not None and amount.base is not None and amount.base.value is not None:
                wrong = _wrong_way(found.quantity.words, amount, amount.base.value, amount.base.unit)
                if wrong:
                    yield sentence.finding(found.start, found.end, f"“{found.quantity.words}”：{wrong}", _SWAPPED)
    for path, target in _with_base(subject):
        figure = _base(target)
        for found in quantities_in(target.text)[:3] if figure else ():
            amount = found.quantity.meaning
            if figure and amount is not None and amount.base is None:
                wrong = _wrong_way(found.quantity.words, amount, *figure)
                if wrong:
                    message = f"基数是{say_figure(*figure)}，目标“{found.quantity.words}”：{wrong}"
                    yield Finding((*path, "text"), message, _SWAPPED, found.quantity.words)


_SWAPPED = "核对起止两个数，看是不是写反了"


def _wrong_way(words: str, amount: Amount, base: Decimal, unit: str) -> str | None:
    if amount.growth is not None or unit not in ("", amount.unit) or (not unit and amount.unit == "%" and base <= 1):
        return None
    if _RISING.search(words) and amount.high < base:
        return "说的是增加，数却变小了"
    if _FALLING.search(words) and amount.low > base:
        return "说的是减少，数却变大了"
    return None


def _changes(subject: Subject) -> Iterator[tuple[Sentence, Amount, FoundQuantity]]:
    """A level that names its start, and the plain change said right behind it."""
    for sentence in sentences(subject, _FROM, "从", "由"):
        for one, other in pairwise(sentence.quantities):
            level, change = one.quantity.meaning, other.quantity.meaning
            gap = sentence.between(one, other)
            if (
                level is None
                or change is None
                or not _RIGHT_BEHIND.fullmatch(gap)
                or not _is_exact(level)
                or not _is_exact(change)
            ):
                continue
            if (
                _HEDGED.search(one.quantity.words)
                or level.base is None
                or level.base.value is None
                or level.base.unit not in ("", level.unit)
            ):
                continue
            if change.growth is Growth.PLAIN or _ADDED.search(gap):
                yield sentence, level, other


def _right_change(level: Amount, change: FoundQuantity) -> str | None:
    """What the change should be; None when it is right, or cannot be told."""
    amount = change.quantity.meaning
    if amount is None or amount.base is not None:
        return None
    difference = abs(level.low - _start(level))
    if amount.unit == level.unit != "%" or (level.unit == "%" and amount.unit in _POINTS):
        return None if amount.low == difference else say_figure(difference, amount.unit)
    if amount.unit == "%" and level.unit != "%" and _start(level):
        rate = difference / _start(level) * 100
        return None if abs(rate - amount.low) <= _ROUNDING + rate / 50 else f"{rate:.1f}".removesuffix(".0") + "%"
    return None


def _upon(sentence: Sentence) -> Iterator[Finding]:
    """`在现有5件基础上新增6件，达到10件`."""
    found = sentence.quantities
    for base, added, reached in zip(found, found[1:], found[2:], strict=False):
        gap = sentence.between(base, added)
        amounts = [one.quantity.meaning for one in (base, added, reached)]
        if not _BASIS.match(gap) or not _is_addition(gap, added) or len(sentence.between(added, reached)) > _NEAR:
            continue
        wanted = _sum(amounts[0].low if amounts[0] else None, amounts)
        if wanted is not None and re.match(
            "达|总|累计|共", sentence.between(added, reached).lstrip("，") + reached.quantity.words
        ):
            start, end = base.start, reached.end
            yield sentence.finding(start, end, f"“{sentence.words[start:end]}”：合计应为{wanted}", _HINT)


def _is_addition(gap: str, added: FoundQuantity) -> bool:
    meaning = added.quantity.meaning
    plain = meaning is not None and meaning.growth is Growth.PLAIN and not meaning.falling
    return plain or bool(_ADDED.search(gap)) or added.quantity.words.startswith(("新增", "净增"))


def _sum(base: Decimal | None, amounts: list[Amount | None]) -> str | None:
    """What base and addition make, when that is not what is said to be reached; None when it is or cannot be told."""
    units = {amount.unit for amount in amounts if amount}
    if base is None or len(units) != 1 or not all(amount is not None and _is_exact(amount) for amount in amounts):
        return None
    added, reached = amounts[-2], amounts[-1]
    if added is None or reached is None or base + added.low == reached.low or "%" in units:
        return None
    return say_figure(base + added.low, reached.unit)


def _upon_base(path: Path, target: Target) -> Iterator[Finding]:
    """A target with a base whose text says both what is added and what is reached."""
    figure = _base(target)
    found = quantities_in(target.text)
    if figure is None or len(found) != 2:
        return
    for added, reached in (found, found[::-1]):
        before = target.text[: added.start]
        amounts = [added.quantity.meaning, reached.quantity.meaning]
        level = amounts[1] is not None and amounts[1].growth is None and re.match("达|总|累计", reached.quantity.words)
        if level and _is_addition(before, added) and {amount.unit for amount in amounts if amount} == {figure[1]}:
            wanted = _sum(figure[0], amounts)
            if wanted is not None:
                said = (
                    f"基数{say_figure(*figure)}加上“{added.quantity.words}”是{wanted}，不是“{reached.quantity.words}”"
                )
                yield Finding((*path, "text"), said, _HINT, reached.quantity.words)


def _with_base(subject: Subject) -> Iterator[tuple[Path, Target]]:
    return ((path, target) for path, target in targets(subject) if target.base is not None)


def _base(target: Target) -> tuple[Decimal, str] | None:
    base = parse_quantity(target.base.value).meaning if target.base else None
    return (base.low, base.unit) if base is not None and not base.is_range else None


def _is_exact(amount: Amount) -> bool:
    plain = amount.comparator is Comparator.EXACT and not amount.is_range and amount.parts == 1
    return plain and amount.per is None and not amount.each


def _start(level: Amount) -> Decimal:
    value = level.base.value if level.base else None
    return value if value is not None else level.low


def _span(sentence: Sentence, change: FoundQuantity) -> tuple[int, int]:
    """The place of a change with a verb right before it that the quantity itself does not hold."""
    verb = _ADDED.search(sentence.words[max(0, change.start - 4) : change.start])
    return change.start - (len(verb[0]) if verb else 0), change.end
