"""Signatures stay with their text (GB/T 9704—2012 §7.3.5.5), measured on the pages of docx and PDF."""

import pytest

from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.pages.laid_out import LaidOut
from ipplan.inspection.reading import read_docx
from ipplan.inspection.registry import FILE_CHECKS
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.signatures import settle_signature_pages
from ipplan.writers import pdf
from kit.pdf import read_pdf
from office import issue_measures as measure
from office.papers import Paper, printed, spoil
from office.signed_documents import issued_by

pytestmark = pytest.mark.office

SHEET = load_stylesheet()
ONE_LINE = "现将《2026年工作方案》印发给你们，请认真执行。"
NOTICES = {
    "one-26-sealed": issued_by(1, 26, sealed=True),
    "one-50-unsealed": issued_by(1, 50, sealed=False),
    "three-2-sealed": issued_by(3, 2, sealed=True),
    "three-3-unsealed": issued_by(3, 3, sealed=False),
    "five-2-sealed": issued_by(5, 2, sealed=True),
    "five-18-sealed": issued_by(5, 18, sealed=True),
    "six-1-sealed": issued_by(6, 1, sealed=True, text=ONE_LINE),
    "six-15-sealed": issued_by(6, 15, sealed=True),
    "eight-1-unsealed": issued_by(8, 1, sealed=False, text=ONE_LINE),
    "eight-9-sealed": issued_by(8, 9, sealed=True),
    "eight-22-sealed": issued_by(8, 22, sealed=True),
}
LONG_LAST = {
    "five-17-sealed": issued_by(5, 17, sealed=True, above=("请认真执行。",)),
    "eight-9-sealed": issued_by(8, 9, sealed=True, above=("请认真执行。",)),
    "eight-2-sealed": issued_by(8, 2, sealed=True, above=("请认真执行。",)),
}
REMARKED = {
    f"{count}-{lines}": issued_by(count, lines, sealed=True, remark="（此件公开发布）")
    for count, lines in ((1, 7), (1, 8), (1, 9), (5, 14), (5, 23))
}


def settled(document):
    return settle_signature_pages(document, SHEET)


@pytest.mark.parametrize("name", NOTICES)
def test_signature_has_text_on_its_page(draw_document, name):
    """A paragraph that goes over to the signature's page is one paragraph to the reader."""
    paper = draw_document(settled(NOTICES[name]))
    assert list(measure.company(paper)) == []
    assert list(measure.full_lines(paper)) == []


@pytest.mark.parametrize("name", LONG_LAST)
def test_a_long_last_paragraph_is_not_too_long_for_its_signature(draw_document, name):
    """Kept as a whole it would tear the rows of seals."""
    assert list(measure.company(draw_document(settled(LONG_LAST[name])))) == []


@pytest.mark.parametrize("name", REMARKED)
def test_a_remark_stays_with_the_date(draw_document, name):
    """§7.3.6: it stands on the line below the date."""
    assert list(measure.company(draw_document(settled(REMARKED[name])))) == []


@pytest.mark.parametrize("name", [*NOTICES, *(f"{name}-remarked" for name in REMARKED)])
def test_the_pdf_agrees(office_fonts, tmp_path, name):
    """PDF keeps the same lines together."""
    sheet = load_stylesheet(font_folders=(office_fonts.folder,))
    document = settled(NOTICES[name] if name in NOTICES else REMARKED[name.removesuffix("-remarked")])
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf.write(document, sheet))
    assert list(measure.company(Paper(name, document, made, made, read_pdf(made), sheet))) == []


@pytest.mark.parametrize("name", ["five-18-sealed", "one-26-sealed"])
def test_nothing_fails_in_inspect(draw_document, name):
    """The tail is no paragraph without an indent, nor a line without its characters."""
    paper = draw_document(settled(NOTICES[name]))
    classified = classify(read_docx(paper.docx), SHEET)
    laid_out = LaidOut(classified, read_pdf(paper.pdf), paper.pdf)
    verdicts = {check.name: check.measure(classified) for check in FILE_CHECKS}
    verdicts |= {check.name: check.measure(laid_out) for check in PAGE_CHECKS}
    assert {check: one for check, one in verdicts.items() if one.outcome is Outcome.FAILED} == {}


SPOILED = [
    ("eight-9-sealed", measure.company, r'(<w:pStyle w:val="BodyTail"/>)<w:keepNext/>', r"\1"),
    ("six-15-sealed", measure.full_lines, '<w:jc w:val="distribute"/>(?!.*文件)', ""),
    ("eight-9-sealed", measure.full_lines, '<w:pStyle w:val="BodyTail"/>', '<w:pStyle w:val="Body"/>'),
]


@pytest.mark.parametrize("mistake", SPOILED, ids=("kept", "full", "indent"))
def test_a_spoiled_tail_is_caught(draw_document, to_pdf, tmp_path, mistake):
    """Each measurement sees a mistake made in the docx."""
    name, measured, pattern, new = mistake
    good = draw_document(settled(NOTICES[name]))
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", pattern, new)])
    assert list(measured(printed(name, good.document, docx, to_pdf))) != []


def test_a_remark_that_is_not_kept_is_caught(draw_document, to_pdf, tmp_path):
    """Without its bond to the date one of them goes over alone."""
    caught = []
    for name, document in REMARKED.items():
        good = draw_document(settled(document))
        edit = ("word/document.xml", r'(<w:pStyle w:val="IssueDate"/>)<w:keepNext/>', r"\1<w:pageBreakBefore/>")
        docx = spoil(good.docx, tmp_path / f"{name}.docx", [edit])
        caught += list(measure.company(printed(name, good.document, docx, to_pdf)))
        break
    assert caught
