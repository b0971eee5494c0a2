"""Every hostile plan file is answered with one finding at its place, cheaply, by a process that goes on.

What each costs is printed by `python -m kit.hostile`; here the process has limits wide enough for a busy machine.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from ipplan.cli.run import run
from ipplan.yamltree.tree import MAX_NODES
from kit.hostile import CASES, GOOD, HEAD

MEMORY = 200
"""Peak of the process in MiB; 90,000 mistakes, each with its place, need some 170."""
CPU = 60
"""Seconds for all of them together; they take about four, and a reader that is exponential or quadratic never ends."""


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))


@pytest.fixture(scope="module")
def answers():
    """What one process answered, by name: code, line, MiB and words."""
    done = subprocess.run(
        [sys.executable, "-m", "kit.hostile"],
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limited,
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return {name: (code, int(line), int(memory), words) for name, code, line, _, memory, words in rows}


@pytest.mark.parametrize("name", CASES)
def test_answered(answers, name):
    """With the code and at the line where the harm begins, in Chinese."""
    code, line, _, words = answers[name]
    assert (code[: len(CASES[name].code)], line) == (CASES[name].code, CASES[name].line)
    assert bool(code) == bool(CASES[name].code)
    assert max(words) > "一"


def test_survived(answers):
    """A good plan is read after all of them, and memory has stayed within bounds."""
    code, _, memory, words = answers["a good plan"]
    assert (code, words) == ("", "no finding")
    assert memory < MEMORY


def test_one_run_over_all(tmp_path, capsys):
    """Given all at once, none keeps the others from being checked."""
    small = [name for name, case in CASES.items() if len(case.data) < 10_000]
    for number, name in enumerate(small):
        (tmp_path / f"{number:02}.plan.yaml").write_bytes(CASES[name].data)
    (tmp_path / "good.plan.yaml").write_text(GOOD, encoding="utf-8")
    assert run(["validate", str(tmp_path)]) == 1
    assert f"检查了 {len(small) + 1} 个文件" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["validate", "--fix"], ["render"], ["table", "--by", "unit"]])
@pytest.mark.parametrize("name", ["25,000 brackets", "merge keys", "alias bomb", "GBK", "NUL", "several documents"])
def test_other_commands(tmp_path, capsys, command, name):
    """Whatever reads plans reads them so."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(CASES[name].data)
    assert run([*command, str(path)]) == 1
    assert CASES[name].code in "".join(capsys.readouterr())
    assert path.read_bytes() == CASES[name].data


@pytest.mark.parametrize("beside", ["ipplan.yaml", "progress.yaml", "styles.yaml"])
@pytest.mark.parametrize("name", ["25,000 brackets", "merge keys", "alias bomb", "GBK", "NUL", "scalar of 10 MB"])
def test_other_files(tmp_path, capsys, beside, name):
    """So are the project file, the progress file and an office's sheet."""
    (tmp_path / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "ipplan.yaml").write_text("styles: styles.yaml\n", encoding="utf-8")
    (tmp_path / "styles.yaml").write_text("page.lines: 22\n", encoding="utf-8")
    (tmp_path / beside).write_bytes(CASES[name].data)
    assert run(["render", str(tmp_path)]) in (1, 3)
    assert beside in capsys.readouterr().err


def test_included_files_count_together(tmp_path, capsys):
    """Of two hundred files of the largest size one is read, and the limit is said once."""
    (tmp_path / "part.yaml").write_text("- 甲\n" * (MAX_NODES - 100), encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(HEAD + "    - include: part.yaml\n" * 200, encoding="utf-8")
    assert run(["validate", "--select", "IP0", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count(f"连同包含的文件，值的个数超过 {MAX_NODES} 的上限") == 1
