"""Reads a web page as a strict parser does: what it says, its headings, its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import html5lib
from html5lib.html5parser import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["HtmlCell", "ParseError", "attribute_values", "grid", "headings", "read_html", "said"]


@dataclass(frozen=True)
class HtmlCell:
    """A cell as it covers one place of a grid: its element's name, its scope or None, its text."""

    tag: str
    scope: str | None
    text: str


def read_html(data: bytes) -> Element:
    """Return the root; raises ``ParseError`` for the first thing that HTML does not allow."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(data, transport_encoding="utf-8")
    return root


def said(root: Element) -> str:
    """Return the text of the body, or of a part of it, that is not hidden, in the order of the page."""
    body = root.find("body")
    return "".join(_shown(root if body is None else body))


def _shown(node: Element) -> Iterator[str]:
    """Yield the texts of an element; behind a hidden child nothing is left out."""
    yield node.text or ""
    for child in node:
        if child.get("hidden") is None:
            yield from _shown(child)
        yield child.tail or ""


def headings(root: Element) -> list[tuple[int, str]]:
    """Return the level and text of each heading in its order."""
    found = [node for node in root.iter() if node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    return [(int(node.tag[1]), "".join(node.itertext())) for node in found]


def attribute_values(root: Element, name: str) -> list[str]:
    """Return the values of an attribute wherever it stands."""
    return [value for node in root.iter() if (value := node.get(name)) is not None]


def grid(table: Element) -> list[list[HtmlCell]]:
    """Return the rows of a table with a cell for each column; a cell stands in every place that it covers."""
    rows: list[list[HtmlCell]] = []
    reaching: dict[int, tuple[int, HtmlCell]] = {}
    for row in table.iter("tr"):
        cells = (cell for cell in row if cell.get("hidden") is None)
        line: list[HtmlCell] = []
        while True:
            down = reaching.pop(len(line), None)
            if down is not None:
                if down[0] > 1:
                    reaching[len(line)] = (down[0] - 1, down[1])
                line.append(down[1])
                continue
            node = next(cells, None)
            if node is None:
                break
            cell = HtmlCell(node.tag, node.get("scope"), "".join(node.itertext()))
            for _ in range(int(node.get("colspan", "1"))):
                if int(node.get("rowspan", "1")) > 1:
                    reaching[len(line)] = (int(node.get("rowspan", "1")) - 1, cell)
                line.append(cell)
        rows.append(line)
    return rows
