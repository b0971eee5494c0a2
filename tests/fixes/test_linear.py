"""`validate --fix` takes time in proportion to the text: 100 kB of what is corrected most, in one text and in many."""

import json

import pytest

from ipplan.cli.fixing import WorkingCopies
from ipplan.selection import Selection
from kit.patterns import is_linear

HEAD = "plan:\n  title: 计划\n  body:\n"
QUICK = 2.0
"""CPU seconds in which nothing quadratic corrects 100 kB."""
WORST = ("知 ", "4•", '"知', "附件 ", "500㎡", "见{{ 甲 }}")
"""Of the worst texts for rules (`kit.worst`), those that give the most corrections, or the most findings besides."""


@pytest.fixture
def corrected(tmp_path):
    """How many places of a plan are corrected."""

    def corrected(body):
        path = tmp_path / "plan.yaml"
        path.write_text(HEAD + body, encoding="utf-8")
        copies = WorkingCopies()
        copies.correct(path, Selection(), unsafe=True)
        return sum(changed.places for changed in copies.changed())

    return corrected


def paragraph(text):
    return f"    - {json.dumps(f'知{text}知', ensure_ascii=False)}\n"


@pytest.mark.parametrize("piece", WORST)
def test_one_text(corrected, piece):
    """Four times the text costs about four times as much, not sixteen."""
    text = piece * (100_000 // len(piece.encode()))
    assert is_linear(lambda part: corrected(paragraph(part)), text, quick=QUICK)


@pytest.mark.parametrize("piece", ["4•", "(知)"])
def test_many_texts(corrected, piece):
    """Nor do a thousand paragraphs cost the square of what one does, each with corrections."""
    line = paragraph(piece * 8)
    assert corrected(line) > 0
    assert is_linear(corrected, line * (40_000 // len(line.encode())), quick=QUICK)


def test_square_is_noticed(corrected, monkeypatch):
    """A corrector that looks at the whole text again for every piece of it fails."""
    correct = WorkingCopies.correct

    def looking_again(self, plan, selection, *, unsafe):
        text = plan.read_text("utf-8")
        for end in range(len(text)):
            hash(text[:end])
        correct(self, plan, selection, unsafe=unsafe)

    monkeypatch.setattr(WorkingCopies, "correct", looking_again)
    assert not is_linear(lambda part: corrected(paragraph(part)), "知" * 60_000, quick=0.05)
