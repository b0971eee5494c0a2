"""IP504, IP517, IP518, IP522–IP524: slips of wording that show without knowing what is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN, prose
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import texts_hinting, texts_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_TWICE = lazy_pattern(rf"([{HAN}]{{2,4}})\1(?=(.?))")
_TWICE_HINT = lazy_pattern(rf"([{HAN}]{{2,4}})\1")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_DOING = lazy_pattern(
    "举办|开展|推进|加强|实施|落实|完善|建立|提高|提升|促进|推动|加快|深化|强化|印发|制定|召开|举行|发挥|坚持|营造"
    "|做好|抓好|关于|有关|以及|进行|通过|根据|按照|努力|积极|切实|要求|确保|围绕|依托|鼓励|支持|引导|深入|广泛|充分"
    "|大力|扎实|我市|我省|全市|全省|各县|各区|各地|其中|同时|对于|由于|为了|具有|达到|成为|参加|报送|完成"
)
"""Words that never stand twice in a row before another word; two nouns may (生态环境环境质量)."""

_MAKES_A_COMPOUND = frozenset("家师员人业者局部厅院所站中机单对团队会长学型性化力类费品权法库路大市省园区社")
"""What follows here may belong to the second word alone: 民营企业企业家, 培训培训师."""

_ENDS_A_NAME = frozenset("局部委院会厅处所校市省区县厂站办室中")
"""A repetition that begins here straddles names: 国家知识产权局专利局专利审查协作中心."""

_SAID_TWICE = frozenset({"学习", "研究", "商量", "考虑", "讨论", "了解", "很多", "许多"})
_CHINESE = lazy_pattern(f"[{HAN}]")

_GLYPHS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_CHARACTERS = "一二三四五六七八九十"
_ORDINAL = lazy_pattern(
    rf"(?:^|(?<=[\s。；：]))(?:([（(](?:[{_CHARACTERS}]{{1,3}}|\d{{1,2}})[）)])[、，,.．](?![（(])"
    rf"|(\d{{1,2}})[、](?![\d])|([{_CHARACTERS}]{{1,3}})[,.．](?=[{HAN}])|([{_GLYPHS}])|([㈠-㈩]))"
    rf"|(?:^|(?<=[\s。；：，]))第([{_CHARACTERS}])、(?![第{_CHARACTERS}])",
    re.ASCII,
)
_ORDINAL_HINT = lazy_pattern(rf"[）)0-9{_CHARACTERS}{_GLYPHS}㈠-㈩](?:[、，,.．]|(?<=[{_GLYPHS}㈠-㈩]))")

_HEADINGS = frozenset({"section", "task", "phase", "part", "box", "title"})
_STOPS = tuple("。；，：、,;:")
_STRAY_COMMA = lazy_pattern(rf"(?<=部门|单位|各地|各市|各县|各区)(要|应|须)[，,](?=[{HAN}])")
_COMMA_BEFORE = lazy_pattern(
    "(?<=[村局委办厅处所校院县区市镇乡位门])、(要)(?=按照|加强|认真|切实|进一步|及时|严格|积极|高度重视|结合|落实|明确)"
)
_STRAY_SIGNS = ("要，", "要,", "应，", "应,", "须，", "须,")
_DE = lazy_pattern("(保质保量|认真|切实|扎实|及时|按时)的(?=完成|开展|推进|落实|做好|抓好)")
_DE_SIGNS = ("量的", "真的", "实的", "时的")
_BROKEN = lazy_pattern("知识产(?![权业品出生量值])|(?<!知)识产权")


def doubled(subject: Subject) -> Iterator[Finding]:
    """A word written twice."""
    for text in texts_hinting(subject, _TWICE_HINT):
        for found in text.matches_anywhere(_TWICE):
            if not _may_stand_twice(found[1], found[2]):
                yield text.finding(*found.span(), f"“{found[1]}”写了两遍：“{found[0]}”", fix=Fix(found[1], safe=False))


def _may_stand_twice(word: str, after: str) -> bool:
    letters = set(word)
    if after == "情":  # the second word belongs to 情况: 督促落实落实情况
        return True
    if _DOING.fullmatch(word):
        return False
    return (
        len(letters) == 1
        or word[0] in "一某"
        or letters <= _NUMERALS
        or word in _SAID_TWICE
        or after in _MAKES_A_COMPOUND
        or word[0] in _ENDS_A_NAME
        or ((len(word) == 2 or word[0] == "的") and bool(_CHINESE.match(after)))  # 共有的商标的商标权人
    )


def ordinal(subject: Subject) -> Iterator[Finding]:
    """A typed ordinal with the wrong mark behind it."""
    for text in texts_hinting(subject, _ORDINAL_HINT):
        for found in text.matches(_ORDINAL):
            right = _right_ordinal(found)
            yield text.finding(*found.span(), f"序号“{found[0]}”的写法不对，应为“{right}”", fix=Fix(right))


def _right_ordinal(found: re.Match[str]) -> str:
    bracketed, figure, character, glyph, ring, rank = found.groups()
    if bracketed:
        return "（" + bracketed[1:-1] + "）"
    if figure:
        return f"{figure}."
    if glyph:
        return f"{_GLYPHS.index(glyph) + 1}."
    if ring:
        return f"（{_CHARACTERS[ord(ring) - ord('㈠')]}）"
    return f"{character}、" if character else f"第{rank}，"


def heading_end(subject: Subject) -> Iterator[Finding]:
    """A heading with a mark at its end."""
    for text in prose(subject):
        words = text.words.rstrip() if text.path[-1] in _HEADINGS else ""
        if words.endswith(_STOPS):
            end = len(words)
            message = f"标题末尾不用“{words[-1]}”"
            start = max(0, end - 3)
            fix = Fix(words[start : end - 1])
            yield text.finding(start, end, message, "后面接排正文时，句号自动加", fix=fix)


def stray_comma(subject: Subject) -> Iterator[Finding]:
    """A comma that tears 要 from what is to be done, or from those who are to do it."""
    for text in texts_with(subject, *_STRAY_SIGNS):
        for found in text.matches(_STRAY_COMMA):
            yield text.finding(
                *found.span(), f"“{found[1]}”后面多了逗号：“{found[0]}”应为“{found[1]}”", fix=Fix(found[1])
            )
    for text in texts_with(subject, "、要"):
        for found in text.matches(_COMMA_BEFORE):
            yield text.finding(*found.span(), "“要”前面多了顿号：“、要”应为“要”", fix=Fix(found[1]))


def de_for_di(subject: Subject) -> Iterator[Finding]:
    """的 before a verb, where 地 belongs."""
    for text in texts_with(subject, *_DE_SIGNS):
        for found in text.matches(_DE):
            yield text.finding(*found.span(), f"“{found[0]}”应为“{found[1]}地”", fix=Fix(f"{found[1]}地", safe=False))


def broken_term(subject: Subject) -> Iterator[Finding]:
    """知识产权 with a character missing."""
    for text in texts_with(subject, "识产"):
        for found in text.matches_anywhere(_BROKEN):
            fix = Fix("知识产权", safe=False)
            yield text.finding(*found.span(), f"“{found[0]}”少了字，应为“知识产权”", fix=fix)
