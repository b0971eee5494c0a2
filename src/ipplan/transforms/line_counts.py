"""How many lines a text fills, broken as word processors break it."""

from __future__ import annotations

import re

from ipplan.widths import spaced_width

_MARKS = "，。、；：！？）》〉」』】”’％"
_PIECES = re.compile(f"[（《“‘〈「『【]*(?:[!-~]+|[^!-~])[{_MARKS}]*")
"""What a line is not broken in: a Latin word or number, or one Chinese character, with the marks that belong to it."""


def line_count(text: str, room: float, *, hanging: bool = False) -> int:
    """The lines that a text fills where `room` characters stand side by side; `hanging` lets a mark stand outside."""
    lines, used, before = 1, 0.0, ""
    for piece in _PIECES.findall(text):
        width = spaced_width(before + piece) - spaced_width(before)
        outside = 1.0 if hanging and piece[-1] in _MARKS else 0.0
        if used and used + width - outside > room:
            lines, used, width = lines + 1, 0.0, spaced_width(piece)
        torn = int(width / max(room, 1.0)) if not used else 0
        lines, used, before = lines + torn, used + width - torn * room, piece[-1]
    return lines
