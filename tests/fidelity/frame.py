"""What stands around a document: web furniture, a reporter's words; and what only the paper has. With reasons."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from fidelity.ordering import END, START, Added
from fidelity.units import cell, paragraph

if TYPE_CHECKING:
    from fidelity.replacing import Replacement

PAGE_NUMBER = Added(END, "页码（GB/T 9704—2012 第7.5条）", (paragraph("— 1 —"),))


@dataclass(frozen=True, slots=True)
class Frame:
    """One document's frame. `cuts` are applied to the text of the seed, `additions` are looked for in the paper."""

    sha256: str
    cuts: tuple[Replacement, ...]
    additions: tuple[Added, ...]
    draft: bool = False


def frame_of(name: str) -> Frame:
    """Return the frame of a document: FRAME in `frames/NAME.py`, with _ for -."""
    found = import_module(f"fidelity.frames.{name.replace('-', '_')}").FRAME
    if not isinstance(found, Frame):
        raise TypeError(f"frames/{name}: FRAME is not a Frame")
    return found


def added_at_start(reason: str, *texts: str) -> Added:
    """Return paragraphs that the paper has before anything else."""
    return added_after(START, reason, *texts)


def added_after(after: str, reason: str, *texts: str) -> Added:
    """Return paragraphs that the paper has behind a unit."""
    return Added(after, reason, tuple(paragraph(text) for text in texts))


def added_table(reason: str, *rows: tuple[str, ...]) -> Added:
    """Return a table that the paper has at its end."""
    return Added(END, reason, tuple(cell(text) for row in rows for text in row))
