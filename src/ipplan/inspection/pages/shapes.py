"""What can stand on a page, in millimetres from its top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in mm from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in mm."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in mm."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Glyph(Box):
    """One glyph: its advance from x0 to x1 and its em square from top to bottom (mm), not its ink.

    The em square has the metrics of the office fonts around the baseline, whatever the PDF says.
    ``font`` is the PostScript name without the subset prefix, ``size`` is in pt, ``baseline`` in mm from the top,
    ``angle`` in degrees anticlockwise (0 upright, 270 read from top to bottom), ``colour`` as ``#rrggbb``.
    """

    char: str
    font: str
    size: float
    baseline: float
    angle: float
    colour: str


@dataclass(frozen=True)
class TextLine(Box):
    """Glyphs on one baseline, from left to right; the box is the union of theirs, ``baseline`` in mm from the top."""

    glyphs: tuple[Glyph, ...]
    baseline: float

    @property
    def text(self) -> str:
        """The characters of the line, without spaces at its ends."""
        return "".join(glyph.char for glyph in self.glyphs).strip()


@dataclass(frozen=True)
class Rule(Box):
    """A straight horizontal or vertical line, drawn as a stroke or as a thin rectangle; ``thickness`` is in pt."""

    direction: Literal["horizontal", "vertical"]
    thickness: float
    colour: str

    @property
    def length(self) -> float:
        """Length in mm."""
        return self.width if self.direction == "horizontal" else self.height

    @property
    def position(self) -> float:
        """Middle of the rule in mm: from the top when horizontal, from the left when vertical."""
        return (self.top + self.bottom) / 2 if self.direction == "horizontal" else (self.x0 + self.x1) / 2
