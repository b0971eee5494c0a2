"""The command line: arguments, printing, exit codes. The only place that knows the terminal and the clock."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import TYPE_CHECKING

from ipplan import __version__

if TYPE_CHECKING:
    from typing import NoReturn

_GARBAGE = 200_000
"""So many new objects before Python looks for dead circles. We make few, and the modules that are loaded never die:
they are 80,000, so that a short run ends before the first look."""


def prepare() -> None:
    """Set up a process in which ipplan alone runs, before anything heavy is loaded."""
    gc.set_threshold(_GARBAGE, 20, 100)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look through all that is installed


def main() -> None:
    """Run `ipplan` and leave with its exit code. The version alone is said without loading the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"ipplan {__version__}")
        return
    prepare()
    try:
        from ipplan.cli.run import run  # noqa: PLC0415  nothing loads before it is needed

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loading, or once more while the first one is being said
        print("ipplan: 已中断", file=sys.stderr)
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process without taking apart what was loaded: that is a fifth of a short run, and frees nothing more.

    Commands have closed their files and flushed what they print by the time they return.
    """
    atexit._run_exitfuncs()  # what ends the helpers of multiprocessing
    sys.stderr.flush()
    os._exit(code)
