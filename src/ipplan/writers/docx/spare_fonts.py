"""Characters that a font lacks, in runs of their own that name the font of the sheet for them.

Left alone, each word processor takes another font for them, mostly one that stands out.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree

from ipplan.character_sets import outside_gb2312
from ipplan.writers.docx.character_styles import NAMESPACE
from ipplan.writers.docx.styles import chinese_fonts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipplan.stylesheet import Stylesheet

_W = f"{{{NAMESPACE}}}"


def spare_fonts(sheet: Stylesheet) -> dict[str, str | None]:
    """For each style the font for characters outside GB 2312, None where its own font has them."""
    return {style: sheet.spare_font(font) for style, font in chinese_fonts(sheet).items()}


def name_spare_fonts(xml: str, spare: Mapping[str, str | None]) -> str:
    """The XML of a part in which characters outside GB 2312 name the font that `spare` has for their style.

    Few papers have such characters; only those are parsed.
    """
    lacking = outside_gb2312(xml)
    if not lacking:
        return xml
    root = etree.fromstring(xml.encode("utf-8"))
    stretches = re.compile(f"([{re.escape(''.join(sorted(lacking)))}]+)")
    for text in list(root.iter(f"{_W}t")):
        run, words = text.getparent(), text.text or ""
        family = spare.get(_style(run))
        if family is not None and not lacking.isdisjoint(words):
            _divide(run, stretches.split(words), family)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True).decode("utf-8")


def _style(run: Any) -> str:
    """The style that decides about the font of a run: its own, else that of its paragraph."""
    own = run.find(f"{_W}rPr/{_W}rStyle")
    named = own if own is not None else next(run.iterancestors(f"{_W}p")).find(f"{_W}pPr/{_W}pStyle")
    return str(named.get(f"{_W}val"))


def _divide(run: Any, stretches: Sequence[str], family: str) -> None:
    """Put one run for each stretch of text in place of a run; every second stretch is in the other font."""
    for number, words in enumerate(stretches):
        if words:
            part = deepcopy(run)
            part.find(f"{_W}t").text = words
            if number % 2:
                _name_font(part.find(f"{_W}rPr/{_W}rFonts"), family)
            run.addprevious(part)
    run.getparent().remove(run)


def _name_font(fonts: Any, family: str) -> None:
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(f"{_W}{slot}", family)
