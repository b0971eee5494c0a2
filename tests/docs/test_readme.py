"""The plan in the two READMEs is a plan, becomes what they say, and its spoiled form gives the output shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipplan.cli.run import run
from ipplan.compiler import Compiler
from ipplan.pipeline import check
from kit.wordml import read_word

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["README.md", "README.zh-CN.md"])
def page(request) -> str:
    return (ROOT / request.param).read_text("utf-8")


def plan_in(page: str) -> str:
    (plan,) = re.findall(r"```yaml plan\n(.*?)```", page, re.DOTALL)
    return plan


def test_the_plan_becomes_what_the_page_says(page, tmp_path):
    """No findings, and the title and the sentence quoted stand in the docx."""
    path, docx = tmp_path / "plan.yaml", tmp_path / "paper.docx"
    path.write_text(plan_in(page), "utf-8")
    checked = check(path)
    assert checked.report.diagnostics == ()
    docx.write_bytes(Compiler().docx(checked, draft=False))
    paragraphs = [paragraph.text.replace("\n", "") for paragraph in read_word(docx).paragraphs]
    assert "关于印发2026年知识产权宣传工作计划的通知" in paragraphs
    assert "一、办好知识产权宣传周。4月20日至26日，各县区举办宣传活动不少于2场。" in paragraphs


def test_the_finding_is_the_one_shown(page, tmp_path, monkeypatch, capsys):
    """With 4月31日 the command prints what the page prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    Path("plan.yaml").write_text(plan_in(page).replace("20日至26日", "20日至31日"), "utf-8")
    assert run(["validate", "plan.yaml"]) == 1
    (shown,) = re.findall(r"```console\n\$ ipplan validate plan.yaml\n(.*?)```", page, re.DOTALL)
    assert capsys.readouterr().out == shown


def test_the_two_commands_are_targets(page):
    """`make demo` and `make test` are what the page says one can run."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= targets & set(re.findall(r"make ([a-z]+)", page))
