"""The command line: arguments, printing, exit codes. The only place that knows the terminal and the clock."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `ipplan` and leave with its exit code."""
    try:
        from ipplan.cli.run import run  # noqa: PLC0415  nothing loads before it is needed

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loading, or once more while the first one is being said
        print("ipplan: 已中断", file=sys.stderr)
        code = 130
    sys.exit(code)
