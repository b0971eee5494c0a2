"""Killing what writes files, at random points, and looking at what it leaves.

    PYTHONPATH=tests python -m kit.killing --batches 300 --writers 1000

A batch is `ipplan render` over several plans, killed somewhere between its start and its end. A writer does nothing but
write large files through `ipplan.output`, so that most kills hit it while it writes.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from ipplan.output import write_whole

PLAN = "plan: {title: 第{n}号计划, period: 2026年, body: [{task: 宣传, lead: 市科技局, due: 6月底前}]}\n"
PLANS = 4
OLD = b"old"
_COMMAND = [sys.executable, "-m", "ipplan", "render", ".", "-f", "docx", "-f", "csv"]


@dataclass(slots=True)
class Tally:
    """What was seen: kills, those that came before the end, temporary files that were left, and what was wrong."""

    rounds: int = 0
    hit: int = 0
    strays: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_batches(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Kill renders of several plans; each output must be whole, and a further render must leave nothing beside."""
    for number in range(PLANS):
        (folder / f"{number}.plan.yaml").write_text(PLAN.replace("{n}", str(number)), encoding="utf-8")
    started = time.monotonic()
    subprocess.run(_COMMAND, cwd=folder, check=True, capture_output=True)
    duration = time.monotonic() - started
    new = {path.name: path.read_bytes() for path in _files(folder)}
    outputs = [name for name in new if not name.endswith(".yaml")]
    tally = Tally()
    for _ in range(rounds):
        for name in outputs:
            (folder / name).write_bytes(OLD)
        _kill_after(chance.uniform(0.2, 1.0) * duration, folder, tally)
        _look(folder, new, tally)
        subprocess.run(_COMMAND, cwd=folder, check=True, capture_output=True)
        if {path.name: path.read_bytes() for path in _files(folder)} != new:
            tally.wrong.append(f"after the next run: {[path.name for path in _files(folder)]}")
    return tally


def _kill_after(seconds: float, folder: Path, tally: Tally) -> None:
    with subprocess.Popen(_COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()
        tally.rounds += 1
        tally.hit += process.wait() == -signal.SIGKILL


def kill_writers(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Kill processes that write one file after another."""
    new = {f"{number}.bin": os.urandom(1_000_000) for number in range(3)}
    tally = Tally()
    for _ in range(rounds):
        for name in new:
            (folder / name).write_bytes(OLD)
        child = _fork()
        if child == 0:
            _write_forever(folder, new)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        tally.rounds += 1
        tally.hit += 1
        _look(folder, new, tally)
    child = _fork()
    if child == 0:
        write_whole(folder / "0.bin", new["0.bin"])
        os._exit(0)
    os.waitpid(child, 0)
    if len(_files(folder)) != len(new):
        tally.wrong.append(f"after the next run: {[path.name for path in _files(folder)]}")
    return tally


def _fork() -> int:
    """A child process that does nothing but write files, so that threads of the parent do not matter to it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _write_forever(folder: Path, files: dict[str, bytes]) -> None:
    try:
        while True:
            for name, data in files.items():
                write_whole(folder / name, data)
    finally:
        os._exit(1)


def _look(folder: Path, new: dict[str, bytes], tally: Tally) -> None:
    """Each file must be the old or the new one; what is left of killed runs is counted."""
    for path in _files(folder):
        if path.name not in new:
            tally.strays += 1
        elif path.read_bytes() not in (OLD, new[path.name]):
            tally.wrong.append(f"{path.name} has {path.stat().st_size} bytes")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def main() -> None:
    """Print what was seen; the exit code is 1 if a file was half or a temporary file stayed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batches", type=int, default=300)
    parser.add_argument("--writers", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    wrong: list[str] = []
    for kill, rounds in ((kill_batches, wanted.batches), (kill_writers, wanted.writers)):
        with tempfile.TemporaryDirectory() as name:
            tally = kill(Path(name), rounds, random.Random(wanted.seed))
        print(f"{kill.__name__}: {tally.rounds} kills, {tally.hit} before the end, {tally.strays} temporary files seen")
        wrong += tally.wrong
    print("\n".join(wrong) or "every file whole, no temporary file outlived the next run")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
