"""Blank forms that are sent out to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree

if TYPE_CHECKING:
    from ipplan.compose.context import Context
    from ipplan.model.tables import Form


def form_nodes(block: Form, context: Context) -> list[tree.Node]:
    """The line of fill-ins, the empty table with numbered rows, and how to fill it in."""
    form = block.form
    head = (tree.Column("序号", tree.Align.CENTER),) if form.numbered else ()
    columns = (*head, *(tree.Column(context.fill(title)) for title in form.columns))
    blank = tuple(tree.Cell() for _ in form.columns)
    rows = tuple((*(tree.Cell((str(n),)) for _ in head), *blank) for n in range(1, form.rows + 1))
    nodes: list[tree.Node] = [tree.FillIn(tuple(context.fill(name) for name in form.fill_in))] if form.fill_in else []
    nodes.append(tree.Table(columns, rows, blank=True))
    nodes += [tree.Paragraph(f"{label}{context.fill(note)}") for label, note in _numbered_notes(form.notes)]
    return nodes


def _numbered_notes(notes: list[str]) -> list[tuple[str, str]]:
    """Notes with their labels; only the first says 填表说明, and a single one has no number."""
    if len(notes) == 1:
        return [("填表说明：", notes[0])]
    return [(("填表说明：" if n == 1 else "") + f"{n}.", note) for n, note in enumerate(notes, 1)]
