"""Reads a rendered docx as the same kind of units: paragraphs and cells in order, then its headers and footers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fidelity.units import Unit, cell, paragraph
from kit.wordml import part_names, read_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kit.wordml import Cell, Paragraph, Row, Table


def paper_units(docx: Path) -> list[Unit]:
    """Return everything a docx says: the body with its tables and text boxes in order, then header and footer texts."""
    return [*_body_units(docx), *_margin_units(docx)]


def task_rows(docx: Path) -> list[Row]:
    """Return the rows of the one table of more than one column."""
    (table,) = (table for table in read_word(docx).tables if not _is_frame(table))
    return list(_with_labels_once(table.rows))


def _with_labels_once(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, number and name of a task continued where they are only shown again on a new page."""
    number = ""
    for row in rows:
        again = len(row.cells) > 2 and row.cells[0].text == number != ""
        number = row.cells[0].text or number
        labels = tuple(replace(one, merge="continued") for one in row.cells[:2]) if again else row.cells[:2]
        yield replace(row, cells=(*labels, *row.cells[2:]))


def is_merged_away(one: Cell) -> bool:
    """Whether a cell only continues the one above it."""
    return one.merge == "continued"


def _body_units(docx: Path) -> Iterator[Unit]:
    word = read_word(docx)
    paragraphs, tables = iter(word.paragraphs), iter(word.tables)
    for one in paragraphs:
        if one.place == "table":
            yield from _table_units(next(tables), one, paragraphs)
        elif one.text.strip():
            yield paragraph(one.text)


def _table_units(table: Table, first: Paragraph, rest: Iterator[Paragraph]) -> Iterator[Unit]:
    """Yield the cells of a table, taking their paragraphs out of the flow."""
    upcoming: Paragraph | None = first
    read = paragraph if _is_frame(table) else cell
    for one in (one for row in _with_labels_once(table.rows) for one in row.cells):
        taken = (upcoming or next(rest)).text
        while taken != one.text:
            taken += "\n" + next(rest).text
        upcoming = None
        if not is_merged_away(one):
            yield read(taken)


def _is_frame(table: Table) -> bool:
    """Whether a table only holds paragraphs in place, as that of the colophon: it has one column."""
    return all(len(row.cells) == 1 for row in table.rows)


def _margin_units(docx: Path) -> list[Unit]:
    """Return what headers and footers say, each text once."""
    parts = [*part_names(docx, "word/header"), *part_names(docx, "word/footer")]
    texts = [one.text for part in parts for one in read_word(docx, part).paragraphs if one.text.strip()]
    return list(dict.fromkeys(paragraph(text) for text in texts))
