"""Tables as they stand in the plan, with a row that adds the figures up where one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.terms.figures import column_total

if TYPE_CHECKING:
    from ipplan.compose.context import Context
    from ipplan.model.tables import PlainTable

TOTAL_LABEL = "合计"


def plain_table_nodes(block: PlainTable, context: Context) -> list[tree.Node]:
    """Title and unit line, the table, and its notes."""
    width = len(block.columns)
    rows = [[context.fill(cell) for cell in row] for row in block.table]
    if block.total is not None:
        sums = (column_total([row[index] for row in rows if index < len(row)]) for index in range(1, width))
        total = [TOTAL_LABEL, *sums]
        rows = [total, *rows] if block.total == "first" else [*rows, total]
    columns = tuple(tree.Column(context.fill(title), _align(rows, index)) for index, title in enumerate(block.columns))
    cells = tuple(tuple(tree.Cell((text,)) for text in [*row, *[""] * (width - len(row))]) for row in rows)
    return [*caption(block.title, block.unit, context), tree.Table(columns, cells), *notes(block.notes, context)]


def caption(title: str | None, unit: str | None, context: Context) -> list[tree.Node]:
    """The line above a table, if there is anything to say."""
    if not title and not unit:
        return []
    words = context.wording.phrase("unit_line", unit=context.fill(unit)) if unit else ""
    return [tree.Caption(context.fill(title or ""), words)]


def notes(texts: list[str], context: Context) -> list[tree.Node]:
    """Notes under a table, numbered when there are several."""
    if len(texts) == 1:
        return [tree.Note(f"注：{context.fill(texts[0])}")]
    return [tree.Note(f"{'注：' if n == 1 else '　　'}{n}.{context.fill(text)}") for n, text in enumerate(texts, 1)]


def _align(rows: list[list[str]], index: int) -> tree.Align:
    """Figures and short words are centred, longer texts begin at the left."""
    texts = [row[index] for row in rows if index < len(row) and row[index]]
    return tree.Align.CENTER if all(len(text) <= _SHORT for text in texts) else tree.Align.LEFT


_SHORT = 8
"""Characters up to which a text counts as short."""
