"""The real documents: what each of them says, and what its paper should say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fidelity.corrections import Corrections, read_corrections
from fidelity.frame import Frame, frame_of
from fidelity.ordering import moved, with_added
from fidelity.replacing import replace_all
from fidelity.seed import seed_units

if TYPE_CHECKING:
    from fidelity.units import Unit

SEEDS = Path(__file__).parent / "seeds"
EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = tuple(sorted(path.stem for path in SEEDS.glob("*.txt")))


@dataclass(frozen=True)
class RealDocument:
    """The text of a real document, what of it is corrected, and what stands around it."""

    name: str
    text: str
    frame: Frame
    corrections: Corrections

    @property
    def plan(self) -> Path:
        """The plan file that is to render to this document."""
        return EXAMPLES / self.name / "plan.yaml"

    @cached_property
    def corrected(self) -> str:
        """The text without its frame, slips corrected."""
        return replace_all(self.text, (*self.frame.cuts, *self.corrections.replacements))

    @cached_property
    def units(self) -> list[Unit]:
        """Its paragraphs and cells, corrected, in the order of the paper."""
        return moved(seed_units(self.corrected), self.corrections.moves)

    @cached_property
    def expected(self) -> list[Unit]:
        """Everything the paper should say: the units, and what the frame says the paper adds."""
        return with_added(self.units, self.frame.additions)


def real_document(name: str) -> RealDocument:
    """Return one of the documents in `seeds/`."""
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    return RealDocument(name, text, frame_of(name), read_corrections(EXAMPLES / name / "CORRECTIONS.md"))


def without(document: RealDocument, index: int) -> RealDocument:
    """Return the document with one of its changes left out: cuts first, then corrections, then moves."""
    cuts, replacements = list(document.frame.cuts), list(document.corrections.replacements)
    moves = list(document.corrections.moves)
    for changes in (cuts, replacements, moves):
        if index < len(changes):
            del changes[index]
            break
        index -= len(changes)
    corrections = replace(document.corrections, replacements=tuple(replacements), moves=tuple(moves))
    return replace(document, frame=replace(document.frame, cuts=tuple(cuts)), corrections=corrections)
