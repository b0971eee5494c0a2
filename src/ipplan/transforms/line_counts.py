"""How many lines a text fills, broken as word processors break it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from ipplan.widths import has_latin, script_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = frozenset("，。、；：！？）》〉」』】”’％")
"""What does not begin a line."""
_OPENING = frozenset("（《“‘〈「『【")
"""What does not end a line."""
_QUARTERS = 4
"""Widths are counted in quarters of a character: a Chinese one has four, a Latin one two, a change of script one."""


def line_count(text: str, room: float, *, hanging: bool = False) -> int:
    """The lines that a text fills where `room` characters stand side by side; `hanging` lets a mark stand outside."""
    if len(text) < room:
        return 1
    ends, quarters, length = _ends(text), int(room * _QUARTERS), len(text)
    lines, start = 1, 0
    while (start := _line_end(text, ends, start, quarters, hanging=hanging)) < length:
        lines += 1
    return lines


def _ends(text: str) -> Sequence[int]:
    """Where each character begins and the last one ends, in quarters of a character from the beginning of the text."""
    if not has_latin(text):
        return range(0, len(text) * _QUARTERS + 1, _QUARTERS)
    widths = [2 if letter < "\x80" else 4 for letter in text]
    for place in script_changes(text):
        widths[place] += 1
    return list(accumulate(widths, initial=0))


def _line_end(text: str, ends: Sequence[int], start: int, room: int, *, hanging: bool) -> int:
    """The place behind the line that begins at `start`; a word that fills more than a line is torn."""
    full = ends[start + 1] - (2 if text[start] < "\x80" else 4) + room
    last = bisect_right(ends, full + _QUARTERS * hanging, start) - 1
    if last >= len(text) and ends[-1] <= full:
        return len(text)
    for end in range(last, start, -1):
        if (ends[end] <= full or text[end - 1] in _MARKS) and _may_break(text, end):
            return end
    return max(start + 1, bisect_right(ends, full, start) - 1)


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at a place: not inside of a word, not before a mark."""
    if place == len(text):
        return True
    before, after = text[place - 1], text[place]
    return after not in _MARKS and before not in _OPENING and not ("!" <= before <= "~" and "!" <= after <= "~")
