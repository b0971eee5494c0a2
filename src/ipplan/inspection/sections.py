"""The sections of a docx: paper, margins, grid, and the paragraphs that hold the page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.inspection.docx import Paragraph, Section
from ipplan.inspection.package import R, W
from ipplan.inspection.properties import number, switched_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from ipplan.inspection.package import Package

KINDS = ("default", "even", "first")
_PAPER = {"w": 12240.0, "h": 15840.0}
"""What Word takes where nothing is said: a letter of the United States, in twips."""


class PartReader:
    """Reads the paragraphs of headers and footers, those of each part once."""

    def __init__(self, read: Callable[[etree._Element], tuple[Paragraph, ...]]) -> None:
        self._read = read
        self._known: dict[etree._Element, tuple[Paragraph, ...]] = {}

    def read(self, root: etree._Element) -> tuple[Paragraph, ...]:
        """The paragraphs of a part, the same objects whenever it is asked for."""
        if root not in self._known:
            self._known[root] = self._read(root)
        return self._known[root]


def read_sections(package: Package, reader: PartReader) -> tuple[Section, ...]:
    """The sections in order; one that names no header or footer of a kind has those of the section before it.

    A document that sets up no page at all has one section with Word's own paper.
    """
    found: list[Section] = []
    footers: dict[tuple[str, str], etree._Element | None] = {}
    for node in package.main.iter(f"{W}sectPr"):
        if next(node.iterancestors(f"{W}sectPrChange"), None) is not None:
            continue
        for tag in ("footer", "header"):
            for reference in node.findall(f"{W}{tag}Reference"):
                kind = reference.get(f"{W}type", "default")
                footers[tag, kind] = package.related(reference.get(f"{R}id", ""))
        found.append(_section(node, footers, reader))
    return tuple(found) or (_section(package.main, footers, reader),)


def _section(
    node: etree._Element, footers: dict[tuple[str, str], etree._Element | None], reader: PartReader
) -> Section:
    size, margins, grid = (node.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
    kinds = KINDS if switched_on(node.find(f"{W}titlePg")) else KINDS[:2]
    numbering = node.find(f"{W}pgNumType")
    pitch = _twips(grid, "linePitch", 0.0) / 20
    space = None if grid is None or grid.get(f"{W}charSpace") is None else _twips(grid, "charSpace", 0.0) / 4096
    return Section(
        _twips(size, "w", _PAPER["w"]) / 20,
        _twips(size, "h", _PAPER["h"]) / 20,
        {side: _twips(margins, side, 0.0) / 20 for side in ("top", "right", "bottom", "left", "gutter", "footer")},
        "" if grid is None else grid.get(f"{W}type", ""),
        pitch or None,
        space,
        {kind: _number(footers, kind, reader) for kind in kinds},
        "" if numbering is None else numbering.get(f"{W}fmt", ""),
    )


def _number(footers: dict[tuple[str, str], etree._Element | None], kind: str, reader: PartReader) -> Paragraph | None:
    """The paragraph with the page number in the footer, or else in the header, of a kind; None without one."""
    for tag in ("footer", "header"):
        root = footers.get((tag, kind))
        if root is None:
            continue
        for node, paragraph in zip(root.iter(f"{W}p"), reader.read(root), strict=True):
            if _counts_pages(node):
                return paragraph
    return None


def _counts_pages(paragraph: etree._Element) -> bool:
    """Whether a paragraph has a PAGE field of its own, not only a text box with one."""
    for field in paragraph.iter(f"{W}instrText", f"{W}fldSimple"):
        words = field.text if field.tag == f"{W}instrText" else field.get(f"{W}instr")
        if next(field.iterancestors(f"{W}p")) is paragraph and (words or "").split()[:1] == ["PAGE"]:
            return True
    return False


def _twips(node: etree._Element | None, name: str, otherwise: float) -> float:
    found = None if node is None else number(node.get(f"{W}{name}"))
    return otherwise if found is None else found
