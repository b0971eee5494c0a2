"""How wide a text is when it is set: in characters, a Chinese one counting 1 and a digit ½.

Source: GB/T 9704—2012 §3.1 (字, the horizontal unit)
"""

from __future__ import annotations

import re

_AFTER_CHINESE = re.compile(r"[0-9A-Za-z](?<=[\u4e00-\u9fff].)")
_BEFORE_CHINESE = re.compile(r"[0-9A-Za-z%](?=[\u4e00-\u9fff])")
"""Latin at a change of script: two patterns that begin with it are five times as fast as one of places between."""


_THOUSANDTHS = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),  # space to /
    *(500,) * 10,
    *(278, 278, 564, 564, 564, 444, 921),  # : to @
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
    *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    *(333, 278, 333, 469, 500, 333),  # [ to `
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
    *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    *(480, 200, 480, 541),  # { to ~
)
"""Advance widths of Times New Roman from the space on, in thousandths of the size."""
_ADVANCES = (*(0,) * 32, *_THOUSANDTHS, 0)
FULL = 1000
"""Thousandths of a character that a Chinese one is wide."""
CHANGE = 250
"""Those that word processors put between Chinese and Latin."""


def advances(text: str) -> list[int]:
    """The width of each character in thousandths; a Latin one is as wide as in Times New Roman."""
    return [_ADVANCES[ord(letter)] if letter < "\x80" else FULL for letter in text]


def character_width(text: str) -> float:
    """The width of the characters alone."""
    latin = text.encode("ascii", "ignore")
    return len(text) - len(latin) + sum(map(_ADVANCES.__getitem__, latin)) / FULL


def spaced_width(text: str) -> float:
    """The width with what stands between Chinese and Latin."""
    if not has_latin(text):
        return float(len(text))
    changes = len(_AFTER_CHINESE.findall(text)) + len(_BEFORE_CHINESE.findall(text))
    return character_width(text) + changes * CHANGE / FULL


def script_changes(text: str) -> list[int]:
    """The places (0-based) of characters before which word processors put that quarter, in no order."""
    begins = [match.start() for match in _AFTER_CHINESE.finditer(text)]
    return begins + [match.end() for match in _BEFORE_CHINESE.finditer(text)]


def has_latin(text: str) -> bool:
    """Whether a text has characters of half the width. Widths are asked for very often, and most texts have none."""
    return bool(text.encode("ascii", "ignore"))
