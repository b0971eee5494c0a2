"""Reads a tagged PDF as a screen reader does: the text of each element, in the order of its structure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pdfplumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


def tagged_texts(pdf: Path) -> list[str]:
    """Return what each paragraph, heading and cell says; page numbers and repeated headers have no tag."""
    with pdfplumber.open(pdf) as opened:
        marked: dict[tuple[int, int], str] = defaultdict(str)
        for page in opened.pages:
            for char in page.chars:
                if char.get("mcid") is not None:
                    marked[page.page_number, char["mcid"]] += char["text"]
        return [text for text in _texts(opened.structure_tree, marked) if text.strip()]


def _texts(elements: Iterable[dict[str, Any]], marked: Mapping[tuple[int, int], str]) -> Iterator[str]:
    """Yield the texts of elements; `marked` has each piece of marked content by page (1-based) and number."""
    for element in elements:
        if element.get("mcids"):
            yield "".join(_own(element["page_number"], element["mcids"], marked))
        yield from _texts(element.get("children", ()), marked)


def _own(page: int, numbers: list[int], marked: Mapping[tuple[int, int], str]) -> Iterator[str]:
    """Yield the pieces of an element; each page counts its own from 0, so a smaller number is on the next one."""
    before = -1
    for number in numbers:
        page += number <= before
        before = number
        yield marked.get((page, number), "")
