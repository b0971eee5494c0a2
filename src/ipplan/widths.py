"""How wide a text is when it is set: in characters, a Chinese one counting 1 and a Latin one ½.

Source: GB/T 9704—2012 §3.1 (字, the horizontal unit)
"""

from __future__ import annotations

import re

_SCRIPT_CHANGE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


def character_width(text: str) -> float:
    """The width of the characters alone."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def spaced_width(text: str) -> float:
    """The width with the quarter character that word processors put between Chinese and Latin."""
    return character_width(text) + 0.25 * len(_SCRIPT_CHANGE.findall(text))
