"""IP403 and IP510–IP521: figures and dates (GB/T 15835)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import texts_hinting, texts_with
from ipplan.terms.quantity import find_quantities
from ipplan.terms.quantity_types import CONFLICTING_COMPARATORS, DOUBLE_COMPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject
    from ipplan.terms.quantity_types import FoundQuantity

_FIGURE = r"(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?"
_RANGE = lazy_pattern(
    r"(?<![A-Za-z/] )(?<![A-Za-z/.\d~—–-])"
    rf"({_FIGURE}%?)(--|——|[-~–－〜])({_FIGURE}(?:%|(?=(?![号室楼栋幢座])[{HAN}])))",
    re.ASCII,
)
_DATE_RANGE = lazy_pattern(r"(\d{1,4}[年月日])(?:--|——|[-~–－〜一])(\d{1,4}[年月日])", re.ASCII)
_DATE_RANGE_SIGNS = tuple(unit + sign for unit in "年月日" for sign in ("-", "——", *"~–－〜一"))
_MOST = 500
"""So many quantities of one text are looked at."""

_YEARS = lazy_pattern(r"(?:19|20)\d\d\Z", re.ASCII)
_HALF_PERCENT = lazy_pattern(rf"(?<![A-Za-z/.\d～—~–－〜-])({_FIGURE})(--|——|[-～—~–－〜])({_FIGURE})%", re.ASCII)
_RUN_TOGETHER = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)((?:1[0-2]|[1-9])月)", re.ASCII)
_PADDED = lazy_pattern(r"(?:年|(?<![\d年.]))0([1-9])月|(?<=\d)月0([1-9])日", re.ASCII)
_DAY_ALONE = lazy_pattern(r"(?<!\d)(?:1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])(?=[前后才]|起[，。；至）施实执])", re.ASCII)
_SHORT_YEAR = lazy_pattern(r"(?<![\d.近])(\d\d)年(?=(?:1[0-2]|[1-9])月(?!\d))", re.ASCII)
_SHORT_YEAR_HINT = lazy_pattern("年(?<=[0-9]年)[0-9]")
_QUOTED_YEAR = lazy_pattern(r"[’'](\d\d)年", re.ASCII)
_MIXED = lazy_pattern(
    r"(?<![\d.])\d{1,3}(?:千(?![米克瓦伏赫帕卡字焦兆])|百(?!分)|十(?![大佳强条项件]))"
    r"|(?<!\d)\d{1,3}几(?=[个家件项名人万千])",
    re.ASCII,
)
_MIXED_HINT = lazy_pattern("[0-9][千百十几]")
_TIMES_LESS = lazy_pattern(
    r"(?:下降|减少|降低|缩小|下跌)了?[约近]?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})倍", re.ASCII
)
_FULL_WIDTH = lazy_pattern("[０-９Ａ-Ｚａ-ｚ]+")
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_YEAR_ALONE = lazy_pattern(
    r"(?:开展|举办|组织|印发|实施|制定|推进)(20[1-4]\d)(?![年名人个家件项多余场次万亿])"
    rf"(?=[{HAN}]{{2,3}}[省市](?![场长])|全[省市县区国]|我[省市县区])",
    re.ASCII,
)
_HEDGED = lazy_pattern(
    r"[\d一二两三四五六七八九十百千万亿%][^，。；、]{0,6}?(?:以上|以下|左右|上下|以内|之内|[余多])"
    "|(?:约|近|超过|不少于|至少|不低于)(?:约|近|超过|至少)"
)
_HEDGES = ("以上", "以下", "左右", "上下", "以内", "之内", "余", "多", "约", "近", "超过", "至少")
"""Of these one stands in whatever `_HEDGED` finds."""

_RANGED = lazy_pattern(r"\d[%\u4e00-\u9fff]{0,3}[-～—~–－〜至到]", re.ASCII)


def range_sign(subject: Subject) -> Iterator[Finding]:
    """A range of figures or dates with a hyphen, a half-width ~ or the numeral 一.

    One that runs downwards or lacks a % is another's finding.
    """
    for text in texts_with(subject, "--", "——", *"-~–－〜"):
        for found in text.matches(_RANGE):
            low, _, high = found.groups()
            lacks_percent = high.endswith("%") and not low.endswith("%")
            if lacks_percent or float(low.rstrip("%")) > float(high.rstrip("%")):
                continue
            time = (_YEARS.match(low) and _YEARS.match(high)) or text.own.startswith("月", found.end())
            yield _wrong_sign(text, found, f"{low}{'—' if time else '～'}{high}")
    for text in texts_with(subject, *_DATE_RANGE_SIGNS):
        for found in text.matches(_DATE_RANGE):
            start, end = found.groups()
            if start[-1] != end[-1] or int(start[:-1]) < int(end[:-1]):
                yield _wrong_sign(text, found, f"{start}—{end}")


def _wrong_sign(text: Prose, found: re.Match[str], right: str) -> Finding:
    hint = "数的起止用 ～，时间的起止用 —"
    return text.finding(*found.span(), f"“{found[0]}”的起止号不对，应为“{right}”", hint, fix=Fix(right))


def half_percent(subject: Subject) -> Iterator[Finding]:
    """A range of shares with % on the second figure only."""
    for text in texts_with(subject, "%"):
        for found in text.matches(_HALF_PERCENT):
            right = f"{found[1]}%～{found[3]}%"
            fix = Fix(right, safe=False)
            yield text.finding(*found.span(), f"“{found[0]}”前一个数少了百分号，应为“{right}”", fix=fix)


def malformed_date(subject: Subject) -> Iterator[Finding]:
    """A date that lacks 年 after the year or 日 after the day, or has a zero before the month or the day."""
    for text in texts_with(subject, "月"):
        for found in text.matches(_RUN_TOGETHER):
            right = f"{found[1]}年{found[2]}"
            fix = Fix(right, safe=False)
            yield text.finding(*found.span(), f"“{found[0]}”少了“年”，应为“{right}”", fix=fix)
        for found in text.matches(_PADDED):
            right = found[0].replace("0", "")
            yield text.finding(*found.span(), f"月、日前面不补0：“{found[0]}”应为“{right}”", fix=Fix(right))
        for found in text.matches(_DAY_ALONE):
            right = f"{found[0]}日"
            yield text.finding(*found.span(), f"“{found[0]}”少了“日”，应为“{right}”", fix=Fix(right))


def short_year(subject: Subject) -> Iterator[Finding]:
    """A year of two digits in a date."""
    yield from _short_years(texts_hinting(subject, _SHORT_YEAR_HINT), _SHORT_YEAR)
    yield from _short_years(texts_with(subject, "’", "'"), _QUOTED_YEAR)


def _short_years(texts: Sequence[Prose], pattern: re.Pattern[str]) -> Iterator[Finding]:
    for text in texts:
        for found in text.matches(pattern):
            right = f"{'19' if found[1] > '50' else '20'}{found[1]}年"
            yield text.finding(*found.span(), f"年份要写全：“{found[0]}”应为“{right}”", fix=Fix(right, safe=False))


def year_alone(subject: Subject) -> Iterator[Finding]:
    """A year before a place without 年."""
    for text in texts_with(subject, "20"):
        for found in text.matches(_YEAR_ALONE):
            fix = Fix(f"{found[1]}年", safe=False)
            yield text.finding(*found.span(1), f"“{found[1]}”后面少了“年”，应为“{found[1]}年”", fix=fix)


def mixed(subject: Subject) -> Iterator[Finding]:
    """A figure with 百 or 千 behind it, or with 几."""
    for text in texts_hinting(subject, _MIXED_HINT, "千", "百", "十", "几"):
        for found in text.matches(_MIXED):
            hint = "写成3000或三千；万、亿可以跟在阿拉伯数字后面"
            yield text.finding(*found.span(), f"“{found[0]}”里阿拉伯数字和汉字混用", hint)


def times_less(subject: Subject) -> Iterator[Finding]:
    """Something that falls by a multiple."""
    for text in texts_with(subject, "倍"):
        for found in text.matches(_TIMES_LESS):
            message = f"“{found[0]}”：减少不能用倍数"
            yield text.finding(*found.span(), message, "改用百分数或几分之几，例如 下降50%、减少三分之一")


def full_width(subject: Subject) -> Iterator[Finding]:
    """Full-width digits and letters."""
    for text in texts_with(subject, *map(chr, _NARROW)):
        for found in text.matches(_FULL_WIDTH):
            right = found[0].translate(_NARROW)
            yield text.finding(*found.span(), f"“{found[0]}”是全角的，应为半角的“{right}”", fix=Fix(right))


def hedged_twice(subject: Subject) -> Iterator[Finding]:
    """A quantity with two words for one bound, or with two that contradict each other."""
    for text, found in _quantities(subject, _HEDGED, *_HEDGES):
        words = found.quantity.words
        if found.quantity.problem == DOUBLE_COMPARATOR:
            message = f"“{words}”前后的限定词重复，只留一个"
        elif found.quantity.problem == CONFLICTING_COMPARATORS and "余" not in words:
            message = f"“{words}”前后的限定词互相矛盾，只能留一个"
        else:
            continue
        yield text.finding(found.start, found.end, message, "例如 不少于5件、5件以上、约30所、30所左右")


def descending(subject: Subject) -> Iterator[Finding]:
    """A range whose second figure is lower than the first."""
    for text, found in _quantities(subject, _RANGED):
        meaning = found.quantity.meaning
        if meaning is not None and meaning.descending and not meaning.falling:
            words = found.quantity.words
            message = f"“{words}”的起止数前大后小"
            yield text.finding(found.start, found.end, message, "小的在前，大的在后；也可能是少写或多写了一位")


def _quantities(subject: Subject, hint: re.Pattern[str], *signs: str) -> Iterator[tuple[Prose, FoundQuantity]]:
    """The quantities of the texts that show a hint of what is looked for; all others are let be."""
    for text in texts_hinting(subject, hint, *signs):
        for found in find_quantities(text.words)[:_MOST] if hint.search(text.words) else ():
            yield text, found
