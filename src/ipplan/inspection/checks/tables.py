"""Tables that go on over pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge
from ipplan.inspection.elements import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Table
    from ipplan.inspection.elements import Paper

NO_TABLE = "没有表格"
_LEAST_ROWS = 4
"""Below so many rows a table is taken for a means of layout, or for one that no page divides."""


def _data_tables(paper: Paper) -> Iterator[tuple[int, Table]]:
    """The tables with rows of data, numbered from 1: neither the colophon nor a box nor what lays out the head."""
    colophon = {one.table for one in paper.all(Role.COPY_TO, Role.PRINTING)}
    head = next(iter(paper.places(Role.TITLE)), 0)
    for index, table in enumerate(paper.docx.tables):
        columns = max((row.cells for row in table.rows), default=0)
        if index not in colophon and table.start > head and len(table.rows) >= _LEAST_ROWS and columns > 1:
            yield index + 1, table


def repeated_head(paper: Paper) -> Verdict:
    """The first row is repeated on each page."""
    facts = (
        Fact(f"第 {n} 个表", "重复" if table.rows[0].head else "不重复", table.rows[0].head)
        for n, table in _data_tables(paper)
    )
    return judge(facts, NO_TABLE)


def whole_rows(paper: Paper) -> Verdict:
    """No row may be torn."""

    def fact(number: int, table: Table) -> Fact:
        torn = [n for n, row in enumerate(table.rows, 1) if not row.whole]
        words = f"{len(torn)} 行允许跨页断行" if torn else "各行不拆"
        return Fact(f"第 {number} 个表第 {torn[0]} 行" if torn else "", words, not torn)

    return judge((fact(n, table) for n, table in _data_tables(paper)), NO_TABLE)
