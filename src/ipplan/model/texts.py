"""All texts of a plan file that are printed, each with its path and the names it may refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from ipplan.model.blocks import Numbered, text_keys
from ipplan.model.duty import Measured
from ipplan.model.plan import PlanFile, bodies
from ipplan.model.references import names_inside
from ipplan.model.tables import TaskTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.model.plan import PlanFile


class PlacedText(NamedTuple):
    """A text with its path in the file and the names that hold there."""

    path: Path
    words: str
    names: Mapping[str, str]


def texts(plan_file: PlanFile, names: Mapping[str, str]) -> Iterator[PlacedText]:
    """Every printed text, in the order of the file; `names` are those that hold everywhere in it."""
    notice = plan_file.notice
    if notice is not None:
        for key in ("title", "purpose", "basis", "request", "remark"):
            if (words := getattr(notice, key)) is not None:
                yield PlacedText(("notice", key), words, names)
    for body in bodies(plan_file):
        inside: Mapping[str, str] = names
        if body.paper is not None:
            inside = names_inside(body.paper, names)
            yield PlacedText((*body.path[:-1], "title"), body.paper.title, names)
        yield from _blocks(body.blocks, body.path, inside)


def _blocks(blocks: Sequence[Block], path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        if isinstance(block, Measured):
            yield from _measured(block, here, names_inside(block, names))
        elif isinstance(block, TaskTable):
            for number, task in enumerate(block.tasks):
                yield from _words([*task.group], (*here, "tasks", number, "group"), names)
                yield from _words(task.cells, (*here, "tasks", number, "cells"), names_inside(task, names))
                yield from _measured(task, (*here, "tasks", number), names_inside(task, names))
            yield from _words(block.notes, (*here, "notes"), names)
        else:
            yield from _words(block, here, names)


def _measured(block: Measured, path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    """The own texts of a block, then those of its targets and of the blocks in it."""
    for key in text_keys(type(block)):
        if (words := getattr(block, key)) is not None:
            yield PlacedText((*path, key), words, names)
    for step, target in block.target_items():
        yield PlacedText((*path, "targets", step, "text"), target.text, names_inside(target, names))
    if isinstance(block, Numbered) and block.body:
        yield from _blocks(block.body, (*path, "body"), names)


def _words(value: object, path: Path, names: Mapping[str, str]) -> Iterator[PlacedText]:
    """All words inside a block that has no owners: a table, a form, a box, a note."""
    match value:
        case str():
            yield PlacedText(path, value, names)
        case list():
            for index, item in enumerate(value):
                yield from _words(item, (*path, index), names)
        case dict():
            for key, item in value.items():
                yield from _words(item, (*path, key), names)
        case BaseModel():
            for key in type(value).model_fields:
                yield from _words(getattr(value, key), (*path, key), names)
