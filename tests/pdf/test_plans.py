"""Every constructed plan as PDF: nothing of its docx is lost, nothing stands outside the text area."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ipplan.compiler import Compiler
from kit.wordml import read_word
from office import end_measures, text_measures
from plans.plan_folders import NAMES, checked_plan

_HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def paper(request, draw_document):
    """The paper of a plan; one that does not pass its check today is tested elsewhere."""
    checked = checked_plan(request.param)
    if checked.hindrances(draft=True):
        pytest.skip("refused")
    return draw_document(Compiler().document(checked, draft=True), request.param)


@pytest.mark.parametrize("paper", NAMES, indirect=True)
def test_plan(paper):
    """All Chinese of the docx is drawn, within the text area, and pages are numbered."""
    drawn = Counter(_HAN.findall("".join(glyph.char for page in paper.pages for glyph in page.glyphs)))
    assert Counter(_HAN.findall(read_word(paper.docx).text)) - drawn == Counter()
    assert list(text_measures.outside(paper)) == []
    assert list(end_measures.page_numbers(paper)) == []
