"""Moving plans of format 1 to format 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipplan.cli.run import run
from ipplan.migrate import migrate
from ipplan.pipeline import check
from ipplan.source import Source

OLD = """\
# 年度计划，注释要留着
version: 1     # 第一版

plan:
  title: 计划
  owner_style: line   # 责任单位另起一行
  body:
    - task: 甲        # 任务
      lead:   市科技局
      text: 开展活动，owner_style 是旧键。
  attachments:
    - {title: 附件, owner_style: "none", body: [文。]}
"""
NEW = """\
# 年度计划，注释要留着
version: 2     # 第一版

plan:
  title: 计划
  print: {owners: line}   # 责任单位另起一行
  body:
    - task: 甲        # 任务
      lead:   市科技局
      text: 开展活动，owner_style 是旧键。
  attachments:
    - {title: 附件, print: {owners: none}, body: [文。]}
"""


def test_only_what_must_change_changes():
    """Keys and the version are edited in place; comments, spaces, order and texts stay."""
    text, changes = migrate(Source(Path("plan.yaml"), OLD))
    assert text == NEW
    assert [(change.line, change.before) for change in changes] == [
        (2, "1"), (6, "owner_style: line"), (12, 'owner_style: "none"'),
    ]  # fmt: skip


def test_twice_is_once():
    """A plan in the present format stays as it is."""
    assert migrate(Source(Path("plan.yaml"), NEW)) == (NEW, ())


@pytest.mark.parametrize("text", ["", "- a\n", "plan: [\n", "version: 3\nplan: {owner_style: line}\n"])
def test_what_is_no_old_plan_stays(text):
    """Files that are broken, empty or of another version are left alone."""
    assert migrate(Source(Path("plan.yaml"), text)) == (text, ())


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_command(tmp_path, capsys, ends, mark):
    """The command rewrites the file with its own line ends and mark, and the result is a plan without findings."""
    path = tmp_path / "plan.yaml"
    path.write_bytes((mark + OLD.replace("\n", ends)).encode())
    assert [found.code for found in check(path).report.diagnostics] == ["IP010"]
    assert run(["migrate", str(tmp_path), "--diff"]) == 0
    assert "+  print: {owners: line}   # 责任单位另起一行" in capsys.readouterr().out
    assert path.read_bytes() == (mark + OLD.replace("\n", ends)).encode()
    assert run(["migrate", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}：改了 3 处\n"
    assert path.read_bytes() == (mark + NEW.replace("\n", ends)).encode()
    assert check(path).report.diagnostics == ()
    assert run(["migrate", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}：已经是新格式，不用改\n"
