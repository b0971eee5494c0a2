"""All rules, in the order of their codes."""

from __future__ import annotations

from ipplan.diagnostics import Severity
from ipplan.rules import elements, references, schedule, sums, targets, units
from ipplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("IP201", "unit-not-in-register", Severity.WARNING, units.not_in_register),
    Rule("IP203", "undefined-reference", Severity.ERROR, references.undefined),
    Rule("IP204", "name-defined-twice", Severity.ERROR, references.defined_twice),
    Rule("IP205", "unpaired-braces", Severity.ERROR, references.unpaired_braces),
    Rule("IP206", "reference-not-filled", Severity.ERROR, references.not_filled),
    Rule("IP301", "schedule-not-understood", Severity.WARNING, schedule.not_understood),
    Rule("IP302", "impossible-date", Severity.ERROR, schedule.impossible_date),
    Rule("IP303", "ambiguous-deadline", Severity.WARNING, schedule.ambiguous),
    Rule("IP401", "quantity-not-understood", Severity.WARNING, targets.not_understood),
    Rule("IP410", "breakdown-does-not-add-up", Severity.ERROR, sums.not_adding_up),
    Rule("IP601", "undecided", Severity.WARNING, elements.undecided, blocks_issue=True),
    Rule("IP603", "issuer-unknown", Severity.ERROR, elements.issuer_unknown),
    Rule("IP604", "incomplete-document-number", Severity.ERROR, elements.incomplete_number),
    Rule("IP605", "foreign-document-number", Severity.WARNING, elements.foreign_code),
    Rule("IP606", "not-printed", Severity.WARNING, elements.not_printed),
)
