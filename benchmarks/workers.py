"""What several processes are worth, told by CPU time, which a busy machine disturbs little.

    python -m benchmarks.workers [--plans N] [--jobs N] [--command render|validate]

With nothing else running, a batch takes as long as its busiest process, and the parent where that is not waiting. So
the speed-up to be had is the CPU time of one process beside that of the busiest worker and the start before it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.sample import write_plans


def main() -> None:
    """Print the CPU time of each process, for one and for several workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--command", default="render")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", wanted.plans, 10)
        options = {"validate": ()}.get(wanted.command, ("--no-cache", "-o", str(folder / "out")))
        command = [sys.executable, "-m", "ipplan", wanted.command, str(folder / "plans"), *options]
        (one,) = _costs([*command, "-j", "1"])
        parent, *workers = _costs([*command, "-j", str(wanted.jobs)])
    print(f"one process: {one:.2f} s; parent {parent:.2f} s, workers {', '.join(f'{each:.2f}' for each in workers)} s")
    print(f"CPU of all: {(parent + sum(workers)) / one:.2f} of one process")
    print(f"speed-up with nothing else running: at least {one / (parent + max(workers)):.2f}")


def _costs(command: list[str]) -> list[float]:
    """CPU seconds of a program and of each of its workers, the program first; looked at until it ends."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        costs: dict[int, float] = {}
        while process.poll() is None:
            for number in (process.pid, *_workers(process.pid)):
                costs[number] = _cpu(number) or costs.get(number, 0.0)
            time.sleep(0.02)
    return list(costs.values())


def _workers(parent: int) -> list[int]:
    """The processes that do the work; the one that watches over what they share does none."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
    except OSError:
        return []


def _cpu(number: int) -> float | None:
    """CPU seconds of a process so far, None when it is gone."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
