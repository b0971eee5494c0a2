"""IP528–IP530: ranges in 万, approximate numbers, and terms whose numeral is a word (GB/T 15835)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches, texts_with
from ipplan.terms.numerals import format_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_HALF_WAN = r"(?<![A-Za-z\d.～—~–-])(\d{1,4}(?:\.\d{1,4})?)([～—~–-]|——|--)(\d{1,4}(?:\.\d{1,4})?)([万亿]元?)(?![里达])"
_FOLLOWS = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))
_APPROXIMATE = (
    "(?<=[\u4e00-\u9fff，])(?<!第)([一二三四五六七八])、([二三四五六七八九])"
    "(?=个(?:月|人|小时|星期|工作日|乡|村|县|市|省|项|点)|天|年(?![级期制])|倍|[百千万]|名(?!单)|家|岁|遍|成(?![为立果员]))"
)
_CONGRESS = r"(?:人大|人民代表大会|政协|党代会|党代表大会)"
_FIXED_TERMS = (
    r"(?<=党的)(1[2-9]|2\d)大",
    r"(?<!\d)(?<!党的)(1[2-9]|2\d)大(?=精神|报告精神|报告提出|以来|胜利|代表大会)",
    r"(?<!\d)(1[0-9]|2\d)届(?=[一二三四五六七1-7]中|中央|中纪委)",
    rf"(?<=[第市省区县国])([1-9]|1[0-9]|2\d)届(?=[全省市县区州]{{0,2}}{_CONGRESS})",
    r"(?<=届)([1-9])中(?=全会)",
    r"(?<![\d.])(1[0-9])五(?=[”\"]?(?:规划|期间|时期|末|以来|发展规划|计划|开局))",
    r"(?<![\d.])(5|10)一(?=国际劳动节|劳动节|国庆|小长假|黄金周|假期|长假)",
    r"(?<![\d.第、～—~–-])([1-4])季度",
    r"(?<=第)([1-4])(?:季度|产业)",
)
"""Terms in which the figure, group 1, is part of a word."""

_FIGURE = lazy_pattern(r"\d[大届中五一季产]", re.ASCII)
_SIGNS = ("大", "届", "五", "一", "季度", "产业")


def half_wan(subject: Subject) -> Iterator[Finding]:
    """A range with 万 or 亿 on the second figure only: 9～16亿 may be read as from nine."""
    for text, found in matches(subject, _HALF_WAN, "万", "亿"):
        low, _, high, unit = found.groups()
        if float(low) < float(high):
            right = f"{low}{unit}"
            message = f"“{found[0]}”前一个数少了“{unit}”，应为“{right}～{high}{unit}”"
            yield text.finding(*found.span(1), message, fix=Fix(right))


def split_approximate(subject: Subject) -> Iterator[Finding]:
    """Two neighbouring numerals with 、 between them that mean “three or four”."""
    for text, found in matches(subject, _APPROXIMATE, "、"):
        if _FOLLOWS[found[1]] == found[2]:
            message = f"表示概数的“{found[0]}”中间不用顿号，应为“{found[1]}{found[2]}”"
            yield text.finding(*found.span(), message, fix=Fix(found[1] + found[2], safe=False))


def fixed_term(subject: Subject) -> Iterator[Finding]:
    """A figure in a term that is a word: 党的20大, 14五规划, 第1季度."""
    for text in texts_with(subject, *_SIGNS):
        for pattern in _FIXED_TERMS if _FIGURE.search(text.words) else ():
            for found in text.matches_anywhere(re.compile(pattern, re.ASCII)):
                right = found[0].replace(found[1], format_numeral(int(found[1])), 1)
                message = f"“{found[0]}”里的数是词的一部分，用汉字：“{right}”"
                yield text.finding(*found.span(), message, fix=Fix(right))
