"""Header, title and addressees of the notices, measured on paper."""

import pytest

from kit.pdf import Page
from office import head_measures as measure
from office.papers import EXAMPLES, NOTICES, type_area

pytestmark = pytest.mark.office

OF_A_NOTICE = (
    measure.masthead,
    measure.document_number,
    measure.red_rule,
    measure.titles,
    measure.title_under_the_red_rule,
    measure.addressees,
    measure.text_on_page_one,
)

MOVED = (
    ("word/styles.xml", r'(w:styleId="Masthead">.*?<w:color w:val=")FF0000', r"\g<1>0000FF"),
    ("word/styles.xml", r'(w:styleId="Masthead">.*?<w:jc w:val=")center', r"\g<1>left"),
    ("word/styles.xml", r'(w:styleId="DocumentNumber">.*?w:space=")\d+', r"\g<1>0"),
    ("word/styles.xml", r'(w:styleId="DocumentNumber">.*?w:spacing w:before=")\d+', r"\g<1>1900"),
    ("word/styles.xml", r'(w:styleId="Title">.*?<w:jc w:val=")center', r"\g<1>right"),
    ("word/document.xml", r'(<w:pStyle w:val="Addressees"/>)', r'\1<w:ind w:left="640"/>'),
    ("word/document.xml", r'(<w:pStyle w:val="Body"/>)', r"\1<w:pageBreakBefore/>"),
    ("word/document.xml", r'(<w:pStyle w:val="Title"/><w:spacing w:before=")\d+', r"\g<1>100"),
)


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("measured", OF_A_NOTICE, ids=lambda measured: measured.__name__)
def test_header_of_a_notice(example, name, measured):
    """Each distance, colour and font of the header is what its clause says."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_title_stands_as_layout_broke_it(example, name):
    """Title lines are those of the Document tree; the word processor breaks none of them again."""
    assert list(measure.titles(example(name))) == []


@pytest.fixture(scope="module")
def moved(spoiled):
    """Lianyungang's notice with colour, alignment and distances changed."""
    return spoiled("lianyungang-2017", MOVED)


@pytest.mark.parametrize("measured", OF_A_NOTICE, ids=lambda measured: measured.__name__)
def test_a_spoiled_header_is_caught(moved, measured):
    """Each measurement sees its own mistake in a spoiled docx."""
    assert list(measured(moved)) != []


def test_the_type_area_of_a_turned_page_is_turned(example):
    """The top edge of 37 mm becomes the right one of a landscape page (GB/T 9704 §8)."""
    sheet = example("jiaxing-2008").sheet
    area = type_area(Page(1, 297, 210, (), ()), sheet)
    assert (area.x0, area.top, 297 - area.x1, 210 - area.bottom) == pytest.approx((35, 28, 37, 26))
