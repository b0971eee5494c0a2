"""Measuring whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process used: CPU time of itself and its children in s, and its peak memory in MiB."""

    cpu: float
    memory: float


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a program to its end, its output thrown away.

    Raises:
        RuntimeError: if it could not run; findings (exit code 1) are no failure.
    """
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=with_bytecode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def with_bytecode() -> dict[str, str]:
    """The environment without what forbids Python to write bytecode.

    Installed programs have theirs beside them; ours, which runs from its sources, would compile all of it each time.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def best(commands: Mapping[str, Sequence[str | Path]], folder: Path, rounds: int) -> dict[str, Cost]:
    """The least that each program used, all of them taking turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command, folder))
    return {name: min(these, key=lambda cost: cost.cpu) for name, these in costs.items()}


def beside_python(program: str) -> Path:
    """A program of the environment that runs the benchmark, or of the one named in `IPPLAN_PEERS`.

    Raises:
        FileNotFoundError: if it is in neither.
    """
    for folder in (os.environ.get("IPPLAN_PEERS"), Path(sys.executable).parent):
        if folder is not None and (found := Path(folder) / program).exists():
            return found
    raise FileNotFoundError(f"{program} is not installed: pip install -r benchmarks/requirements.txt")
