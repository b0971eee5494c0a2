"""The command line: arguments, printing, exit codes. The only place that knows the terminal and the clock."""

from __future__ import annotations

import gc
import sys

_GARBAGE = 50_000
"""So many new objects before Python looks for dead circles. We make few, and the modules that are loaded never die."""


def main() -> None:
    """Run `ipplan` and leave with its exit code."""
    gc.set_threshold(_GARBAGE, 20, 100)
    from ipplan.cli.run import run  # noqa: PLC0415  nothing loads before it is needed

    sys.exit(run(sys.argv[1:]))
