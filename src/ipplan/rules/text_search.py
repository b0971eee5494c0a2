"""Looking for a pattern in the texts of a plan file that show a sign of it.

Most rules of wording look for what is rare. Their patterns are therefore kept as strings, compiled when a file has one
of the signs, and tried on the texts with a sign only: that keeps the start of the program and the run over a thousand
plans short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.rules.punctuation_text import prose, whole_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.plan import PlanFile
    from ipplan.rules.punctuation_text import Prose


def texts_with(plan_file: PlanFile, *signs: str) -> Iterator[Prose]:
    """The texts in which one of the signs stands."""
    present = [sign for sign in signs if sign in whole_text(plan_file)]
    if present:
        for text in prose(plan_file):
            if any(sign in text.words for sign in present):
                yield text


def matches(plan_file: PlanFile, pattern: str, *signs: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Where a pattern stands in the writer's own words; what it matches must hold one of the signs."""
    for text in texts_with(plan_file, *signs):
        for found in text.matches(re.compile(pattern, re.ASCII | re.MULTILINE)):
            yield text, found


def matches_anywhere(plan_file: PlanFile, pattern: str, *signs: str) -> Iterator[tuple[Prose, re.Match[str]]]:
    """Where a pattern stands, in quotations and titles as well."""
    for text in texts_with(plan_file, *signs):
        for found in text.matches_anywhere(re.compile(pattern, re.ASCII | re.MULTILINE)):
            yield text, found
