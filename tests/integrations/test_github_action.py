"""`action.yml`: its steps are run in a folder like that of a job, with a stand-in for what the network brings."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ipplan.cli.validating import THRESHOLDS

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
RIGHT = "version: 2\nplan:\n  title: 2026年知识产权工作计划\n  body:\n    - 加大专利行政执法力度。\n"
WRONG = RIGHT.replace("plan:", "paln:")
ODD = RIGHT.replace("力度。", "力度,健全机制。")

pytestmark = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash")

STAND_IN = f"""#!{sys.executable}
import os, pathlib, sys
if sys.argv[1:3] == ["-m", "venv"]:
    programs = pathlib.Path(sys.argv[3], "bin")
    programs.mkdir(parents=True)
    for name in ("python", "ipplan"):
        program = programs / name
        program.write_text(pathlib.Path(sys.argv[0]).read_text())
        program.chmod(0o755)
elif pathlib.Path(sys.argv[0]).name == "ipplan":
    os.execv({sys.executable!r}, [{sys.executable!r}, "-m", "ipplan", *sys.argv[1:]])
else:
    with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
        calls.write("\\0".join(sys.argv[1:]) + "\\n")
"""
"""A Python that makes an environment in which pip only notes its words, and `ipplan` is the one that is tested."""


@pytest.fixture
def job(tmp_path):
    """Runs the action in a checkout with these files and inputs."""
    checkout, python = tmp_path / "work" / "plans", tmp_path / "python"
    checkout.mkdir(parents=True)
    python.write_text(STAND_IN)
    python.chmod(0o755)

    def work(files, **inputs):
        for name, text in files.items():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            (checkout / name).write_text(text, encoding="utf-8")
        given = {name: wanted["default"] for name, wanted in ACTION["inputs"].items()} | inputs
        known = {f"inputs.{name}": value for name, value in given.items()}
        known["steps.python.outputs.python-path"] = str(python)
        surroundings = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(checkout),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "CALLS": str(tmp_path / "calls"),
        }
        return run_steps(known, checkout, surroundings)

    work.checkout, work.calls = checkout, tmp_path / "calls"
    return work


def run_steps(known, checkout, surroundings):
    """What the shell steps do, one after the other until one fails, as GitHub runs them."""
    done = None
    for step in STEPS:
        if "run" not in step:
            continue
        assert step["shell"] == "bash"
        settings = {name: filled(text, known) for name, text in step["env"].items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", filled(step["run"], {})]
        done = subprocess.run(
            command, cwd=checkout, env=os.environ | surroundings | settings, capture_output=True, check=False
        )
        if done.returncode:
            break
    return done.returncode, done.stdout.decode()


def filled(text, known):
    """A text with its `${{ }}` filled in; KeyError where the action names what there is not."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], text)


def test_findings_are_annotations_and_fail_the_job(job):
    code, shown = job({"宣传/plan.yaml": WRONG, "plan.yaml": RIGHT})
    assert code == 1
    assert "::error file=宣传/plan.yaml,line=2,col=1," in shown


def test_a_right_plan_passes(job):
    code, shown = job({"plan.yaml": RIGHT})
    assert code == 0
    assert "::" not in shown


def test_what_is_installed_is_the_checkout_of_the_action(job):
    job({"plan.yaml": RIGHT})
    words = job.calls.read_text("utf-8").strip().split("\0")
    assert words[:3] == ["-m", "pip", "install"]
    assert words[-1] == str(ROOT)
    assert Path(words[words.index("--constraint") + 1]).is_file()


@pytest.mark.parametrize(
    ("inputs", "code", "shown"),
    [
        ({}, 0, True),
        ({"fail-on": "warning"}, 1, True),
        ({"fail-on": "warning", "ignore": "IP501,IP503"}, 0, False),
        ({"fail-on": "warning", "select": "IP3"}, 0, False),
    ],
)
def test_inputs_for_findings(job, inputs, code, shown):
    exit_code, output = job({"plan.yaml": ODD}, **inputs)
    assert (exit_code, "title=IP501" in output) == (code, shown)


def test_paths_may_be_several_and_have_spaces(job):
    files = {"a b/plan.yaml": WRONG, "c.plan.yaml": WRONG, "d/plan.yaml": WRONG}
    code, shown = job(files, paths="a b\nc.plan.yaml\n")
    assert code == 1
    assert set(re.findall("file=([^,]+)", shown)) == {"a b/plan.yaml", "c.plan.yaml"}


def test_an_input_is_never_run_as_a_part_of_the_script(job):
    code, _ = job({"plan.yaml": RIGHT}, paths='."; touch injected; "', select="$(touch injected)")
    assert code != 0
    assert not (job.checkout / "injected").exists()


def test_sarif_is_written_beside(job):
    code, shown = job({"plan.yaml": WRONG}, **{"sarif-file": "ipplan.sarif"})
    assert code == 1
    assert "::error" in shown
    report = json.loads((job.checkout / "ipplan.sarif").read_text("utf-8"))
    assert [one["ruleId"] for one in report["runs"][0]["results"]] == ["IP101"]


def test_every_input_is_used_and_on_the_page():
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    rows = dict(re.findall(r"^\| `([\w-]+)` \|.*\| ([^|]+) \|$", PAGE.partition("## GitHub")[2], re.MULTILINE))
    assert set(rows) == set(ACTION["inputs"])
    for name, wanted in ACTION["inputs"].items():
        assert rows[name] == f"`{wanted['default']}`" if wanted["default"] else "`" not in rows[name]
    assert ACTION["inputs"]["fail-on"]["default"] in THRESHOLDS


def test_the_workflow_of_the_page_fits_the_action():
    (text,) = re.findall(r"```yaml \.github/workflows/\S+\n(.*?)```", PAGE, re.DOTALL)
    steps = yaml.safe_load(text)["jobs"]["validate"]["steps"]
    (ours,) = [step for step in steps if step["uses"].startswith("ipplan/")]
    assert set(ours["with"]) <= set(ACTION["inputs"])
    assert steps[-1]["with"]["sarif_file"] == ours["with"]["sarif-file"]
