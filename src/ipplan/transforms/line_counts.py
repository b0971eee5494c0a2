"""How many lines a text fills, broken as word processors break it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from ipplan.widths import CHANGE, FULL, advances, has_latin, script_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

_HANGING = frozenset("，。、；：！？")
"""Marks that LibreOffice lets stand outside of a line; closing brackets and quotation marks it does not."""
_MARKS = _HANGING | frozenset("）》〉」』】〕｝”’％·")
"""What does not begin a line."""
_OPENING = frozenset("（《“‘〈「『【")
"""What does not end a line."""


def unbroken(text: str) -> list[str]:
    """The pieces of a text that stand on one line each: a word or number (4·26) or a character, with its marks."""
    places = [place for place in range(1, len(text) + 1) if _may_break(text, place)]
    return [text[start:end] for start, end in pairwise((0, *places))]


def line_count(text: str, room: float, *, hanging: bool = False) -> int:
    """The lines that a text fills where `room` characters stand side by side; `hanging` lets a mark stand outside."""
    if len(text) < room:
        return 1
    ends, full, length = _ends(text), round(room * FULL), len(text)
    lines, start = 1, 0
    while (start := _line_end(text, ends, start, full, hanging=hanging)) < length:
        lines += 1
    return lines


def _ends(text: str) -> Sequence[int]:
    """Where each character begins and the last one ends, in thousandths of a character from the beginning."""
    if not has_latin(text):
        return range(0, len(text) * FULL + 1, FULL)
    widths = advances(text)
    for place in script_changes(text):
        widths[place] += CHANGE
    return list(accumulate(widths, initial=0))


def _line_end(text: str, ends: Sequence[int], start: int, room: int, *, hanging: bool) -> int:
    """The place behind the line that begins at `start`; a word that fills more than a line is torn."""
    full = ends[start + 1] - advances(text[start])[0] + room
    last = bisect_right(ends, full + FULL * hanging, start) - 1
    if last >= len(text) and ends[-1] <= full:
        return len(text)
    for end in range(last, start, -1):
        if (ends[end] <= full or text[end - 1] in _HANGING) and _may_break(text, end):
            return end
    return max(start + 1, bisect_right(ends, full, start) - 1)


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at a place: not inside of a word, not before a mark."""
    if place == len(text):
        return True
    before, after = text[place - 1], text[place]
    if after in _MARKS or before in _OPENING:
        return False
    return not ("!" <= after <= "~" and ("!" <= before <= "~" or before == "·"))
