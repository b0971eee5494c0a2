"""Looking for a pattern in the texts of a plan that show a sign of it.

Most rules of wording look for what is rare, in a thousand plans one after the other. So each first looks for a sign
of it in all texts at once: some words that must stand in what it looks for, or a hint, a pattern that is quick to
search because it begins with few characters and asserts nothing of what stands around it. Only texts that show one
are looked at by themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from ipplan.rules.once import once
from ipplan.rules.punctuation_text import prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Subject


class _Joined(NamedTuple):
    """All texts as one, a line feed between them, the characters in it, and where each text begins."""

    words: str
    characters: frozenset[str]
    starts: Sequence[int]


@once
def _joined(subject: Subject) -> _Joined:
    texts = prose(subject)
    words = "\n".join(text.words for text in texts)
    return _Joined(words, frozenset(words), tuple(accumulate((len(text.words) + 1 for text in texts), initial=0)))


def characters(subject: Subject) -> frozenset[str]:
    """The characters of all texts."""
    return _joined(subject).characters


def standing(subject: Subject, signs: Iterable[str]) -> frozenset[str]:
    """Those of many signs that stand in any text."""
    joined = _joined(subject)
    words, there = joined.words, joined.characters
    return frozenset(sign for sign in signs if sign[0] in there and sign[-1] in there and sign in words)


def texts_with(subject: Subject, *signs: str) -> Sequence[Prose]:
    """The texts in which one of the signs stands."""
    joined = _joined(subject)
    found: set[int] = set()
    for sign in signs:
        if sign[0] in joined.characters and sign in joined.words:
            found |= _places(joined, lambda start, sign=sign: joined.words.find(sign, start))  # type: ignore[misc]
    return _chosen(subject, found)


def texts_hinting(subject: Subject, hint: re.Pattern[str], *signs: str) -> Sequence[Prose]:
    """The texts in which a hint stands; where signs are given, what the hint finds must hold one of them."""
    if signs and not standing(subject, signs):
        return ()
    joined = _joined(subject)

    def next_place(start: int) -> int:
        found = hint.search(joined.words, start)
        return -1 if found is None else found.start()

    return _chosen(subject, _places(joined, next_place))


def _places(joined: _Joined, next_place: Callable[[int], int]) -> set[int]:
    """The positions of the texts in which something begins, asked for from one text to the next."""
    found: set[int] = set()
    start = 0
    while start < len(joined.words) and (place := next_place(start)) >= 0:
        index = bisect_right(joined.starts, place)
        found.add(index - 1)
        start = joined.starts[index]
    return found


def _chosen(subject: Subject, places: set[int]) -> Sequence[Prose]:
    if not places:
        return ()
    texts = prose(subject)
    return [texts[place] for place in sorted(places)]


def matches(subject: Subject, pattern: str, *signs: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Where a pattern stands in the writer's own words; what it matches must hold one of the signs."""
    for text in texts_with(subject, *signs):
        for found in text.matches(re.compile(pattern, re.ASCII | re.MULTILINE)):
            yield text, found


def matches_anywhere(subject: Subject, pattern: str, *signs: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Where a pattern stands, in quotations and titles as well."""
    for text in texts_with(subject, *signs):
        for found in text.matches_anywhere(re.compile(pattern, re.ASCII | re.MULTILINE)):
            yield text, found
