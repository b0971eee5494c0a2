"""What is compared: a paragraph or a table cell, folded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fidelity.folding import fold

Kind = Literal["paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a table cell with all its paragraphs (it may be empty); `text` is folded."""

    kind: Kind
    text: str

    def __str__(self) -> str:
        name = "段" if self.kind == "paragraph" else "格"
        return f"{name}〔{self.text}〕"


def paragraph(text: str) -> Unit:
    """Return a paragraph as a unit."""
    return Unit("paragraph", fold(text))


def cell(text: str) -> Unit:
    """Return a table cell as a unit."""
    return Unit("cell", fold(text))
