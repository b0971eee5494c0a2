"""The script that compares the pages of typst and LibreOffice, on an example and on pages that differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.page_breaks import beginnings, compared

pytestmark = pytest.mark.office
PLAN = Path(__file__).parents[2] / "examples" / "lianyungang-2017" / "plan.yaml"


def test_pages_of_an_example(office_fonts, tmp_path):
    """The notice of Lianyungang has eight pages in both, the last for the colophon, which begin alike."""
    office, typst, found = compared(PLAN, office_fonts, tmp_path)
    assert office == typst == 8
    assert [one for one in found if not one.agrees] == []


def test_a_page_that_begins_elsewhere_is_shown(example):
    """With a page left out, each one behind it is found one page further on."""
    paper = example("lianyungang-2017")
    found = beginnings(paper.pages[1:], paper.pages, paper.document)
    assert [one.elsewhere for one in found] == [(page, 1) for page in range(2, 9)]
    assert not any(one.agrees for one in found)
