"""Lengths with their units: millimetres, points, twips, EMU."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_POINTS_PER = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?) ?(pt|mm|cm)")


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A distance on paper, kept in points (1 pt = 1/72 inch)."""

    pt: float

    @classmethod
    def of_mm(cls, millimetres: float) -> Length:
        """A length given in millimetres."""
        return cls(millimetres * _POINTS_PER["mm"])

    @property
    def mm(self) -> float:
        """Millimetres."""
        return self.pt / _POINTS_PER["mm"]

    @property
    def twips(self) -> int:
        """Twentieths of a point, rounded: the unit of most OOXML lengths (dxa)."""
        return round(self.pt * 20)

    @property
    def half_points(self) -> int:
        """Half points, rounded: the unit of OOXML font sizes."""
        return round(self.pt * 2)

    @property
    def eighth_points(self) -> int:
        """Eighths of a point, rounded: the unit of OOXML border widths."""
        return round(self.pt * 8)

    @property
    def emu(self) -> int:
        """English metric units (1 pt = 12,700), rounded: the unit of DrawingML."""
        return round(self.pt * 12_700)

    def __add__(self, other: Length) -> Length:
        return Length(self.pt + other.pt)

    def __sub__(self, other: Length) -> Length:
        return Length(self.pt - other.pt)

    def __mul__(self, factor: float) -> Length:
        return Length(self.pt * factor)


@lru_cache(maxsize=1024)
def parse_length(words: str) -> Length:
    """Read a length such as `35 mm` or `28.95 pt`.

    Raises:
        ValueError: if the words are not a number followed by pt, mm or cm.
    """
    match = _LENGTH.fullmatch(words.strip())
    if match is None:
        raise ValueError(f"not a length: {words!r}")
    return Length(float(match[1]) * _POINTS_PER[match[2]])
