"""The hooks that pre-commit finds in this repository: which files they take, and that their commands check."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from ipplan.cli.run import run

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
CHANGED = {"ipplan-validate", "ipplan-fix", "ipplan-validate-all"}
RIGHT = "version: 2\nplan:\n  title: 2026年知识产权工作计划\n  body:\n    - 加大专利行政执法力度。\n"
WRONG = RIGHT.replace("plan:", "paln:")


def called(hook, files):
    """The exit code of a hook's command as pre-commit calls it: the changed files behind it, unless it wants none."""
    program, *words = shlex.split(hook["entry"])
    assert program == "ipplan"
    return run([*words, *(files if hook.get("pass_filenames", True) else [])])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("plan.yaml", CHANGED),
        ("2026/宣传周/plan.yaml", CHANGED),
        ("2026/春季.plan.yaml", CHANGED),
        ("2026/ipplan.yaml", CHANGED),
        ("2026/保护.yaml", {"ipplan-validate-all"}),
        ("workplan.yaml", {"ipplan-validate-all"}),
        ("my-ipplan.yaml", {"ipplan-validate-all"}),
        ("plan.yaml.bak", set()),
        ("plan.yml", set()),
        ("README.md", set()),
    ],
)
def test_files(name, wanted):
    assert {one for one, hook in HOOKS.items() if re.search(hook["files"], name)} == wanted


@pytest.mark.parametrize("name", HOOKS)
def test_a_wrong_plan_stops_the_commit(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for text, code in ((RIGHT, 0), (WRONG, 1)):
        (tmp_path / "春季.plan.yaml").write_text(text, encoding="utf-8")
        assert called(HOOKS[name], ["春季.plan.yaml"]) == code
    assert "没有“paln”这个键" in capsys.readouterr().out


def test_the_hook_that_corrects(tmp_path, monkeypatch):
    """It changes the file, at which pre-commit stops the commit; the second time there is nothing to change."""
    monkeypatch.chdir(tmp_path)
    plan = tmp_path / "plan.yaml"
    plan.write_text(RIGHT.replace("加大", "加强宣传,加大"), encoding="utf-8")
    for _ in range(2):
        assert called(HOOKS["ipplan-fix"], ["plan.yaml"]) == 0
        assert plan.read_text("utf-8") == RIGHT.replace("加大", "加强宣传，加大")


def test_only_the_hook_for_all_plans_sees_a_wrong_part(tmp_path, monkeypatch):
    """What a plan includes is no plan, so that the hook for changed plans is not asked about it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(f"{RIGHT}    - include: 保护.yaml\n", encoding="utf-8")
    (tmp_path / "保护.yaml").write_text("- secton: 保护\n", encoding="utf-8")
    assert called(HOOKS["ipplan-validate-all"], ["保护.yaml"]) == 1


def test_the_page_names_the_hooks():
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(ipplan-[a-z-]+)`", page, re.MULTILINE)) == set(HOOKS)
