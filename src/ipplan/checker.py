"""Running the rules over a plan and placing what they find in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Diagnostic, Span
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Finding, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.loader.load import Loaded
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.source import Source

BLOCKING_CODES = frozenset(rule.code for rule in RULES if rule.blocks_issue)
"""Codes of findings with which only a draft can be made."""


def run_rules(loaded: Loaded[PlanFile], project: Project) -> Iterator[Diagnostic]:
    """All findings of all rules; nothing where the file gave no plan."""
    if loaded.model is None:
        return
    subject = Subject(loaded.model, project)
    for rule in RULES:
        for finding in rule.check(subject):
            yield _diagnostic(loaded, rule, finding)


def _diagnostic(loaded: Loaded[PlanFile], rule: Rule, finding: Finding) -> Diagnostic:
    span = loaded.place.find(finding.path).span
    if finding.excerpt is not None:
        span = _narrowed(loaded.source, span, finding.excerpt)
    return Diagnostic(loaded.source.path, span, rule.code, rule.severity, finding.message, finding.hint)


def _narrowed(source: Source, span: Span, excerpt: str) -> Span:
    """The first place inside the span where the excerpt stands; the span itself where it is wrapped over lines."""
    for number in range(span.line, span.end_line + 1):
        start = span.column - 1 if number == span.line else 0
        column = source.line(number).find(excerpt, start)
        if column >= 0:
            return Span(number, column + 1, number, column + 1 + len(excerpt))
    return span
