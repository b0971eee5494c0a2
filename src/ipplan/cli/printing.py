"""Printing findings: to a terminal in colour, to a pipe plainly, each finding once in a run."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from ipplan.cli.exit_codes import COULD_NOT_RUN, WRONG_USAGE
from ipplan.errors import IpplanError, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic
    from ipplan.source import Source


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complaint(problem: IpplanError) -> tuple[str, int]:
    """The words that say what stands in the way, and the exit code it calls for."""
    return f"ipplan: {problem}", WRONG_USAGE if isinstance(problem, UsageProblem) else COULD_NOT_RUN


def complain(problem: IpplanError) -> int:
    """Say on standard error what stands in the way; returns the exit code it calls for."""
    words, code = complaint(problem)
    print(words, file=sys.stderr)
    return code


def print_document(text: str) -> None:
    """Print a document for programs: UTF-8 and line feeds, whatever the terminal has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(errors="replace"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


class FindingPrinter:
    """Prints findings; one in a project file that several plans share is printed once."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self._printed: set[Diagnostic] = set()

    def show_all(self, diagnostics: Iterable[Diagnostic], sources: Mapping[Path, Source]) -> None:
        """Print findings that were not printed yet, with the lines of the sources that are at hand."""
        from ipplan.reporters.text import diagnostic_text  # noqa: PLC0415  most files have no findings

        for found in diagnostics:
            if found not in self._printed:
                self._printed.add(found)
                text = diagnostic_text(found, sources, colour=wants_colour(self._stream))
                print(text, end="\n\n", file=self._stream)
