"""A seal of another agency (代章) and paper with a printed masthead, measured on the pages of docx and PDF."""

from functools import cache
from itertools import pairwise

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.writers import pdf
from kit.pdf import read_pdf
from office import head_measures
from office import issue_measures as measure
from office.gallery_documents import DOCUMENTS
from office.papers import Paper, printed, spoil, squeezed, type_area

pytestmark = pytest.mark.office

DOCX_AND_PDF = pytest.mark.parametrize("kind", ["docx", "pdf"])


@pytest.fixture(scope="module")
def paper(draw_document, office_fonts, tmp_path_factory):
    """A function from a document of the gallery and `docx` or `pdf` to its pages."""

    @cache
    def paper(name, kind):
        if kind == "docx":
            return draw_document(DOCUMENTS[name])
        sheet, made = load_stylesheet(font_folders=(office_fonts.folder,)), tmp_path_factory.mktemp(name) / "a.pdf"
        made.write_bytes(pdf.write(DOCUMENTS[name], sheet))
        return Paper(name, DOCUMENTS[name], made, made, read_pdf(made), sheet)

    return paper


def sealed_by_another(paper):
    """Name, who seals for it, and date stand one under the other on one axis, the date four characters in.

    Source: GB/T 9704—2012 §7.3.5.1
    """
    (node,), sheet = paper.nodes(tree.Signature), paper.sheet
    printed_words = squeezed("".join(line.text for page in paper.pages for line in page.lines))
    if missing := [words for words in (*node.names, node.date) if words not in printed_words]:
        yield f"{missing} are not on paper"
        return
    found = [measure.piece(paper, words) for words in (*node.names, node.date)]
    pages, lines = {page for page, _ in found}, [line for _, line in found]
    size, pitch = sheet.length("body.size").mm, sheet.length("page.pitch").mm
    if len(pages) != 1:
        yield f"they stand on the pages {sorted(pages)}"
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    if max(middles) - min(middles) > 0.3 * size:
        yield f"they are centred on {middles}"
    steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    if any(abs(step - pitch) > 0.2 for step in steps):
        yield f"they are {steps} apart"
    inset = type_area(paper.pages[found[-1][0] - 1], sheet).x1 - lines[-1].x1
    if abs(inset - sheet.characters("signature.sealed_date_right").mm) > 0.3 * size:
        yield f"the date ends {inset:.2f} from the edge"


@DOCX_AND_PDF
def test_who_seals_for_another(paper, kind):
    """（某机关代章） stands between the name and the date, under the seal to come."""
    assert list(sealed_by_another(paper("sealed-by-another", kind))) == []


@pytest.mark.parametrize(
    "edit",
    [
        ("（甲市财政局代章）", "（甲市财政局）"),
        (r'(<w:pStyle w:val="Signature"/>(?:(?!</w:pPr>).)*?<w:jc w:val=")\w+', r"\1left"),
        (r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>100"),
    ],
    ids=("words", "axis", "date"),
)
def test_a_spoiled_seal_is_caught(paper, to_pdf, tmp_path, edit):
    """Other words, names that are not centred, a date that is not where it belongs."""
    good = paper("sealed-by-another", "docx")
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", *edit)])
    assert list(sealed_by_another(printed(good.name, good.document, docx, to_pdf)))


def leaves_the_head_free(paper):
    """Nothing red is printed, nothing at all above the number, and this stands where it does under a masthead.

    Source: GB/T 9704—2012 §7.2.4, §7.2.5, §7.2.7
    """
    (head,), page, sheet = paper.nodes(tree.Head), paper.pages[0], paper.sheet
    red = f"#{sheet.text('colour.red').lower()}"
    printed_red = "".join(glyph.char for glyph in page.glyphs if glyph.colour == red)
    if printed_red or head_measures.red_rules(paper):
        yield f"“{printed_red}” or a red rule is printed"
    number = head_measures.line_with(paper, head.number)
    above = [line.text for line in page.lines if line.baseline < number.baseline]
    if above:
        yield f"{above} stand above the number"


def lines_of_page_1(paper):
    """The lines below the masthead: words, left edge and baseline in mm."""
    red = f"#{paper.sheet.text('colour.red').lower()}"
    lines = [line for line in paper.pages[0].lines if line.glyphs[0].colour != red]
    return [
        (squeezed(line.text), pytest.approx(line.x0, abs=0.1), pytest.approx(line.baseline, abs=0.3)) for line in lines
    ]


@DOCX_AND_PDF
def test_preprinted_paper_is_left_free(paper, kind):
    """What is printed on such paper is what is printed on any, without masthead and rule, in the same places."""
    page = paper("preprinted", kind)
    assert list(leaves_the_head_free(page)) == []
    found = [(squeezed(line.text), line.x0, line.baseline) for line in page.pages[0].lines]
    assert found == lines_of_page_1(paper("with-masthead", kind))


def test_a_printed_masthead_is_caught(paper):
    """The measurement sees red where there is some."""
    assert list(leaves_the_head_free(paper("with-masthead", "docx")))
