"""Blank forms that are sent out to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.blanks import Band, Blank, BlankForm, Kind
from ipplan.model.forms import NUMBER_TITLE, GridField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipplan.compose.context import Context
    from ipplan.model.forms import Form, FormField


def blank_form(block: Form, title: str, context: Context) -> BlankForm:
    """The form of a block in a paper of that title, with all its words filled in."""
    form = block.form
    columns = _blanks(form.columns, context)
    return BlankForm(
        title,
        columns,
        tuple(_band(row, context) for row in form.grid),
        form.rows if columns else 0,
        form.numbered and bool(columns),
        context.fill(form.unit or ""),
        _blanks(form.fill_in, context),
        _blanks(form.sign, context),
        tuple(_notes([*_choices(columns, context), *map(context.fill, form.notes)])),
    )


def form_nodes(block: Form, context: Context) -> list[tree.Node]:
    """The line of fill-ins, the empty table, the line to sign, and how to fill it in."""
    form = blank_form(block, "", context)
    nodes: list[tree.Node] = [tree.FillIn(tuple(blank.line for blank in form.above))] if form.above else []
    if form.unit:
        nodes.append(tree.Caption("", context.wording.phrase("unit_line", unit=form.unit)))
    nodes.append(_table(form) if form.columns else tree.Table((), (), blank=True, grid=form.bands))
    if form.below:
        nodes.append(tree.FillIn(tuple(blank.line for blank in form.below), below=True))
    return [*nodes, *map(tree.Note, form.notes)]


def _table(form: BlankForm) -> tree.Table:
    head = (tree.Column(NUMBER_TITLE, tree.Align.CENTER),) if form.numbered else ()
    columns = tuple(tree.Column(blank.label, room=blank.room, grows=blank.kind is Kind.TEXT) for blank in form.columns)
    empty = tuple(tree.Cell() for _ in columns)
    rows = tuple((*(tree.Cell((str(n),)) for _ in head), *empty) for n in range(1, form.rows + 1))
    return tree.Table((*head, *columns), rows, blank=True)


def _blanks(fields: Iterable[FormField], context: Context) -> tuple[Blank, ...]:
    return tuple(_blank(field, context) for field in fields)


def _blank(field: FormField, context: Context) -> Blank:
    cell = field if isinstance(field, GridField) else None
    return Blank(
        context.fill(field.title),
        Kind(field.filled_with),
        context.fill(field.unit or ""),
        tuple(map(context.fill, field.choices)),
        float(field.width),
        max(1, cell.lines) if cell else 1,
        context.fill(cell.sign or "") if cell else "",
    )


def _band(row: list[GridField], context: Context) -> Band:
    """A row of blanks, or the rows beside the label of one that has its own."""
    first = row[0]
    if first.columns:
        return Band((_blanks(first.columns, context),), context.fill(first.title), max(1, first.rows))
    if first.grid:
        return Band(tuple(_blanks(inner, context) for inner in first.grid), context.fill(first.title))
    return Band((_blanks(row, context),))


def _choices(columns: Iterable[Blank], context: Context) -> list[str]:
    """What may be chosen in a column, which has no room for boxes to tick."""
    return [
        context.wording.phrase("choices", title=blank.title, choices="、".join(blank.choices))
        for blank in columns
        if blank.choices
    ]


def _notes(notes: list[str]) -> list[str]:
    """How to fill it in: only the first says 填表说明, and a single one has no number."""
    texts = [f"{number}.{note}" for number, note in enumerate(notes, start=1)] if len(notes) > 1 else notes
    return [f"填表说明：{text}" if place == 0 else text for place, text in enumerate(texts)]
