"""The sheet of looks: every figure of the standard with its clause and strength, read from `templates/styles/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.character_sets import has_gb2312_only
from ipplan.errors import BrokenTemplate, UsageProblem
from ipplan.resources import STANDARD_SHEET, is_sheet_file, named_sheets, templates_folder
from ipplan.sheet_values import what_it_should_be
from ipplan.source import Source, read_source
from ipplan.units import Length, parse_length
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AS_AROUND = "随文"
"""What a sheet names for Latin that is to have no font of its own."""
_LONGEST_NAME = 60


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

    @property
    def latin_font(self) -> str | None:
        """The font family of digits and Latin words, None where they have that of the Chinese around them."""
        family = self.text("font.西文")
        return None if family == AS_AROUND else family

    @property
    def lines_height(self) -> Length:
        """The height that the lines of an upright page fill: that of the type area, and what stands out of it."""
        return self.length("page.text_height") + self.length("page.overhang") * 2

    def chinese_fonts(self) -> dict[str, str]:
        """The family of each font of the sheet by its name there (`仿宋`), without that of Latin."""
        names = (name.removeprefix("font.") for name in self.figures if name.startswith("font."))
        return {name: self.text(f"font.{name}") for name in names if name != "西文"}

    def spare_font(self, family: str) -> str | None:
        """The family for characters that a family of the sheet lacks, None where that has more than GB 2312 does."""
        if not has_gb2312_only(family):
            return None
        names = (name for name, one in self.chinese_fonts().items() if one == family)
        return next((self.text(f"font_spare.{name}") for name in names), None)

    def characters(self, name: str) -> Length:
        """A distance given in characters of body text, as the text sets them (28 to a line).

        Source: GB/T 9704—2012 §3.1, §5.2.3
        """
        return self.character * self.number(name)

    @property
    def character(self) -> Length:
        """What one character of body text takes of a line."""
        return self.length("body.size") + self.length("page.tracking")

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


def load_stylesheet(*overlays: Path, font_folders: tuple[Path, ...] = ()) -> Stylesheet:
    """The standard's sheet, with others laid over it one after the other: named ones of ours, and an office's own.

    Raises:
        BrokenTemplate: if a sheet is not of the form described at its top, names an unknown figure, or gives one a
            value that cannot be its.
        UnreadableFile: if an overlay cannot be read.
    """
    figures = _read_figures(templates_folder() / "styles" / f"{STANDARD_SHEET}.yaml", None)
    for overlay in overlays:
        figures = {**figures, **_read_figures(overlay, figures)}
    return Stylesheet(figures, font_folders)


def sheet_files(names: Iterable[str], folder: Path | None) -> tuple[Path, ...]:
    """The files that names of sheets stand for: those of ours by name, any other from a folder (None: where we are).

    Raises:
        UsageProblem: if a name is neither that of a sheet of ours nor that of a file.
    """
    return tuple(_sheet_file(name, folder) for name in names)


def _sheet_file(name: str, folder: Path | None) -> Path:
    if name in named_sheets():
        return named_sheets()[name]
    if not is_sheet_file(name):
        raise UsageProblem(f"没有“{name}”这种版式，可以写：{'、'.join(named_sheets())}，或者版式文件（.yaml）")
    return Path(name) if folder is None else folder / name


def _read_figures(path: Path, known: Mapping[str, Figure] | None) -> dict[str, Figure]:
    source = read_source(path)
    if not isinstance(source, Source):
        raise BrokenTemplate(f"{path}：{source.message}")
    tree = read_tree(source)
    wrong = next(iter(tree.diagnostics), None)
    if wrong is not None:
        raise BrokenTemplate(f"{path}:{wrong.span.line}:{wrong.span.column}：版式文件读不懂：{wrong.message}")
    if not isinstance(tree.data, dict):
        raise BrokenTemplate(f"{path}：版式文件要一行一项，写成“名字: 值”")
    try:
        return {name: _figure(name, value, known) for name, value in tree.data.items()}
    except _WrongFigure as one:
        span = (tree.place.find_key if one.at_key else tree.place.find)((one.name,)).span
        raise BrokenTemplate(f"{path}:{span.line}:{span.column}：{one}") from None


class _WrongFigure(Exception):
    """A line of a sheet that cannot be meant; `at_key` says that its name is wrong."""

    def __init__(self, name: str, message: str, *, at_key: bool = False) -> None:
        super().__init__(message)
        self.name = name
        self.at_key = at_key


def _figure(name: str, value: object, known: Mapping[str, Figure] | None) -> Figure:
    """One line of a sheet; an overlay may give the value alone and keeps clause and strength."""
    if known is not None and name not in known:
        raise _WrongFigure(name, f"版式里没有“{name}”这一项{_meant(name, known)}", at_key=True)
    if isinstance(value, str) and known is not None:
        value = [value, known[name].clause, known[name].strength.value]
    match value:
        case [str(words), str(clause), ("required" | "recommended" | "practice") as strength]:
            if known is not None and (wanted := _wanted(name, words, known)):
                raise _WrongFigure(name, f"“{name}”不能是“{words}”，要写{wanted}，例如 {known[name].value}")
            return Figure(words, clause, Strength(strength))
        case _:
            raise _WrongFigure(name, f"“{name}”要写成一个值，或者 [值, 条款, 强度]")


def _wanted(name: str, words: str, known: Mapping[str, Figure]) -> str | None:
    fonts = [one.removeprefix("font.") for one in known if one.startswith("font.")]
    return what_it_should_be(name, words, known[name].value, fonts)


def _meant(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only for a misspelt name

    near = get_close_matches(name, known, 1) if len(name) <= _LONGEST_NAME else []
    return f"，是不是“{near[0]}”？" if near else ""
