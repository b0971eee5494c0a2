"""Clean official text gives no finding. Each file of `clean` is a plan of another kind; a new case is a new file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipplan.pipeline import check

PLANS = sorted((Path(__file__).parent / "clean").glob("*.yaml"))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_no_finding(plan):
    found = check(plan).report.diagnostics
    assert [f"{one.span.line}:{one.span.column} {one.code} {one.message}" for one in found] == []


def test_there_is_text_enough_to_speak_of_a_rate():
    """One false alarm in 10,000 characters is the bar, so that none in twice as many means something."""
    written = sum(len(re.findall(r"[\u4e00-\u9fff]", plan.read_text("utf-8"))) for plan in PLANS)
    assert written > 20_000
