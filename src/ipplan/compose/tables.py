"""The decomposition table (任务分解表): one row for each target, number and name of the task merged down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ipplan import document as tree
from ipplan.compose.task_groups import banner_lines
from ipplan.model.duty import PERSONS, ROLES, Base, Duty, Target
from ipplan.model.full_duties import with_lead
from ipplan.model.tables import Column, TableTask, TaskTable

if TYPE_CHECKING:
    from ipplan.compose.context import Context

Row: TypeAlias = tuple[tree.Cell | None, ...]
_OWNER_COLUMNS = (*PERSONS.values(), *(role.label for role in ROLES))
_DEFAULT_COLUMNS = ("序号", "工作内容", "目标要求", "完成时限", *_OWNER_COLUMNS)
_CENTRED = frozenset({"number", "due", *PERSONS})
NOTES_LABEL = "备注"


def task_table(block: TaskTable, context: Context, *, first_leads: bool) -> tree.Table:
    """The table as a node; what a target leaves out is taken over from its task, and that from around the table.

    `first_leads` is the paper's convention that the first of several responsible units leads.
    """
    insides = [context.inside(task) for task in block.tasks]
    columns = block.columns or _used_columns(block, insides)
    rows: list[Row] = []
    for number, (task, inside, banners) in enumerate(
        zip(block.tasks, insides, banner_lines(block.tasks), strict=True), start=1
    ):
        rows += [
            _across(tree.Cell((context.fill(line),), align=tree.Align.LEFT, head=True), len(columns))
            for line in banners
        ]
        texts = _task_texts(task, columns, inside, first_leads=first_leads)
        rows += _one_row(number, texts, columns) if block.one_row else _merged_rows(number, texts, columns)
    rows += _note_row(block.notes, len(columns), context)
    return tree.Table(tuple(_tree_column(column) for column in columns), tuple(rows))


def _across(cell: tree.Cell, width: int) -> Row:
    """A row of one cell over all columns."""
    return (replace(cell, columns=width), *([None] * (width - 1)))


def _tree_column(column: Column) -> tree.Column:
    align = tree.Align.CENTER if column.shows in _CENTRED else tree.Align.LEFT
    return tree.Column(column.title, align)


def _used_columns(block: TaskTable, insides: list[Context]) -> list[Column]:
    """The usual columns, without those that no task fills; `insides` are the contexts of the tasks."""
    duties = [inside.around for inside in insides if inside.around is not None]
    duties += [
        target.under(inside.around)
        for task, inside in zip(block.tasks, insides, strict=True)
        for _, target in task.target_items()
    ]
    usual = [Column.model_validate(title) for title in _DEFAULT_COLUMNS]
    return [column for column in usual if _is_used(column.shows, block, duties)]


def _is_used(shows: str, block: TaskTable, duties: list[Duty]) -> bool:
    match shows:
        case "number" | "task":
            return True
        case "target":
            return any(task.targets for task in block.tasks)
        case _:
            return any(_text(shows, duty, "", None) for duty in duties)


def _task_texts(task: TableTask, columns: list[Column], inside: Context, *, first_leads: bool) -> list[tuple[str, ...]]:
    """What each column says of each target, in the order of the targets; of a task without them, once."""
    targets: list[tuple[str | int, Target | None]] = [*task.target_items()] or [(0, None)]
    own = {"task": inside.fill(task.task), **{title: inside.fill(text) for title, text in task.cells.items()}}
    duty = inside.around or task
    found = []
    for index, (name, target) in enumerate(targets):
        label = f"{index + 1}." if len(targets) > 1 else ""
        called = name if isinstance(name, str) else ""
        words = label + called + inside.fill(target.text, of=target) if target is not None else ""
        whose = with_lead(target.under(duty) if target is not None else duty, first_leads=first_leads)
        found.append(tuple(_column_text(column, own, whose, words, target) for column in columns))
    return found


def _column_text(column: Column, own: dict[str, str], duty: Duty, target: str, of: Target | None) -> str:
    """What a column says; `own` are the words of the task itself: its name, and its cells by the titles of columns."""
    match column.shows:
        case "task":
            return own["task"]
        case "number":
            return ""
        case "blank":
            return own.get(column.title, "")
        case shows:
            return _text(shows, duty, target, of)


def _merged_rows(number: int, texts: list[tuple[str, ...]], columns: list[Column]) -> list[Row]:
    """A row for each target; number, name and own cells of the task are merged down."""
    rows: list[Row] = []
    for index, row in enumerate(texts):
        cells: list[tree.Cell | None] = []
        for column, text in zip(columns, row, strict=True):
            if column.shows not in _OF_TASKS and not (column.shows == "blank" and text):
                cells.append(tree.Cell((text,)))
            elif index:
                cells.append(None)
            else:
                cells.append(tree.Cell((str(number) if column.shows == "number" else text,), rows=len(texts)))
        rows.append(tuple(cells))
    return rows


def _one_row(number: int, texts: list[tuple[str, ...]], columns: list[Column]) -> list[Row]:
    """One row: the targets as a numbered list in their cell, and what differs among them numbered like them."""
    cells = []
    for column, found in zip(columns, zip(*texts, strict=True), strict=True):
        same = len(set(found)) == 1
        if column.shows == "number":
            lines: tuple[str, ...] = (str(number),)
        elif column.shows == "target" or same:
            lines = found[:1] if same else found
        else:
            lines = tuple(f"{n}.{text}" for n, text in enumerate(found, start=1) if text)
        cells.append(tree.Cell(lines))
    return [tuple(cells)]


_OF_TASKS = frozenset({"number", "task"})
"""Columns that belong to the task as a whole, as its own cells do."""


def _text(shows: str, duty: Duty, target: str, own: Target | None) -> str:
    """What one cell says of a duty; `target` are the words of its target as printed, `own` the target itself."""
    match shows:
        case "target":
            return target
        case _ if shows in _OF_TARGETS:
            return _target_text(getattr(own, shows)) if own is not None else ""
        case _:
            value = getattr(duty, shows)
            units = duty.units(shows) if shows in _ROLE_KEYS else None
            return (units.words if units.names else "") if units is not None else "" if value is None else str(value)


def _target_text(value: Base | dict[str, str] | str | None) -> str:
    """What a target says beside its words: 9处（2025年）, or the parts of a breakdown in a row."""
    match value:
        case None:
            return ""
        case Base():
            return f"{value.value}（{value.year}）" if value.year is not None else value.value
        case dict():
            return "、".join(f"{part}{figure}" for part, figure in value.items())
        case _:
            return value


_OF_TARGETS = frozenset(Target.model_fields) - frozenset(Duty.model_fields) - {"text"}
"""What only a target says; it is not taken over from anywhere."""
_ROLE_KEYS = frozenset(role.key for role in ROLES)


def _note_row(notes: list[str], width: int, context: Context) -> list[Row]:
    """The last row: 备注, and the numbered notes over the other columns."""
    if not notes:
        return []
    texts = tuple(
        f"{n}.{context.fill(note)}" if len(notes) > 1 else context.fill(note) for n, note in enumerate(notes, 1)
    )
    label = tree.Cell((NOTES_LABEL,), align=tree.Align.CENTER)
    return [(label, tree.Cell(texts, columns=width - 1, align=tree.Align.LEFT), *([None] * (width - 2)))]
