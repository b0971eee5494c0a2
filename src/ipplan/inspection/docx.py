"""A docx as the checks see it: paragraphs with effective settings, tables, sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from ipplan.inspection.properties import THEME, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Place(Enum):
    """What holds a paragraph most closely."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text box"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text with what holds for it. `settings` as `Cascade.run` gives them."""

    text: str
    settings: Mapping[str, str] = field(repr=False)

    def font(self, slot: str) -> str:
        """The family of a slot (`eastAsia`, `ascii`, `hAnsi`), empty where nobody says."""
        return self.settings.get(slot, "").removeprefix(THEME)

    def by_theme(self, slot: str) -> bool:
        """Whether the theme decides about a slot."""
        return self.settings.get(slot, "").startswith(THEME)

    @property
    def size(self) -> float | None:
        """Size in pt, None where nobody says (Word then takes 10)."""
        return number(self.settings.get("sz"), 2)

    @property
    def tracking(self) -> float:
        """What is added to each character, in pt."""
        return number(self.settings.get("spacing"), 20) or 0.0

    @property
    def colour(self) -> str:
        """RGB in hexadecimal, `000000` for automatic."""
        colour = self.settings.get("color", "auto").upper()
        return "000000" if colour == "AUTO" else colour

    @property
    def hidden(self) -> bool:
        """Whether it is not printed."""
        return self.settings.get("vanish", "0") not in {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Border:
    """A border of a paragraph or a table: width in pt, distance in pt, RGB."""

    width: float
    space: float
    colour: str


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph: its text (tabs and line breaks kept), its runs, its settings, where it stands. Equal to itself only.

    `section` counts sections from 0; `table` is the index of the outermost table it is in, None outside.
    """

    text: str
    style: str
    runs: tuple[Run, ...] = field(repr=False)
    settings: Mapping[str, str] = field(repr=False)
    place: Place = Place.BODY
    section: int = 0
    table: int | None = None
    page_break: bool = False
    drawings: tuple[Drawing, ...] = ()
    box_top: float | None = None
    """Where the text box around it begins, in mm from the top of the page; None where that is not said."""

    @cached_property
    def printed(self) -> str:
        """The text without white space around it, soft hyphens of line breaks kept."""
        return self.text.strip()

    @property
    def drawing(self) -> Drawing | None:
        """The first line drawn in it."""
        return next(iter(self.drawings), None)

    @property
    def shown(self) -> str:
        """How a message names the paragraph."""
        words = " ".join(self.printed.split())
        return f"“{words[:16]}…”" if len(words) > 17 else f"“{words}”"

    def length(self, name: str) -> float:
        """A setting of the paragraph in pt, 0 where it is not set."""
        return number(self.settings.get(name), 20) or 0.0

    @cached_property
    def size(self) -> float | None:
        """The size in pt of most of its text."""
        return _most((run.size, len(run.text.strip())) for run in self.runs)

    @cached_property
    def advance(self) -> float | None:
        """The width of a Chinese character in pt, tracking included."""
        return _most((run.size + run.tracking, len(run.text.strip())) for run in self.runs if run.size)

    @property
    def align(self) -> str:
        """Horizontal alignment, `left` where nobody says."""
        return {"start": "left", "end": "right"}.get(self.settings.get("jc", "left"), self.settings.get("jc", "left"))

    @property
    def exact(self) -> float | None:
        """The line pitch in pt where it is fixed, else None."""
        return self.length("line") if self.settings.get("lineRule") == "exact" and self.length("line") else None

    def on(self, name: str, *, unless_said: bool) -> bool:
        """A switch, with what holds where nobody says."""
        said = self.settings.get(name)
        return unless_said if said is None else said not in {"0", "false", "off"}

    @property
    def first_line(self) -> float:
        """First-line indent in characters of its own size; spaces typed for it count. Negative where it hangs."""
        typed = len(self.text) - len(self.text.lstrip("\u3000"))
        return typed + self._in_characters("firstLine") - self._in_characters("hanging")

    def inset(self, side: str) -> float:
        """The indent of the `left` or `right` side in characters of its own size."""
        return self._in_characters(side)

    def _in_characters(self, name: str) -> float:
        """An indent in characters: Word follows the hundredths of a character where there are some."""
        if hundredths := number(self.settings.get(f"{name}Chars"), 100):
            return hundredths
        return self.length(name) / (self.advance or 16.0)

    def border(self, side: str) -> Border | None:
        """The border at its `top` or `bottom`, None where there is none."""
        if self.settings.get(f"border.{side}.val", "none") in {"none", "nil"}:
            return None
        width, space = (number(self.settings.get(f"border.{side}.{name}"), n) for name, n in (("sz", 8), ("space", 1)))
        colour = self.settings.get(f"border.{side}.color", "auto").upper()
        return Border(width or 0.0, space or 0.0, "000000" if colour == "AUTO" else colour)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line drawn in a paragraph: its length in mm and RGB, empty where it has no colour of its own.

    `middle` is its distance in mm from the top of the page, None where that is not said; `thickness` in mm.
    """

    length: float
    colour: str
    middle: float | None = None
    thickness: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: how many cells, repeated as a head, never torn."""

    cells: int
    head: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """An outermost table: its rows, its borders by side, how wide in mm it is (None where the text decides)."""

    rows: tuple[Row, ...]
    borders: Mapping[str, Border]
    width: float | None
    section: int
    start: int
    """How many paragraphs of the document stand before it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: lengths in pt. `numbers` are the paragraphs with the page number by kind (`default`, `even`)."""

    width: float
    height: float
    margins: Mapping[str, float]
    grid: str
    pitch: float | None
    character_space: float | None
    numbers: Mapping[str, Paragraph | None]
    number_format: str

    @property
    def landscape(self) -> bool:
        """Whether its pages are wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """Width of the type area."""
        return self.width - self.margins["left"] - self.margins["right"] - self.margins["gutter"]

    @property
    def text_height(self) -> float:
        """Height of the type area."""
        return self.height - self.margins["top"] - self.margins["bottom"]


@dataclass(frozen=True)
class Docx:
    """The whole document. `default_size` is the size in pt that the character grid is counted from."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    odd_and_even: bool
    default_size: float


def _most(weighed: Iterable[tuple[float | None, int]]) -> float | None:
    totals: dict[float, int] = {}
    for what, weight in weighed:
        if what is not None and weight:
            totals[what] = totals.get(what, 0) + weight
    return max(totals, key=lambda what: totals[what]) if totals else None
