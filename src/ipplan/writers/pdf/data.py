"""A Document tree and a sheet as data for the typst template.

Everything goes over as JSON: typst sees the words as strings, so nothing in a plan can be taken for markup.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ipplan.document import DRAFT_MARK
from ipplan.units import parse_length
from ipplan.writers.turning import Stretch, stretches

if TYPE_CHECKING:
    from ipplan.document import Document, Node
    from ipplan.stylesheet import Stylesheet


def paper_data(document: Document) -> dict[str, Any]:
    """The document as sections of one orientation, each of stretches; every node says its kind."""
    sections = [
        {"landscape": landscape, "stretches": [_stretch(one) for one in group]}
        for landscape, group in groupby(stretches(document), lambda one: one.landscape)
    ]
    return {
        "title": document.title,
        "author": document.author,
        "stamp": None if document.stamp is None else document.stamp.timetuple()[:3],
        "draft": document.draft,
        "mark": DRAFT_MARK,
        "sections": sections,
        "colophon": None if document.colophon is None else asdict(document.colophon),
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {
        "first": stretch.first,
        "pitch": stretch.part.pitch,
        "nodes": [_node(node) for node in stretch.part.nodes],
    }


def _node(node: Node) -> dict[str, Any]:
    return {"kind": type(node).__name__, **asdict(node, dict_factory=_plain)}


def _plain(items: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.value if isinstance(value, Enum) else value for name, value in items}


def sheet_data(sheet: Stylesheet) -> dict[str, float | str]:
    """The figures by name: lengths in points, counts as numbers, words and colours as they are."""
    return {name: _figure(name, figure.value) for name, figure in sheet.figures.items()}


def _figure(name: str, value: str) -> float | str:
    if name.startswith(("colour.", "font.")):
        return value
    with suppress(ValueError):
        return parse_length(value).pt
    with suppress(ValueError):
        return float(value)
    return value
