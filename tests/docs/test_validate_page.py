"""The page about `ipplan validate` names every code, format and option, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

from ipplan.cli.run import run
from ipplan.pipeline import check

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "validate.md").read_text("utf-8")


def test_options_and_formats_are_those_of_the_command(capsys):
    """What the help names is on the page, and the other way round."""
    assert run(["validate", "--help"]) == 0
    shown = capsys.readouterr().out
    options = set(re.findall(r"--[a-z-]+", shown)) - {"--help", "--format", "--output"}
    assert options == {option for option in re.findall(r"--[a-z][a-z-]+", PAGE) if option != "--draft"}
    for name in re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE):
        assert name in shown


def test_the_suppression_of_the_page_is_that_of_the_example():
    """The line shown stands in an example and does what the page says."""
    (line,) = re.findall(r"```yaml\n(.+)\n```", PAGE)
    plan = ROOT / "examples" / "sichuan-2023" / "plan.yaml"
    assert line in plan.read_text("utf-8").split("\n")
    checked = check(plan)
    assert checked.report.diagnostics == ()
    assert [one.finding.code for one in checked.suppressed] == ["IP601"] * 4
    assert checked.hindrances(draft=True) == ()
    assert len(checked.hindrances(draft=False)) == 4
