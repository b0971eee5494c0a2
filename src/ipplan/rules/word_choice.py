"""IP544 and IP545: words mistaken for others that look or sound alike, and verbs that do not go with their noun.

The words stand in `templates/misused_words.tsv`, where the columns are explained.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ipplan.resources import templates_folder
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_PLACE = "～"


class MisusedWord(NamedTuple):
    """A wrong form with the right one, how it is found, and texts in which it is and is not wrong."""

    wrong: str
    right: str
    pattern: str
    example: str
    look_alikes: tuple[str, ...]


@cache
def misused_words() -> tuple[MisusedWord, ...]:
    """The table, a line each."""
    lines = (templates_folder() / "misused_words.tsv").read_text("utf-8").splitlines()
    return tuple(_entry(line) for line in lines if line and not line.startswith("#"))


def _entry(line: str) -> MisusedWord:
    wrong, right, *rest = line.split("\t")
    context, example, look_alikes = (*rest, "", "", "")[:3]
    pattern = (context or _PLACE).replace(_PLACE, wrong)
    return MisusedWord(wrong, right, pattern, example or wrong, tuple(look_alikes.split("；")) if look_alikes else ())


def misused(subject: Subject) -> Iterator[Finding]:
    """A word in a form that is wrong wherever it stands so."""
    there = standing(subject, (word.wrong for word in misused_words()))
    for word in misused_words() if there else ():
        if word.wrong not in there:
            continue
        for text, found in matches(subject, word.pattern, word.wrong):
            message = f"“{word.wrong}”应为“{word.right}”"
            yield text.finding(*found.span(), message, fix=Fix(word.right, safe=False))


_BETWEEN = (
    "(?:(?!加大|加强|加快|提高|提升|增强|扩大|推进|保持|达到|建立|形成|实现|促进|改善|优化|完善|建设"
    "|发挥|履行|落实|承担|压实|明确|[和与])[\u4e00-\u9fff])"
)
_COLLOCATIONS = (
    ("强化|加快|扩大", "力度", "加大"),
    ("扩大|加大|加快|加强|增加", "水平", "提高"),
    ("加大|提高|加强|扩大", "步伐", "加快"),
    ("提高|加快", "规模", "扩大"),
    ("扩大|加大|加快", "质量|效率|效益", "提高"),
    ("发挥", "职责|责任", "履行"),
    ("履行", "作用", "发挥"),
    ("缩小", "时间|时限", "缩短"),
    ("缩短", "差距", "缩小"),
)
"""Verbs that do not go with a noun, the noun, and the verb that does. 加强…力度 is too usual to be called wrong."""


def collocation(subject: Subject) -> Iterator[Finding]:
    """A verb with a noun that takes another: 强化…力度 for 加大…力度."""
    for verbs, nouns, right in _COLLOCATIONS:
        if not standing(subject, verbs.split("|")):
            continue
        pattern = rf"({verbs})({_BETWEEN}{{0,14}}?)({nouns})(?=[，。；）]|$)"
        for text, found in matches(subject, pattern, *nouns.split("|")):
            message = f"“{found[1]}…{found[3]}”搭配不当，应为“{right}…{found[3]}”"
            yield text.finding(*found.span(1), message, fix=Fix(right, safe=False))
