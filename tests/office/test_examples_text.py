"""Running text of the examples, measured on paper."""

from dataclasses import replace
from functools import partial

import pytest

from ipplan import document as tree
from office import text_measures as measure
from office.papers import EXAMPLES

pytestmark = pytest.mark.office

OF_EVERY_PAPER = (
    measure.lines_of_full_pages,
    measure.characters_of_full_lines,
    measure.indents,
    measure.heading_fonts,
    measure.headings_at_the_foot,
    measure.outside,
    measure.overlapping,
    measure.lost_or_added,
)

CROWDED = (
    (
        "word/document.xml",
        r"<w:sectPr",
        '<w:p><w:pPr><w:ind w:left="-900"/></w:pPr><w:r><w:t>左</w:t></w:r></w:p><w:sectPr',
    ),
    ("word/styles.xml", r'(w:styleId="Body">.*?<w:spacing [^>]*w:line=")579', r"\g<1>300"),
    ("word/styles.xml", r'(w:styleId="Body">.*?)<w:spacing w:val="-6"/>', r'\1<w:spacing w:val="-60"/>'),
    ("word/styles.xml", r'(w:styleId="Body">.*?<w:pPr>)', r'\1<w:snapToGrid w:val="0"/>'),
    ("word/styles.xml", r'(w:styleId="Body">.*?)<w:ind [^>]*/>', r"\1"),
    ("word/styles.xml", r'(w:styleId="Heading2">.*?w:eastAsia=")楷体_GB2312', r"\1黑体"),
)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("measured", OF_EVERY_PAPER, ids=lambda measured: measured.__name__)
def test_text(example, name, measured):
    """Lines, characters, indents and fonts of running text are what their clauses say."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_font_is_a_fallback(example, office_fonts, name):
    """Each character is drawn in the font that the sheet names."""
    assert list(measure.foreign_fonts(example(name), office_fonts.times_stand_in)) == []


def test_there_are_full_pages_and_full_lines_to_measure(example):
    """Jiangsu's notice has pages that the text runs over, so that the counts above are not of nothing."""
    paper = example("jiangsu-2020")
    assert len(list(measure.full_pages(paper))) >= 4
    assert len(list(measure.full_lines(paper))) >= 60


@pytest.fixture(scope="module")
def crowded(spoiled):
    """Lianyungang's notice with close lines and characters, no indent, and a wrong font for headings."""
    return spoiled("lianyungang-2017", CROWDED)


@pytest.mark.parametrize(
    "measured",
    [
        measure.lines_of_full_pages,
        measure.characters_of_full_lines,
        measure.indents,
        measure.heading_fonts,
        measure.outside,
        measure.overlapping,
        partial(measure.foreign_fonts, times_stand_in="Nothing"),
    ],
    ids=lambda measured: getattr(measured, "__name__", "foreign_fonts"),
)
def test_spoiled_text_is_caught(crowded, measured):
    """Each measurement sees its own mistake in a spoiled docx."""
    assert list(measured(crowded)) != []


def test_a_lost_mark_is_caught(example):
    """A character that is in the docx and on no page is named."""
    paper = example("liaoyuan-2018")
    page = paper.pages[0]
    mark = next(glyph for glyph in page.glyphs if glyph.char == "。")
    torn = replace(page, glyphs=tuple(glyph for glyph in page.glyphs if glyph is not mark))
    short = replace(paper, pages=(torn, *paper.pages[1:]))
    assert list(measure.lost_or_added(short)) == ["lost: {'。': 1}, added: {}"]


def test_a_heading_goes_to_the_page_of_its_text(draw_document):
    """21 lines, then a heading, then text: all fits but the text, so the heading follows it."""
    above = tuple(tree.Paragraph("文") for _ in range(21))
    paper = draw_document(
        tree.Document("", "", (tree.Part((*above, tree.Heading(1, "一、", "题"), tree.Paragraph("文"))),))
    )
    assert list(measure.headings_at_the_foot(paper)) == []
    assert [len(page.lines) for page in paper.pages] == [22, 3]


def test_a_heading_left_at_the_foot_is_caught(draw_document):
    """The measurement sees a heading that ends a page, here because nothing follows it."""
    nodes = (tree.Paragraph("文"), tree.Heading(1, "一、", "题"))
    paper = draw_document(tree.Document("", "", (tree.Part(nodes),)))
    assert list(measure.headings_at_the_foot(paper)) == ["page 1 ends with “一、题”"]


@pytest.mark.parametrize("mark", [*"，。；：、！？）》”"])
def test_no_mark_is_lost_behind_a_full_line(draw_document, mark):
    """A mark behind 28 characters is drawn (LibreOffice drops it when less than 1/20 pt is left for each of them)."""
    texts = ["国" * count + mark + "家" * 40 for count in (24, 25, 26, 27, 54)]
    paper = draw_document(tree.Document("", "", (tree.Part(tuple(tree.Paragraph(text) for text in texts)),)))
    drawn = "".join(line.text for page in paper.pages for line in page.lines)
    assert drawn.count(mark) == len(texts)
