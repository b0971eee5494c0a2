"""Blocks of a paper as nodes: headings, run-in headings, paragraphs, items, tables and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ipplan import document as tree
from ipplan.compose.forms import form_nodes
from ipplan.compose.numbering import Counter
from ipplan.compose.tables import task_table
from ipplan.model.blocks import ROLES, Form, Item, Numbered, Paragraph, Section, Task, TaskTable

if TYPE_CHECKING:
    from ipplan.compose.context import Context
    from ipplan.compose.numbering import Numbering
    from ipplan.model.blocks import Block, Duty
    from ipplan.model.plan import Paper

_STOPS = ("。", "？", "！", "：", "；")
"""With one of these a heading that runs into its text needs no full stop."""
ROLE_LABELS = {"lead": "牵头单位", "responsible": "责任单位", "supporting": "配合单位", "participating": "参与单位"}


def body_nodes(paper: Paper, context: Context) -> list[tree.Node]:
    """The nodes of a paper's body, in order."""
    silent = "numbering" in paper.model_fields_set and paper.numbering is None
    counter = Counter(1, paper.numbering, silent=silent)
    return _Composer(print_owners=paper.owner_style == "line").blocks(paper.body, counter, context)


class _Composer:
    """Walks the blocks of one paper."""

    def __init__(self, *, print_owners: bool) -> None:
        self._print_owners = print_owners

    def blocks(self, blocks: list[Block], counter: Counter, context: Context) -> list[tree.Node]:
        """The nodes of blocks that share one count."""
        nodes: list[tree.Node] = []
        for block in blocks:
            nodes += self._block(block, counter, context)
        return nodes

    def _block(self, block: Block, counter: Counter, context: Context) -> list[tree.Node]:
        match block:
            case TaskTable():
                return [task_table(block, context)]
            case Form():
                return form_nodes(block)
            case Paragraph():
                inner = context.inside(block)
                return [*_paragraphs(block.text, inner), *self._owners(block, inner)]
            case Section() | Task():
                return self._headed(block, counter.number(block), context.inside(block))
            case Item():
                return self._item(block, counter.number(block), context.inside(block))
            case _:
                assert_never(block)

    def _headed(self, block: Section | Task, numbering: Numbering, context: Context) -> list[tree.Node]:
        """A heading of its own, or one that runs into the text behind it."""
        heading = tree.Heading(numbering.level, numbering.label, context.fill(block.heading))
        below = [*self._owners(block, context), *self._children(block, numbering, context)]
        if block.text is None:
            return [heading, *below]
        stop = "" if heading.text.endswith(_STOPS) else "。"
        lead = tree.Heading(heading.level, heading.label, heading.text + stop)
        first, *more = _paragraphs(block.text, context)
        return [tree.Paragraph(first.text, lead), *more, *below]

    def _item(self, block: Item, numbering: Numbering, context: Context) -> list[tree.Node]:
        first, *more = _paragraphs(block.item, context)
        numbered = tree.Paragraph(numbering.label + first.text)
        return [numbered, *more, *self._owners(block, context), *self._children(block, numbering, context)]

    def _children(self, block: Numbered, numbering: Numbering, context: Context) -> list[tree.Node]:
        silent = "numbering" in block.model_fields_set and block.numbering is None
        return self.blocks(block.body, Counter(numbering.level + 1, block.numbering, silent=silent), context)

    def _owners(self, block: Duty, context: Context) -> list[tree.Node]:
        """A line for each role, where the paper prints owners in its text."""
        if not self._print_owners:
            return []
        named = [(role, units) for role in ROLES if (units := block.units(role)) is not None and units.names]
        return [
            tree.Paragraph(context.wording.phrase("owner_line", label=ROLE_LABELS[role], units=units.words))
            for role, units in named
        ]


def _paragraphs(text: str, context: Context) -> list[tree.Paragraph]:
    """One paragraph for each line of the text."""
    lines = [line.strip() for line in context.fill(text).split("\n")]
    return [tree.Paragraph(line) for line in lines if line]
