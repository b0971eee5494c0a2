"""`--jobs`: several processes make what one makes, say what one says, and end cleanly however they end."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from pkgutil import resolve_name

import pytest

from ipplan.cli import workers
from ipplan.cli.workers import WorkerDied, in_order, sensible_jobs

WRONG = "plan: {titel: 计划}\n"
VAGUE = "plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n"
children = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")


def nothing_known(_item):
    return None


def function(name):
    """What a worker calls to get a function of the standard library; it can be sent to another process."""
    return partial(resolve_name, name)


def batch(write, number):
    """Plans, some of them wrong, in a project."""
    write("ipplan.yaml", "units: []\n")
    for index in range(number):
        content = {3: WRONG, 5: VAGUE}.get(index % 7)
        write(f"{index:03}.plan.yaml", *([content] if content else []))


def papers(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_jobs_change_nothing(program, folder, write):
    """With one process and with three: the same bytes, the same messages in the same order, the same exit code."""
    batch(write, 30)
    one = program("render", ".", "-o", "out", "-j", "1", "-f", "docx", "-f", "md")
    made = papers(folder / "out")
    assert len(made) == 52
    for name in made:
        (folder / "out" / name).unlink()
    three = program("render", ".", "-o", "out", "-j", "3", "-f", "docx", "-f", "md")
    assert (one.returncode, one.stdout, one.stderr) == (three.returncode, three.stdout, three.stderr)
    assert one.returncode == 1
    assert papers(folder / "out") == made


def test_nonsense(ipplan, write):
    """A number of processes that is none is a mistake in using the command."""
    write("plan.yaml")
    assert ipplan("render", ".", "--jobs", "0").code == 2
    assert ipplan("render", ".", "--jobs", "两").code == 2


def test_sensible(monkeypatch):
    """Few plans are not worth a process of their own; many take all processors, and no more."""
    monkeypatch.setattr(workers, "_processors", lambda: 4)
    assert [sensible_jobs(number, 20) for number in (0, 1, 39, 40, 79, 80, 57_000)] == [1, 1, 1, 2, 3, 4, 4]


def test_order_and_what_is_known():
    """Results stand in the order of the items; what is known is not done, and nothing starts without need."""
    numbers = range(40)
    known = {number: -1.0 for number in numbers if number % 3}
    assert list(in_order(numbers, known.get, function("math:sqrt"), 2)) == [
        -1.0 if number % 3 else number**0.5 for number in numbers
    ]
    assert list(in_order([1, 2], lambda _: 0, function("no.such:thing"), 2)) == [0, 0]


def test_mistake_of_ours_shows_itself():
    """An exception in a worker is the exception that it would be here."""
    with pytest.raises(ValueError, match="math"):
        list(in_order([4, -1], nothing_known, function("math:sqrt"), 2))


def test_worker_dies():
    """A worker that ends by itself is said, with the item at which it is missed."""
    with pytest.raises(WorkerDied, match="中途被终止，做到 7 停了"):
        list(in_order([7, 8, 9], nothing_known, function("os:_exit"), 2))


@pytest.fixture
def running(write):
    """Start a long batch with two workers, wait until it has begun to write; returns the process."""
    batch(write, 400)
    command = [sys.executable, "-m", "ipplan", "render", ".", "-o", "out", "-j", "2"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    variables = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, **pipes, text=True, encoding="utf-8", env=variables, start_new_session=True)
    assert "已生成" in process.stdout.readline()
    yield process
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def workers_of(process):
    """The processes that a process has started and that do the work."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(number) for number in found if b"spawn_main" in Path(f"/proc/{number}/cmdline").read_bytes()]


def whole_or_nothing(folder):
    """Whether nothing but whole papers was left."""
    return all(name.endswith(".docx") and data[-22:-18] == b"PK\5\6" for name, data in papers(folder / "out").items())


@children
def test_killed_worker(folder, running):
    """When the system kills a worker, the run says so and ends with 3; it neither hangs nor shows a traceback."""
    os.kill(workers_of(running)[0], signal.SIGKILL)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 3
    assert "一个工作进程中途被终止" in err
    assert "Traceback" not in err
    assert all(data[:2] == b"PK" for name, data in papers(folder / "out").items() if name.endswith(".docx"))


@children
def test_interrupted(folder, running):
    """Ctrl-C reaches the whole group of processes: 130, one line, only whole files."""
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err.endswith("ipplan: 已中断\n")
    assert "Traceback" not in err
    assert whole_or_nothing(folder)


@children
def test_killed_parent(running):
    """Workers do not outlive the process that gave them their work, even if it could not say good-bye."""
    orphans = workers_of(running)
    assert orphans
    running.kill()
    running.wait()
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{number}").exists() for number in orphans) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{number}").exists() for number in orphans)
