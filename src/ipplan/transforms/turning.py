"""Which nodes stand on upright pages and which on turned ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from ipplan import document as tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABOVE = (tree.Caption, tree.FillIn, tree.Heading, tree.Chapter)
_WITH_A_TABLE = (tree.AttachmentLabel, tree.Title, tree.Table, tree.Caption, tree.FillIn, tree.Note)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Nodes of one part that share an orientation; `first` where they begin the part."""

    part: tree.Part
    landscape: bool
    first: bool


def stretches(document: tree.Document) -> Iterator[Stretch]:
    """The document cut where the orientation of its pages changes or a part begins."""
    for part in document.parts:
        start = 0
        for landscape, group in groupby(turned(part.nodes)):
            end = start + len(list(group))
            yield Stretch(replace(part, nodes=part.nodes[start:end]), landscape, start == 0)
            start = end


def turned(nodes: tuple[tree.Node, ...]) -> list[bool]:
    """For each node whether its page is turned: the whole part if it is nothing but a wide table, else the table alone.

    What belongs to a table (its heading and caption above, the line to sign and notes below) goes with it.
    """
    wide = [isinstance(node, tree.Table) and node.landscape for node in nodes]
    if any(wide) and all(isinstance(node, _WITH_A_TABLE) for node in nodes):
        return [True] * len(nodes)
    for index in range(len(nodes) - 2, -1, -1):
        above = isinstance(nodes[index], _ABOVE) and not _is_below(nodes[index])
        wide[index] = wide[index] or (wide[index + 1] and above)
    for index in range(1, len(nodes)):
        wide[index] = wide[index] or (wide[index - 1] and _is_below(nodes[index]))
    return wide


def _is_below(node: tree.Node) -> bool:
    """Whether a node belongs to the table above it."""
    return isinstance(node, tree.Note) or (isinstance(node, tree.FillIn) and node.below)
