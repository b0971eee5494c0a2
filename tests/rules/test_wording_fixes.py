"""What a finding of wording offers as a fix: put in, that finding is gone and none of its code comes in its place."""

import re
from pathlib import Path

import pytest
import yaml

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject

CASES = Path(__file__).parent / "cases"
LATER = {rule.code: rule for rule in RULES if "IP525" <= rule.code < "IP570"}
WITHOUT_FIX = {"IP525", "IP532", "IP533", "IP539", "IP540", "IP541", "IP546", "IP547", "IP548", "IP550", "IP551"}
"""Where only a person can say what was meant."""


def read(path):
    """A plan as the loader sees it: every scalar is text."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def fixable(plan, rule):
    """The findings with a fix, and how many there are in all."""
    found = list(rule.check(Subject(PlanFile.model_validate(plan), Project())))
    return [one for one in found if one.fix is not None], len(found)


def put_in(plan, finding):
    """The plan with the fix in the place of the excerpt; a paragraph may be a plain string instead of `text:`."""
    *steps, key = finding.path
    if isinstance(value_at(plan, steps), str):
        *steps, key = steps
    holder = value_at(plan, steps)
    words = holder[key]
    starts = [found.start() for found in re.finditer(re.escape(finding.excerpt), words)]
    start = starts[finding.occurrence]
    holder[key] = words[:start] + finding.fix.replacement + words[start + len(finding.excerpt) :]


def value_at(plan, steps):
    for step in steps:
        plan = plan[step]
    return plan


def fixes():
    """Every fix that the cases of the rules show: the plan file, the rule, and which of its fixes it is."""
    for expected in sorted(CASES.glob("*/expected.txt")):
        path = expected.with_name("plan.yaml")
        for code in sorted(set(re.findall(r"^plan.yaml:.* (IP\d+) ", expected.read_text("utf-8"), re.MULTILINE))):
            if code in LATER:
                found, _ = fixable(read(path), LATER[code])
                for index in range(len(found)):
                    yield pytest.param(path, LATER[code], index, id=f"{path.parent.name}-{code}-{index}")


FIXES = list(fixes())


@pytest.mark.parametrize(("path", "rule", "index"), FIXES)
def test_fixed(path, rule, index):
    plan = read(path)
    found, before = fixable(plan, rule)
    put_in(plan, found[index])
    assert fixable(plan, rule)[1] == before - 1


def test_every_other_rule_has_a_fix():
    """A rule that offers no fix is in the list above, and no other."""
    assert set(LATER) - {fix.values[1].code for fix in FIXES} == WITHOUT_FIX
