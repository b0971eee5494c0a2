"""On which page a paper ends and how much room is left there, told by counting lines and rows.

Heights are fixed on paper (lines have an exact pitch), so the only thing to be guessed is where a text is broken. Word
and LibreOffice differ in that, and so do fonts, so a caller that must be sure asks for all setters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ipplan import document as tree
from ipplan.transforms.joint_issue import seal_rows
from ipplan.transforms.line_counts import line_count, unbroken
from ipplan.transforms.row_heights import TableHeights
from ipplan.transforms.text_heights import height_with_last_row, node_height
from ipplan.transforms.turning import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.stylesheet import Stylesheet


class Setter(Enum):
    """Who sets the pages.

    LibreOffice lets a mark hang beyond the right edge where Word takes a character over with it. The others stand for
    fonts in which digits, signs and Latin words are wider than is counted, and narrower in tables, whose short lines
    any of them may break elsewhere.
    """

    WORD = "Word"
    LIBREOFFICE = "LibreOffice"
    WIDE_FONTS = "wide fonts"
    NARROW_FONTS = "narrow fonts"


@dataclass(frozen=True, slots=True)
class End:
    """Where a paper ends: its last page (from 1), the room in pt below the last line, whether that page is turned."""

    page: int
    room: float
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands in one piece or line by line: the heights in pt of its lines or rows, of which none is divided.

    `above` is blank and lost at the top of a page; `head` is repeated on each page; `keeps` holds it, whole, on the
    page of what follows, and `below` is as much of that as its last row stays with.
    """

    rows: tuple[float, ...]
    above: float = 0.0
    keeps: bool = False
    head: float = 0.0
    below: float = 0.0
    ends_page: bool = False


def end_of_paper(document: tree.Document, sheet: Stylesheet, setter: Setter) -> End:
    """Where the last line of a document comes to stand."""
    page, used, room, turned = 0, 0.0, 0.0, False
    for stretch in stretches(document):
        if page == 0 or stretch.first or stretch.landscape is not turned:
            page, used = page + 1, 0.0
        turned = stretch.landscape
        room = _room(sheet, turned=turned)
        blocks = list(_Blocks(stretch.part, sheet, setter).all())
        page, used = _placed(blocks, len(blocks), page, used, room)
    return End(page, room - used, turned)


def end_of_part(part: tree.Part, sheet: Stylesheet, setter: Setter) -> End:
    """Where the last line of a part comes to stand, on pages counted from its own first."""
    return end_of_paper(tree.Document("", "", (part,)), sheet, setter)


def lines_of(node: tree.Paragraph, sheet: Stylesheet, setter: Setter) -> list[str]:
    """The text of a paragraph in lines; the heading that runs into it is left out."""
    return _Blocks(tree.Part((node,)), sheet, setter).lines_of(node)


class Page(NamedTuple):
    """How high a page is, and what is used of it, in pt."""

    room: float
    used: float


def used_above(part: tree.Part, table: int, needed: float, page: Page, sheet: Stylesheet) -> float:
    """What is used in pt of the page on which the node at an index (0-based), a table, begins.

    It needs so many pt for its header and first row. `page` is the one on which the nodes above it begin, which reach
    up to the table before them, or to the top.
    """
    blocks = _Blocks(part, sheet, Setter.LIBREOFFICE)
    begin = next((index + 1 for index in reversed(range(table)) if isinstance(part.nodes[index], tree.Table)), 0)
    flow = [block for index in range(begin, table) for block in blocks.of(index)]
    _, used = _placed([*flow, _Block((needed,))], len(flow), 1, page.used, page.room)
    return used


def _room(sheet: Stylesheet, *, turned: bool) -> float:
    """The height in pt of a page's text area."""
    return sheet.length("page.text_width").pt if turned else sheet.lines_height.pt


def _placed(blocks: Sequence[_Block], count: int, page: int, used: float, room: float) -> tuple[int, float]:
    """The page and what is used of it after so many blocks, set from a page of which some is used."""
    for index, block in enumerate(blocks[:count]):
        above = block.above if used else 0.0
        if used and room < used + above + _needed(blocks, index) <= used + above + room:
            page, used, above = page + 1, 0.0, 0.0
        used += above + block.head
        for number, row in enumerate(block.rows, start=1):
            below = block.below if number == len(block.rows) else 0.0
            if used + row + below > room and used > block.head:
                page, used = page + 1, block.head
            used += row
            while used > room:
                page, used = page + 1, used - room + block.head
        if block.ends_page and index + 1 < len(blocks):
            page, used = page + 1, 0.0
    return page, used


def _needed(blocks: Sequence[_Block], first: int) -> float:
    """What must find room together from a block on: it whole where it keeps to the next, else its first row."""
    needed = 0.0
    for index in range(first, len(blocks)):
        block = blocks[index]
        needed += block.above if index > first else 0.0
        if not block.keeps:
            return needed + block.head + sum(block.rows[:1])
        needed += sum(block.rows)
    return needed


class _Blocks:
    """The blocks of the nodes that stand on pages of one orientation."""

    def __init__(self, part: tree.Part, sheet: Stylesheet, setter: Setter) -> None:
        self._nodes, self._sheet, self._setter = part.nodes, sheet, setter
        self._hanging = setter in {Setter.LIBREOFFICE, Setter.NARROW_FONTS}
        self._pitch = part.pitch or sheet.length("page.pitch").pt

    def all(self) -> Iterator[_Block]:
        """The blocks from top to bottom."""
        for index in range(len(self._nodes)):
            yield from self.of(index)

    def of(self, index: int) -> Iterator[_Block]:
        """The blocks of the node at an index, from 0."""
        before = self._nodes[index - 1] if index else None
        after = self._nodes[index + 1] if index + 1 < len(self._nodes) else None
        return self._blocks(before, self._nodes[index], after)

    def _blocks(self, before: tree.Node | None, node: tree.Node, after: tree.Node | None) -> Iterator[_Block]:
        sheet = self._sheet
        match node:
            case tree.Addressees() | tree.Remark():
                yield self._text(node.text, 0.0)
            case tree.Heading():
                yield self._text(node.label + node.text + node.behind, keeps=True)
            case tree.Paragraph():
                yield from self._paragraph(node, signed=isinstance(after, _SIGNATURES))
            case tree.AttachmentList():
                yield from self._names(node, signed=after is not None)
            case tree.Signature():
                yield self._signature(node, remarked=isinstance(after, tree.Remark))
            case tree.Table():
                yield self._table(node, after)
            case tree.Box():
                yield _Block(self._small_lines(node.title, *node.paragraphs))
                yield _Block((self._pitch / 2,))
            case tree.Note():
                yield _Block(self._small_lines(node.text))
            case tree.Contents():
                yield _Block((self._pitch,) * (len(node.entries) + 2), ends_page=True)
            case tree.FillIn():
                yield _Block((node_height(node, before, sheet),), keeps=not node.below)
            case _:
                keeps = isinstance(node, (tree.Title, tree.Caption, tree.AttachmentLabel, tree.Chapter))
                yield _Block((node_height(node, before, sheet),), keeps=keeps)

    def _paragraph(self, node: tree.Paragraph, *, signed: bool) -> Iterator[_Block]:
        """A paragraph, of which as much stays with the signature below it as it says."""
        words = (node.lead.label + node.lead.text if node.lead is not None else "") + node.text
        if node.tail:
            yield self._text(words[: -node.tail])
            yield self._text(words[-node.tail :], 0.0, keeps=True)
        else:
            yield self._text(words, keeps=signed and node.tail is None)

    def _table(self, node: tree.Table, after: tree.Node | None) -> _Block:
        """A table, with its columns as much narrower or wider as its text may be wider or narrower."""
        more = self._sheet.length("table.size").mm * _MORE_IN_CELLS.get(self._setter, 0.0)
        if more:
            columns = tuple(replace(column, width=column.width + more) for column in node.columns)
            node = replace(node, columns=columns)
        heights = TableHeights(node, self._sheet)
        return _Block(heights.rows, head=heights.head, below=height_with_last_row(after, self._sheet))

    def _text(self, words: str, indent: float | None = None, *, keeps: bool = False) -> _Block:
        """A paragraph of body text; it is indented as such unless said."""
        first = self._sheet.number("body.indent") if indent is None else indent
        return _Block((self._pitch,) * self._lines(words, first), keeps=keeps)

    def _lines(self, words: str, first: float = 0.0, left: float = 0.0) -> int:
        """Lines of body text with so many characters of indent of the first and of every line."""
        return line_count("　" * round(first) + words, self._characters(words) - left, hanging=self._hanging)

    def lines_of(self, node: tree.Paragraph) -> list[str]:
        """The text of a paragraph in lines."""
        before = "　" * round(self._sheet.number("body.indent"))
        before += node.lead.label + node.lead.text if node.lead is not None else ""
        room, lines = self._characters(node.text), [""]
        for piece in unbroken(node.text):
            if lines[-1] and self._fits(before + lines[-1], room) < self._fits(before + lines[-1] + piece, room):
                before = ""
                lines.append("")
            lines[-1] += piece
        return lines

    def _fits(self, words: str, room: float) -> int:
        return line_count(words, room, hanging=self._hanging)

    def _characters(self, words: str) -> float:
        """How many characters of body text stand side by side in such a text; fewer where its Latin may be wider."""
        size = (self._sheet.length("body.size") + self._sheet.length("page.tracking")).pt
        room = self._sheet.length("page.text_width").pt / size
        latin = len(words.encode("ascii", "ignore")) / max(1, len(words)) if self._setter is Setter.WIDE_FONTS else 0.0
        return room / (1 + latin * _WIDER)

    def _small_lines(self, *texts: str) -> tuple[float, ...]:
        """Lines in the size of tables."""
        room = self._sheet.length("page.text_width").pt / self._sheet.length("table.size").pt
        lines = sum(line_count(f"　　{text}", room, hanging=self._hanging) for text in texts)
        return (self._sheet.length("table.pitch").pt,) * lines

    def _names(self, node: tree.AttachmentList, *, signed: bool) -> Iterator[_Block]:
        """The list of attachments; its last two names stay with what follows."""
        left = self._sheet.number("attachments.indent") + _LABEL + (1.0 if len(node.names) > 1 else 0.0)
        above = self._sheet.number("attachments.lines_before") * self._pitch
        for index, name in enumerate(node.names):
            to_the_end = len(node.names) - index
            keeps = to_the_end <= _KEPT_NAMES and (to_the_end > 1 or signed)
            lines = self._lines(name, left=left)
            yield _Block((self._pitch,) * lines, above=0.0 if index else above, keeps=keeps)

    def _signature(self, node: tree.Signature, *, remarked: bool) -> _Block:
        """Names and date, which are not parted, below blank lines."""
        kind = "sealed" if node.sealed else "unsealed"
        above = self._sheet.number(f"signature.{kind}_lines_before") * self._pitch
        height = self._pitch * (len(node.names) + 1)
        if node.sealed and len(node.issuers) > 1:
            look = seal_rows(node, self._sheet)
            height = self._pitch * 2 + look.step.pt * (len(look.rows) - 1)
        return _Block((height,), above=above, keeps=remarked)


_SIGNATURES = (tree.Signature, tree.PersonalSignature)
_LABEL = 3.0
"""Characters of `附件：`."""
_KEPT_NAMES = 2
_WIDER = 0.1
"""By how much of a Chinese character a Latin one may be wider than is counted."""
_MORE_IN_CELLS = {Setter.WIDE_FONTS: -0.5, Setter.NARROW_FONTS: 0.5}
"""Characters that a line in a cell may hold more, or less."""
