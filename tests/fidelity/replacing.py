"""Literal replacements in the text of a real document, all of them at once, each as often as it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class DoesNotApply(Exception):
    """A replacement or a move does not fit the text it is for."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A quote, what it becomes, why, and how often it occurs in the text."""

    quote: str
    becomes: str
    reason: str
    count: int = 1


def replace_all(text: str, replacements: Sequence[Replacement]) -> str:
    """Return the text with every quote replaced; quotes are looked for in the text as it was, and may not overlap.

    Raises:
        DoesNotApply: if a quote occurs more or less often than it says, or two of them overlap.
    """
    places = sorted((place for one in replacements for place in _places(text, one)), key=lambda place: place[0])
    parts, done = [], 0
    for start, one in places:
        if start < done:
            raise DoesNotApply(f"两处引文重叠：“{one.quote}”")
        parts += [text[done:start], one.becomes]
        done = start + len(one.quote)
    return "".join([*parts, text[done:]])


def _places(text: str, one: Replacement) -> Iterator[tuple[int, Replacement]]:
    found = text.count(one.quote)
    if found != one.count:
        raise DoesNotApply(f"“{one.quote}”在原文中出现{found}次，应为{one.count}次")
    at = -1
    for _ in range(found):
        at = text.index(one.quote, at + 1)
        yield at, one
