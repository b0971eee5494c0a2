"""How wide a text is when it is set: in characters, a Chinese one counting 1 and a Latin one ½.

Source: GB/T 9704—2012 §3.1 (字, the horizontal unit)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT_CHANGE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


def character_width(text: str) -> float:
    """The width of the characters alone."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def spaced_width(text: str) -> float:
    """The width with the quarter character that word processors put between Chinese and Latin."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - 0.5 * latin + 0.25 * len(_SCRIPT_CHANGE.findall(text)) if latin else float(len(text))


def script_changes(text: str) -> Iterator[int]:
    """The places (0-based) of characters before which word processors put that quarter."""
    return (match.start() for match in _SCRIPT_CHANGE.finditer(text))


def has_latin(text: str) -> bool:
    """Whether a text has characters of half the width. Widths are asked for very often, and most texts have none."""
    return bool(text.encode("ascii", "ignore"))
