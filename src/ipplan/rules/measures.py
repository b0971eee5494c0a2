"""IP542: units of measurement that are not legal, or not written as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

UNIT_GLYPHS = {
    "㎡": "平方米",
    "㎥": "立方米",
    "㎞": "千米",
    "㎜": "毫米",
    "㎝": "厘米",
    "㎏": "千克",
    "㎎": "毫克",
    "㎢": "平方千米",
    "㏄": "毫升",
    "㎖": "毫升",
}
"""One character for a whole unit: missing from most fonts of official papers."""

_ABOLISHED = {
    "公分": "厘米",
    "公尺": "米",
    "平方公尺": "平方米",
    "立方公尺": "立方米",
    "华里": "千米",
    "市里": "千米",
    "市尺": "米",
    "市斤": "千克",
    "市两": "克",
    "市亩": "亩",
    "公亩": "平方米",
    "英里": "千米",
    "英尺": "米",
    "英亩": "公顷",
    "加仑": "升",
    "马力": "千瓦",
}
"""Units that are not legal, and the legal one to convert to; 英寸 is left out, screens are measured in it."""

_LETTERS = {
    "KM": "km",
    "Km": "km",
    "KG": "kg",
    "Kg": "kg",
    "KW": "kW",
    "Kw": "kW",
    "kw": "kW",
    "KWH": "kW·h",
    "KWh": "kW·h",
    "kwh": "kW·h",
    "m2": "平方米",
    "M2": "平方米",
    "m3": "立方米",
    "M3": "立方米",
}
"""Letters in the wrong case, or a figure that should be raised."""

_OLD = rf"(?<=[\d.十百千万亿半几])({'|'.join(sorted(_ABOLISHED, key=len, reverse=True))})"
_WRONG_LETTERS = rf"(?<=\d)({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z0-9²³^/.-])"


def unit_of_measurement(subject: Subject) -> Iterator[Finding]:
    """㎡, 公分, KM: a unit in one glyph, one that is not legal, one with the wrong capitals."""
    for text, found in matches(subject, f"[{''.join(UNIT_GLYPHS)}]", *UNIT_GLYPHS):
        right = UNIT_GLYPHS[found[0]]
        message = f"“{found[0]}”应写成“{right}”"
        yield text.finding(*found.span(), message, "公文字体里多半没有这个字符", fix=Fix(right))
    for text, found in matches(subject, _OLD, *_ABOLISHED):
        message = f"“{found[1]}”不是法定计量单位"
        yield text.finding(*found.span(1), message, f"换算成{_ABOLISHED[found[1]]}，数也要跟着改")
    for text, found in matches(subject, _WRONG_LETTERS, *_LETTERS):
        right = _LETTERS[found[1]]
        yield text.finding(*found.span(1), f"单位“{found[1]}”应为“{right}”", fix=Fix(right))
