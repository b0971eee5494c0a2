"""Letters, orders and minutes as PDF stand where the docx puts them."""

import pytest

from ipplan.compiler import Compiler
from office.format_measures import CASES
from plans.plan_folders import checked_plan


@pytest.mark.parametrize(("name", "measured"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_elements(draw_document, name, measured):
    """Each element stands where its clause puts it (GB/T 9704 §10)."""
    paper = draw_document(Compiler().document(checked_plan(name), draft=False), name)
    assert list(measured(paper)) == []
