"""IP408: parts that are larger than what they are a part of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.sentences import sentences
from ipplan.terms.quantity_types import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject
    from ipplan.rules.sentences import Sentence
    from ipplan.terms.quantity_types import Amount, FoundQuantity

_PART = lazy_pattern(r"[，（(]其中[:：]?")
_CLAUSE = lazy_pattern(r"[^，（）()]*")
_CLAUSE_END = lazy_pattern(r"[，（）()]")
_LONGEST = 100
"""So far back a clause is looked at, in characters."""

_MOST = 50
_ADDITION = lazy_pattern(r"新增|净增|新建|新培育|新认定|新登记|每年|年均|增加")
_LEVEL = lazy_pattern(r"累计|总数|总量|拥有量|保有量|存量|已有|现有|达到")
_LOWER = frozenset({Comparator.EXACT, Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.ABOUT})


def above_the_whole(subject: Subject) -> Iterator[Finding]:
    """`培训500人，其中企业人员600人`. Shares and rates have wholes of their own and are not compared."""
    for sentence in sentences(subject, _PART, "其中"):
        for found in islice(_PART.finditer(sentence.words), _MOST):
            words = _CLAUSE_END.split(sentence.words[max(0, found.start() - _LONGEST) : found.start()])[-1]
            whole = (found.start() - len(words), found.start())
            part = _CLAUSE.match(sentence.words, found.end())
            if part and not _is_addition_before_level(words, part[0]):
                yield from _compare(sentence, whole, part.span())


def _is_addition_before_level(whole: str, part: str) -> bool:
    return bool(_ADDITION.search(whole) and _LEVEL.search(part) and not _LEVEL.search(whole))


def _compare(sentence: Sentence, whole: tuple[int, int], part: tuple[int, int]) -> Iterator[Finding]:
    wholes = _amounts(sentence, whole)
    for found, own in _amounts(sentence, part)[:1]:
        alike = all((amount.unit, amount.per) == (own.unit, own.per) for _, amount in wholes)
        if wholes and alike and own.high > max(amount.high for _, amount in wholes):
            message = f"“其中”后面的“{found.quantity.words}”比总数“{wholes[-1][0].quantity.words}”还多"
            yield sentence.finding(found.start, found.end, message, "核对总数和其中的数，哪个错了改哪个")


def _amounts(sentence: Sentence, span: tuple[int, int]) -> list[tuple[FoundQuantity, Amount]]:
    """The figures inside a clause that can be compared: no measure of each (面积1万平方公里以上的支流)."""
    inside = [found for found in sentence.quantities if span[0] <= found.start and found.end <= span[1]]
    return [
        (found, found.quantity.meaning)
        for found in inside
        if found.quantity.meaning
        and _is_plain(found.quantity.meaning)
        and not sentence.words.startswith("的", found.end)
    ]


def _is_plain(amount: Amount) -> bool:
    """Whether it is no share, change, rate, or upper bound."""
    if amount.comparator not in _LOWER or amount.growth is not None or amount.each or amount.share is not None:
        return False
    return "/" not in amount.unit and amount.unit not in ("倍", "番", "个百分点", "百分点")
