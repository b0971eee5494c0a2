"""Characters that a font lacks, in runs of their own that name the font of the sheet for them.

Left alone, each word processor takes another font for them, mostly one that stands out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.character_sets import outside_gb2312
from ipplan.writers.docx.character_styles import own_font
from ipplan.writers.docx.styles import chinese_fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.stylesheet import Stylesheet

_STYLE_OR_RUN = re.compile(
    r'<w:pStyle w:val="(?P<paragraph>\w+)"/>'
    r'|(?P<before><w:r><w:rPr>(?:<w:rStyle w:val="(?P<own>\w+)"/>)?)<w:rFonts w:hint="eastAsia"/>'
    r'(?P<after>(?:<w:szC?s? w:val="\d+"/>){0,2}</w:rPr><w:t xml:space="preserve">)(?P<words>[^<]*)</w:t></w:r>'
)
"""The style of a paragraph, and an east-Asian run as `runs` writes it, its own style before it."""
_ASCII = bytes(range(0x80))
"""Most of the XML is markup, in which there is nothing to look for."""


def spare_fonts(sheet: Stylesheet) -> dict[str, str | None]:
    """For each style the font for characters outside GB 2312, None where its own font has them."""
    return {style: sheet.spare_font(font) for style, font in chinese_fonts(sheet).items()}


def name_spare_fonts(xml: bytes, spare: Mapping[str, str | None]) -> bytes:
    """Whole paragraphs as XML, characters outside GB 2312 in them in the font that `spare` has for their style.

    A paragraph that holds a text box has no words behind it, so the style seen last is that of the paragraph.
    """
    lacking = outside_gb2312(xml.translate(None, _ASCII).decode())
    return _STYLE_OR_RUN.sub(_Namer(lacking, spare).renamed, xml.decode()).encode() if lacking else xml


class _Namer:
    """Goes through a text from style to style."""

    def __init__(self, lacking: frozenset[str], spare: Mapping[str, str | None]) -> None:
        self._lacking, self._spare = lacking, spare
        self._stretches = re.compile(f"([{re.escape(''.join(sorted(lacking)))}]+)")
        self._paragraph = ""

    def renamed(self, match: re.Match[str]) -> str:
        """A run with its lacking characters in runs of their own; a style as it is."""
        self._paragraph = match["paragraph"] or self._paragraph
        family = self._spare.get(match["own"] or self._paragraph)
        words = match["words"]
        if family is None or not words or self._lacking.isdisjoint(words):
            return match[0]
        fonts = ('<w:rFonts w:hint="eastAsia"/>', own_font(family))
        parts = enumerate(self._stretches.split(words))
        written = (f"{match['before']}{fonts[at % 2]}{match['after']}{part}</w:t></w:r>" for at, part in parts if part)
        return "".join(written)
