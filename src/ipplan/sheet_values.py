"""What a line of an office's sheet may say in place of the standard's value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.units import Length, parse_length

if TYPE_CHECKING:
    from collections.abc import Collection

_NUMBER = lazy_pattern(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_COLOUR = lazy_pattern("[0-9A-Fa-f]{6}")
_FAMILY = lazy_pattern(r"[\w .()（）+-]{1,100}")
_NEVER_NOTHING = ("size", "pitch", "width", "height", "lines", "characters", "per_line", "per_row")
"""Endings of figures that something is divided by or that leave nothing to see."""
_LARGEST = 3000
"""No length in points and no number of a sheet is larger; A3 is 1,191 pt high."""
_FONT_NAMES = ("font.", "font_spare.")


def what_it_should_be(name: str, words: str, standard: str, fonts: Collection[str]) -> str | None:
    """What to write where a value cannot be meant; None where it can.

    `standard` is the value that it replaces, which is of the right kind; `fonts` are the keys by which a sheet calls
    its fonts (仿宋).
    """
    if name.endswith(".font"):
        return None if words in fonts else f"一种字体（{'、'.join(fonts)}）"
    if name.startswith(_FONT_NAMES):
        return None if _FAMILY.fullmatch(words) else "字体的名称"
    if _COLOUR.fullmatch(standard) and name.startswith("colour."):
        return None if _COLOUR.fullmatch(words) else "六位十六进制数的颜色"
    usual = _length_of(standard)
    if usual is not None:
        return _wrong_length(name, _length_of(words), usual)
    if _NUMBER.fullmatch(standard):
        return _wrong_number(name, words)
    return None


def _wrong_length(name: str, found: Length | None, usual: Length) -> str | None:
    if found is None:
        return "带单位的长度（pt、mm、cm）"
    if usual.pt > 0 and (found.pt < 0 or (found.pt == 0 and name.endswith(_NEVER_NOTHING))):
        return "大于零的长度"
    return f"不超过 {_LARGEST} pt 的长度" if abs(found.pt) > _LARGEST else None


def _wrong_number(name: str, words: str) -> str | None:
    if not _NUMBER.fullmatch(words):
        return "数"
    if float(words) == 0 and name.endswith(_NEVER_NOTHING):
        return "大于零的数"
    return f"不超过 {_LARGEST} 的数" if float(words) > _LARGEST else None


def _length_of(words: str) -> Length | None:
    try:
        return parse_length(words)
    except ValueError:
        return None
