"""Text as Markdown in which nothing is a sign of Markdown, and a table of GitHub's dialect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"[\\`*_#<>|\[\]&~$]|!(?=\[)")
_LIST_MARK = re.compile(r"[-+]|[0-9]{1,9}(?=[.)](?: |$))")


def escaped(text: str) -> str:
    """Text on one line; what would begin a list there is escaped too."""
    flat = " ".join(text.split("\n")).strip(" \t")
    marked = _SIGNS.sub(r"\\\g<0>", flat)
    mark = _LIST_MARK.match(marked)
    if mark is None:
        return marked
    return f"{mark[0]}\\{marked[mark.end() :]}" if mark[0].isdecimal() else f"\\{marked}"


def bold(text: str) -> str:
    """A line in bold. It must stand alone: beside a Chinese character, Markdown does not see where bold text ends."""
    return f"**{escaped(text)}**" if text.strip() else ""


def table_lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
