"""The script lines of `docs/ci.md` for GitLab and others are run; a job collects the reports that they write."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from ipplan.cli.run import run

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text("utf-8")
RIGHT = "version: 2\nplan:\n  title: 2026年知识产权工作计划\n  body:\n    - 加大专利行政执法力度。\n"
WRONG = RIGHT.replace("plan:", "paln:")


def job():
    """The GitLab job on the page."""
    (text,) = re.findall(r"```yaml \.gitlab-ci\.yml\n(.*?)```", PAGE, re.DOTALL)
    (one,) = yaml.safe_load(text).values()
    return one


def lines():
    """Every line of a script on the page that checks."""
    (shell,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    return [*job()["script"], *shell.splitlines()]


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout in which the job runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("line", lines())
@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (WRONG, 1)])
def test_lines_check(line, text, code, checkout):
    (checkout / "plan.yaml").write_text(text, encoding="utf-8")
    program, *words = shlex.split(line)
    assert program == "ipplan"
    assert run(words) == code
    ET.parse(checkout / "ipplan-junit.xml")


def test_gitlab_collects_what_is_written(checkout):
    (checkout / "宣传").mkdir()
    (checkout / "宣传" / "plan.yaml").write_text(WRONG, encoding="utf-8")
    for line in job()["script"]:
        run(shlex.split(line)[1:])
    reports = job()["artifacts"]["reports"]
    (finding,) = json.loads((checkout / reports["codequality"]).read_text("utf-8"))
    assert finding["location"] == {"path": "宣传/plan.yaml", "lines": {"begin": 2, "end": 2}}
    suite = ET.parse(checkout / reports["junit"]).getroot()
    assert [one.get("name") for one in suite.iter("testcase")]
    assert len(list(suite.iter("failure"))) == 1
