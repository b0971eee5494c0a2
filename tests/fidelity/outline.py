"""The numbering of a rendered paper: labels and levels as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.wordml import read_word

if TYPE_CHECKING:
    from pathlib import Path

_LABELS = (r"[一二三四五六七八九十]+、", r"（[一二三四五六七八九十]+）", r"\d+\.", r"（\d+）")
_NUMBERED = re.compile("|".join(f"({label})" for label in _LABELS))


def labels(docx: Path) -> list[str]:
    """Return the labels of everything that is numbered in the body, indented by one space for each level."""
    found = (_NUMBERED.match(one.text) for one in read_word(docx).paragraphs if one.place == "body")
    return [" " * ((match.lastindex or 1) - 1) + match[0] for match in found if match]


def headings(docx: Path) -> list[tuple[int, str]]:
    """Return the headings that stand on a line of their own: outline level (0 is the highest below titles) and text."""
    paragraphs = [one for one in read_word(docx).paragraphs if (one.style_name or "").startswith("heading ")]
    return [(int((one.style_name or "").removeprefix("heading ")), one.text) for one in paragraphs]
