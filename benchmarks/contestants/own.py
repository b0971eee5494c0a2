"""ipplan, as `own.py WHAT TIMES [FILE…]`: papers, trees, tables, workbooks and the reading of plans."""

from __future__ import annotations

import datetime
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.document import Cell, Document, Table
    from ipplan.ledger import Ledger


def paper(plan: str, out: str) -> Callable[[], object]:
    """A plan file to a docx file on the disk, with checking."""
    from ipplan.compiler import Compiler
    from ipplan.output import write_whole
    from ipplan.pipeline import check

    compiler = Compiler()
    return lambda: write_whole(Path(out), compiler.docx(check(Path(plan)), draft=False))


def tree(plan: str) -> Callable[[], object]:
    """A Document tree to the bytes of a docx file."""
    from ipplan.stylesheet import load_stylesheet
    from ipplan.writers.docx import write

    document, sheet = _document(plan), load_stylesheet()
    return lambda: write(document, sheet)


def rows(plan: str, number: str) -> Callable[[], object]:
    """A table of so many rows, laid out and written: the plan's table over and over."""
    from ipplan.model.project import Project
    from ipplan.stylesheet import load_stylesheet
    from ipplan.transforms.layout import lay_out
    from ipplan.writers.docx import write

    document, sheet = _document(plan), load_stylesheet()
    part = replace(document.parts[0], nodes=(long_table(document, int(number)),))
    alone = replace(document, parts=(part,), colophon=None)
    return lambda: write(lay_out(alone, Project(), sheet), sheet)


def xlsx(number: str) -> Callable[[], object]:
    """A ledger of so many entries as a workbook."""
    from ipplan.stylesheet import load_stylesheet
    from ipplan.writers.xlsx import write

    ledger, sheet = _ledger(int(number)), load_stylesheet()
    return lambda: write(ledger, sheet)


def ledger_content(number: str, out: str) -> Callable[[], object]:
    """What stands in the cells of that workbook, for the floor."""
    from ipplan.ledger_table import ledger_columns

    columns = ledger_columns(_ledger(int(number)))
    values = [[str(value or "") for value in column.values] for column in columns]
    said = {"titles": [column.title for column in columns], "rows": list(zip(*values, strict=True))}
    return lambda: Path(out).write_text(json.dumps(said), "utf-8")


def _ledger(number: int) -> Ledger:
    from ipplan.ledger import Deadline, Entry, Group, Ledger, Owners

    day = datetime.date(2026, 6, 30)
    entries = tuple(
        Entry(
            str(index),
            "计划",
            (f"第{index // 50}章",),
            str(index),
            f"第{index}项任务",
            "围绕知识产权工作制定方案，明确责任分工，" * 3,
            f"完成{index}件",
            (Owners(0, "lead", "牵头单位", "市科技局", ("市科技局",)),),
            due="6月底前",
            deadlines=(Deadline(day),),
            end=day,
        )
        for index in range(number)
    )
    return Ledger("计划", "市科技局", day, (Group((), entries),))


def reading(plan: str) -> Callable[[], object]:
    """A file as data with a place for every value."""
    from ipplan.source import Source
    from ipplan.yamltree.tree import read_tree

    source = Source(Path(plan), Path(plan).read_text("utf-8"))
    return lambda: read_tree(source)


def csafe(plan: str) -> Callable[[], object]:
    """The same file read by PyYAML's C loader, without places."""
    import yaml

    text = Path(plan).read_text("utf-8")
    return lambda: yaml.load(text, yaml.CSafeLoader)


def content(plan: str, number: str, out: str) -> Callable[[], object]:
    """What a paper says, for the peers: its paragraphs and the texts of its table, grown to so many rows (0: as is)."""
    document = _document(plan)
    table = long_table(document, int(number))
    texts = [_text(node) for part in document.parts for node in part.nodes]
    said = {
        "paragraphs": [text for text in texts if text] if number == "0" else [],
        "titles": [column.title for column in table.columns],
        "rows": [["".join(cell.paragraphs) if cell else "" for cell in row] for row in table.rows],
    }
    return lambda: Path(out).write_text(json.dumps(said), "utf-8")


def long_table(document: Document, rows: int) -> Table:
    """The biggest table of a document, repeated until it has at least so many rows."""
    from ipplan.document import Table

    tables = [node for part in document.parts for node in part.nodes if isinstance(node, Table)]
    table = max(tables, key=lambda one: len(one.rows))
    copies = max(1, -(-rows // len(table.rows)))
    grown = (tuple(_varied(cell, copy) for cell in row) for copy in range(copies) for row in table.rows)
    return replace(table, rows=tuple(grown) if rows else table.rows, heights=())


def _varied(cell: Cell | None, copy: int) -> Cell | None:
    """Real tables do not repeat themselves, and what is kept of one cell must not help with another."""
    if cell is None or not cell.paragraphs[0]:
        return cell
    return replace(cell, paragraphs=(f"{cell.paragraphs[0]}{copy:03}", *cell.paragraphs[1:]))


def _text(node: object) -> str:
    found = getattr(node, "text", "") or "".join(getattr(node, "lines", ()))
    lead = getattr(node, "lead", None)
    return (lead.label + lead.text if lead else getattr(node, "label", "")) + found


def _document(plan: str) -> Document:
    from ipplan.compiler import Compiler
    from ipplan.pipeline import check

    return Compiler().document(check(Path(plan)), draft=False)


def main() -> None:
    """Do a piece of work so many times and print what each took."""
    what, times, *arguments = sys.argv[1:]
    work = globals()[what](*arguments)
    took = []
    for _ in range(int(times)):
        before = time.process_time()
        work()
        took.append(time.process_time() - before)
    print(json.dumps(took))


if __name__ == "__main__":
    main()
