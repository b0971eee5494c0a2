"""What it takes to start, beside `python -c pass`; and reading YAML beside PyYAML's own loader.

python -m benchmarks.start [--rounds N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.sample import plan
from benchmarks.trials import compare, own, taking_turns


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    for option in ("--help", "--version"):
        commands = {
            f"ipplan {option}": [sys.executable, "-m", "ipplan", option],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
        compare(f"{option}, cold process", "cpu", taking_turns(commands, rounds), {"python -c pass": 6.5})
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "plan.yaml"
        file.write_text(plan(0, 58), "utf-8")
        trials = taking_turns({"ipplan": own("reading", 20, file), "CSafeLoader": own("csafe", 20, file)}, 3)
    compare("58 kB of YAML with places for all values, warm", "piece", trials, {"CSafeLoader": 0.8})


if __name__ == "__main__":
    main()
