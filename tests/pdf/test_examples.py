"""The examples as PDF pass the measurements that their docx passes on LibreOffice's pages."""

from __future__ import annotations

import pytest

from office import end_measures, head_measures, table_measures, text_measures
from office.papers import EXAMPLES, NOTICES, SIGNED_BY_ONE, squeezed


def lost_or_added(paper):
    """Every character of the docx is there, and beside them only labels of a table again on a new page."""
    yield from text_measures.lost_or_added(paper, table_measures.repeated_labels(paper))


OF_A_NOTICE = (
    head_measures.masthead,
    head_measures.document_number,
    head_measures.red_rule,
    head_measures.title_under_the_red_rule,
    head_measures.addressees,
    head_measures.text_on_page_one,
)
OF_A_SIGNATURE = (end_measures.sealed_signature, end_measures.text_beside_the_signature)
OF_EVERY_PAPER = (
    head_measures.titles,
    text_measures.lines_of_full_pages,
    text_measures.characters_of_full_lines,
    text_measures.indents,
    text_measures.heading_fonts,
    text_measures.headings_at_the_foot,
    text_measures.outside,
    text_measures.overlapping,
    lost_or_added,
    end_measures.attachments,
    end_measures.page_numbers,
    end_measures.turned_page_numbers,
    end_measures.draft_marks,
)
OF_TABLES = (
    table_measures.header_rows,
    table_measures.torn_rows,
    table_measures.divided_words,
    table_measures.crowded_cells,
    table_measures.widths,
    table_measures.lonely_ends,
)


def _name(measured):
    return getattr(measured, "__name__", None)


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("measured", OF_A_NOTICE, ids=_name)
def test_notice(example, name, measured):
    """The header stands where its clauses say."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", SIGNED_BY_ONE)
@pytest.mark.parametrize("measured", OF_A_SIGNATURE, ids=_name)
def test_signature(example, name, measured):
    """The signature stands where its clause says, with text beside it."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("measured", OF_EVERY_PAPER, ids=_name)
def test_paper(example, name, measured):
    """Text, titles, page numbers and draft marks are what their clauses say; no character is lost."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", ["jiangsu-2020", "jiaxing-2008"])
@pytest.mark.parametrize("measured", OF_TABLES, ids=_name)
def test_table(example, name, measured):
    """Header repeated, rows whole, words whole, text within its cell, the table as wide as the text area."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_font_is_a_fallback(example, office_fonts, name):
    """Each character is drawn in the font that the sheet names."""
    assert list(text_measures.foreign_fonts(example(name), office_fonts.times_stand_in)) == []


def test_there_are_full_pages_and_full_lines_to_measure(example):
    """Jiangsu's notice has pages that the text runs over, so that the counts above are not of nothing."""
    paper = example("jiangsu-2020")
    assert len(list(text_measures.full_pages(paper))) >= 4
    assert len(list(text_measures.full_lines(paper))) >= 60


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_number_on_every_page(example, name):
    """No page lacks its number, turned pages included."""
    for page in example(name).pages:
        assert f"—{page.number}—" in squeezed("".join(glyph.char for glyph in page.glyphs))


def test_colophon_of_lianyungang(example):
    """The colophon ends at the foot of the last page's text area."""
    assert list(end_measures.colophon(example("lianyungang-2017"))) == []
