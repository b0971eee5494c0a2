"""Text to runs: Latin words and digits in the Latin font, everything else in the east-Asian font."""

from __future__ import annotations

import re
from html import escape

_LATIN = re.compile(r"[!-~]+(?: +[!-~]+)*")
_EAST_ASIAN_HINT = '<w:rFonts w:hint="eastAsia"/>'


def runs(text: str, style: str = "", size: int = 0) -> str:
    """The `w:r` elements of a text.

    Latin is written only for printable ASCII. Every other character (also “ ” — … · ×, which Word would otherwise draw
    from the Latin font) is in an east-Asian run with the hint that says so. `style` names a character style for the
    east-Asian runs, and by its name with `Latin` behind it that for the others; `size` in pt overrides the paragraph's.
    """
    extra = f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>' if size else ""
    parts: list[str] = []
    position = 0
    for match in _LATIN.finditer(text):
        if match.start() > position:
            parts.append(_east_asian(text[position : match.start()], style, extra))
        parts.append(_run(f'<w:rStyle w:val="{style}Latin"/>{extra}', match[0]))
        position = match.end()
    if position < len(text):
        parts.append(_east_asian(text[position:], style, extra))
    return "".join(parts)


def solid(text: str, style: str = "") -> str:
    """A text all in one font, its digits too: the paragraph's own, or that of a character style."""
    return _east_asian(text, style, "")


def _east_asian(text: str, style: str, extra: str) -> str:
    character_style = f'<w:rStyle w:val="{style}"/>' if style else ""
    return _run(character_style + _EAST_ASIAN_HINT + extra, text)


def _run(properties: str, text: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
