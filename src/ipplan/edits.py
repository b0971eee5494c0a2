"""Editing files in place, so that everything else stays byte for byte."""

from __future__ import annotations

import codecs
import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ipplan.diagnostics import Edit

_LINE_END = re.compile(b"\r\n|\r|\n")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with edits made that do not overlap."""
    lines = text.split("\n")
    for number, on_line in groupby(sorted(edits), key=lambda edit: edit.span.line):
        lines[number - 1] = _edited_line(lines[number - 1], on_line)
    return "\n".join(lines)


def _edited_line(line: str, edits: Iterable[Edit]) -> str:
    """A line with its edits made, which come in order."""
    parts, done = [], 0
    for _, span, words in edits:
        parts += [line[done : span.column - 1], words]
        done = span.end_column - 1
    return "".join([*parts, line[done:]])


def encoded_like(before: bytes, text: str) -> bytes:
    """The text as bytes, with the byte-order mark and the end of each line that the file had.

    `text` has as many lines as the file.
    """
    ends = [*_LINE_END.findall(before), b""]
    lines = text.encode("utf-8").split(b"\n")
    data = b"".join(line + end for line, end in zip(lines, ends, strict=True))
    return codecs.BOM_UTF8 + data if before.startswith(codecs.BOM_UTF8) else data


def difference(before: str, after: str, path: Path) -> str:
    """What changed, as a unified diff; the last line is marked where it has no line feed, as diff does."""
    import difflib  # noqa: PLC0415  only when a difference is shown

    lines = difflib.unified_diff(_with_ends(before), _with_ends(after), str(path), str(path))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _with_ends(text: str) -> list[str]:
    """The lines with their line feeds; other characters that end lines elsewhere are part of them."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
