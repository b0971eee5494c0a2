"""How the tests of the command line run it: inside this process, or as a program of its own."""

import os
import subprocess
import sys
from typing import NamedTuple

import pytest

from ipplan.cli.run import run

PLAN = """\
plan:
  title: 计划
  body: [内容。]
"""


class Outcome(NamedTuple):
    """What a run of the command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _no_actions(monkeypatch):
    """The tests expect text also when they run inside Actions."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def ipplan(capsys):
    """Run the command line inside this process."""

    def ipplan(*arguments):
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return ipplan


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which the command line runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder):
    """Write files below the folder: a path, and the text or bytes (a small plan if not given)."""

    def write(name, content=PLAN):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def start(*arguments, python=(), text=True, **environment):
    """Run the command line as a program of its own, with more environment where given."""
    command = [sys.executable, *python, "-m", "ipplan", *map(str, arguments)]
    variables = {**os.environ, "PYTHONUTF8": "1", **environment}
    encoding = "utf-8" if text else None
    return subprocess.run(command, capture_output=True, text=text, encoding=encoding, env=variables, check=False)


@pytest.fixture
def program():
    """The function `start`."""
    return start


def files(folder):
    """All files below a folder, hidden ones too, as sorted relative paths."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def left(folder):
    """A function that lists what is in the folder."""
    return lambda: files(folder)
