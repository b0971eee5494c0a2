"""IP421: totals typed into a table that are not the sum of its rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ipplan.model.tables import PlainTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks_of
from ipplan.rules.rule import Finding
from ipplan.terms.figures import parse_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.rules.rule import Subject

_TOTAL = lazy_pattern(r"\s*(?:合\s*计|总\s*计|总\s*数)\s*")
_PARTLY = lazy_pattern(r"小\s*计|其中|合\s*计|总\s*计|本级|市直")
"""In the name of a row: it holds other rows, or a part of one."""

_NOT_ADDED = lazy_pattern(
    r"率|比|均|%|％|增长|增幅|指数|单价|排名|序号|编号|"
    r"年份|时间|电话|标准|得分|评分|密度|强度|系数"
)
"""In the head of a column: its figures are not added up."""


def not_the_sum(subject: Subject) -> Iterator[Finding]:
    """A column whose first or last cell, in a row 合计, is not the sum of the others."""
    for path, table in blocks_of(subject, PlainTable):
        if table.total is None and len(table.table) > 2:
            yield from _of_table(table, (*path, "table"))


def _of_table(table: PlainTable, path: Path) -> Iterator[Finding]:
    rows = table.table
    for place in (0, len(rows) - 1):
        others = [row for number, row in enumerate(rows) if number != place]
        is_total = any(_TOTAL.fullmatch(cell) for cell in rows[place][:2])
        if not is_total or any(_PARTLY.search(cell) for row in others for cell in row[:2]):
            continue
        for column, title in enumerate(table.columns):
            wanted = None if _NOT_ADDED.search(title) else _sum([row[column : column + 1] for row in others])
            cell = rows[place][column] if column < len(rows[place]) else ""
            figure = parse_figure(cell)
            if wanted is not None and figure is not None and _is_off(figure, wanted, len(others)):
                message = f"“{title}”合计写的是“{cell}”，各行加起来是{wanted[0]}{wanted[1]}"
                hint = "核对合计和各行；合计行可以不写，写 total: last，由程序来加"
                yield Finding((*path, place, column), message, hint)


def _sum(cells: list[list[str]]) -> tuple[Decimal, str] | None:
    """The sum of a column with its unit; None where a cell is no figure, is missing, or has another unit."""
    figures = [parse_figure(cell[0]) if cell else None for cell in cells]
    known = [figure for figure in figures if figure is not None]
    if len(known) < len(figures) or len({unit for _, unit in known}) != 1 or known[0][1] in ("%", "‰"):
        return None
    return sum((value for value, _ in known), Decimal(0)), known[0][1]


def _is_off(written: tuple[Decimal, str], wanted: tuple[Decimal, str], rows: int) -> bool:
    """Whether a total is wrong by more than the rounding of its parts."""
    places = written[0].as_tuple().exponent
    step = Decimal(1).scaleb(places) if isinstance(places, int) and places < 0 else Decimal(0)
    return written[1] in ("", wanted[1]) and abs(written[0] - wanted[0]) > step * rows / 2
