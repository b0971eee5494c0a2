"""IP227: a long clause that stands twice in one text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.rules.punctuation_text import HAN, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_SHORTEST = 20
_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]+")
_LETTER = re.compile(f"[{HAN}]")
_FORMULA = re.compile("习近平|党的|党中央|中国特色")
"""What must be quoted word for word, however often."""


def clause_twice(subject: Subject) -> Iterator[Finding]:
    """A clause of at least 20 characters, quotations and titles not counted, a second time in the same text."""
    for text in prose(subject.plan_file):
        if len(text.own) < 2 * _SHORTEST:
            continue
        seen: set[str] = set()
        for found in text.matches(_CLAUSE):
            words = text.words[found.start() : found.end()].strip()
            if len(words) < _SHORTEST or len(_LETTER.findall(found[0])) < _SHORTEST or _FORMULA.search(words):
                continue
            if words in seen:
                start = text.words.index(words, found.start())
                yield text.finding(
                    start, start + len(words), f"“{words}”在这一段里写了两次", "第二处换个说法，或者删掉"
                )
            seen.add(words)
