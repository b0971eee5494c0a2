"""Every code has a page; its wrong example gives exactly this code, its right one nothing; docs/rules is up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ipplan.cli.run import run
from ipplan.codes import described
from ipplan.explanations import explain
from ipplan.resources import templates_folder
from kit.rule_pages import pages

ROOT = Path(__file__).parents[2]
NOT_SHOWN = {
    "IP001": "a page of Markdown is UTF-8 itself",
    "IP006": "a plan beyond the limits is too long for a page",
    "IP100": "it comes behind two hundred findings of other codes",
}
"""Codes whose wrong example is described in words instead; tests/loader has files for them."""

EXPLAINED = sorted(path.stem for path in (templates_folder() / "rules").glob("*.md"))


def codes_in(files, folder, monkeypatch, capsys):
    """The codes that `ipplan validate .` finds in the files of an example."""
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(folder)
    run(["validate", ".", "-f", "json"])
    return {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}


def test_every_code_has_a_page():
    assert sorted(described()) == EXPLAINED


@pytest.mark.parametrize("code", [code for code in EXPLAINED if code not in NOT_SHOWN])
def test_wrong_example_gives_exactly_this_code(code, tmp_path, monkeypatch, capsys):
    page = explain(code)
    files = page.files(page.wrong)
    assert files
    assert codes_in(files, tmp_path, monkeypatch, capsys) == {code}


@pytest.mark.parametrize("code", EXPLAINED)
def test_right_example_gives_nothing(code, tmp_path, monkeypatch, capsys):
    page = explain(code)
    files = page.files(page.right)
    assert files
    assert codes_in(files, tmp_path, monkeypatch, capsys) == set()


def test_pages_of_the_docs_are_fresh():
    """`make rules` writes them."""
    folder = ROOT / "docs" / "rules"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == pages()


def test_the_command_shows_the_page(capsys):
    assert run(["explain", "ip303"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("IP303 时限有歧义\n")
    assert "    due: 2026年6月前" in shown
    assert "```" not in shown


def test_the_command_without_a_code_lists_all(capsys):
    assert run(["explain"]) == 0
    shown = capsys.readouterr().out
    assert all(f"{one.code} {one.severity.word} {one.title}" in shown for one in described().values())


def test_an_unknown_code_is_wrong_usage(capsys):
    assert run(["explain", "IP9999"]) == 2
    assert "没有“IP9999”这个问题代码" in capsys.readouterr().err
