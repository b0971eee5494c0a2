"""How many lines a text fills, broken as word processors break it."""

from __future__ import annotations

import re
from functools import lru_cache

from ipplan.widths import has_latin, spaced_width

_HANGING = "，。、；：！？"
"""Marks that LibreOffice lets stand outside of a line; closing brackets and quotation marks it does not."""
_MARKS = _HANGING + "）》〉」』】〕｝”’％·"
_PIECES = re.compile(f"[（《“‘〈「『【]*(?:[!-~]+(?:·[!-~]+)*|[^!-~])[{_MARKS}]*")
"""What a line is not broken in: a Latin word or number (4·26) or a Chinese character, with its marks."""


def unbroken(text: str) -> list[str]:
    """The pieces of a text that stand on one line each."""
    return _PIECES.findall(text)


@lru_cache(maxsize=16_384)
def line_count(text: str, room: float, *, hanging: bool = False) -> int:
    """The lines that a text fills where `room` characters stand side by side; `hanging` lets a mark stand outside.

    It is asked for several times of each cell of a table.
    """
    if spaced_width(text) < room:
        return 1
    chinese = not has_latin(text)
    lines, used, before, overlap = 1, 0.0, "", 0.0
    for piece in _PIECES.findall(text):
        width = float(len(piece)) if chinese else spaced_width(before + piece) - overlap
        outside = 1.0 if hanging and piece[-1] in _HANGING else 0.0
        if used and used + width - outside > room:
            lines, used, width = lines + 1, 0.0, spaced_width(piece)
        torn = int(width / max(room, 1.0)) if not used else 0
        lines, used, before = lines + torn, used + width - torn * room, piece[-1]
        overlap = 0.5 if before.isascii() else 1.0
    return lines
