"""The page about views is executed: its progress file fits the starter, its commands run."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from formats.figures import words_of
from ipplan.cli.run import run
from ipplan.formats import By, Format
from ipplan.pipeline import check
from ipplan.terms.status import STATUSES

PAGE = (Path(__file__).parents[2] / "docs" / "views.md").read_text("utf-8")
COMMANDS = [line for fence in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL) for line in fence.splitlines()]


@pytest.fixture
def starter(tmp_path, monkeypatch):
    """The plan that `ipplan new` writes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "."]) == 0
    return tmp_path


@pytest.mark.usefixtures("starter", "chinese_fonts", "stopped_at_once")
@pytest.mark.parametrize("command", COMMANDS)
def test_commands(command):
    """Every command of the page runs; the preview runs until it is interrupted."""
    arguments = shlex.split(command)[1:]
    assert run(arguments) == (130 if arguments[0] == "preview" else 0)


def test_progress_file(starter):
    """The progress file of the page is about the starter, and has no mistakes."""
    shown = next(fence for fence in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if fence.startswith("tasks"))
    (starter / "progress.yaml").write_text(shown, "utf-8")
    checked = check(starter / "plan.yaml")
    assert checked.report.diagnostics == ()
    assert checked.progress is not None
    assert "、".join(f"`{status}`" for status in STATUSES) in PAGE


def test_outputs():
    """The project file of the page names formats that exist."""
    shown = next(fence for fence in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if fence.startswith("outputs"))
    assert {*yaml.safe_load(shown)["outputs"]} <= {*map(str, Format)}


def test_names(starter, capsys):
    """What the commands write is called as the page says."""
    (starter / "春季.plan.yaml").write_text((starter / "plan.yaml").read_text("utf-8"), "utf-8")
    for way, name in {"unit": "按单位", "date": "按时限", "section": "按章节", "status": "按状态"}.items():
        capsys.readouterr()
        assert run(["table", "春季.plan.yaml", "--by", way, "-f", "csv"]) == 0
        assert capsys.readouterr().out == f"已生成 春季-{name}.csv\n"
        assert f"“{name}”" in PAGE or f"-{name}." in PAGE


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "md", "csv"])
@pytest.mark.parametrize("way", [str(way) for way in By])
def test_lists_in_every_format(starter, way, form):
    """Each way of listing, in each format that shows lists, names the tasks of the plan."""
    assert run(["table", "plan.yaml", "--by", way, "-f", form, "-o", "lists"]) == 0
    (made,) = (starter / "lists").iterdir()
    assert "知识产权" in words_of(Format(form), made)
