"""IP224–IP226: headings that repeat each other, are out of order, or stand over nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.blocks import Item, Numbered, Paragraph, Phase, Section, Task
from ipplan.model.duty import Duty
from ipplan.model.numbering import Numberer
from ipplan.model.plan import bodies
from ipplan.rules.contents import blocks
from ipplan.rules.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.model.numbering import Counter
    from ipplan.rules.rule import Subject
    from ipplan.terms.labels import Label

_HEADING_KEYS: dict[type, str] = {Section: "section", Task: "task", Phase: "phase"}
_DUTY_KEYS = frozenset({"targets", *Duty.model_fields})
_STOPS = "。：:；;，, \n"
_EXCERPTED = ("节选", "摘录", "摘编")


def repeats_parent(subject: Subject) -> Iterator[Finding]:
    """A heading that is that of the block around it, or a text that begins by saying its heading again."""
    for body in bodies(subject.plan_file):
        yield from _repeating(body.blocks, body.path, None)


def _repeating(blocks: Sequence[Block], path: Path, parent: str | None) -> Iterator[Finding]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        if parent is not None and (key := _key(block)) is not None and _same(getattr(block, key), parent):
            yield Finding((*here, key), f"标题“{parent}”和上一级的标题一样", "换成这一节自己的标题，或者并到上一级里")
        elif parent is not None and index == 0:
            yield from _begins_with(block, here, parent)
        if isinstance(block, Numbered):
            own = getattr(block, _key(block) or "", None)
            if own is not None:
                yield from _begins_with(block, here, own)
            yield from _repeating(block.body, (*here, "body"), own)


def _key(block: Block) -> str | None:
    """The key of a block's heading; None for blocks that have none."""
    return _HEADING_KEYS.get(type(block))


def _same(one: str, other: str) -> bool:
    return one.strip(_STOPS) == other.strip(_STOPS)


def _begins_with(block: Block, path: Path, heading: str) -> Iterator[Finding]:
    """A text right under a heading that says it again and stops."""
    key = "item" if isinstance(block, Item) else "text"
    words = getattr(block, key, None) if isinstance(block, Item | Paragraph | Section | Task | Phase) else None
    again = heading.strip(_STOPS)
    if words is None or not words.startswith(again):
        return
    rest = words[len(again) :]
    if not rest.strip() or rest[0] in "。：:\n":
        yield Finding((*path, key), f"正文又写了一遍标题“{again}”", "删掉这几个字，标题会自动印出来", again)


def out_of_order(subject: Subject) -> Iterator[Finding]:
    """A label given in the plan that does not follow the one before it. What an excerpt leaves out may be missing."""
    if not any(isinstance(block, Numbered) and block.label is not None for _, block in blocks(subject)):
        return
    for body in bodies(subject.plan_file):
        paper = body.paper
        excerpt = paper is not None and any(word in paper.title for word in _EXCERPTED)
        numberer = Numberer() if paper is None else Numberer.of(paper)
        counter = numberer.counter(paper.numbering if paper is not None else None)
        yield from _disordered(body.blocks, body.path, counter, numberer, excerpt=excerpt)


def _disordered(
    blocks: Sequence[Block], path: Path, counter: Counter, numberer: Numberer, *, excerpt: bool
) -> Iterator[Finding]:
    begun = False
    for index, block in enumerate(blocks):
        if not isinstance(block, Numbered):
            continue
        here, expected = (*path, index), counter.expected
        if begun and expected is not None and (block.label is not None):
            yield from _misplaced(block.label, expected, (*here, "label"), excerpt=excerpt)
        numbering = counter.number(block)
        begun = True
        inner = numberer.counter(block.numbering, numbering)
        yield from _disordered(block.body, (*here, "body"), inner, numberer, excerpt=excerpt)


def _misplaced(label: Label, expected: Label, path: Path, *, excerpt: bool) -> Iterator[Finding]:
    """A label in the form of those before it and with another number than is due."""
    if label.form is not expected.form or label.number == expected.number:
        return
    if label.number > expected.number and not excerpt:
        yield Finding(path, f"序号“{label}”跳过了“{expected}”", "平时不写 label，序号自动编")
    elif 1 < label.number < expected.number:
        yield Finding(path, f"序号“{label}”倒回去了，这里应为“{expected}”", "平时不写 label，序号自动编")


def empty(subject: Subject) -> Iterator[Finding]:
    """A section with nothing in it beside sections that have something."""
    for body in bodies(subject.plan_file):
        yield from _empty(body.blocks, body.path)


def _empty(blocks: Sequence[Block], path: Path) -> Iterator[Finding]:
    headed = [(index, block) for index, block in enumerate(blocks) if isinstance(block, Section | Phase)]
    bare = [
        (index, block) for index, block in headed if _is_bare(block) and not _goes_on(blocks[index + 1 : index + 2])
    ]
    if len(headed) - len(bare) >= max(2, 2 * len(bare)):
        for index, block in bare:
            name = block.section if isinstance(block, Section) else block.phase
            yield Finding((*path, index), f"“{name}”下面没有内容", "写上正文，或者删掉这个标题", name)
    for index, one in enumerate(blocks):
        if isinstance(one, Numbered):
            yield from _empty(one.body, (*path, index, "body"))


def _is_bare(block: Section | Phase) -> bool:
    """Nothing below, no targets, and nothing said of who and when."""
    return block.text is None and not block.body and _DUTY_KEYS.isdisjoint(block.model_fields_set)


def _goes_on(after: Sequence[Block]) -> bool:
    """Whether what follows has no heading of its own and so belongs to the heading before it."""
    return bool(after) and not isinstance(after[0], Section | Task | Phase)
