"""Sentences that hold figures, each with its quantities: what the rules about sums and shares look at."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.text_search import texts_hinting
from ipplan.terms.quantity import find_quantities

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject
    from ipplan.terms.quantity_types import FoundQuantity

_SENTENCE = lazy_pattern(r"[^。；;！？\n]+")
_MOST = 50
"""So many sentences of one text are looked at by one rule; more would make a huge broken text slow."""

_MOST_QUANTITIES = 100


@lru_cache(maxsize=256)
def quantities_in(words: str) -> tuple[FoundQuantity, ...]:
    """The quantities of a text, kept for a while: several rules ask for the same targets and sentences."""
    return find_quantities(words)


class Sentence:
    """A sentence of a text: `start` is where it begins there, in characters from 0."""

    def __init__(self, text: Prose, start: int, words: str) -> None:
        self.text = text
        self.start = start
        self.words = words

    @property
    def quantities(self) -> tuple[FoundQuantity, ...]:
        """The first quantities, with offsets in the sentence."""
        return quantities_in(self.words)[:_MOST_QUANTITIES]

    def between(self, one: FoundQuantity, other: FoundQuantity) -> str:
        """What stands between two quantities."""
        return self.words[one.end : other.start]

    def finding(self, start: int, end: int, message: str, hint: str | None = None) -> Finding:
        """A finding about a part of this sentence."""
        return self.text.finding(self.start + start, self.start + end, message, hint)


def sentences(subject: Subject, hint: re.Pattern[str], *signs: str) -> Iterator[Sentence]:
    """The sentences in which a hint stands; see `ipplan.rules.text_search`."""
    for text in texts_hinting(subject, hint, *signs):
        yield from islice(_of(text, hint), _MOST)


def _of(text: Prose, hint: re.Pattern[str]) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(text.words):
        if hint.search(found[0]):
            yield Sentence(text, found.start(), found[0])
