"""IP548: a clause that stands twice in one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_SHORTEST = 16
"""Shorter clauses are formulas or names of units; they may well stand twice."""

_CLAUSE = lazy_pattern(rf"[{HAN}]{{{_SHORTEST},}}")
_FORMULA = lazy_pattern("习近平|党的|党中央|中国特色")
"""What must be quoted word for word, however often."""

_PROVISION = lazy_pattern("[由应并对向按经但自处在]|必须|不得|可以|有权|采用|采取|根据|依照|参照|适用|.*[的者时]$")
"""What depends on the clause before it, so that parallel provisions say it each: `情节严重的，由……责令改正`."""

_AMENDED = ("改为", "修订为")
"""A paragraph with one of these quotes the old wording and the new one."""

_LINE = lazy_pattern(r"[^\n]+")
_MOST = 20


def repeated_clause(subject: Subject) -> Iterator[Finding]:
    """The same long clause a second time in one paragraph: it was pasted twice."""
    for text in prose(subject):
        clauses = _CLAUSE.findall(text.own) if len(text.own) > 2 * _SHORTEST else []
        if len(set(clauses)) < len(clauses) and not any(word in text.own for word in _AMENDED):
            for start, end in _second_times(text)[:_MOST]:
                clause = text.words[start:end]
                message = f"同一段里“{clause[:8]}…{clause[-4:]}”说了两遍"
                yield text.finding(start, end, message, "删去一处，或者换一种说法")


def _second_times(text: Prose) -> list[tuple[int, int]]:
    """Where clauses stand again that stood in the same line before."""
    again = []
    for line in _LINE.finditer(text.own):
        seen = set()
        for found in _CLAUSE.finditer(text.own, line.start(), line.end()):
            if found[0] in seen and not _may_stand_again(text.own, *found.span()):
                again.append(found.span())
            seen.add(found[0])
    return again


def _may_stand_again(words: str, start: int, end: int) -> bool:
    clause = words[start:end]
    is_listed = "、" in (words[start - 1 : start], words[end : end + 1])
    return is_listed or bool(_FORMULA.search(clause) or _PROVISION.match(clause))
