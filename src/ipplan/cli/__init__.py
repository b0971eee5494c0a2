"""The command line: arguments, printing, exit codes. The only place that knows the terminal and the clock."""

from __future__ import annotations

import gc
import sys

from ipplan import __version__

_GARBAGE = 50_000
"""So many new objects before Python looks for dead circles. We make few, and the modules that are loaded never die."""


def main() -> None:
    """Run `ipplan` and leave with its exit code. The version alone is said without loading the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"ipplan {__version__}")
        return
    gc.set_threshold(_GARBAGE, 20, 100)
    try:
        from ipplan.cli.run import run  # noqa: PLC0415  nothing loads before it is needed

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loading, or once more while the first one is being said
        print("ipplan: 已中断", file=sys.stderr)
        code = 130
    sys.exit(code)
