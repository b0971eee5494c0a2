"""Reads a docx as a careful reader does: paragraphs, tables and the fonts that hold after all styles are applied."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTER_OF = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}

Place = Literal["body", "table", "text box"]


@dataclass(frozen=True)
class Run:
    """A run of text and what holds for it after docDefaults, table, paragraph, character styles and own settings.

    Fonts are family names, ``theme:…`` where the theme decides, or None where nobody says; ``size`` is in pt.
    """

    text: str
    east_asian: str | None
    latin: str | None
    size: float | None
    bold: bool
    colour: str | None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text (with tabs and line breaks), style, runs, and where it stands."""

    text: str
    style_id: str | None
    style_name: str | None
    outline_level: int | None
    runs: tuple[Run, ...]
    place: Place


@dataclass(frozen=True)
class Cell:
    """A table cell: its text (paragraphs joined by a line break), the grid columns it spans, its vertical merge."""

    text: str
    span: int
    merge: Literal["start", "continued"] | None


@dataclass(frozen=True)
class Row:
    """A table row; ``header`` is true when it is repeated on each page, ``whole`` when it may not be torn."""

    cells: tuple[Cell, ...]
    header: bool
    whole: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells from left to right."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A table of the body, without the tables inside its cells."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Word:
    """What one part (the main document, a header, a footer) says, in document order, text boxes once."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]

    @property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_word(docx: Path, part: str = "word/document.xml") -> Word:
    """Read a part of a docx; raises KeyError when the docx has no such part."""
    with zipfile.ZipFile(docx) as package:
        root = etree.fromstring(package.read(part))
        has_styles = "word/styles.xml" in package.namelist()
        styles = _Styles(etree.fromstring(package.read("word/styles.xml")) if has_styles else None)
    for fallback in list(root.iter(_FALLBACK)):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    return Word(
        tuple(_paragraph(node, styles) for node in root.iter(f"{_W}p")),
        tuple(_table(node) for node in root.iter(f"{_W}tbl")),
    )


def part_names(docx: Path, start: str) -> tuple[str, ...]:
    """Return the parts whose names begin so, sorted: ``part_names(docx, "word/footer")``."""
    with zipfile.ZipFile(docx) as package:
        return tuple(sorted(name for name in package.namelist() if name.startswith(start) and name.endswith(".xml")))


class _Styles:
    """The styles of a docx by id, and the settings that hold for a run."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = [] if root is None else root.findall(f"{_W}style")
        self._nodes = {node.get(f"{_W}styleId", ""): node for node in nodes}
        self._default = {
            node.get(f"{_W}type"): node.get(f"{_W}styleId", "")
            for node in nodes
            if node.get(f"{_W}default") in {"1", "true", "on"}
        }
        self._document = None if root is None else root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")

    def paragraph_style(self, paragraph: etree._Element) -> str | None:
        """Return the id of the style of a paragraph; the default one when it names none."""
        return _value(paragraph.find(f"{_W}pPr/{_W}pStyle")) or self._default.get("paragraph")

    def name(self, style_id: str | None) -> str | None:
        """Return the name of a style as users see it."""
        return _value(self._nodes[style_id].find(f"{_W}name")) if style_id in self._nodes else None

    def outline_level(self, paragraph: etree._Element) -> int | None:
        """Return the outline level (0 is the highest) of a paragraph, from itself or its styles."""
        holders = [*self._chain(self.paragraph_style(paragraph)), paragraph]
        levels = [_value(holder.find(f"{_W}pPr/{_W}outlineLvl")) for holder in holders]
        said = [int(level) for level in levels if level is not None]
        return said[-1] if said else None

    def settings(self, run: etree._Element, paragraph: etree._Element) -> Mapping[str, str]:
        """Return the settings that hold for a run, later ones laid over earlier ones."""
        table = next(paragraph.iterancestors(f"{_W}tbl"), None)
        table_style = None if table is None else _value(table.find(f"{_W}tblPr/{_W}tblStyle"))
        chains = (
            self._chain(table_style or (self._default.get("table") if table is not None else None)),
            self._chain(self.paragraph_style(paragraph)),
            self._chain(_value(run.find(f"{_W}rPr/{_W}rStyle")) or self._default.get("character")),
        )
        layers = [
            self._document,
            *(style.find(f"{_W}rPr") for chain in chains for style in chain),
            run.find(f"{_W}rPr"),
        ]
        found: dict[str, str] = {}
        for layer in layers:
            if layer is not None:
                found |= dict(_layer(layer))
        return found

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """Return a style and those it is based on, the root of the chain first."""
        chain: list[etree._Element] = []
        while style_id in self._nodes and self._nodes[style_id] not in chain:
            chain.insert(0, self._nodes[style_id])
            style_id = _value(chain[0].find(f"{_W}basedOn"))
        return chain


def _layer(properties: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what one rPr says."""
    fonts = properties.find(f"{_W}rFonts")
    if fonts is not None:
        for key, plain, theme in (("east_asian", "eastAsia", "eastAsiaTheme"), ("latin", "ascii", "asciiTheme")):
            by_theme, family = fonts.get(f"{_W}{theme}"), fonts.get(f"{_W}{plain}")
            if by_theme or family:
                yield key, f"theme:{by_theme}" if by_theme else str(family)
    for key, tag in (("size", "sz"), ("colour", "color")):
        value = _value(properties.find(f"{_W}{tag}"))
        if value is not None:
            yield key, value
    bold = properties.find(f"{_W}b")
    if bold is not None:
        yield "bold", "yes" if _value(bold) not in {"0", "false", "off"} else ""


def _paragraph(node: etree._Element, styles: _Styles) -> Paragraph:
    runs = tuple(_run(run, node, styles) for run in node.iter(f"{_W}r") if next(run.iterancestors(f"{_W}p")) is node)
    style = styles.paragraph_style(node)
    return Paragraph(
        "".join(run.text for run in runs), style, styles.name(style), styles.outline_level(node), runs, _place(node)
    )


def _run(node: etree._Element, paragraph: etree._Element, styles: _Styles) -> Run:
    held = styles.settings(node, paragraph)
    half_points = held.get("size")
    return Run(
        "".join(_characters(child) for child in node),
        held.get("east_asian"),
        held.get("latin"),
        None if half_points is None else int(half_points) / 2,
        bool(held.get("bold")),
        held.get("colour"),
    )


def _characters(node: etree._Element) -> str:
    return (node.text or "") if node.tag == f"{_W}t" else _CHARACTER_OF.get(str(node.tag), "")


def _place(node: etree._Element) -> Place:
    """Return the nearest thing that holds a paragraph."""
    for holder in node.iterancestors(f"{_W}txbxContent", f"{_W}tc"):
        return "text box" if holder.tag == f"{_W}txbxContent" else "table"
    return "body"


def _table(node: etree._Element) -> Table:
    return Table(tuple(_row(row) for row in node.findall(f"{_W}tr")))


def _row(node: etree._Element) -> Row:
    return Row(
        tuple(_cell(cell) for cell in node.findall(f"{_W}tc")),
        _switch(node.find(f"{_W}trPr/{_W}tblHeader")),
        _switch(node.find(f"{_W}trPr/{_W}cantSplit")),
    )


def _cell(node: etree._Element) -> Cell:
    lines = ["".join(_characters(child) for child in p.iterfind(f".//{_W}r/*")) for p in node.findall(f"{_W}p")]
    merge = node.find(f"{_W}tcPr/{_W}vMerge")
    span = _value(node.find(f"{_W}tcPr/{_W}gridSpan"))
    kind: Literal["start", "continued"] | None = None
    if merge is not None:
        kind = "start" if _value(merge) == "restart" else "continued"
    return Cell("\n".join(lines), int(span or 1), kind)


def _switch(node: etree._Element | None) -> bool:
    return node is not None and _value(node) not in {"0", "false", "off"}


def _value(node: etree._Element | None) -> str | None:
    return None if node is None else node.get(f"{_W}val")
