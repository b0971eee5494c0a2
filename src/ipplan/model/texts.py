"""All texts of a plan file that are printed, each with its path and the names it may refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import Form, Item, Measured, Numbered, Paragraph, Section, TableTask, Task, TaskTable
from ipplan.model.references import names_inside, shared_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.model.blocks import Block, Path
    from ipplan.model.plan import Notice, Paper, PlanFile


class PlacedText(NamedTuple):
    """A text with its path in the file and the names that hold there."""

    path: Path
    words: str
    names: Mapping[str, str]


def texts(plan_file: PlanFile) -> Iterator[PlacedText]:
    """Every printed text, in the order of the file."""
    names = shared_names(plan_file)
    if plan_file.notice is not None:
        yield from _notice(plan_file.notice, names)
    yield from _paper(plan_file.plan, ("plan",), names)


def _notice(notice: Notice, names: Mapping[str, str]) -> Iterator[PlacedText]:
    for key in ("title", "purpose", "basis", "request", "remark"):
        words = getattr(notice, key)
        if words is not None:
            yield PlacedText(("notice", key), words, names)
    for index, words in enumerate(notice.body):
        yield PlacedText(("notice", "body", index), words, names)


def _paper(paper: Paper, path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    yield PlacedText((*path, "title"), paper.title, names)
    yield from _blocks(paper.body, (*path, "body"), names)
    for index, attachment in enumerate(paper.attachments):
        yield from _paper(attachment, (*path, "attachments", index), names)


def _blocks(blocks: Sequence[Block], path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        match block:
            case TaskTable():
                for number, task in enumerate(block.tasks):
                    yield from _measured(task, (*here, "tasks", number), names_inside(task, names))
                for number, note in enumerate(block.notes):
                    yield PlacedText((*here, "notes", number), note, names)
            case Form():
                pass
            case _:
                yield from _measured(block, here, names_inside(block, names))


def _measured(block: Measured, path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    """The own texts of a block, then those of its targets and of the blocks in it."""
    for key, words in _own_texts(block):
        yield PlacedText((*path, key), words, names)
    for step, target in block.target_items():
        yield PlacedText((*path, "targets", step, "text"), target.text, names_inside(target, names))
    if isinstance(block, Numbered):
        yield from _blocks(block.body, (*path, "body"), names)


def _own_texts(block: Measured) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph():
            yield "text", block.text
        case Item():
            yield "item", block.item
        case TableTask():
            yield "task", block.task
        case Section() | Task():
            yield ("section" if isinstance(block, Section) else "task"), block.heading
            if block.text is not None:
                yield "text", block.text
