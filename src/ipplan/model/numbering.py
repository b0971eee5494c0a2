"""Numbers of headings and items, which are never typed by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipplan.model.fields import NumberingMode
from ipplan.terms.labels import Label, LabelForm

if TYPE_CHECKING:
    from ipplan.model.blocks import Numbered
    from ipplan.model.plan import Paper

_LEVELS = (LabelForm.IDEOGRAPH, LabelForm.IDEOGRAPH_BRACKETED, LabelForm.ARABIC, LabelForm.ARABIC_BRACKETED)
"""一、 → （一） → 1. → （1）

Source: GB/T 9704—2012 §7.3.3
"""
_BELOW = {
    LabelForm.CHAPTER: LabelForm.CHAPTER_SECTION,
    LabelForm.CHAPTER_SECTION: LabelForm.IDEOGRAPH,
    LabelForm.IDEOGRAPH: LabelForm.IDEOGRAPH_BRACKETED,
    LabelForm.IDEOGRAPH_BRACKETED: LabelForm.ARABIC,
    LabelForm.ARABIC: LabelForm.ARABIC_BRACKETED,
    LabelForm.ARABIC_BRACKETED: LabelForm.CIRCLED,
    LabelForm.CIRCLED: LabelForm.CIRCLED,
}
"""The form of the next level where none is declared."""
_RANKS = {LabelForm.CHAPTER: 1, LabelForm.CHAPTER_SECTION: 2}
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number a block gets, and what its children need to know of it.

    `label` is as printed (empty when un-numbered), `level` the kind of heading (1–4), `rank` that of a chapter (1) or
    of its section (2) and 0 for other headings, `depth` how deep the block stands, `prefix` the decimal number (`1.2`).
    """

    label: str
    level: int
    depth: int
    rank: int = 0
    form: LabelForm | None = None
    prefix: str = ""


@dataclass(slots=True)
class Numberer:
    """Makes the counters of one paper; a form that runs on keeps its count over all of them."""

    runs_on: LabelForm | None = None
    _running: dict[LabelForm, Label] = field(default_factory=dict)

    @classmethod
    def of(cls, paper: Paper) -> Numberer:
        """The numberer of a paper."""
        return cls(paper.runs_on.form if paper.runs_on is not None else None)

    def counter(self, declared: Label | NumberingMode | None, parent: Numbering | None = None) -> Counter:
        """A counter for the blocks of one parent; None stands for the paper itself."""
        depth = parent.depth + 1 if parent else 1
        decimal = declared is NumberingMode.DECIMAL or (parent is not None and bool(parent.prefix) and declared is None)
        if decimal:
            return Counter(self, depth, prefix=parent.prefix if parent else "", decimal=True)
        if declared is NumberingMode.NONE:
            return Counter(self, depth)
        if isinstance(declared, Label):
            return Counter(self, depth, self.first(declared.form) if declared.number == 1 else declared)
        return Counter(self, depth, self.first(_form_below(parent, depth)))

    def first(self, form: LabelForm) -> Label:
        """The label that a new counter of this form begins with."""
        return self._running.get(form, Label(form, 1)) if form is self.runs_on else Label(form, 1)

    def note(self, label: Label) -> None:
        """Remember how far a form has come that runs on."""
        if label.form is self.runs_on:
            self._running[label.form] = label.next()


def _form_below(parent: Numbering | None, depth: int) -> LabelForm:
    if parent is not None and parent.form is not None:
        return _BELOW[parent.form]
    return _LEVELS[min(depth, _DEEPEST) - 1]


@dataclass(slots=True)
class Counter:
    """Counts the blocks of one parent: in a form, in decimals, or not at all."""

    _numberer: Numberer
    _depth: int
    _next: Label | None = None
    prefix: str = ""
    decimal: bool = False
    _count: int = 0

    @property
    def expected(self) -> Label | None:
        """The label that the next block gets if the plan gives it none; None where blocks are not numbered."""
        return Label(LabelForm.ARABIC, self._count + 1) if self.decimal else self._next

    def number(self, block: Numbered) -> Numbering:
        """The number of the next block; a label given in the plan starts the count anew in its form."""
        level = min(self._depth, _DEEPEST)
        if self.decimal and (block.label is None or block.label.form is LabelForm.ARABIC):
            self._count = block.label.number if block.label is not None else self._count + 1
            number = f"{self.prefix}.{self._count}" if self.prefix else str(self._count)
            return Numbering(f"{number}　", level, self._depth, prefix=number)
        label = block.label or self._next
        if label is None:
            return Numbering("", level, self._depth)
        self._next = label.next()
        self._numberer.note(label)
        rank = _RANKS.get(label.form, 0)
        return Numbering(str(label), label.form.level or level, self._depth, rank, label.form)
