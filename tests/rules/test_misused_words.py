"""`templates/misused_words.tsv`: every line finds its own wrong form, and leaves alone what only looks like it."""

import re

import pytest

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.resources import templates_folder
from ipplan.rules.rule import Subject
from ipplan.rules.word_choice import misused, misused_words

WORDS = misused_words()
NAMES = [word.wrong for word in WORDS]


def found_in(*texts):
    """The findings in the paragraphs of a plan."""
    plan = {"plan": {"title": "计划", "body": [{"text": text} for text in texts]}}
    return list(misused(Subject(PlanFile.model_validate(plan), Project())))


@pytest.mark.parametrize("word", WORDS, ids=NAMES)
def test_wrong_form_is_found(word):
    """Alone, inside a sentence, and at the end of one; the finding is the word and the fix the right one."""
    for text in (word.example, f"各地要{word.example}。" if word.pattern[0] != "(" else f"{word.example}。"):
        found = [one for one in found_in(text) if one.excerpt == word.wrong]
        assert len(found) == 1, text
        assert f"“{word.right}”" in found[0].message
        assert found[0].fix.replacement == word.right
        assert not found[0].fix.safe


@pytest.mark.parametrize("word", WORDS, ids=NAMES)
def test_right_form_is_let_be(word):
    """The corrected example and everything that only has the same characters in it."""
    assert word.wrong in word.example
    corrected = word.example.replace(word.wrong, word.right)
    assert found_in(corrected, *word.look_alikes) == []


def test_quotations_are_let_be():
    """What stands in quotation marks or in a title may be somebody else's words."""
    assert found_in("学习“再接再励”一文和《布署》") == []


def test_the_table_is_well_formed():
    """One entry a form, each with its form in the pattern, no unbounded look-around."""
    lines = (templates_folder() / "misused_words.tsv").read_text("utf-8").splitlines()
    assert all(2 <= line.count("\t") + 1 <= 5 for line in lines if not line.startswith("#"))
    assert len(NAMES) == len(set(NAMES))
    for word in WORDS:
        assert word.wrong in word.pattern
        assert not re.search(r"[*+]|\{\d*,\}", word.pattern), word.wrong
