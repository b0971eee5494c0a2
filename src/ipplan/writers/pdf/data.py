"""A Document tree and a sheet as data for the typst template.

Everything goes over as JSON: typst sees the words as strings, so nothing in a plan can be taken for markup.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ipplan.document import DRAFT_MARK, FillIn, LetterHead, PersonalSignature, Signature, Table
from ipplan.transforms.joint_issue import seal_rows
from ipplan.transforms.letter import letter_places
from ipplan.transforms.row_heights import blank_heights
from ipplan.transforms.signed import signed_lines
from ipplan.transforms.turning import Stretch, stretches
from ipplan.units import parse_length

if TYPE_CHECKING:
    from ipplan.document import Document, Node
    from ipplan.stylesheet import Stylesheet


def paper_data(document: Document, sheet: Stylesheet) -> dict[str, Any]:
    """The document as sections of one orientation, each of stretches; every node says its kind."""
    sections = [
        {"landscape": landscape, "stretches": [_stretch(one, sheet) for one in group]}
        for landscape, group in groupby(stretches(document), lambda one: one.landscape)
    ]
    return {
        "title": document.title,
        "author": document.author,
        "stamp": None if document.stamp is None else document.stamp.timetuple()[:3],
        "draft": document.draft,
        "duplex": document.duplex,
        "letter": document.letter_head is not None,
        "mark": DRAFT_MARK,
        "sections": sections,
        "colophon": None if document.colophon is None else asdict(document.colophon),
    }


def _stretch(stretch: Stretch, sheet: Stylesheet) -> dict[str, Any]:
    return {
        "first": stretch.first,
        "pitch": stretch.part.pitch,
        "nodes": [_node(node, sheet) for node in stretch.part.nodes],
    }


def _node(node: Node, sheet: Stylesheet) -> dict[str, Any]:
    """A node with what several writers work out alike: a table's header, the places of seals, rules and signers."""
    data = {"kind": type(node).__name__, **asdict(node, dict_factory=_plain)}
    if isinstance(node, Table):
        data["head_rows"] = [[cell and asdict(cell, dict_factory=_plain) for cell in row] for row in node.head_rows]
        data["blank_heights"] = blank_heights(node, sheet)
    if isinstance(node, FillIn):
        data["lines"] = node.lines
    if isinstance(node, Signature) and node.sealed and len(node.issuers) > 1:
        look = seal_rows(node, sheet)
        data["rows"] = [[(name, middle.pt) for name, middle in row] for row in look.rows]
        data |= {"step": look.step.pt, "date_right": look.date_right.pt}
    if isinstance(node, LetterHead):
        data |= asdict(letter_places(node, sheet), dict_factory=_plain)
    if isinstance(node, PersonalSignature):
        data |= asdict(signed_lines(node, sheet), dict_factory=_plain)
    return data


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
