"""One run of the program: the commands, and every way in which they can end."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from ipplan.cli.chinese import usage_message
from ipplan.cli.commands import app
from ipplan.cli.exit_codes import COULD_NOT_RUN, INTERRUPTED, OK, WRONG_USAGE
from ipplan.errors import IpplanError, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code.

    A mistake of the user or of the world is one line on standard error; any other exception is a bug of ours and
    shows itself.
    """
    _never_fail_to_print()
    arguments = list(arguments) or ["--help"]
    try:
        result = app(arguments, prog_name="ipplan", standalone_mode=False)
    except UsageProblem as problem:
        return _complain(str(problem), WRONG_USAGE)
    except IpplanError as problem:
        return _complain(str(problem), COULD_NOT_RUN)
    except KeyboardInterrupt:
        return _complain("已中断", INTERRUPTED)
    except Exception as error:
        message = usage_message(error)
        if message is None:
            raise
        return _complain(message, WRONG_USAGE)
    return result if isinstance(result, int) else OK


def _complain(message: str, code: int) -> int:
    print(f"ipplan: {message}", file=sys.stderr)
    return code


def _never_fail_to_print() -> None:
    """Characters that the terminal's encoding lacks are replaced instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
