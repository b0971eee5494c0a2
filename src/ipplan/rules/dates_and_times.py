"""IP525–IP527: dates in two kinds of figures, the zero of a year, times of day (GB/T 15835)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches, texts_hinting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_DIGIT = "〇零○ＯO一二三四五六七八九"
_DAY = "[一二三四五六七八九十]{1,3}"
_MIXED_DATE = (
    rf"[一二][{_DIGIT}]{{3}}年(?:1[0-2]|0?[1-9])月(?:\d{{1,2}}日)?"
    rf"|(?<!\d)(?:19|20)\d\d年(?:十[一二]|[一二三四五六七八九十])月(?:{_DAY}日|\d{{1,2}}日|(?![一二三两]|革命|十五|初[一二三四五六七八九十]))"
    rf"|(?<!\d)(?:1[0-2]|[1-9])月{_DAY}日"
    rf"|(?<![{_DIGIT}十])(?:十[一二]|[一二三四五六七八九十])月\d{{1,2}}日"
)
_ZERO = lazy_pattern(r"[一二][零○ＯO0〇一二三四五六七八九]{3}(?=年)")
# The character that is the same each time comes first: that is what makes a search quick.
_ZERO_HINT = lazy_pattern(r"年(?<=[一二][零○ＯO0〇一二三四五六七八九]{3}年)")
_ZEROS = str.maketrans(dict.fromkeys("零○ＯO0", "〇"))
_AFTERNOON = r"(上午|早上|早晨|下午|晚上|傍晚)(?=((?:1[3-9]|2[0-4])(?:[:：][0-5]\d|[时点])))"
_MORNING = frozenset({"上午", "早上", "早晨"})
_PAST_MIDNIGHT = r"(?<![\d:：.])24[:：](?!00)[0-5]\d(?![\d:：])"
_NO_SUCH_TIME = lazy_pattern(r"(?<![\d:：.])(?:24时(?!0?0分)\d{1,2}分|(?:1?\d|2[0-3])时[6-9]\d分)", re.ASCII)
_HOUR_HINT = lazy_pattern("时(?<=[0-9]时)[0-9]")


def mixed_date(subject: Subject) -> Iterator[Finding]:
    """A date partly in Chinese characters and partly in figures."""
    for text, found in matches(subject, _MIXED_DATE, "月"):
        message = f"“{found[0]}”一半汉字一半阿拉伯数字"
        yield text.finding(*found.span(), message, "公历的年月日都用阿拉伯数字，例如 2026年8月5日")


def zero_in_year(subject: Subject) -> Iterator[Finding]:
    """A year in Chinese characters with something else for 〇."""
    for text in texts_hinting(subject, _ZERO_HINT):
        for found in text.matches(_ZERO):
            right = found[0].translate(_ZEROS)
            if right != found[0]:
                message = f"年份里的零写作“〇”：“{found[0]}年”应为“{right}年”"
                yield text.finding(*found.span(), message, "〇 是 U+3007，不是字母、圆圈或数字", fix=Fix(right))


def time_of_day(subject: Subject) -> Iterator[Finding]:
    """A time of the 24-hour clock with 下午 before it, or one that the clock does not have."""
    for text, found in matches(subject, _AFTERNOON, "午", "早", "晚"):
        half, time = found[1], found[2]
        if half in _MORNING:
            yield text.finding(found.start(), found.end(2), f"“{half}{time}”自相矛盾", "核对是上午还是下午")
        else:
            message = f"“{half}{time}”重复了：24小时制不再写“{half}”"
            yield text.finding(*found.span(1), message, f"写成“{time}”", fix=Fix(""))
    yield from (_no_such_time(text, found) for text, found in matches(subject, _PAST_MIDNIGHT, "24:", "24："))
    for text in texts_hinting(subject, _HOUR_HINT):
        yield from (_no_such_time(text, found) for found in text.matches(_NO_SUCH_TIME))


def _no_such_time(text: Prose, found: re.Match[str]) -> Finding:
    return text.finding(*found.span(), f"没有“{found[0]}”这个时刻", "一天从0:00到24:00，一小时60分")
