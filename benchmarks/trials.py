"""Contestants taking turns, and their ratios beside the bars."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.processes import with_bytecode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTESTANTS = Path(__file__).parent / "contestants"
JIAXING = Path(__file__).parents[1] / "examples" / "jiaxing-2008" / "plan.yaml"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a process took: CPU and wall seconds of all of it, MiB at its peak, CPU seconds of a piece of its work."""

    cpu: float
    wall: float
    memory: float
    piece: float


def trial(command: Sequence[str | Path], folder: Path | None = None) -> Trial:
    """Run a contestant to its end; what it prints, if anything, are the seconds of its pieces, the first being warm-up.

    Raises:
        RuntimeError: if it fails.
    """
    began = time.perf_counter()
    with tempfile.TemporaryFile() as printed:
        with subprocess.Popen(
            [str(part) for part in command], cwd=folder, env=with_bytecode(), stdout=printed
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        printed.seek(0)
        words = printed.read()
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    pieces = json.loads(words) if words.startswith(b"[") else [0.0]
    return Trial(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, median(pieces[1:] or pieces))


def taking_turns(commands: Mapping[str, Sequence[str | Path]], rounds: int) -> dict[str, Trial]:
    """The best of each contestant over so many rounds, in which each has its turn."""
    trials: dict[str, list[Trial]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            trials[name].append(trial(command))
    return {
        name: Trial(*(min(getattr(one, figure) for one in these) for figure in ("cpu", "wall", "memory", "piece")))
        for name, these in trials.items()
    }


def own(what: str, times: int, *arguments: str | Path) -> list[str | Path]:
    """The command of a contestant of ours."""
    return [sys.executable, CONTESTANTS / "own.py", what, str(times), *arguments]


def compare(title: str, figure: str, trials: Mapping[str, Trial], bars: Mapping[str, float]) -> None:
    """Print a figure of each contestant, and the ratio of the first to it beside the bar for that ratio."""
    names = list(trials)
    first = getattr(trials[names[0]], figure)
    print(f"\n{title}  [{figure}{', MiB' if figure == 'memory' else ', ms'}]")
    for name in names:
        value = getattr(trials[name], figure)
        shown = value if figure == "memory" else value * 1000
        ratio = f"{first / value:10.3f}" if name != names[0] else " " * 10
        bar = bars.get(name)
        verdict = "" if bar is None else f"   bar {bar:g}: {'reached' if first / value <= bar else 'MISSED'}"
        print(f"  {name:28}{shown:11.1f}{ratio}{verdict}")
