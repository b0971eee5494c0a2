"""Attachments that are bound apart (GB/T 9704—2012 §7.3.7), measured on the pages of docx and PDF."""

import pytest

from ipplan.compiler import Compiler
from ipplan.stylesheet import load_stylesheet
from ipplan.writers import html, pdf
from kit.pdf import read_pdf
from office import end_measures as measure
from office import text_measures
from office.papers import Paper, printed, spoil, squeezed, type_area
from plans.plan_folders import checked_plan

pytestmark = pytest.mark.office

LABELS = ("海数发〔2026〕29号附件2", "海数发〔2026〕29号附件3")
MEASURES = (measure.attachments, measure.page_numbers, text_measures.outside, text_measures.overlapping)


@pytest.fixture(scope="module")
def documents():
    """The two papers of a plan with two attachments bound apart."""
    return Compiler().document(checked_plan("detached-attachments"), draft=False).detached


def begins_with_its_label(paper):
    """Page 1 begins with number and serial in the first line of the type area, and is page 1."""
    first, area = paper.pages[0].lines[0], type_area(paper.pages[0], paper.sheet)
    inside = area.top < first.baseline < area.top + paper.sheet.length("page.pitch").mm
    return inside and squeezed(first.text) == paper.document.parts[0].nodes[0].text


@pytest.mark.parametrize("index", range(2), ids=LABELS)
def test_pages_of_the_docx(draw_document, documents, index):
    """The number of the paper with the serial stands where a label stands; pages are counted from 1."""
    paper = draw_document(documents[index])
    assert paper.document.parts[0].nodes[0].text == LABELS[index]
    assert begins_with_its_label(paper)
    assert [wrong for one in MEASURES for wrong in one(paper)] == []


@pytest.mark.parametrize("index", range(2), ids=LABELS)
def test_pages_of_the_pdf(office_fonts, tmp_path, documents, index):
    """PDF has the same pages."""
    sheet, made = load_stylesheet(font_folders=(office_fonts.folder,)), tmp_path / "made.pdf"
    made.write_bytes(pdf.write(documents[index], sheet))
    paper = Paper("detached", documents[index], made, made, read_pdf(made), sheet)
    assert begins_with_its_label(paper)
    assert [wrong for one in MEASURES for wrong in one(paper)] == []


def test_web_page(documents, sheet):
    """The web page begins with it, too."""
    assert f'<p class="attachment-label">{LABELS[0]}</p>' in html.write(documents[0], sheet).decode()


SPOILED = (
    (r'(<w:pStyle w:val="AttachmentLabel"/>)', r'\1<w:ind w:firstLine="640"/>'),
    (r'(<w:pStyle w:val="AttachmentLabel"/>)', r'\1<w:spacing w:before="1158"/>'),
)


@pytest.mark.parametrize("mistake", SPOILED, ids=("indented", "lower"))
def test_a_spoiled_label_is_caught(draw_document, documents, to_pdf, tmp_path, mistake):
    """A label that is indented, or not in the first line."""
    docx = draw_document(documents[0]).docx
    spoiled = spoil(docx, tmp_path / "spoiled.docx", [("word/document.xml", *mistake)])
    paper = printed("spoiled", documents[0], spoiled, to_pdf)
    assert not begins_with_its_label(paper) or list(measure.attachments(paper))
