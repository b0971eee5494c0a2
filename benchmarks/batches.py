"""Many plans in one command: several processes, memory, and a second run with nothing changed.

    python -m benchmarks.batches [--plans N] [--rounds N] [--formats docx,md,…]

A thousand plans are the aim; the ratios of a few hundred are nearly the same. Wall time says what several processes
are worth, and only on a machine that has nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.sample import write_plans
from benchmarks.trials import Trial, compare, trial


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--formats", default="docx")
    wanted = parser.parse_args()
    options = [part for form in wanted.formats.split(",") for part in ("-f", form)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["IPPLAN_CACHE"] = str(folder / "cache")
        write_plans(folder / "plans", wanted.plans, 10)
        write_plans(folder / "few", wanted.plans // 4, 10)
        _compare(folder, wanted.plans, wanted.rounds, options)


def _compare(folder: Path, plans: int, rounds: int, options: list[str]) -> None:
    one = [_render(folder, "plans", "-j", "1", "--no-cache", *options) for _ in range(rounds)]
    two = [_render(folder, "plans", "-j", "2", "--no-cache", *options) for _ in range(rounds)]
    few = _render(folder, "few", "-j", "2", "--no-cache", *options)
    both = {"two processes": _best(two), "one process": _best(one)}
    compare(f"{plans} plans", "wall", both, {"one process": 1 / 1.7})
    compare(f"{plans} plans", "cpu", both, {})
    grown = {f"{plans} plans": _best(two), f"{plans // 4} plans": few}
    compare("the biggest of the processes", "memory", grown, {f"{plans // 4} plans": 1.1})
    shutil.rmtree(folder / "cache", ignore_errors=True)
    shutil.rmtree(folder / "out")
    first = _render(folder, "plans", "-j", "1", *options)
    again = _best([_render(folder, "plans", *options) for _ in range(rounds + 1)])
    compare(f"{plans} plans again, nothing changed", "cpu", {"again": again, "first run": first}, {"first run": 0.02})
    size = sum(file.stat().st_size for file in (folder / "cache").rglob("*") if file.is_file())
    print(f"  cache: {size / plans / 1024:.1f} KiB a plan")


def _render(folder: Path, plans: str, *options: str) -> Trial:
    command = [sys.executable, "-m", "ipplan", "render", folder / plans, "-o", folder / "out", *options]
    return trial(command)


def _best(trials: list[Trial]) -> Trial:
    return min(trials, key=lambda one: one.cpu)


if __name__ == "__main__":
    main()
