"""What the cache keeps of a plan: every kind of value comes back as it was, and nothing else is made of a file."""

import datetime
import json
from pathlib import Path
from pkgutil import resolve_name

import pytest

from ipplan.cli.checking import _verdict
from ipplan.cli.jobs import Task
from ipplan.cli.outcome import Outcome, Said
from ipplan.cli.records import _HOME, as_json, from_json
from ipplan.pipeline import check

ROOT = Path(__file__).parents[2]
PLANS = sorted([*(ROOT / "examples").glob("*/plan.yaml"), *(ROOT / "tests/rules/cases").rglob("*plan.yaml")])


def there_and_back(value):
    return from_json(json.loads(json.dumps(as_json(value))))


def kinds(value):
    """The names of the kinds in what is kept."""
    if isinstance(value, list):
        yield value[0]
        for one in value[1:]:
            yield from kinds(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from kinds(one)


def test_verdicts():
    """Those of all examples and cases, in which every kind is met that checking gives, and every fix."""
    met = set()
    for path in PLANS:
        verdict = _verdict(Task(path, path), check(path)).without_sources()
        again = there_and_back(verdict)
        # Facts are compared by identity and fixes not at all, so that what is written of them tells.
        assert (again.report, again.suppressed) == (verdict.report, verdict.suppressed)
        assert as_json(again) == as_json(verdict)
        met.update(kinds(as_json(verdict)))
    assert {*_HOME} - met == {"Outcome", "Said"}


def test_outcomes():
    """What `render` keeps."""
    outcome = Outcome(1, (Said("话", finding=True), Said("已生成", error=False)))
    assert there_and_back(outcome) == outcome


@pytest.mark.parametrize(
    "value", [None, True, 3, "", (), ((),), {"甲": ("乙",)}, Path("a/b"), datetime.date(2026, 3, 2)]
)
def test_plain_values(value):
    """And of what these are made."""
    assert there_and_back(value) == value
    assert type(there_and_back(value)) is type(value) or isinstance(value, Path)


@pytest.mark.parametrize("value", [object(), 1.5, b"", [1], {1}, ValueError("x")])
def test_nothing_else_is_kept(value):
    """What is of another kind is a mistake of ours, seen when it is written."""
    with pytest.raises(TypeError, match="not kept"):
        as_json(value)


@pytest.mark.parametrize("name", ["system", "os.system", "builtins:eval", "Path", "Baselines", "Memory"])
def test_nothing_else_is_made(name):
    """A cache that somebody else has written names kinds of ours only, which hold values and do nothing."""
    with pytest.raises(KeyError):
        from_json([name, "touch /tmp/harm"])


def test_homes():
    """Every kind is where it is said to be."""
    for name, home in _HOME.items():
        assert resolve_name(f"{home}:{name}").__name__ == name
