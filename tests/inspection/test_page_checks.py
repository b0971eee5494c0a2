"""Every check of the pages passes on a good document and fails on the one that is spoiled for it, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inspection.specimen import DOCUMENT, STYLES, TEXT, complete_docx
from inspection.spoilt import SPOILT as SPOILT_FILES
from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.pages.laid_out import LaidOut
from ipplan.inspection.pages.pdf import read_pdf
from ipplan.inspection.reading import read_docx
from ipplan.stylesheet import load_stylesheet
from office.papers import EXAMPLES, compiled, spoil

if TYPE_CHECKING:
    from pathlib import Path

SHEET = load_stylesheet()


def pitch(twips):
    """Another line pitch for the text and the grid it stands on."""
    text = r'(w:styleId="(?:Body|Heading\d|AttachmentList)">(?:(?!</w:style>).)*?)w:line="579"'
    return [(STYLES, text, rf'\1w:line="{twips}"'), (DOCUMENT, 'w:linePitch="579"', f'w:linePitch="{twips}"')]


NO_GRID = (DOCUMENT, '<w:docGrid w:type="lines"', "<w:docGrid")
SPOILT = {
    # a smaller pitch under a larger margin keeps 22 lines and the last of them; the masthead moves up by as much
    "page-first-row": [*pitch(560), (DOCUMENT, r'(<w:pgMar w:top=)"2098"', r'\1"2516"'),
                       (DOCUMENT, r"<w:body><w:p>.*?</w:p>", "<w:body>"),
                       (DOCUMENT, 'w:before="247"', 'w:before="408"')],
    # without the grid, or LibreOffice centres the lines in the room they leave
    "page-last-row": [*pitch(560), NO_GRID],
    "page-lines": [*pitch(606), NO_GRID],
    "page-characters": SPOILT_FILES["characters-per-line"],
    "page-masthead": SPOILT_FILES["masthead-top"],
    "page-red-rule": SPOILT_FILES["red-rule-colour"],
    "page-rule-distance": SPOILT_FILES["red-rule-distance"],
    "page-signature": [(DOCUMENT, '(<w:pStyle w:val="Signature"/>)', r"\1<w:pageBreakBefore/>")],
    "page-colophon": [(DOCUMENT, r'(<wp:positionV relativeFrom="page"><wp:posOffset>)\d+', r"\g<1>3600000")],
    "page-colophon-face": [(DOCUMENT, '<w:type w:val="evenPage"/>', '<w:type w:val="oddPage"/>')],
    "page-number": [(DOCUMENT, 'w:footer="1446"', 'w:footer="1200"')],
    "page-landscape-number": [("word/header3.xml", r'(<wp:positionH relativeFrom="page"><wp:posOffset>)\d+',
                               r"\g<1>2000000")],
    "page-table-rows": [(DOCUMENT, "<w:cantSplit/>", ""), (DOCUMENT, "宣传周活动<", f"{TEXT * 8}<")],
    "page-column-widths": [(DOCUMENT, '(?<=w:w=")8504"', '200"')],
}  # fmt: skip
"""The name of a check, and the edits after which it fails and no other check of the pages does."""


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


def failed(verdicts):
    """The names of the checks that failed, with what they say."""
    return {name: verdict.measured for name, verdict in verdicts.items() if verdict.outcome is Outcome.FAILED}


def test_every_check_has_a_spoilt_document():
    """A check that cannot fail is none."""
    assert list(SPOILT) == [check.name for check in PAGE_CHECKS]


@pytest.mark.office
def test_complete_document_passes_every_check(complete, measured):
    """Nothing fails and nothing is left unchecked, so every check looks at something there."""
    wrong = {name: one for name, one in measured(complete).items() if one.outcome is not Outcome.PASSED}
    assert wrong == {}


@pytest.mark.office
@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_document_fails_its_check_alone(name, complete, measured, tmp_path):
    """One thing is wrong, and one check says so."""
    found = failed(measured(spoil(complete, tmp_path / "spoilt.docx", SPOILT[name])))
    assert list(found) == [name], found


@pytest.mark.office
@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_pass(name, measured, tmp_path):
    """The pages of what we render have nothing wrong."""
    docx = tmp_path / f"{name}.docx"
    docx.write_bytes(compiled(name)[1])
    assert failed(measured(docx)) == {}
