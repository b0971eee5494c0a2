"""IP520: a slogan or an activity under two names."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN
from ipplan.rules.text_search import texts_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_QUOTED = lazy_pattern(rf"([{HAN}]{{0,9}})“([^“”]{{2,60}})”([{HAN}]{{0,5}})")
_NAME_ENDS = frozenset("行周日月赛展奖")
_CALLED = lazy_pattern("活动|行动|计划|工程")
_LONGEST_DROP = 4
_MOST_NAMES = 200
_CLAUSE = lazy_pattern("[、，；　 ]")


class _Name(NamedTuple):
    text: Prose
    start: int
    words: str
    before: str
    after: str


def two_forms(subject: Subject) -> Iterator[Finding]:
    """A slogan or the name of an activity that stands in two forms."""
    names = list(islice(_names(subject), _MOST_NAMES * 10))
    counts: dict[str, int] = {}
    for name in names:
        counts[name.words] = counts.get(name.words, 0) + 1
    others = _rarer_forms(names, counts)
    for name in names:
        other = others.get(name.words)
        if other is not None:
            message = f"“{name.words}”和别处的“{other}”像是同一个，写法不一"
            end = name.start + len(name.words)
            yield name.text.finding(name.start, end, message, "核对后统一；常用的话可以写进 facts，用 {{ }} 引用")
    yield from _shuffled(names)


def _names(subject: Subject) -> Iterator[_Name]:
    for text in texts_with(subject, "“"):
        for found in text.matches_anywhere(_QUOTED):
            yield _Name(text, found.start(2), found[2], found[1], found[3])


def _rarer_forms(names: list[_Name], counts: dict[str, int]) -> dict[str, str]:
    """The rarer form of each pair with the usual one; where they are equally usual, the later."""
    first: dict[str, _Name] = {}
    for name in names:
        first.setdefault(name.words, name)
    others: dict[str, str] = {}
    for one, two in combinations(islice(first.values(), _MOST_NAMES), 2):
        if _one_clause_differs(one.words, two.words) or _part_dropped(one, two):
            usual, rare = sorted((one.words, two.words), key=lambda words: -counts[words])
            others.setdefault(rare, usual)
    return others


def _one_clause_differs(one: str, two: str) -> bool:
    """诚信守法 and 诚实守信 at the end of the same three-part slogan."""
    if len(one) != len(two) or one == two:
        return False
    ours, theirs = _CLAUSE.split(one), _CLAUSE.split(two)
    if len(ours) < 3 or len(ours) != len(theirs):
        return False
    different = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other]
    if len(different) != 1:
        return False
    mine, other = different[0]
    return len(mine) == len(other) >= 4 and 2 * len(set(mine) & set(other)) >= len(mine)


def _part_dropped(one: _Name, two: _Name) -> bool:
    """知识产权万里行 for 知识产权服务万里行: a piece in the middle is missing from the name of an activity."""
    longer, shorter = sorted((one, two), key=lambda name: -len(name.words))
    missing = len(longer.words) - len(shorter.words)
    if not 0 < missing <= _LONGEST_DROP or len(shorter.words) < 6:
        return False
    if shorter.words[-1] not in _NAME_ENDS or not all(_CALLED.search(name.after) for name in (one, two)):
        return False
    same = 0
    while same < len(shorter.words) and longer.words[same] == shorter.words[same]:
        same += 1
    return same >= 2 and len(shorter.words) - same >= 2 and longer.words[same + missing :] == shorter.words[same:]


def _shuffled(names: list[_Name]) -> Iterator[Finding]:
    """成德绵眉资 and 成德眉资绵 before one and the same name: the same characters in another order."""
    usual: dict[tuple[str, str, str, tuple[str, ...]], list[str]] = {}
    keyed = []
    for name in names:
        if len(name.before) == 9 and len(name.after) >= 2:
            head, tail = name.before[:5], name.before[5:]
            key = (tail, name.words, name.after[:2], tuple(sorted(head)))
            usual.setdefault(key, []).append(head)
            keyed.append((name, key, head))
    for name, key, head in keyed:
        best = max(usual[key], key=usual[key].count)
        if head != best:
            start = name.start - 10
            yield name.text.finding(start, start + 5, f"“{head}”和别处的“{best}”次序不一", "核对后统一")
