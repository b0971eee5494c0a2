"""All rules, in the order of their codes; each family has a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipplan.rules.across_registry import ACROSS
from ipplan.rules.registry.elements import ELEMENTS
from ipplan.rules.registry.project import PROJECT
from ipplan.rules.registry.schedule import SCHEDULE
from ipplan.rules.registry.targets import TARGETS
from ipplan.rules.registry.units import UNITS
from ipplan.rules.registry.wording import WORDING

if TYPE_CHECKING:
    from ipplan.model.project import Project
    from ipplan.rules.across import AcrossRule
    from ipplan.rules.rule import Rule, Subject

RULES: tuple[Rule[Subject], ...] = (*UNITS, *SCHEDULE, *TARGETS, *WORDING, *ELEMENTS)
"""The rules that look at one plan."""

PROJECT_RULES: tuple[Rule[Project], ...] = PROJECT
"""The rules about the project file, which is checked once for all its plans."""

ACROSS_RULES: tuple[AcrossRule, ...] = ACROSS
"""The rules that look at all plans of a run together."""

EVERY_RULE: tuple[Rule[Any] | AcrossRule, ...] = (*RULES, *PROJECT_RULES, *ACROSS_RULES)
