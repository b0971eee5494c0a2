"""IP531, IP532, IP547: marks inside their own kind, and documents named without 《》 (GB/T 15834)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches, matches_anywhere, texts_with

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_TITLE_MARKS = lazy_pattern("[《》〈〉]")
_ROUND = lazy_pattern("[（）]")
_OPENING, _CLOSING = "《〈（", "》〉）"
_LONGEST = 200
"""A pair of marks further apart is two mistakes, not a name."""

_MOST = 20
_LATIN_TITLE = r"(<<|[<＜])([\u4e00-\u9fff][^<>＜＞，。；\n]{2,60}[\u4e00-\u9fff])(>>|[>＞])"
_MAY_STAND_INSIDE = lazy_pattern(
    "[市县区州旗盟省镇乡街道村居社组办局委院厅处室校园站所企厂场户台部、，/]{1,12}"
    "|[\u4e00-\u9fff]{2,15}[局委办院厅部处科会心站所]|[0-9]{4}"
)
"""Part of a name: 各县（市、区）, 有关委（办、局）, 市科技局（知识产权局）; or a year in a number: IP616 has that."""

_TO_DO = "贯彻|执行|落实|宣传|学习|按照|依据|根据"
_WITHOUT_MARKS = (
    rf"(?:(?<={_TO_DO})|(?<=[和及、，]))((?:(?!{_TO_DO})[\u4e00-\u9fff]){{8,30}}?"
    r"(?:若干意见|实施意见|指导意见|行动计划|纲要|条例|办法))"
    r"(?=(?:[、和与及]|以及)(?:[^。；《\n]{0,60}[、和与及])?《)"
)
_NOT_A_NAME = lazy_pattern(
    "有关|相关|各自|本地|年度|制定|编制|配套|上述|法律|法规|规章|修订|出台|印发|起草|完善|三年行动"
)


class _Pair(NamedTuple):
    """Where a pair of marks stands, and inside how many others."""

    start: int
    end: int
    depth: int


def _pairs(words: str, marks: re.Pattern[str]) -> list[_Pair]:
    """All pairs, outer ones first; none where a mark is left open, for then nobody knows what is inside what."""
    pairs: list[_Pair] = []
    waiting: list[int] = []
    for found in marks.finditer(words):
        if found[0] in _OPENING:
            waiting.append(found.start())
        elif waiting:
            start = waiting.pop()
            pairs.append(_Pair(start, found.end(), len(waiting)))
    return [] if waiting else sorted(pairs)


def title_marks(subject: Subject) -> Iterator[Finding]:
    """《》 inside 《》, 〈〉 that are inside nothing, and marks of less-than and greater-than for them."""
    for text in texts_with(subject, "》", "〉"):
        yield from islice(_wrong_levels(text), _MOST)
    for text, found in matches(subject, _LATIN_TITLE, "<", "＜"):
        right = f"《{found[2]}》"
        yield text.finding(*found.span(), f"“{found[0]}”用的不是书名号，应为“{right}”", fix=Fix(right))


def _wrong_levels(text: Prose) -> Iterator[Finding]:
    """The outermost titles with marks that belong to another level; what is inside them is put right with them."""
    done = 0
    for start, end, depth in _pairs(text.words, _TITLE_MARKS):
        name = text.words[start:end]
        if start < done or end - start > _LONGEST or name[0] == _OPENING[depth % 2]:
            continue
        done = end
        right = _with_levels(name, depth)
        rule = "书名号里面的书名号用〈〉" if depth % 2 else "〈〉只用在书名号里面"
        yield text.finding(start, end, f"{rule}：“{name}”应为“{right}”", fix=Fix(right))


def _with_levels(name: str, depth: int) -> str:
    """The name with 《》 and 〈〉 in turn, beginning with those of a depth."""
    letters = []
    for letter in name:
        depth -= letter in _CLOSING
        letters.append(
            _OPENING[depth % 2] if letter in _OPENING else _CLOSING[depth % 2] if letter in _CLOSING else letter
        )
        depth += letter in _OPENING
    return "".join(letters)


def nested_brackets(subject: Subject) -> Iterator[Finding]:
    """（…（…）…）, except where the inner pair belongs to a name or a number."""
    for text in texts_with(subject, "（"):
        if text.words.count("（") > 1:
            yield from islice(_brackets_in_brackets(text), _MOST)


def _brackets_in_brackets(text: Prose) -> Iterator[Finding]:
    for start, end, depth in _pairs(text.words, _ROUND):
        inner = text.words[start:end]
        if depth and len(inner) <= _LONGEST and not _MAY_STAND_INSIDE.fullmatch(inner[1:-1]):
            message = f"括号里面又用了同样的括号：“{inner}”"
            yield text.finding(start, end, message, "里面的换一种括号，或者去掉一层")


def without_title_marks(subject: Subject) -> Iterator[Finding]:
    """A document named without 《》 right before one that has them."""
    for text, found in matches_anywhere(subject, _WITHOUT_MARKS, "《"):
        if not _NOT_A_NAME.search(found[1]):
            message = f"“{found[1]}”和后面的文件并列，也要加书名号"
            yield text.finding(*found.span(1), message, "写全名称，例如《…行动计划》《…规划》")
