"""All benchmarks, one after the other: `python -m benchmarks`, or `python -m benchmarks papers start` for some."""

from __future__ import annotations

import sys
from importlib import import_module

ALL = ("start", "papers", "batches", "workers", "validate")


def main() -> None:
    """Run those that are named, else all."""
    names = sys.argv[1:] or ALL
    sys.argv[1:] = []
    for name in names:
        print(f"\n== {name}")
        import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
