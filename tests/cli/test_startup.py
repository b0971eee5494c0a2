"""What a command loads: imports are most of the time that a small command takes."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
LIBRARIES = {re.match(r"[\w-]+", one)[0].lower() for one in NEEDED} - {"typer"}
HEAVY = {name for name, owners in packages_distributions().items() if {owner.lower() for owner in owners} & LIBRARIES}
"""The packages of every library that ipplan needs, but for that of the command line."""
LOADED = """
import sys
from ipplan.cli.run import run
code = run(sys.argv[1:])
print("LOADED", *sys.modules, file=sys.stderr)
sys.exit(code)
"""


def loaded(*arguments):
    """The packages that a command loads."""
    command = [sys.executable, "-c", LOADED, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {name.partition(".")[0] for name in run.stderr.partition("LOADED")[2].split()}


def test_what_is_heavy():
    """Libraries of all kinds are among them, also those of extras."""
    assert {"pydantic", "lxml", "watchfiles", "markdown_it", "typst"} <= HEAVY


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_nothing_heavy(option):
    """The first help page and the version need the command line only."""
    assert loaded(option) & HEAVY == set()


def test_help_of_the_preview_loads_no_server():
    """A help page shows what a command takes, and needs nothing that the command does."""
    assert loaded("preview", "--help") & {*HEAVY, "http", "webbrowser"} == set()


def test_version_loads_no_command_line():
    """The version alone needs nothing, and is the one that the command line would say."""
    command = [sys.executable, "-X", "importtime", "-m", "ipplan", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "typer" not in run.stderr
    said = subprocess.run([sys.executable, "-c", LOADED, "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == said.stdout


def test_second_run_loads_no_writer(write):
    """Seeing that nothing has changed needs neither what reads plans nor what writes papers."""
    write("a/plan.yaml")
    assert {"jinja2", "yaml", "pydantic"} <= loaded("render", "a")
    assert loaded("render", "a") & HEAVY == set()


def test_docx_is_written_without_a_library(write):
    """A docx is text in a zip file; what only reads such files is not loaded for it."""
    write("plan.yaml")
    assert loaded("render", ".", "--no-cache") & HEAVY == {"pydantic", "yaml", "jinja2", "markupsafe"} & HEAVY


def test_validate_loads_no_writer(write):
    """Checking a plan loads neither what composes nor what writes."""
    write("plan.yaml")
    write("ipplan.yaml", "office: {name: 甲局}\n")
    assert loaded("validate", ".") & HEAVY == {"pydantic", "yaml"}


def test_second_check_loads_no_rules(write):
    """Nor does seeing that nothing has changed, plans being compared, need models, rules or what reads plans."""
    write("a.plan.yaml")
    write("b.plan.yaml", "plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n")
    assert {"pydantic", "yaml"} <= loaded("validate", ".", "--cache", "--fail-on", "never")
    assert loaded("validate", ".", "--cache", "--fail-on", "never") & HEAVY == set()
