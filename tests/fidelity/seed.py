"""Reads the text of a real document: a line is a paragraph; cells of a table stand between upright bars."""

from __future__ import annotations

from fidelity.units import Unit, cell, paragraph

BAR = "|"


def seed_units(text: str) -> list[Unit]:
    """Return the paragraphs and cells of a document in order; lines without text are no paragraphs."""
    before, table, after = _split(text.splitlines())
    return [
        *(paragraph(line) for line in before if line.strip()),
        *(cell(content) for row in _rows(table) for content in row),
        *(paragraph(line) for line in after if line.strip()),
    ]


def seed_rows(text: str) -> list[list[str]]:
    """Return the rows of the document's table, each with the cells that are written out: no merged ones."""
    return _rows(_split(text.splitlines())[1])


def _split(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the lines before the table, of the table, and after it. The first cell has no bar before it."""
    barred = [number for number, line in enumerate(lines) if line.startswith(BAR)]
    if not barred:
        return lines, [], []
    start, end = barred[0] - 1, barred[-1] + 1
    return lines[:start], lines[start:end], lines[end:]


def _rows(table: list[str]) -> list[list[str]]:
    """Return rows of cells: every cell ends with a bar, and a row begins where text follows a bar on a new line."""
    rows: list[list[str]] = []
    for content in "\n".join(table).split(BAR)[:-1]:
        begins = not rows or (content.startswith("\n") and content.strip())
        if begins:
            rows.append([])
        rows[-1].append(content.strip())
    return rows
