"""The texts that the rules of wording look through, and the parts of a text that are not the writer's own."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import texts
from ipplan.rules.once import once
from ipplan.rules.rule import Finding, Replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.rules.rule import Fix, Subject

HAN = "〇\u3400-\u9fff"
"""Chinese characters, for use inside the brackets of a pattern; more than two ranges would be slow to compile."""

HIDDEN = "\ue000"
"""Stands in a masked text for each hidden character of a quotation, a title, a document number, a reference."""

_LINK = "\ue001"
_NOT_OWN = lazy_pattern(
    r"\{\{[^{}]*\}\}|https?://[A-Za-z0-9./_~%#?=&+:@-]+|《[^《》]*》|“[^“”]*”|(?:〔\d{4}〕|\([12]\d{3}\))\s{0,3}\d{1,6}号",
    re.ASCII,
)
_SIGNS_OF_IT = ("《", "“", "〔", "{{", "://", "(1", "(2")
"""One of these stands in whatever `_NOT_OWN` finds; looking for them one by one is quicker than a pattern."""
_SPACE = lazy_pattern(r"\s+")
_MOST = 50
"""So many findings of one rule in one text say enough; more would make a huge broken text slow."""


class Prose(NamedTuple):
    """A text with its path, as written and with what is not the writer's own hidden; both have the same length."""

    path: Path
    words: str
    own: str

    def finding(
        self, start: int, end: int, message: str, hint: str | None = None, *, fix: Fix | None = None
    ) -> Finding:
        """A finding about a part of this text."""
        excerpt = self.words[start:end]
        earlier = _packed(self.words[:start]).count(_packed(excerpt)) if excerpt.strip() else 0
        return Finding(self.path, message, hint, excerpt, earlier, fix=fix, start=start)

    def replacement(self, start: int, end: int, after: str) -> Replacement:
        """Other words for a part of this text, to be replaced along with a finding."""
        return Replacement(self.path, start, self.words[start:end], after)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands in the writer's own words."""
        return islice(pattern.finditer(self.own), _MOST)

    def matches_anywhere(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands, in quotations and titles as well."""
        return islice(pattern.finditer(self.words), _MOST)


@once
def prose(subject: Subject) -> tuple[Prose, ...]:
    """Every text in words: what is printed where it stands, and what is printed through references."""
    return tuple(_read(subject))


def _read(subject: Subject) -> Iterator[Prose]:
    for text in texts(subject):
        yield Prose(text.path, text.words, mask(text.words))
    plan = subject.plan_file.plan
    if plan is not None:
        if plan.theme is not None:
            yield Prose(("plan", "theme"), plan.theme, mask(plan.theme))
        for name, words in plan.facts.items():
            yield Prose(("plan", "facts", name), words, mask(words))


def mask(words: str) -> str:
    """The text with the inside of 《…》 and “…”, references, links and document numbers hidden, in the same length."""
    for sign in _SIGNS_OF_IT:
        if sign in words:
            return _NOT_OWN.sub(_hidden, words)
    return words


def _hidden(found: re.Match[str]) -> str:
    words = found[0]
    match words[0]:
        case "{" | "〔" | "(":
            return HIDDEN * len(words)
        case "h":
            return _LINK * len(words)
        case _:
            return words[0] + HIDDEN * (len(words) - 2) + words[-1]


def _packed(words: str) -> str:
    return _SPACE.sub("", words)
