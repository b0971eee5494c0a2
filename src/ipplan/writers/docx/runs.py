"""Text to runs: Latin words and digits in the Latin font, everything else in the east-Asian font."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from ipplan.widths import has_latin

_LATIN = re.compile(r"([!-~]+(?: +[!-~]+)*)")
_END = "</w:t></w:r>"


def runs(text: str, style: str = "", size: int = 0) -> str:
    """The `w:r` elements of a text.

    Latin is written only for printable ASCII. Every other character (also “ ” — … · ×, which Word would otherwise draw
    from the Latin font) is in an east-Asian run with the hint that says so. `style` names a character style for the
    east-Asian runs, and by its name with `Latin` behind it that for the others; `size` in pt overrides the paragraph's.
    """
    openings = _openings(style, size)
    if text and not has_latin(text):
        return f"{openings[0]}{text}{_END}"
    # What stands for & and < is itself Latin, so escaping first does not change where Latin begins and ends.
    parts = enumerate(_LATIN.split(escape(text, quote=False)))
    return "".join([f"{openings[place % 2]}{part}{_END}" for place, part in parts if part])


def solid(text: str, style: str = "") -> str:
    """A text all in one font, its digits too: the paragraph's own, or that of a character style."""
    return f"{_openings(style, 0)[0]}{escape(text, quote=False)}{_END}"


@lru_cache(maxsize=128)
def _openings(style: str, size: int) -> tuple[str, str]:
    """What east-Asian runs and Latin ones begin with."""
    extra = f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>' if size else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return _opening(f'{named}<w:rFonts w:hint="eastAsia"/>{extra}'), _opening(
        f'<w:rStyle w:val="{style}Latin"/>{extra}'
    )


def _opening(properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">'
