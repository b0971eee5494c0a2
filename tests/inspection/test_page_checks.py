"""Every check of the pages passes on a good document and fails on the one that is spoiled for it, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inspection.specimen import DOCUMENT, STYLES, complete_docx
from ipplan.errors import IpplanError
from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.pages import office as press
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.pages.laid_out import LaidOut
from ipplan.inspection.pages.pdf import read_pdf
from ipplan.inspection.reading import read_docx
from ipplan.inspection.results import inspect_file
from ipplan.stylesheet import load_stylesheet
from office.papers import EXAMPLES, compiled, spoil

if TYPE_CHECKING:
    from pathlib import Path

SHEET = load_stylesheet()

SPOILT = {
    "page-first-row": [],
}


@pytest.fixture(scope="module")
def complete(tmp_path_factory):
    return complete_docx(tmp_path_factory.mktemp("complete"), SHEET)


@pytest.fixture
def measured(to_pdf):
    """A function that lays out a docx and returns the verdicts of the page checks by name."""

    def measured(docx: Path):
        pdf = to_pdf(docx)
        laid_out = LaidOut(classify(read_docx(docx), SHEET), read_pdf(pdf), pdf)
        return {check.name: check.measure(laid_out) for check in PAGE_CHECKS}

    return measured


def test_complete(complete, measured):
    for k, v in measured(complete).items():
        print(k, v)
    assert 0
