"""A quick look over all texts of a plan never hides what a rule finds in one of them."""

import re
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.rules import text_search
from ipplan.rules.punctuation_text import prose
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject

PAGES = Path(__file__).parents[2] / "templates" / "rules"
MARKS = [*",;:?!()，。；：、（）《》〈〉“”‘’\"' •·.-~～—%\n〔〕<>〇０Ａ", "{{ 名 }}", "……", "--", "——"]
WORDS = ["5", "20", "2026年", "26年3月", "3月", "4日", "和", "等", "要", "的", "倍", "千", "几", "约", "以上", "附件"]
LINE = re.compile(r"[:-] +([^\s\[{|>].{2,})$", re.MULTILINE)


def all_texts(subject, *_signs):
    """What a search for signs gives that never skips a text."""
    return prose(subject)


@cache
def examples():
    """The values of the wrong examples of all rule pages: each has what some rule looks for."""
    pages = "\n".join(page.read_text("utf-8") for page in sorted(PAGES.glob("IP*.md")))
    return sorted({found.strip("\"'") for found in LINE.findall(pages)})


def found_in(texts):
    """Every finding of every rule in a plan of some texts, a list for each rule."""
    body = [{"text": f"知{words}"} if index % 2 else {"item": f"{words}知"} for index, words in enumerate(texts)]
    plan = PlanFile.model_validate({"plan": {"title": "2026年工作计划", "body": body}})
    subject = Subject(plan, Project())
    return {rule.code: sorted(map(repr, rule.check(subject))) for rule in RULES}


def compare(texts):
    quick = found_in(texts)
    patch = pytest.MonkeyPatch()
    replace_quick_looks(patch)
    try:
        slow = found_in(texts)
    finally:
        patch.undo()
    assert quick == slow
    return quick


def replace_quick_looks(patch):
    """Let every rule look at every text, whatever it asks the search for signs."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ipplan.rules"):
            for asked in ("texts_with", "texts_hinting"):
                if hasattr(module, asked):
                    patch.setattr(module, asked, all_texts)
            if hasattr(module, "standing"):
                patch.setattr(module, "standing", lambda _, signs: frozenset(signs))


def test_examples():
    """The wrong examples of the rule pages, all in one plan and each in a plan of its own."""
    together = compare(examples())
    assert sum(bool(found) for found in together.values()) > 40
    for words in examples():
        compare([words])


@given(st.lists(st.lists(st.sampled_from(MARKS + WORDS + examples()), max_size=8).map("".join), min_size=1, max_size=4))
def test_any_texts(texts):
    """Marks, figures and examples in any order."""
    compare(texts)


def test_hides_nothing_is_noticed(monkeypatch):
    """A quick look that skips texts is noticed by the comparison."""
    monkeypatch.setattr(text_search, "_places", lambda *_: set())
    with pytest.raises(AssertionError):
        compare(examples())
