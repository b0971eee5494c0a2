"""What checking plans costs, counted in calls: clocks are no use on machines that others use as well."""

from dataclasses import replace

import pytest
from benchmarks.sample import plan

from ipplan.comparison import Comparison, comparable
from ipplan.pipeline import check
from ipplan.rules.punctuation_text import prose
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Finding
from kit.calls import count_calls

BUDGET = 30_000
"""So many calls of functions a plan of 10 kB may cost; today it is about 20,000."""


@pytest.fixture
def plans(tmp_path):
    """A function that writes so many plans of so many kB and says where they are."""

    def write(number, kilobytes=10):
        files = [tmp_path / f"{kilobytes}-{index}.plan.yaml" for index in range(number)]
        for index, file in enumerate(files):
            file.write_text(plan(index, kilobytes), encoding="utf-8")
        return files

    return write


def calls(files):
    """How many functions are called to check files and get them ready to be compared."""
    comparison = Comparison()

    def check_all():
        for file in files:
            comparison.take(comparable(check(file)))

    return count_calls(check_all)


def test_plans_cost_alike(plans):
    """Twenty plans cost twice what ten do, and each stays below the budget."""
    files = plans(20)
    calls(files)  # what is read and compiled once
    ten, twenty = calls(files[:10]), calls(files)
    assert ten / 10 < BUDGET
    assert 1.9 * ten < twenty < 2.1 * ten


def test_cost_grows_with_size(plans):
    """A plan of four times the size costs about four times as much, not sixteen."""
    small, large = plans(1, 10), plans(1, 40)
    calls(small + large)
    assert calls(large) < 5 * calls(small)


def test_pairs_are_noticed(plans, monkeypatch):
    """A rule that does something for each pair of texts is above the budget."""

    def compare_all(subject):
        words = [text.words for text in prose(subject)]
        return (Finding((), "") for one in words for two in words for _ in range(10) if len(one) > len(two) > 10**6)

    files = plans(1)
    assert calls(files) < BUDGET
    monkeypatch.setattr("ipplan.checker.RULES", (replace(RULES[0], check=compare_all),))
    assert calls(files) > BUDGET
