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
    from collections.abc import Iterable, Iterator, Sequence

_NAMES = re.compile("《[^《》]*》")
_PROTECTED_PATTERNS = re.compile(
    r"〈[^〈〉]*〉|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|[0-9A-Za-z.%·]+(?:—[0-9]+)?[年月日个项类条号届]?"
)
_LONGEST_WHOLE = 20
"""Characters of what stands in quotation marks or brackets and is not divided."""
_NO_LINE_START = frozenset("的和及与、，。：；！？》”’）〉—…")
_NO_LINE_END = frozenset("《“‘（〈")
_NO_LINE_END_WORDS = ("关于", "和", "与", "及")
_BAD_END = 100.0
"""What a line that ends in 关于 or 和 costs, in squares of characters that a line is too long or short."""
_LEAST = 3
"""Characters of a line; a shorter one is a stub."""
_A_SHAPE = 3
"""Lines from which a title can have a waist."""


def break_titles(document: tree.Document, protected: Sequence[str], line_length: int) -> tree.Document:
    """The document with every title broken; `line_length` is in full-width characters.

    `protected` words (unit names, terms) are never divided.
    """

    def broken(node: tree.Node) -> tree.Node:
        return tree.Title(title_lines(node.text, protected, line_length)) if isinstance(node, tree.Title) else node

    parts = tuple(tree.Part(tuple(broken(node) for node in part.nodes)) for part in document.parts)
    return replace(document, parts=parts)


def title_lines(title: str, protected: Sequence[str], line_length: int) -> tuple[str, ...]:
    """The best division of a title into as few lines as fit.

    A name in 《》 is broken, at the end of a word, only where it is too long for a line: rather 通知 stands alone.
    """
    if width(title) <= line_length:
        return (title,)
    fewest = -(-int(width(title) * 2) // (line_length * 2))
    for longest in (line_length, 0):
        divided = _fewest_lines(_pieces(title, protected, longest), fewest, line_length)
        if divided is not None:
            return divided
    return _even_division(title, fewest)


def _fewest_lines(pieces: list[str], fewest: int, line_length: int) -> tuple[str, ...] | None:
    """The best division into as few lines as fit, so many at least, better without a stub; None where none fits."""
    divisions = (_best_division(pieces, count, line_length) for count in range(fewest, fewest + 3))
    fitting = [lines for lines in divisions if lines is not None]
    return min(fitting, key=lambda lines: _stubs(lines) > 0, default=None)


def head_lines(head: str, protected: Sequence[str], line_length: int) -> tuple[str, ...]:
    """The lines of the head of a column or of a label: what is in brackets at its end gets a line of its own first."""
    if width(head) > line_length and head.endswith("）") and (words := head[: head.rindex("（")]):
        return (*title_lines(words, protected, line_length), *title_lines(head[len(words) :], protected, line_length))
    return title_lines(head, protected, line_length)


def _even_division(title: str, count: int) -> tuple[str, ...]:
    """Lines of equal length, for a text whose words are longer than the line."""
    step = -(-len(title) // count)
    return tuple(title[start : start + step] for start in range(0, len(title), step))


def _pieces(title: str, protected: Iterable[str], longest: float) -> list[str]:
    """The title cut at word boundaries outside of what must stay whole: names in 《》 up to a width."""
    whole = _protected_spans(title, protected, longest)
    boundaries = [0]
    position = 0
    for word in _parser().parse(title):
        position += len(word)
        if not any(start < position < end for start, end in whole) and _may_break(title, position):
            boundaries.append(position)
    if boundaries[-1] != len(title):
        boundaries.append(len(title))
    return [title[start:end] for start, end in pairwise(boundaries)]


def _protected_spans(title: str, protected: Iterable[str], longest: float) -> list[tuple[int, int]]:
    names = (match for match in _NAMES.finditer(title) if width(match[0]) <= longest)
    others = (match for match in _PROTECTED_PATTERNS.finditer(title) if width(match[0]) <= _LONGEST_WHOLE)
    spans = [match.span() for match in (*names, *others)]
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
    """The best division into `count` lines; None when none fits."""
    ideal = width("".join(pieces)) / count
    return min(_divisions(pieces, count, line_length), key=lambda lines: _badness(lines, ideal), default=None)


def _divisions(pieces: Sequence[str], count: int, line_length: int) -> Iterator[tuple[str, ...]]:
    """All divisions into `count` lines that are no longer than allowed."""
    if count == 1:
        line = "".join(pieces)
        if line and width(line) <= line_length:
            yield (line,)
        return
    for end in range(1, len(pieces)):
        line = "".join(pieces[:end])
        if width(line) > line_length:
            return
        rest = pieces[end:]
        if width("".join(rest)) <= line_length * (count - 1):
            yield from ((line, *others) for others in _divisions(rest, count - 1, line_length))


def _badness(lines: tuple[str, ...], ideal: float) -> tuple[int, bool, float]:
    """What is wrong with a division, the worst first: stubs of lines, a bad shape, unequal lines and bad ends."""
    ends = sum(line.endswith(_NO_LINE_END_WORDS) for line in lines[:-1])
    return _stubs(lines), not is_shapely(lines), sum((width(line) - ideal) ** 2 for line in lines) + ends * _BAD_END


def _stubs(lines: Sequence[str]) -> int:
    return sum(width(line) < _LEAST for line in lines)


def is_shapely(lines: Sequence[str]) -> bool:
    """Whether lines have the shape of a trapezoid or a diamond; two lines always have one.

    Three and more must grow, shrink, or grow and then shrink, and not be all of one length.

    Source: GB/T 9704—2012 §7.3.1
    """
    widths = [width(line) for line in lines]
    if len(widths) < _A_SHAPE:
        return True
    shrinks = False
    for above, below in pairwise(widths):
        if below > above and shrinks:
            return False
        shrinks = shrinks or below < above
    return max(widths) - min(widths) > 1


@cache
def _parser() -> Any:
    """BudouX's model of Simplified Chinese, loaded when the first long title needs it."""
    import budoux  # noqa: PLC0415

    return budoux.load_default_simplified_chinese_parser()
