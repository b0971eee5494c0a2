"""The colophon of documents of any length stands on an even face (GB/T 9704—2012 §7.4.1), measured on the pages."""

from __future__ import annotations

import pytest

from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.colophon_face import ColophonFace, colophon_face
from kit.pdf import Page, read_pdf
from office.papers import PAGE_NUMBER, spoil, squeezed
from office.random_documents import random_document

SHEET = load_stylesheet()
ON_THE_EDGE = (7, 11, 13, 90, 117, 132, 137, 145, 155, 204, 269, 275)
"""Documents whose end was once counted on another page than where LibreOffice has it."""
SEEDS = (*ON_THE_EDGE, *(seed for seed in range(6) if seed not in ON_THE_EDGE))


def stands_right(pages: tuple[Page, ...]) -> bool:
    """Whether there is an even number of faces, and the last has the colophon at its foot."""
    last = pages[-1]
    return len(pages) % 2 == 0 and any("印发" in line.text and line.bottom > 250 for line in last.lines)


def has_number(page: Page) -> bool:
    """Whether a page says which it is."""
    return any(PAGE_NUMBER.fullmatch(squeezed(line.text)) for line in page.lines)


@pytest.mark.office
def test_colophon_is_on_an_even_face(draw_documents):
    """Wherever the text ends; it has no number where a blank face stands before it, or may do so in print (§7.5)."""
    papers = draw_documents({str(seed): random_document(seed) for seed in SEEDS})
    assert [name for name, paper in papers.items() if not stands_right(paper.pages)] == []
    faces = {name: colophon_face(paper.document, SHEET) for name, paper in papers.items()}
    assert set(faces.values()) == set(ColophonFace)
    unnumbered = {name for name, paper in papers.items() if not has_number(paper.pages[-1])}
    behind_blank = {ColophonFace.AFTER_BLANK, ColophonFace.UNCERTAIN}
    assert unnumbered == {name for name, face in faces.items() if face in behind_blank}


@pytest.mark.office
def test_a_colophon_on_an_odd_face_is_seen(draw_document, to_pdf, tmp_path):
    """The measurement sees a section that begins on an odd page."""
    docx = draw_document(random_document(11)).docx
    edit = ("word/document.xml", '<w:type w:val="evenPage"/>', '<w:type w:val="oddPage"/>')
    assert not stands_right(read_pdf(to_pdf(spoil(docx, tmp_path / "odd.docx", [edit]))))


def test_no_sheet_is_spent_where_the_end_is_certain():
    """Of a hundred documents a third keeps the colophon on the page of their text."""
    faces = [colophon_face(random_document(seed), SHEET) for seed in range(100)]
    assert faces.count(ColophonFace.WITH_TEXT) > 25
