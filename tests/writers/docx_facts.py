"""Facts of a docx package that must hold whatever the plan says; each function returns what is wrong."""

from __future__ import annotations

import re
import zipfile
from itertools import accumulate
from typing import TYPE_CHECKING

from lxml import etree

from kit.wordml import part_names, read_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


def root_of(docx: Path, part: str = MAIN) -> etree._Element:
    """Return the root element of a part."""
    with zipfile.ZipFile(docx) as package:
        return etree.fromstring(package.read(part))


def text_parts(docx: Path) -> tuple[str, ...]:
    """Return the names of the parts with text: main document, headers and footers."""
    return (MAIN, *part_names(docx, "word/header"), *part_names(docx, "word/footer"))


def theme_fonts(docx: Path) -> Iterator[str]:
    """No part names a font by theme, and there is no theme."""
    with zipfile.ZipFile(docx) as package:
        for name in package.namelist():
            if re.search(rb"(?:ascii|hAnsi|eastAsia|cs)[tT]heme=", package.read(name)) or "theme" in name:
                yield name


class Styles:
    """The styles of a docx, and the fonts that hold for a run after all of them."""

    def __init__(self, docx: Path) -> None:
        root = root_of(docx, STYLES)
        self.nodes = {node.get(f"{W}styleId"): node for node in root.findall(f"{W}style")}
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def fonts(self, run: etree._Element) -> dict[str, str]:
        """Return the font of each slot and the hint, later layers laid over earlier ones."""
        paragraph = next(run.iterancestors(f"{W}p"))
        style_ids = (_val(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal", _val(run.find(f"{W}rPr/{W}rStyle")))
        layers = [self._defaults, *(style.find(f"{W}rPr") for name in style_ids for style in self.chain(name))]
        found: dict[str, str] = {}
        for layer in [*layers, run.find(f"{W}rPr")]:
            named = None if layer is None else layer.find(f"{W}rFonts")
            if named is not None:
                found |= _attributes(named)
        return found

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """Return a style after those it is based on."""
        chain: list[etree._Element] = []
        while style_id in self.nodes:
            chain.insert(0, self.nodes[style_id])
            style_id = _val(chain[0].find(f"{W}basedOn"))
        return chain


def fonts_of_runs(docx: Path) -> Iterator[str]:
    """Every run has an east-Asian font; what is not ASCII has it in the Latin slots too, with the hint.

    Word draws “ ” ‘ ’ — … · × from the Latin slots unless they name the same font and the hint says east-Asian.
    """
    styles = Styles(docx)
    for part in text_parts(docx):
        for run in root_of(docx, part).iter(f"{W}r"):
            text, fonts = "".join(node.text or "" for node in run.findall(f"{W}t")), styles.fonts(run)
            if not fonts.get("eastAsia"):
                yield f"{part}: no east-Asian font on “{text}”"
            if not text.isascii() and (
                fonts.get("hint") != "eastAsia" or len({fonts.get(slot) for slot in FONT_SLOTS[:3]}) != 1
            ):
                yield f"{part}: “{text}” has {fonts}"


def own_hints(docx: Path) -> Iterator[str]:
    """A run that is not ASCII carries the hint itself: some readers take it from the run only."""
    for part in text_parts(docx):
        for run in root_of(docx, part).iter(f"{W}r"):
            text = "".join(node.text or "" for node in run.findall(f"{W}t"))
            named = run.find(f"{W}rPr/{W}rFonts")
            if not text.isascii() and (named is None or named.get(f"{W}hint") != "eastAsia"):
                yield f"{part}: “{text}”"


def page_facts(docx: Path) -> Iterator[str]:
    """A4 with the margins of the clause, a line grid of 579 where upright, odd and even footers in every section."""
    for section in root_of(docx).iter(f"{W}sectPr"):
        size, grid = _attributes(section.find(f"{W}pgSz")), _attributes(section.find(f"{W}docGrid"))
        turned = size.get("orient") == "landscape"
        paper = (size["h"], size["w"]) if turned else (size["w"], size["h"])
        if paper != ("11906", "16838"):
            yield f"paper {paper}"
        margins = _attributes(section.find(f"{W}pgMar"))
        sides = ("right", "left", "bottom", "top") if turned else ("top", "bottom", "right", "left")
        found = tuple(int(margins[side]) for side in sides)
        wanted = (2098, 1984, 1474, 1587)
        if any(abs(one - other) > 2 for one, other in zip(found, wanted, strict=True)) or margins.get("gutter") != "0":
            yield f"margins {margins}"
        if not turned and (grid.get("type"), grid.get("linePitch"), grid.get("charSpace")) != ("lines", "579", None):
            yield f"grid {grid}"
        kinds = {node.get(f"{W}type") for node in section.findall(f"{W}footerReference")}
        if kinds != {"default", "even"}:
            yield f"footers {kinds}"


def table_facts(docx: Path) -> Iterator[str]:
    """Rows fill the grid, merges that go on have begun above, no row may be torn, the first row is repeated."""
    for number, node in enumerate(root_of(docx).iter(f"{W}tbl")):
        columns = len(node.findall(f"{W}tblGrid/{W}gridCol"))
        total = sum(int(column.get(f"{W}w", "0")) for column in node.findall(f"{W}tblGrid/{W}gridCol"))
        if int(_attributes(node.find(f"{W}tblPr/{W}tblW"))["w"]) != total:
            yield f"table {number}: its width is not that of its columns"
        in_text_box = next(node.iterancestors(f"{W}txbxContent"), None) is not None
        reaching: dict[int, int] = {}
        for at, row in enumerate(node.findall(f"{W}tr")):
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield f"table {number}, row {at}: may be torn"
            titled = not in_text_box and not _is_masthead(node)
            if titled and (row.find(f"{W}trPr/{W}tblHeader") is not None) is not (at == 0):
                yield f"table {number}, row {at}: header is wrong"
            yield from (f"table {number}, row {at}: {wrong}" for wrong in _row_facts(row, columns, reaching))


def _is_masthead(table: etree._Element) -> bool:
    """Whether a table only puts the names of several issuers under each other."""
    return _val(table.find(f".//{W}pStyle")) == "Masthead"


def _row_facts(row: etree._Element, columns: int, reaching: dict[int, int]) -> Iterator[str]:
    cells = row.findall(f"{W}tc")
    spans = [int(_val(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in cells]
    if sum(spans) != columns:
        yield f"{sum(spans)} of {columns} columns"
    now: dict[int, int] = {}
    for start, span, cell in zip([0, *accumulate(spans)], spans, cells, strict=False):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and _val(merge) != "restart"
        if goes_on and reaching.get(start) != span:
            yield f"column {start} continues nothing"
        if merge is not None:
            now[start] = span
        if cell.find(f"{W}p") is None:
            yield f"column {start} has no paragraph"
    reaching.clear()
    reaching.update(now)


def heading_levels(docx: Path) -> dict[str, int | None]:
    """Return the outline level of each style called heading 1 to 4."""
    levels = {}
    for node in Styles(docx).nodes.values():
        name = _val(node.find(f"{W}name")) or ""
        if re.fullmatch(r"heading [1-4]", name):
            level = _val(node.find(f"{W}pPr/{W}outlineLvl"))
            levels[name] = None if level is None else int(level)
    return levels


def whole_text(docx: Path) -> str:
    """Return the text of the main part, a line for each paragraph."""
    return read_word(docx).text


def _attributes(node: etree._Element | None) -> dict[str, str]:
    return {} if node is None else {str(name).removeprefix(W): str(value) for name, value in node.attrib.items()}


def _val(node: etree._Element | None) -> str | None:
    return None if node is None else node.get(f"{W}val")
