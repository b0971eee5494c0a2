"""The examples of `docs/scale.md` are run: every plan is in exactly one job, on GitHub as on GitLab."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ipplan.cache import LIMIT
from ipplan.cli import rendering, validating

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")


def example(name):
    return yaml.safe_load(re.search(rf"```yaml {re.escape(name)}\n(.*?)```", PAGE, re.DOTALL)[1])


def github_jobs():
    """The lines of the jobs of the matrix, as GitHub fills them in."""
    job = example(".github/workflows/papers.yml")["jobs"]["render"]
    (line,) = (step["run"] for step in job["steps"] if "ipplan render" in step.get("run", ""))
    return [line.replace("${{ matrix.shard }}", str(shard)) for shard in job["strategy"]["matrix"]["shard"]]


def gitlab_jobs():
    """The lines of the parallel jobs, as GitLab fills them in."""
    job = example(".gitlab-ci.yml")["papers"]
    (line,) = job["script"]
    numbers = range(1, job["parallel"] + 1)
    filled = (line.replace("$CI_NODE_INDEX", str(number)) for number in numbers)
    return [one.replace("$CI_NODE_TOTAL", str(job["parallel"])) for one in filled]


@pytest.mark.parametrize("jobs", [github_jobs(), gitlab_jobs()], ids=["github", "gitlab"])
def test_each_plan_once(jobs, tmp_path):
    """Eight jobs, of which each makes its papers, and none makes one of another's."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for index in range(10):
        (plans / f"{index}.plan.yaml").write_text("plan: {title: 计划, body: [内容。]}\n", "utf-8")
    assert len(jobs) == 8
    made = []
    for line in jobs[:3] + jobs[-1:]:
        arguments = line.removeprefix("ipplan ").split()
        run = subprocess.run(
            [sys.executable, "-m", "ipplan", *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        made += run.stdout.splitlines()
    assert len(made) == len(set(made))
    assert len(made) in {5, 6}


def test_figures():
    """The figures that the page names are those of the program."""
    for worth in (rendering._WORTH_A_WORKER, validating._WORTH_A_WORKER):
        assert f"不到 {2 * worth} 份用一个进程" in PAGE
        assert f"按每 {worth} 份一个" in PAGE
    assert LIMIT == 1024**3
    assert "缓存最大约 1 GB" in PAGE
