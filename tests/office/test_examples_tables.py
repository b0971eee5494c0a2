"""The tables of Jiaxing and Jiangsu, measured on paper."""

import pytest

from office import table_measures as measure

pytestmark = pytest.mark.office

MEASURES = (
    measure.header_rows,
    measure.torn_rows,
    measure.divided_words,
    measure.crowded_cells,
    measure.widths,
)
TORN = (
    ("word/document.xml", r"<w:tblHeader/>", ""),
    ("word/document.xml", r"<w:cantSplit/>", ""),
    ("word/document.xml", r'(<w:tcPr>)<w:tcW w:w="\d+" w:type="dxa"/>', r'\1<w:tcW w:w="900" w:type="dxa"/>'),
    ("word/document.xml", r'<w:tblW w:w="\d+"', '<w:tblW w:w="5400"'),
    ("word/document.xml", r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="900"/>'),
)


@pytest.mark.parametrize("name", ["jiangsu-2020", "jiaxing-2008"])
@pytest.mark.parametrize("measured", MEASURES, ids=lambda measured: measured.__name__)
def test_table(example, name, measured):
    """Header repeated, rows whole, words whole, text within its cell, the table as wide as the text area."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", ["jiangsu-2020", "jiaxing-2008"])
def test_no_title_of_a_column_ends_with_a_single_character(example, name):
    """A column is as wide as the longest word of its title."""
    assert list(measure.lonely_ends(example(name))) == []


def test_the_long_table_runs_over_pages(example):
    """Jiaxing's table has several pages, so that repeated headers and whole rows were really measured."""
    paper = example("jiaxing-2008")
    tables = measure.drawn_tables(paper)
    assert len(tables) > 3
    assert sum(len(rows) - 1 for rows in tables) >= 40


def test_pages_are_turned_where_layout_says_so(example):
    """The pages of a landscape table are turned, and no others."""
    paper = example("jiaxing-2008")
    with_table = [rows[0][0].page for rows in measure.drawn_tables(paper)]
    assert measure.turned_pages(paper) == (with_table if measure.has_landscape_table(paper) else [])
    assert measure.turned_pages(example("jiangsu-2020")) == []


@pytest.fixture(scope="module")
def torn(spoiled):
    """Jiaxing's table with narrow columns, torn rows and no header on later pages."""
    return spoiled("jiaxing-2008", TORN)


@pytest.mark.parametrize(
    "measured",
    [measure.header_rows, measure.torn_rows, measure.divided_words, measure.widths],
    ids=lambda measured: measured.__name__,
)
def test_a_spoiled_table_is_caught(torn, measured):
    """Each measurement sees its own mistake in a spoiled docx."""
    assert list(measured(torn)) != []
