"""Widths of table columns from what they contain, and the choice between an upright and a landscape page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ipplan import document as tree
from ipplan.transforms.fill_in import lay_out_fill_in
from ipplan.transforms.grids import grid_table
from ipplan.transforms.titles import head_lines
from ipplan.widths import has_latin, spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length

_PHRASES = re.compile(r"[、，；。：]?(?:（[^）]{0,12}）|[^、，；。：（]|（)+")
_UNBREAKABLE = re.compile(r"(?<![!-~])[0-9]{4}年[0-9]{1,2}月(?:底前?|前|初|末)?"), re.compile(r"[!-~]+")
_READABLE = (8.0, 6.0)
"""Characters: a phrase up to this length stays on one line; a longer one may be broken but gets at least this much.

The second is tried where the first does not fit upright.
"""
_COMFORTABLE = 10.0
"""Characters: what a column of long texts gets at least, or the page is turned."""
_HEAD = 5.0
"""Characters: a longer head may be broken in two lines, which are as long at least."""
_SLACK = 0.2
"""Characters: what a column gets beyond its words, so that rounding never tears one."""


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs, in characters of table text: not less than `least`, and `typical` for its usual cell."""

    least: float
    typical: float


class _Widths(NamedTuple):
    """What a column has, in characters: its longest phrase and Latin word, the usual width, the room to be written in.

    `room` is 0.0 where nothing is filled in; then the column has texts.
    """

    phrase: float
    word: float
    typical: float
    room: float = 0.0
    grows: bool = True

    def need(self, readable: float) -> _Need:
        """What the column needs, where phrases up to `readable` characters stay on one line and words are whole."""
        least = max(min(self.phrase, readable), self.word)
        if self.room:
            least = max(least + _SLACK, self.room)
            return _Need(least, least + self.room * self.grows)
        least = max(least, min(self.typical / 2.5, _COMFORTABLE)) + _SLACK
        return _Need(least, max(least, self.typical))


def lay_out_tables(document: tree.Document, protected: Sequence[str], sheet: Stylesheet) -> tree.Document:
    """The document with the column widths of every table decided; `protected` words are not divided in a head."""

    def laid_out(part: tree.Part) -> tree.Part:
        nodes = [lay_out(node, protected, sheet) if isinstance(node, tree.Table) else node for node in part.nodes]
        for index, node in enumerate(nodes):
            if isinstance(node, tree.FillIn):
                beside = reversed(nodes[:index]) if node.below else nodes[index:]
                nodes[index] = lay_out_fill_in(node, beside, sheet)
        return tree.Part(tuple(nodes))

    return replace(document, parts=tuple(map(laid_out, document.parts)))


def lay_out(table: tree.Table, protected: Sequence[str], sheet: Stylesheet) -> tree.Table:
    """The table with widths that fill the page: upright if every column gets what it needs, else landscape.

    Source: GB/T 9704—2012 §5.2.1, §8
    """
    if table.grid:
        return grid_table(table, protected, sheet)
    room = _room(sheet.length("page.text_width"), table, sheet)
    written = sheet.length("table.handwritten").pt / sheet.length("table.size").pt
    widths = [_widths(table, index, written) for index in range(len(table.columns))]
    needs = _fitting(widths, room)
    landscape = needs is None
    if needs is None:
        room = _room(sheet.length("page.text_height"), table, sheet)
        needs = _fitting(widths, room) or [one.need(_READABLE[-1]) for one in widths]
    shares = zip(table.columns, _shares(needs, room), strict=True)
    columns = tuple(_fitted(column, share, protected, sheet) for column, share in shares)
    return replace(table, columns=columns, landscape=landscape)


def _fitted(column: tree.Column, characters: float, protected: Sequence[str], sheet: Stylesheet) -> tree.Column:
    """The column with its width, and its title broken at word boundaries where it is too long for one line."""
    width = characters * sheet.length("table.size").mm + 2 * sheet.length("table.padding").mm
    lines = head_lines(column.title, protected, max(2, int(characters)))
    return replace(column, title="\n".join(lines), width=round(width, 2))


def _room(width: Length, table: tree.Table, sheet: Stylesheet) -> float:
    """Characters of table text that fit side by side, the padding of the cells taken off."""
    padding = sheet.length("table.padding") * (2 * len(table.columns))
    return (width - padding).pt / sheet.length("table.size").pt


def _fitting(widths: list[_Widths], room: float) -> list[_Need] | None:
    """The needs of all columns at the most generous reading that fits; None when none does."""
    for readable in _READABLE:
        needs = [one.need(readable) for one in widths]
        if sum(need.least for need in needs) <= room:
            return needs
    return None


def _widths(table: tree.Table, index: int, written: float) -> _Widths:
    """What a column has; a handwritten character is `written` times as wide as a printed one."""
    cells = [cell for row in table.rows if (cell := row[index]) is not None and cell.columns == 1]
    texts = [line for cell in cells for line in cell.paragraphs if line]
    title = table.columns[index].title
    widths = list(map(spaced_width, texts))
    typical = (sum(width * width for width in widths) / len(widths)) ** 0.5 if widths else spaced_width(title)
    head = _longest_phrase([title])
    phrase = max(_longest_phrase(texts), min(head, max(_HEAD, head / 2)))
    column = table.columns[index]
    return _Widths(phrase, _longest_word([*texts, title]), typical, column.room * written, column.grows)


def _longest_phrase(texts: list[str]) -> float:
    """The width of the longest phrase, or of one that is longer than what stays on a line in any case."""
    longest = 0.0
    for text in texts:
        if len(text) > longest:
            phrases = (phrase.strip("、，；。：") for phrase in _PHRASES.findall(text))
            longest = max(longest, *map(spaced_width, phrases), 0.0)
        if longest >= _READABLE[0]:
            break
    return longest


def _longest_word(texts: list[str]) -> float:
    """The width of the longest word or month."""
    latin = "\n".join(filter(has_latin, texts))
    words = {word for pattern in _UNBREAKABLE for word in pattern.findall(latin)}
    return max(map(spaced_width, words), default=0.0)


def _shares(needs: list[_Need], room: float) -> Iterator[float]:
    """Divide the room: the least for each, and the rest by how much more each would like."""
    rest = room - sum(need.least for need in needs)
    wishes = [need.typical - need.least for need in needs]
    total = sum(wishes)
    for need, wish in zip(needs, wishes, strict=True):
        if rest < 0:
            yield need.least * room / (room - rest)
        elif total:
            yield need.least + rest * wish / total
        else:
            yield need.least + rest / len(needs)
