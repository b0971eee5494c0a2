"""From the parts of a package to a `Docx`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.inspection.docx import Border, Docx, Drawing, Paragraph, Place, Row, Run, Table
from ipplan.inspection.package import W, read_package
from ipplan.inspection.properties import Cascade, number, switched_on, value
from ipplan.inspection.sections import PartReader, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_MM_PER_TWIP = 25.4 / 1440
_EMU_PER_MM = 36_000


def read_docx(path: Path) -> Docx:
    """Read a docx.

    Raises:
        UnreadableFile: see `read_package`.
    """
    package = read_package(path)
    cascade = Cascade(package)
    reader = ParagraphReader(cascade)
    settings = package.parts.get("word/settings.xml")
    odd_and_even = settings is not None and switched_on(settings.find(f"{W}evenAndOddHeaders"))
    paragraphs, tables = reader.whole(package.main)
    return Docx(
        paragraphs, tables, read_sections(package, PartReader(reader.part)), odd_and_even, cascade.default_size()
    )


class ParagraphReader:
    """Reads paragraphs and tables in document order, and knows in which section and table each stands."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade

    def part(self, root: etree._Element) -> tuple[Paragraph, ...]:
        """The paragraphs of a header or footer."""
        return tuple(self._paragraph(node, 0, None) for node in root.iter(f"{W}p"))

    def whole(self, main: etree._Element) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
        """The paragraphs and outermost tables of the main part."""
        paragraphs: list[Paragraph] = []
        tables: list[Table] = []
        section, current = 0, None
        for node in main.iter(f"{W}p", f"{W}tbl"):
            outermost = _outermost_table(node)
            if node.tag == f"{W}tbl" and outermost is node:
                current = node
                tables.append(_table(node, section, len(paragraphs)))
            elif node.tag == f"{W}p":
                in_table = len(tables) - 1 if outermost is not None and outermost is current else None
                paragraphs.append(self._paragraph(node, section, in_table))
                section += node.find(f"{W}pPr/{W}sectPr") is not None
        return tuple(paragraphs), tuple(tables)

    def _paragraph(self, node: etree._Element, section: int, table: int | None) -> Paragraph:
        runs = tuple(self._run(run, node) for run in _own_runs(node))
        settings = self._cascade.paragraph(node)
        return Paragraph(
            "".join(run.text for run in runs),
            self._cascade.style_name(node),
            runs,
            settings,
            _place(node, settings.get("frame")),
            section,
            table,
            any(br.get(f"{W}type") == "page" for run in _own_runs(node) for br in run.findall(f"{W}br")),
            tuple(_drawings(node)),
            _from_the_top(next(node.iterancestors(f"{_WP}anchor"), None)),
        )

    def _run(self, node: etree._Element, paragraph: etree._Element) -> Run:
        return Run("".join(_characters(child) for child in node), self._cascade.run(node, paragraph))


def _outermost_table(node: etree._Element) -> etree._Element | None:
    """The table that holds all others around a paragraph or table, itself if it is one; None outside tables."""
    holders = [*node.iterancestors(f"{W}tbl")]
    if holders:
        return holders[-1]
    return node if node.tag == f"{W}tbl" else None


def _own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph, not those of the text boxes anchored in it."""
    return (run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p")) is paragraph)


def _characters(node: etree._Element) -> str:
    if node.tag == f"{W}br" and node.get(f"{W}type") in {"page", "column"}:
        return ""
    return (node.text or "") if node.tag == f"{W}t" else _CHARACTERS.get(str(node.tag), "")


def _place(node: etree._Element, frame: str | None) -> Place:
    for holder in node.iterancestors(f"{W}txbxContent", f"{W}tc"):
        return Place.TEXT_BOX if holder.tag == f"{W}txbxContent" else Place.TABLE
    return Place.FRAME if frame else Place.BODY


def _drawings(node: etree._Element) -> Iterator[Drawing]:
    """The lines drawn in a paragraph: shapes without text that are far longer than high."""
    for drawing in node.iter(f"{W}drawing"):
        extent = drawing.find(f".//{_WP}extent")
        if extent is None or drawing.find(f".//{W}txbxContent") is not None:
            continue
        length, height = (number(extent.get(side), _EMU_PER_MM) or 0.0 for side in ("cx", "cy"))
        if length > 20 * height:
            line, colour = drawing.find(f".//{_A}ln"), drawing.find(f".//{_A}ln//{_A}srgbClr")
            thickness = None if line is None else number(line.get("w"), _EMU_PER_MM)
            rgb = "" if colour is None else colour.get("val", "").upper()
            yield Drawing(length, rgb, _from_the_top(drawing.find(f"{_WP}anchor")), thickness or 0.0)


def _from_the_top(anchor: etree._Element | None) -> float | None:
    """Where an anchored shape begins, in mm from the top of the page; None where that is not said."""
    position = None if anchor is None else anchor.find(f"{_WP}positionV[@relativeFrom='page']/{_WP}posOffset")
    return None if position is None else number(position.text, _EMU_PER_MM)


def _table(node: etree._Element, section: int, start: int) -> Table:
    rows = tuple(_row(row) for row in node.findall(f"{W}tr"))
    properties = node.find(f"{W}tblPr")
    width = None if properties is None else properties.find(f"{W}tblW")
    return Table(rows, _borders(node), _fixed_width(width), section, start)


def _row(node: etree._Element) -> Row:
    head, whole = (switched_on(node.find(f"{W}trPr/{W}{name}")) for name in ("tblHeader", "cantSplit"))
    return Row(len(node.findall(f"{W}tc")), head, whole)


def _borders(node: etree._Element) -> dict[str, Border]:
    """The borders of a table, with those of its first row and last row in place of its own where cells have some."""
    found, rows = {}, node.findall(f"{W}tr")
    outer = {"top": rows[:1], "bottom": rows[-1:]}
    for side in ("top", "bottom", "insideH"):
        own = node.find(f"{W}tblPr/{W}tblBorders/{W}{side}")
        cells = (row.find(f"{W}tc/{W}tcPr/{W}tcBorders/{W}{side}") for row in outer.get(side, ()))
        in_cell = next(cells, None)
        border = in_cell if in_cell is not None else own
        if border is not None and value(border) not in {"none", "nil"}:
            colour = border.get(f"{W}color", "auto").upper()
            width, space = (number(border.get(f"{W}{name}"), n) or 0.0 for name, n in (("sz", 8), ("space", 1)))
            found[side] = Border(width, space, "000000" if colour == "AUTO" else colour)
    return found


def _fixed_width(node: etree._Element | None) -> float | None:
    if node is None or node.get(f"{W}type") != "dxa":
        return None
    return number(node.get(f"{W}w"), 1 / _MM_PER_TWIP)
