"""Numbers of headings and items, which are never typed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.terms.labels import Label, LabelForm

if TYPE_CHECKING:
    from ipplan.model.blocks import Numbered

_LEVELS = (LabelForm.IDEOGRAPH, LabelForm.IDEOGRAPH_BRACKETED, LabelForm.ARABIC, LabelForm.ARABIC_BRACKETED)
"""一、 → （一） → 1. → （1）

Source: GB/T 9704—2012 §7.3.3
"""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number a block gets: `label` as printed (empty when un-numbered) and the heading level, 1 to 4."""

    label: str
    level: int


class Counter:
    """Counts the blocks of one parent, in the form of its level or in the one that is declared."""

    def __init__(self, level: int, numbering: Label | None, *, silent: bool = False) -> None:
        self._next = numbering or Label(_LEVELS[min(level, len(_LEVELS)) - 1], 1)
        self._silent = silent
        self._level = level

    def number(self, block: Numbered) -> Numbering:
        """The number of the next block; a label given in the plan starts the count anew in its form."""
        if self._silent and block.label is None:
            return Numbering("", min(self._level, len(_LEVELS)))
        label = block.label or self._next
        self._next = label.next()
        return Numbering(str(label), label.form.level or self._level)
