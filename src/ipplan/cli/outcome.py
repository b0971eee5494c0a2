"""What making the papers of a plan came to, as a value: it travels between processes and is kept in the cache."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from ipplan.cli.printing import wants_colour

if TYPE_CHECKING:
    from typing import TextIO

_COLOUR = re.compile("\033\\[[0-9;]*m")


class Said(NamedTuple):
    """Words for the user, in colour. A `finding` is about the plan or what it shares with others."""

    words: str
    error: bool = True
    """Whether they go to standard error."""
    finding: bool = False


class Outcome(NamedTuple):
    """The exit code that a plan calls for, and what is to be said, in its order."""

    code: int
    said: tuple[Said, ...]


class Teller:
    """Says what outcomes have to say; a finding in a file that several plans share is said once."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def tell(self, outcome: Outcome) -> None:
        """Print an outcome."""
        for one in outcome.said:
            if one.finding and one.words in self._told:
                continue
            if one.finding:
                self._told.add(one.words)
            _print(one, sys.stderr if one.error else sys.stdout)


def _print(one: Said, stream: TextIO) -> None:
    words = one.words if wants_colour(stream) else _COLOUR.sub("", one.words)
    print(words, end="\n\n" if one.finding else "\n", file=stream)
