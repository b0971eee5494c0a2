"""Titles broken at word boundaries into lines of even shape.

Source: GB/T 9704—2012 §7.3.1
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ipplan import document as tree
from ipplan.widths import spaced_width as width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PROTECTED_PATTERNS = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|[0-9A-Za-z.%·]+[年月日个项类条号届]?"
)
_NO_LINE_START = frozenset("的和及与、，。：；！？》”’）〉—…")
_NO_LINE_END = frozenset("《“‘（〈")
_NO_LINE_END_WORDS = ("关于", "和", "与", "及")
_BAD = 1000.0


def break_titles(document: tree.Document, protected: Sequence[str], line_length: int) -> tree.Document:
    """The document with every title broken; `line_length` is in full-width characters.

    `protected` words (unit names, terms) are never divided.
    """

    def broken(node: tree.Node) -> tree.Node:
        return tree.Title(title_lines(node.text, protected, line_length)) if isinstance(node, tree.Title) else node

    parts = tuple(tree.Part(tuple(broken(node) for node in part.nodes)) for part in document.parts)
    return replace(document, parts=parts)


def title_lines(title: str, protected: Sequence[str], line_length: int) -> tuple[str, ...]:
    """The best division of a title into as few lines as fit."""
    if width(title) <= line_length:
        return (title,)
    pieces = _pieces(title, protected)
    fewest = -(-int(width(title) * 2) // (line_length * 2))
    for count in range(fewest, fewest + 3):
        divided = _best_division(pieces, count, line_length)
        if divided is not None:
            return divided
    return _even_division(title, fewest)


def _even_division(title: str, count: int) -> tuple[str, ...]:
    """Lines of equal length, for a text whose words are longer than the line."""
    step = -(-len(title) // count)
    return tuple(title[start : start + step] for start in range(0, len(title), step))


def _pieces(title: str, protected: Iterable[str]) -> list[str]:
    """The title cut at word boundaries outside of what must stay whole."""
    whole = _protected_spans(title, protected)
    boundaries = [0]
    position = 0
    for word in _parser().parse(title):
        position += len(word)
        if not any(start < position < end for start, end in whole) and _may_break(title, position):
            boundaries.append(position)
    if boundaries[-1] != len(title):
        boundaries.append(len(title))
    return [title[start:end] for start, end in pairwise(boundaries)]


def _protected_spans(title: str, protected: Iterable[str]) -> list[tuple[int, int]]:
    spans = [match.span() for match in _PROTECTED_PATTERNS.finditer(title) if width(match[0]) <= 20]
    for word in protected:
        start = title.find(word)
        while start >= 0:
            spans.append((start, start + len(word)))
            start = title.find(word, start + 1)
    return spans


def _may_break(title: str, position: int) -> bool:
    """Whether a line may end before `position`."""
    if position >= len(title):
        return True
    return title[position] not in _NO_LINE_START and title[position - 1] not in _NO_LINE_END


def _best_division(pieces: list[str], count: int, line_length: int) -> tuple[str, ...] | None:
    """The division into `count` lines with the lowest cost; None when none fits. Dynamic programming over pieces."""
    total = sum(width(piece) for piece in pieces)
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    for done in range(count):
        for start in range(len(pieces)):
            if (done, start) not in best:
                continue
            cost, lines = best[done, start]
            for end in range(start + 1, len(pieces) + 1):
                line = "".join(pieces[start:end])
                if width(line) > line_length:
                    break
                if len(line) < 2:
                    continue
                candidate = (cost + _line_cost(line, total / count, last=end == len(pieces)), (*lines, line))
                key = (done + 1, end)
                if key not in best or candidate[0] + _shape_cost(candidate[1]) < best[key][0] + _shape_cost(
                    best[key][1]
                ):
                    best[key] = candidate
    found = best.get((count, len(pieces)))
    return found[1] if found else None


def _line_cost(line: str, ideal: float, *, last: bool) -> float:
    cost = (width(line) - ideal) ** 2
    if not last and line.endswith(_NO_LINE_END_WORDS):
        cost += _BAD / 10
    return cost + (_BAD if width(line) < 3 else 0)


def _shape_cost(lines: tuple[str, ...]) -> float:
    """Trapezoid and diamond are right, an hourglass or a rectangle of three and more lines is not."""
    widths = [width(line) for line in lines]
    if len(widths) < 3:
        return 0.0
    narrowest_inside = any(b < a - 0.5 and b < c - 0.5 for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))
    rectangle = max(widths) - min(widths) <= 1
    return 40.0 * narrowest_inside + 20.0 * rectangle


@cache
def _parser() -> Any:
    """BudouX's model of Simplified Chinese, loaded when the first long title needs it."""
    import budoux  # noqa: PLC0415

    return budoux.load_default_simplified_chinese_parser()
