"""Reads `examples/NAME/CORRECTIONS.md`: what the example changes, moves and keeps on purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fidelity.ordering import Move
from fidelity.replacing import Replacement

if TYPE_CHECKING:
    from pathlib import Path

LINE_BREAK = "⏎"
_HEADINGS = {
    "更正": ("原文", "改为", "处数", "理由"),
    "位置": ("原文", "移到这一段之后", "理由"),
    "照录": ("原文", "说明"),
}
_RULE = re.compile(r"^\|[\s|:-]+\|$")


class Malformed(Exception):
    """CORRECTIONS.md is not written as the test reads it."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The three tables of the file; `kept` are quotes that look like slips and stay."""

    replacements: tuple[Replacement, ...]
    moves: tuple[Move, ...]
    kept: tuple[str, ...]


def read_corrections(path: Path) -> Corrections:
    """Return the tables of a CORRECTIONS.md; a table that is not there is empty.

    Raises:
        Malformed: if a table has other columns than it should, or a quote is not in backticks.
    """
    return parse_corrections(path.read_text(encoding="utf-8"))


def parse_corrections(text: str) -> Corrections:
    """Return the tables of the text of a CORRECTIONS.md."""
    tables = {name: _table(text, name, columns) for name, columns in _HEADINGS.items()}
    return Corrections(
        tuple(Replacement(_quote(a), _quote(b), why, int(count)) for a, b, count, why in tables["更正"]),
        tuple(Move(_quote(a), _quote(b), why) for a, b, why in tables["位置"]),
        tuple(_quote(a) for a, _ in tables["照录"]),
    )


def _table(text: str, name: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if section is None:
        return []
    lines = [line for line in section[1].splitlines() if line.startswith("|") and not _RULE.match(line)]
    rows = [tuple(part.strip() for part in line.strip("|").split("|")) for line in lines]
    if not rows or rows[0] != columns:
        raise Malformed(f"“{name}”表的表头应为 {' | '.join(columns)}")
    for row in rows[1:]:
        if len(row) != len(columns) or not row[-1]:
            raise Malformed(f"“{name}”表的这一行缺栏目：{row}")
    return rows[1:]


def _quote(written: str) -> str:
    """Return what stands between backticks, with ⏎ as a line break."""
    inside = re.fullmatch(r"`([^`]+)`", written)
    if inside is None:
        raise Malformed(f"引文要写在反引号里：{written}")
    return inside[1].replace(LINE_BREAK, "\n")
