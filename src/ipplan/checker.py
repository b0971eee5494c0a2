"""Running the rules over a plan and placing what they find in the file."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from ipplan.diagnostics import Diagnostic, Span
from ipplan.rules.registry import EVERY_RULE, PROJECT_RULES, RULES
from ipplan.rules.rule import Finding, Rule, Subject
from ipplan.suppressions import Codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.loader.load import Loaded
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.source import Source

BLOCKING_CODES = frozenset(rule.code for rule in RULES if rule.blocks_issue)
"""Codes of findings with which only a draft can be made."""

CODES = Codes(
    known=frozenset(rule.code for rule in EVERY_RULE),
    indispensable=frozenset({"IP203", "IP204", "IP205", "IP206", "IP603", "IP604"}),
)
"""What a comment may suppress, except what must be right before a paper can be made at all."""

_LONGEST_EXCERPT = 200
"""Longer excerpts are not looked for; the whole value is shown instead."""


def run_rules(loaded: Loaded[PlanFile], project: Project) -> Iterator[Diagnostic]:
    """All findings of all rules; nothing where the file gave no plan."""
    if loaded.model is None:
        return
    subject = Subject(loaded.model, project)
    for rule in RULES:
        for finding in rule.check(subject):
            yield _diagnostic(loaded, rule, finding)


def run_project_rules(project: Loaded[Project]) -> Iterator[Diagnostic]:
    """What the rules about the project file find in it; nothing where the file gave no project."""
    if project.model is not None:
        for rule in PROJECT_RULES:
            for finding in rule.check(project.model):
                yield _diagnostic(project, rule, finding)


def _diagnostic(loaded: Loaded[Any], rule: Rule[Any], finding: Finding) -> Diagnostic:
    message = finding.message
    if finding.first is not None:
        message = f"{message}（第一次在第 {loaded.place.find_key(finding.first).span.line} 行）"
    path = loaded.place.source_at(finding.path, loaded.source).path
    return Diagnostic(path, _span(loaded, finding), rule.code, rule.severity, message, finding.hint)


def _span(loaded: Loaded[Any], finding: Finding) -> Span:
    if finding.at_key:
        return loaded.place.find_key(finding.path).span
    span = loaded.place.find(finding.path).span
    if finding.excerpt is None:
        return span
    source = loaded.place.source_at(finding.path, loaded.source)
    return _narrowed(source, span, finding.excerpt, finding.occurrence)


def _narrowed(source: Source, span: Span, excerpt: str, occurrence: int) -> Span:
    """Where the excerpt stands inside the span, also when it is wrapped over lines; the span if it is not found."""
    letters = [re.escape(character) for character in excerpt if not character.isspace()]
    if not 0 < len(letters) <= _LONGEST_EXCERPT:
        return span
    text = _text_of(source, span)
    found = next(islice(re.finditer(r"\s*".join(letters), text), occurrence, None), None)
    if found is None:
        return span
    begin = _after(text[: found.start()], span.line, span.column)
    return Span(*begin, *_after(found[0], *begin))


def _text_of(source: Source, span: Span) -> str:
    lines = source.lines[span.line - 1 : span.end_line]
    if len(lines) == span.end_line - span.line + 1:
        lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(lines)[span.column - 1 :]


def _after(text: str, line: int, column: int) -> tuple[int, int]:
    """The place behind a text that begins at a place."""
    feeds = text.count("\n")
    return line + feeds, len(text) - text.rfind("\n") if feeds else column + len(text)
