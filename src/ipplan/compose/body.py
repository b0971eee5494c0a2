"""Blocks of a paper as nodes: headings, run-in headings, paragraphs, items, boxes, tables and forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from ipplan import document as tree
from ipplan.compose.allocations import allocation_nodes
from ipplan.compose.forms import form_nodes
from ipplan.compose.indicators import indicator_nodes
from ipplan.compose.owners import owner_lines, with_owners
from ipplan.compose.plain_tables import plain_table_nodes
from ipplan.compose.tables import task_table
from ipplan.model.allocations import AllocationTable
from ipplan.model.blocks import Box, Item, Labelled, Note, Numbered, Paragraph, Phase, Section, Task
from ipplan.model.breakdowns import Breakdown
from ipplan.model.forms import Form
from ipplan.model.numbering import Numberer
from ipplan.model.printing import Print
from ipplan.model.tables import IndicatorTable, PlainTable, TaskTable

if TYPE_CHECKING:
    from ipplan.compose.context import Context
    from ipplan.model.blocks import Block
    from ipplan.model.duty import Measured
    from ipplan.model.numbering import Counter, Numbering
    from ipplan.model.plan import Paper

_TableBlock: TypeAlias = TaskTable | IndicatorTable | AllocationTable | Breakdown | PlainTable | Form
_STOPS = ("。", "？", "！", "：", "；")
"""With one of these a heading that runs into its text needs no mark of its own."""


def body_nodes(paper: Paper, context: Context) -> list[tree.Node]:
    """The nodes of a paper's body, in order."""
    inside = context.inside(paper)
    composer = _Composer(Numberer.of(paper), paper.print, first_leads=paper.first_leads)
    nodes = composer.blocks(paper.body, composer.numberer.counter(paper.numbering), inside)
    return _with_contents(nodes, context.wording.phrase("contents")) if paper.print.contents else nodes


def block_nodes(blocks: list[Block], context: Context) -> list[tree.Node]:
    """The nodes of blocks outside of a paper: the body of a notice."""
    composer = _Composer(Numberer(), Print(), first_leads=False)
    return composer.blocks(blocks, composer.numberer.counter(None), context)


class _Composer:
    """Walks the blocks of one paper."""

    def __init__(self, numberer: Numberer, look: Print, *, first_leads: bool) -> None:
        self.numberer = numberer
        self._look = look
        self._first_leads = first_leads
        self._boxes = 0

    def blocks(self, blocks: list[Block], counter: Counter, context: Context) -> list[tree.Node]:
        """The nodes of blocks that share one count."""
        nodes: list[tree.Node] = []
        for block in blocks:
            nodes += self._block(block, counter, context)
        return nodes

    def _block(self, block: Block, counter: Counter, context: Context) -> list[tree.Node]:
        match block:
            case Paragraph():
                inner = context.inside(block)
                return self._text(_paragraphs(block.text, inner), block, inner)
            case Section() | Task() | Phase():
                return self._headed(block, counter.number(block), context.inside(block))
            case Item():
                return self._item(block, counter.number(block), context.inside(block))
            case Labelled():
                return self._labelled(block, context.inside(block))
            case Box():
                return [self._box(block, context)]
            case Note():
                return [tree.Note(context.fill(block.note))]
            case TaskTable() | IndicatorTable() | AllocationTable() | Breakdown() | PlainTable() | Form():
                return self._table(block, context)
            case _:
                assert_never(block)

    def _table(self, block: _TableBlock, context: Context) -> list[tree.Node]:
        match block:
            case TaskTable():
                return [task_table(block, context, first_leads=self._first_leads)]
            case IndicatorTable():
                return indicator_nodes(block, context)
            case AllocationTable():
                return allocation_nodes(block, context)
            case Breakdown():
                return allocation_nodes(block.allocation(context.targets), context)
            case PlainTable():
                return plain_table_nodes(block, context)
            case Form():
                return form_nodes(block, context)

    def _headed(self, block: Section | Task | Phase, numbering: Numbering, context: Context) -> list[tree.Node]:
        """A heading of its own, or one that runs into the text behind it."""
        words = context.fill(block.heading)
        below = self._children(block, numbering, context)
        if numbering.rank:
            return [*self._chapter(block, numbering, words, context), *below]
        heading = tree.Heading(numbering.level, numbering.label, words, numbering.depth)
        if block.text is None:
            return [*self._heading_with_owners(heading, block, context), *below]
        stop = "" if words.endswith(_STOPS) else self._look.run_in_stop
        lead = tree.Heading(heading.level, heading.label, words + stop, heading.depth)
        first, *more = _paragraphs(block.text, context)
        return [*self._text([tree.Paragraph(first.text, lead), *more], block, context), *below]

    def _chapter(
        self, block: Section | Task | Phase, numbering: Numbering, words: str, context: Context
    ) -> list[tree.Node]:
        """The heading of a chapter, with the text or the owners that stand right under it."""
        if block.text is not None:
            chapter = tree.Chapter(numbering.rank, numbering.label, words)
            return [chapter, *self._text(_paragraphs(block.text, context), block, context)]
        behind = with_owners("", block, self._look, context)
        chapter = tree.Chapter(numbering.rank, numbering.label, words, behind)
        return [chapter, *owner_lines(block, self._look, context)]

    def _heading_with_owners(self, heading: tree.Heading, block: Measured, context: Context) -> list[tree.Node]:
        """Brackets with the owners stand behind the words of a heading, lines of owners under it."""
        shown = replace(heading, behind=with_owners("", block, self._look, context))
        return [shown, *owner_lines(block, self._look, context)]

    def _item(self, block: Item, numbering: Numbering, context: Context) -> list[tree.Node]:
        first, *more = _paragraphs(block.item, context)
        numbered = tree.Paragraph(numbering.label + first.text)
        return [*self._text([numbered, *more], block, context), *self._children(block, numbering, context)]

    def _labelled(self, block: Labelled, context: Context) -> list[tree.Node]:
        """主要内容：… as a heading of the lowest kind that runs into its text."""
        first, *more = _paragraphs(block.text, context)
        lead = tree.Heading(2, "", context.fill(block.part).rstrip("：") + "：")
        return self._text([tree.Paragraph(first.text, lead), *more], block, context)

    def _box(self, block: Box, context: Context) -> tree.Box:
        self._boxes += 1
        title = context.wording.phrase("box", number=self._boxes, title=context.fill(block.box))
        lines = [line for text in block.body for line in context.fill(text).split("\n") if line.strip()]
        return tree.Box(title, tuple(line.strip() for line in lines))

    def _children(self, block: Numbered, numbering: Numbering, context: Context) -> list[tree.Node]:
        return self.blocks(block.body, self.numberer.counter(block.numbering, numbering), context)

    def _text(self, paragraphs: list[tree.Paragraph], block: Measured, context: Context) -> list[tree.Node]:
        """Paragraphs with the block's owners behind the last of them."""
        last = paragraphs[-1]
        shown = tree.Paragraph(with_owners(last.text, block, self._look, context), last.lead)
        return [*paragraphs[:-1], shown, *owner_lines(block, self._look, context)]


def _paragraphs(text: str, context: Context) -> list[tree.Paragraph]:
    """One paragraph for each line of the text."""
    lines = [line.strip() for line in context.fill(text).split("\n")]
    return [tree.Paragraph(line) for line in lines if line]


def _with_contents(nodes: list[tree.Node], title: str) -> list[tree.Node]:
    """The nodes behind a table of contents that lists the headings of the two upper depths."""
    entries: list[tree.Entry] = []
    anchored: list[tree.Node] = []
    for node in nodes:
        depth = node.rank if isinstance(node, tree.Chapter) else node.depth if isinstance(node, tree.Heading) else 0
        if isinstance(node, tree.Chapter | tree.Heading) and 1 <= depth <= _LISTED_DEPTH:
            anchor = len(entries) + 1
            space = "　" if isinstance(node, tree.Chapter) else ""
            entries.append(tree.Entry(depth, node.label + space + node.text, anchor))
            anchored.append(replace(node, anchor=anchor))
        else:
            anchored.append(node)
    return [tree.Contents(title, tuple(entries)), *anchored]


_LISTED_DEPTH = 2
"""How deep a heading may stand to be listed in the table of contents."""
