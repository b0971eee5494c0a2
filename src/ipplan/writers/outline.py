"""The headings of a paper as an outline of levels 1 to 6 without gaps, as web pages and Markdown have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 6


def outline(document: tree.Document) -> Iterator[tuple[int, ...]]:
    """For each part the level of each of its nodes, 0 for what is no heading.

    The first title of the document has level 1, every later one level 2; headings stand under the title of their part.
    The masthead of a part without a title is its title.
    """
    titles = 0
    for part in document.parts:
        own = 1
        open_depths: list[int] = []
        levels = []
        kinds = tree.Title if any(isinstance(node, tree.Title) for node in part.nodes) else (tree.Head, tree.OrderHead)
        for node in part.nodes:
            if isinstance(node, kinds):
                titles += 1
                own = min(titles, 2)
                open_depths.clear()
                levels.append(own)
            else:
                levels.append(_level(node, own, open_depths))
        yield tuple(levels)


def _level(node: tree.Node, title: int, open_depths: list[int]) -> int:
    """The level of a heading below a title; `open_depths` are the depths of the headings it may stand under."""
    depth = _depth(node)
    if not depth:
        return 0
    while open_depths and open_depths[-1] >= depth:
        open_depths.pop()
    open_depths.append(depth)
    return min(title + len(open_depths), _DEEPEST)


def _depth(node: tree.Node) -> int:
    """How deep a heading stands in the paper (1-based), 0 for any other node."""
    match node:
        case tree.Chapter():
            return node.rank
        case tree.Heading():
            return node.depth or node.level
        case _:
            return 0
