"""One run of the program: the commands, and every way in which they can end."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ipplan.cli.chinese import usage_message
from ipplan.cli.commands import app
from ipplan.cli.exit_codes import COULD_NOT_RUN, INTERRUPTED, OK, WRONG_USAGE
from ipplan.errors import IpplanError, UsageProblem
from ipplan.output import why_unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code.

    A mistake of the user or of the world is one line on standard error; any other exception is a bug of ours and
    shows itself.
    """
    _never_fail_to_print()
    try:
        code = _run(list(arguments) or ["--help"])
        sys.stdout.flush()
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        if error.errno not in _DISK:
            raise
        _nobody_reads()
        return _complain(f"写不了输出（{why_unwritable(error)}）", COULD_NOT_RUN)
    return _complain("已中断", code) if code == INTERRUPTED else code


_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What only the file behind `>` can have: other outputs are written by `ipplan.output`, which says so itself."""


def _run(arguments: list[str]) -> int:
    try:
        result = app(arguments, prog_name="ipplan", standalone_mode=False)
    except UsageProblem as problem:
        return _complain(str(problem), WRONG_USAGE)
    except IpplanError as problem:
        return _complain(str(problem), COULD_NOT_RUN)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        if _was_interrupted(error):
            return INTERRUPTED
        message = usage_message(error)
        if message is None:
            raise
        return _complain(message, WRONG_USAGE)
    return result if isinstance(result, int) else OK


def _was_interrupted(error: BaseException) -> bool:
    """Whether an error came of Ctrl-C: what is closed half way may complain of that (a zip file does)."""
    before = error.__context__
    return before is not None and (isinstance(before, KeyboardInterrupt) or _was_interrupted(before))


def _complain(message: str, code: int) -> int:
    print(f"ipplan: {message}", file=sys.stderr)
    return code


def _nobody_reads() -> int:
    """The reader of a pipe went away (`| head`); what Python still wants to flush goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return COULD_NOT_RUN


def _never_fail_to_print() -> None:
    """Characters that the terminal's encoding lacks are replaced, and a stream that was closed (`>&-`) swallows all."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
