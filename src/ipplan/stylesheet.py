"""The sheet of looks: every figure of the standard with its clause and strength, read from `templates/styles/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ipplan.errors import BrokenTemplate
from ipplan.patterns import lazy_pattern
from ipplan.resources import templates_folder
from ipplan.source import Source, read_source
from ipplan.units import Length, parse_length
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Strength(Enum):
    """How binding a figure is."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of the sheet with the clause of GB/T 9704—2012 it comes from."""

    value: str
    clause: str
    strength: Strength


@dataclass(frozen=True, slots=True, eq=False)
class Stylesheet:
    """All figures by name (`body.size`). A sheet is equal to itself only, so that what is made of it can be kept."""

    figures: Mapping[str, Figure]
    font_folders: tuple[Path, ...] = ()
    """Where fonts lie besides the system's own places; only formats that draw pages look there."""

    def length(self, name: str) -> Length:
        """A distance."""
        return parse_length(self.figures[name].value)

    def number(self, name: str) -> float:
        """A count, of lines or of characters."""
        return float(self.figures[name].value)

    def text(self, name: str) -> str:
        """A word: a colour, a font family."""
        return self.figures[name].value

    def font(self, role: str) -> str:
        """The font family of a role (`body`), through the sheet's `font.…` names."""
        return self.text(f"font.{self.text(f'{role}.font')}")

    def characters(self, name: str) -> Length:
        """A distance given in characters of body text, as the text sets them (28 to a line).

        Source: GB/T 9704—2012 §3.1, §5.2.3
        """
        return (self.length("body.size") + self.length("page.tracking")) * self.number(name)

    def lines(self, name: str) -> Length:
        """A distance given in lines of body text.

        Source: GB/T 9704—2012 §3.2, §5.2.3
        """
        return self.length("page.pitch") * self.number(name)

    def differences(self, other: Stylesheet) -> dict[str, tuple[str, str]]:
        """Names whose values differ, with this sheet's value and the other's."""
        return {
            name: (figure.value, other.figures[name].value)
            for name, figure in self.figures.items()
            if figure.value != other.figures[name].value
        }


def load_stylesheet(overlay: Path | None = None, font_folders: tuple[Path, ...] = ()) -> Stylesheet:
    """The standard's sheet, with an office's own figures laid over it.

    Raises:
        BrokenTemplate: if a sheet is not of the form described at its top, or names an unknown figure.
        UnreadableFile: if the overlay cannot be read.
    """
    figures = _read_figures(templates_folder() / "styles" / "gbt9704-2012.yaml", None)
    if overlay is not None:
        figures = {**figures, **_read_figures(overlay, figures)}
    return Stylesheet(figures, font_folders)


def _read_figures(path: Path, known: Mapping[str, Figure] | None) -> dict[str, Figure]:
    source = read_source(path)
    if not isinstance(source, Source):
        raise BrokenTemplate(f"{path}：{source.message}")
    tree = read_tree(source)
    if tree.diagnostics or not isinstance(tree.data, dict):
        raise BrokenTemplate(f"{path}：版式文件读不懂")
    figures = {}
    for name, value in tree.data.items():
        at = f"{path}:{tree.place.find_key((name,)).span.line}"
        figures[name] = _figure(at, name, value, known)
        if known is not None:
            _refuse_nonsense(at, name, figures[name].value, known)
    return figures


def _figure(at: str, name: str, value: object, known: Mapping[str, Figure] | None) -> Figure:
    """One line of a sheet; an overlay may give the value alone and keeps clause and strength."""
    if known is not None and name not in known:
        raise BrokenTemplate(f"{at}：版式里没有“{name}”这一项")
    if isinstance(value, str) and known is not None:
        value = [value, known[name].clause, known[name].strength.value]
    match value:
        case [str(words), str(clause), ("required" | "recommended" | "practice") as strength]:
            return Figure(words, clause, Strength(strength))
        case _:
            raise BrokenTemplate(f"{at}：“{name}”要写成 [值, 条款, 强度]")


def _refuse_nonsense(at: str, name: str, words: str, known: Mapping[str, Figure]) -> None:
    """Look at a value that an office gives in place of the standard's, which must be of the same kind.

    Raises:
        BrokenTemplate: if it is another kind of thing, or a size that no paper has.
    """
    standard = known[name].value
    if name.endswith(".font") and f"font.{words}" not in known:
        names = "、".join(one.removeprefix("font.") for one in known if one.startswith("font."))
        raise BrokenTemplate(f"{at}：没有“{words}”这种字体，可以写：{names}")
    if name.startswith("font.") and not _FAMILY.fullmatch(words):
        raise BrokenTemplate(f"{at}：字体的名称“{words}”里有字体名称不会有的字符，要像“{standard}”这样写")
    if name.startswith("colour.") and not _COLOUR.fullmatch(words):
        raise BrokenTemplate(f"{at}：颜色“{words}”读不懂，写六位十六进制数，如 {standard}")
    size, usual = _size(words), _size(standard)
    if usual is not None and (size is None or _is_length(words) != _is_length(standard)):
        raise BrokenTemplate(f"{at}：“{name}”写成了“{words}”，要像“{standard}”这样写")
    if usual is not None and size is not None and not _is_possible(name, size, usual):
        raise BrokenTemplate(f"{at}：“{name}”写成了“{words}”，没有这样的公文；国家标准是“{standard}”")


_COLOUR = lazy_pattern("[0-9A-Fa-f]{6}")
_FAMILY = lazy_pattern(r"[\w .()（）+-]{1,100}")
_NUMBER = lazy_pattern(r"\d{1,9}(?:\.\d{1,9})?")
_LARGEST = 3000
"""No length in points and no number of a sheet is larger; A3 is 1,191 pt high."""
_NEVER_NOTHING = ("size", "pitch", "width", "height", "lines", "characters", "per_line", "per_row")
"""Endings of figures that something is divided by or that leave nothing to see."""


def _size(words: str) -> float | None:
    """A length in points or a number; None for what is neither."""
    if _NUMBER.fullmatch(words):
        return float(words)
    return parse_length(words).pt if _is_length(words) else None


def _is_length(words: str) -> bool:
    try:
        parse_length(words)
    except ValueError:
        return False
    return True


def _is_possible(name: str, size: float, usual: float) -> bool:
    least = -_LARGEST if usual < 0 else 0
    return least <= size <= _LARGEST and (size != 0 or not name.endswith(_NEVER_NOTHING))
