"""Running the rules over a plan and placing what they find in the file."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from ipplan.diagnostics import Correction, Diagnostic, Span
from ipplan.rules.across import PlanFacts, Spot
from ipplan.rules.plan_facts import plan_facts
from ipplan.rules.registry import ACROSS_RULES, EVERY_RULE, PROJECT_RULES, RULES
from ipplan.rules.rule import Finding, Replacement, Rule, Subject
from ipplan.suppressions import Codes
from ipplan.yamltree.letters import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.diagnostics import Edit
    from ipplan.loader.load import Loaded
    from ipplan.model.plan import PlanFile
    from ipplan.model.project import Project
    from ipplan.rules.rule import Fix
    from ipplan.source import Source
    from ipplan.yamltree.places import Path

BLOCKING_CODES = frozenset(rule.code for rule in RULES if rule.blocks_issue)
"""Codes of findings with which only a draft can be made."""

CODES = Codes(
    known=frozenset(rule.code for rule in EVERY_RULE),
    indispensable=frozenset({"IP203", "IP204", "IP205", "IP206", "IP603", "IP604"}),
    across=frozenset(rule.code for rule in ACROSS_RULES),
)
"""What a comment may suppress, except what must be right before a paper can be made at all."""

_LONGEST_EXCERPT = 200
"""Longer excerpts are not looked for; the whole value is shown instead."""


def run_rules(loaded: Loaded[PlanFile], subject: Subject) -> Iterator[Diagnostic]:
    """All findings of all rules in a plan; `loaded` tells where it stands in its files."""
    pencil = _Pencil(loaded)
    for rule in RULES:
        for finding in rule.check(subject):
            yield _diagnostic(loaded, rule, finding, pencil)


class _Pencil:
    """Turns what rules would put in place of words into edits of the files; a text is looked up in its file once."""

    def __init__(self, loaded: Loaded[Any]) -> None:
        self._loaded = loaded
        self._written: dict[Path, Written] = {}

    def correction(self, finding: Finding) -> Correction | None:
        """The edits of a finding that can be made; None if there are none."""
        if finding.fix is None or finding.at_key:
            return None
        replacements = (*self._own(finding, finding.fix), *finding.fix.also)
        edits = tuple(edit for one in replacements if (edit := self._edit(one)) is not None)
        return Correction(edits, finding.fix.safe, finding.fix.together) if edits else None

    def _own(self, finding: Finding, fix: Fix) -> Iterator[Replacement]:
        """The replacement of the excerpt; none if it stands there more than once and the rule does not say where."""
        value = self._loaded.place.find(finding.path).text or ""
        excerpt = value if finding.excerpt is None else finding.excerpt
        if finding.start is not None:
            yield Replacement(finding.path, finding.start, excerpt, fix.replacement)
        elif value.count(excerpt) == 1:
            yield Replacement(finding.path, value.index(excerpt), excerpt, fix.replacement)

    def _edit(self, replacement: Replacement) -> Edit | None:
        path, start, before, after = replacement
        return self._value(path).replacing(start, before, after)

    def span(self, finding: Finding) -> Span | None:
        """Where the excerpt of a finding stands, to the character; None if its rule or the file does not say."""
        if finding.start is None or finding.excerpt is None:
            return None
        return self._value(finding.path).span(finding.start, finding.excerpt)

    def _value(self, path: Path) -> Written:
        if path not in self._written:
            source = self._loaded.place.source_at(path, self._loaded.source)
            self._written[path] = Written(self._loaded.place.find(path), source)
        return self._written[path]


def facts_of(loaded: Loaded[PlanFile], subject: Subject | None, *, with_work: bool = False) -> PlanFacts:
    """What is kept of a plan to compare it with others; `with_work` for one that others implement.

    `subject` is None where the file gave no plan, or its project cannot be understood.
    """
    path = loaded.source.path
    if subject is None:
        return PlanFacts(path, understood=False)

    def place(finding: Finding) -> Spot:
        return Spot(loaded.place.source_at(finding.path, loaded.source).path, _span(loaded, finding))

    return plan_facts(subject, path, place, with_work=with_work)


def run_project_rules(project: Loaded[Project]) -> Iterator[Diagnostic]:
    """What the rules about the project file find in it; nothing where the file gave no project."""
    if project.model is None:
        return
    pencil = _Pencil(project)
    for rule in PROJECT_RULES:
        for finding in rule.check(project.model):
            yield _diagnostic(project, rule, finding, pencil)


def _diagnostic(loaded: Loaded[Any], rule: Rule[Any], finding: Finding, pencil: _Pencil) -> Diagnostic:
    message = finding.message
    if finding.first is not None:
        message = f"{message}（第一次在第 {loaded.place.find_key(finding.first).span.line} 行）"
    if finding.other is not None:
        message = f"{message}（见第 {loaded.place.find_key(finding.other).span.line} 行）"
    path = loaded.place.source_at(finding.path, loaded.source).path
    span, fix = pencil.span(finding) or _span(loaded, finding), pencil.correction(finding)
    return Diagnostic(path, span, rule.code, rule.severity, message, finding.hint, fix)


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
