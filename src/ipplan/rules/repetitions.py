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

_LINE = lazy_pattern(r"[^\n]+")
_MOST = 20


def repeated_clause(subject: Subject) -> Iterator[Finding]:
    """The same long clause a second time in one paragraph: it was pasted twice."""
    for text in prose(subject):
        clauses = _CLAUSE.findall(text.own) if len(text.own) > 2 * _SHORTEST else []
        if len(set(clauses)) < len(clauses):
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
            if found[0] in seen and not _FORMULA.search(found[0]):
                again.append(found.span())
            seen.add(found[0])
    return again
