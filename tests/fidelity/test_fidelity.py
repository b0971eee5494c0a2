"""Every paragraph and every table cell of the five real documents is in the rendered papers, in order."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from fidelity.comparison import differences, missing
from fidelity.documents import EXAMPLES, NAMES, SEEDS, without
from fidelity.folding import fold
from fidelity.paper import paper_units
from fidelity.replacing import DoesNotApply, Replacement

if TYPE_CHECKING:
    from fidelity.conftest import Render
    from fidelity.documents import RealDocument
    from fidelity.ordering import Move
    from fidelity.units import Unit


def test_every_unit_of_the_document_is_in_the_paper_in_order(document: RealDocument, render: Render) -> None:
    """Each paragraph and cell of the seed, corrected as listed, equals one of the docx, in the same order."""
    assert not (lost := missing(document.units, paper_units(render(document.name)))), "\n".join(lost)


def test_the_paper_adds_only_what_is_listed(document: RealDocument, render: Render) -> None:
    """With the listed additions put in at their places, the docx says exactly this and nothing else."""
    assert not (found := differences(document.expected, paper_units(render(document.name)))), "\n".join(found)


def test_every_listed_change_is_needed(document: RealDocument, render: Render) -> None:
    """With any cut, correction or move left out, the paper no longer agrees with the document."""
    paper = paper_units(render(document.name))
    unneeded = [
        change.quote for index, change in enumerate(_changes(document)) if _agrees(without(document, index), paper)
    ]
    assert not unneeded


def test_every_listed_change_has_a_reason(document: RealDocument) -> None:
    """Cuts, corrections, moves and additions all say why."""
    assert all(item.reason.strip() for item in (*_changes(document), *document.frame.additions))


def test_what_is_kept_as_it_was_stands_in_the_paper(document: RealDocument, render: Render) -> None:
    """Each quote under 照录 is still there, in one paragraph or cell."""
    texts = [unit.text for unit in paper_units(render(document.name))]
    assert [quote for quote in document.corrections.kept if not any(fold(quote) in text for text in texts)] == []


def test_the_copies_of_the_documents_are_untouched(document: RealDocument) -> None:
    """Each seed is the text as it was found, byte for byte."""
    content = (SEEDS / f"{document.name}.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == document.frame.sha256


def test_examples_with_corrections_are_those_with_a_seed() -> None:
    """No CORRECTIONS.md is left unchecked."""
    assert sorted(path.parent.name for path in EXAMPLES.glob("*/CORRECTIONS.md")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_drafter_finds_the_way_to_the_original(name: str) -> None:
    """CORRECTIONS.md names the file with the original text."""
    assert f"tests/fidelity/seeds/{name}.txt" in (EXAMPLES / name / "CORRECTIONS.md").read_text(encoding="utf-8")


def _changes(document: RealDocument) -> tuple[Replacement | Move, ...]:
    corrections = document.corrections
    return (*document.frame.cuts, *corrections.replacements, *corrections.moves)


def _agrees(document: RealDocument, paper: list[Unit]) -> bool:
    try:
        return not differences(document.expected, paper)
    except DoesNotApply:
        return False
