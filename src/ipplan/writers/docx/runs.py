"""Text to runs: Latin words and digits in the Latin font, everything else in the east-Asian font."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

_LATIN = re.compile(r"[!-~]+(?: +[!-~]+)*")
_END = "</w:t></w:r>"


def runs(text: str, style: str = "", size: int = 0) -> str:
    """The `w:r` elements of a text.

    Latin is written only for printable ASCII. Every other character (also “ ” — … · ×, which Word would otherwise draw
    from the Latin font) is in an east-Asian run with the hint that says so. `style` names a character style for the
    east-Asian runs, and by its name with `Latin` behind it that for the others; `size` in pt overrides the paragraph's.
    """
    if not text:
        return ""
    east_asian, between = _openings(style, size)
    # What stands for & and < is itself Latin, so escaping first does not change where Latin begins and ends.
    written = f"{east_asian}{_LATIN.sub(between, escape(text, quote=False))}{_END}"
    return written.replace(f"{east_asian}{_END}", "")


def solid(text: str, style: str = "") -> str:
    """A text all in one font, its digits too: the paragraph's own, or that of a character style."""
    return f"{_openings(style, 0)[0]}{escape(text, quote=False)}{_END}"


@lru_cache(maxsize=128)
def _openings(style: str, size: int) -> tuple[str, str]:
    """The beginning of an east-Asian run, and what stands around Latin inside of one: its end, and a new beginning."""
    extra = f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>' if size else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    east_asian = _opening(f'{named}<w:rFonts w:hint="eastAsia"/>{extra}')
    latin = _opening(f'<w:rStyle w:val="{style}Latin"/>{extra}')
    return east_asian, rf"{_END}{latin}\g<0>{_END}{east_asian}"


def _opening(properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">'
