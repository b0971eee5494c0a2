"""Notices with the less usual elements of GB/T 9704 §7, measured on paper."""

from dataclasses import replace
from functools import cache

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.pages.laid_out import LaidOut
from ipplan.inspection.reading import read_docx
from ipplan.inspection.registry import FILE_CHECKS
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers.docx.writer import DocxWriter
from kit.pdf import read_pdf
from office import end_measures, head_measures, text_measures
from office import issue_measures as measure
from office.gallery_documents import DOCUMENTS
from office.papers import printed, spoil, text_of, type_area
from plans.plan_folders import checked_plan

pytestmark = pytest.mark.office

JOINT = ("joint-notice", "joint-two-sealed", "joint-five-sealed", "joint-five-unsealed", "upward-two-signers")
SEALED = ("joint-notice", "joint-two-sealed", "joint-five-sealed", "upward-two-signers", "upward-three-signers")
UNSEALED = ("joint-three-unsealed", "joint-five-unsealed")
UPWARD = ("upward-two-signers", "upward-three-signers")
ALL = (*JOINT[1:], "joint-three-unsealed", "upward-three-signers", "classified-urgent", "long-addressees")
"""`joint-notice` ends with a form, whose rules are not a colophon's; its pages are looked at in `tests/plans`."""
CASES = [
    *((name, measure.joint_masthead) for name in JOINT),
    *((name, measure.seals) for name in SEALED),
    *((name, measure.names_under_names) for name in UNSEALED),
    *((name, measure.signers) for name in UPWARD),
    *(("classified-urgent", one) for one in (measure.marks, head_measures.masthead, head_measures.document_number)),
    ("joint-three-unsealed", head_measures.masthead),
    ("long-addressees", measure.addressees_in_the_colophon),
]
EVERYWHERE = (
    head_measures.text_on_page_one,
    end_measures.colophon,
    end_measures.page_numbers,
    text_measures.outside,
    text_measures.overlapping,
)


@pytest.mark.parametrize(("name", "measured"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_elements(drawn, name, measured):
    """Each element stands where its clause puts it."""
    assert list(measured(drawn(name))) == []


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("measured", EVERYWHERE, ids=lambda measured: measured.__name__)
def test_pages(drawn, name, measured):
    """Whatever the header has, page 1 shows text, and nothing stands outside or on something else."""
    assert list(measured(drawn(name))) == []


def test_every_case_has_what_it_is_for(drawn):
    """A plan that lost its signers or its classification would pass every measurement of them."""
    heads = {name: drawn(name).nodes(tree.Head)[0] for name in ALL}
    assert [len(heads[name].signers) for name in UPWARD] == [2, 3]
    assert [len(heads[name].joint) for name in JOINT[1:]] == [2, 5, 5, 2]
    assert heads["classified-urgent"].classification == "机密★1年"
    assert heads["joint-three-unsealed"].joint == ()


SPOILED = [
    ("classified-urgent", measure.marks, r'(<w:pStyle w:val="Classification"/>)', r'\1<w:ind w:left="640"/>'),
    ("classified-urgent", head_measures.masthead, r'<w:p><w:pPr><w:pStyle w:val="Urgency"/>.*?</w:p>', ""),
    ("joint-five-sealed", measure.joint_masthead, "distribute", "left"),
    ("joint-five-sealed", measure.joint_masthead, '<w:vAlign w:val="center"/>', ""),
    ("joint-five-sealed", measure.seals, r'(<w:pStyle w:val="Signature"/>.*?w:before=")\d+', r"\g<1>0"),
    ("joint-two-sealed", measure.seals, r'(<w:pStyle w:val="Signature"/>.*?w:val="center" w:pos=")\d+', r"\g<1>5000"),
    ("joint-three-unsealed", measure.names_under_names, r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>0"),
    ("upward-two-signers", measure.signers, r'<w:rStyle w:val="Signer"/>', ""),
    ("upward-three-signers", measure.signers, r'(<w:pStyle w:val="DocumentNumber"/>.*?w:pos=")\d+', r"\g<1>0"),
    ("long-addressees", measure.addressees_in_the_colophon, r'w:hanging="840"', 'w:hanging="0"'),
]


@pytest.mark.parametrize("mistake", SPOILED, ids=lambda mistake: f"{mistake[0]}-{mistake[1].__name__}")
def test_a_spoiled_element_is_caught(drawn, to_pdf, tmp_path, mistake):
    """Each measurement sees a mistake made in the docx."""
    name, measured, pattern, new = mistake
    good = drawn(name)
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", pattern, new)])
    assert list(measured(printed(name, good.document, docx, to_pdf))) != []


SHEET = load_stylesheet()
ON_ONE_SIDE = Stylesheet({**SHEET.figures, "colophon.face": replace(SHEET.figures["colophon.face"], value="单双都可")})
FORMATS = ("letter", "letter-one-page", "order", "order-two-signers", "minutes", "minutes-titled")
INSPECTED = (*ALL, "joint-notice", *FORMATS, *DOCUMENTS)
UNCHECKED = {
    "没有发文机关标志": "paper with a printed masthead, and what is bound apart",
    "没有发文机关标志，或在页上认不出它": "the same",
    "没有发文字号": "what is bound apart has the number in its label",
    "没有版记": "what is bound apart has none of its own",
    "没有主送机关": "the addressees stand in the colophon",
    "没有附件说明": "a notice without attachments",
    "没有附件": "a notice without attachments",
    "没有密级": "a paper that is not secret",
    "没有份号": "a paper that is not secret",
    "没有紧急程度": "a paper that is not urgent",
    "没有签发人": "a paper that is not for superiors",
    "没有附注": "no remark",
    "没有抄送机关": "nobody gets a copy",
    "没有这些标点": "no quotation marks, dashes or ellipses in the text",
    "没有单独成行的一级标题": "a text without headings",
    "没有单独成行的二级标题": "a text without headings",
    "没有单独成行的三级标题": "a text without headings",
    "没有单独成行的四级标题": "a text without headings",
    "没有横排的页": "no wide table",
    "没有横排的页，或者没有页码": "no wide table",
    "没有表格": "no table",
    "没有跨页的表格": "tables of one page",
    "没有带框线的表格": "no table",
    "没有带框线、文字较长的表格": "no table",
    "没有全是汉字的整行": "a text too short",
    "没有排满正文的面": "no page with nothing but text that goes on",
    "版记只有一行，没有中间的线": "nobody gets a copy",
    "标志在文本框或表格里，用 --pages 量": "the names of a joint masthead are a table; page-masthead measures them",
    "标志在表格里，表格的高度由内容定": "the names of a joint masthead stand in a table",
    "发文字号前面有制表位，位置由制表位定": "signers stand beside the number; `issue_measures.signers` measures them",
    "没有发文机关署名": "the names of a sealed joint issue stand in rows; `issue_measures.seals` measures them",
    "没有发文机关署名，或在页上认不出它": "the same",
    "信函格式，见 10.1": "a letter has places of its own, which the checks of 10.1 look at",
    "命令格式，见 10.2": "an order has places of its own, which the checks of 10.2 look at",
    "发文字号下面没有看到分隔线": "letters and orders have no red rule under the number",
    "字号下面没有段落边框，红线若是画的图形，用 --pages 量": "the same",
    "版记下面没有看到分隔线": "the colophon of a letter has no rules",
    "版记的线若是画的图形，用 --pages 量": "the same",
    "没有印发机关和印发日期": "the colophon of a letter names no printer",
    "命令没有标题": "an order has no title",
    "没有标题": "orders and minutes have no title",
    "没有成文日期": "minutes are not signed",
}
"""What `inspect --pages` may leave unchecked in the gallery, and why."""


@pytest.fixture(scope="module")
def inspected(to_pdf, tmp_path_factory):
    """A function that returns all verdicts of a document of the gallery by the names of the checks."""

    @cache
    def inspect(name):
        docx, sheet = tmp_path_factory.mktemp("inspected") / f"{name}.docx", SHEET
        if name in DOCUMENTS:
            docx.write_bytes(DocxWriter(SHEET).write(DOCUMENTS[name]))
            sheet = SHEET if DOCUMENTS[name].duplex else ON_ONE_SIDE
        else:
            docx.write_bytes(Compiler().docx(checked_plan(name), draft=False))
        paper, pdf = classify(read_docx(docx), sheet), to_pdf(docx)
        laid_out = LaidOut(paper, read_pdf(pdf), pdf)
        of_file = {check.name: check.measure(paper) for check in FILE_CHECKS}
        return {**of_file, **{check.name: check.measure(laid_out) for check in PAGE_CHECKS}}, len(laid_out.pages)

    return inspect


@pytest.mark.parametrize("name", INSPECTED)
def test_nothing_fails_and_what_is_unchecked_has_a_reason(inspected, name):
    """`inspect --pages` finds nothing wrong with any document, and leaves out only what is listed."""
    verdicts, _ = inspected(name)
    assert {check: one for check, one in verdicts.items() if one.outcome is Outcome.FAILED} == {}
    reasons = {one.measured for one in verdicts.values() if one.outcome is Outcome.UNCHECKED}
    assert reasons - UNCHECKED.keys() == set()


def test_no_reason_is_left_over(inspected):
    """A reason that no document gives any more would hide the next mistake."""
    verdicts = [one for name in INSPECTED for one in inspected(name)[0].values()]
    assert {one.measured for one in verdicts if one.outcome is Outcome.UNCHECKED} == UNCHECKED.keys()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_valid(validate, tmp_path, name):
    """What no plan gives is valid against ISO/IEC 29500, too; plans are in `tests/plans`."""
    docx = tmp_path / "a.docx"
    docx.write_bytes(DocxWriter(SHEET).write(DOCUMENTS[name]))
    assert validate(docx) == []


WANTED = {
    "ordinary": ("with-masthead",),
    "upward with two signers": ("upward-two-signers",),
    "joint with two issuers": ("joint-two-sealed", "joint-two-unsealed"),
    "joint with three": ("joint-three-sealed", "joint-three-unsealed"),
    "joint with five": ("joint-five-sealed", "joint-five-unsealed"),
    "sealed and unsealed": ("with-masthead", "unsealed", "sealed-by-another"),
    "letter": ("letter", "letter-one-page"),
    "order": ("order", "order-two-signers"),
    "minutes": ("minutes", "minutes-titled"),
    "classified and urgent": ("classified-urgent",),
    "one page": ("one-page", "letter-one-page"),
    "exactly full page": ("full-even-page",),
    "long addressee list": ("long-addressees",),
    "ten attachments, bound and detached": ("ten-attachments", "detached-attachment"),
    "landscape table of 200 rows": ("table-of-200-rows",),
    "colophon on an odd page": ("one-page",),
    "colophon on an even page": ("ends-on-even-page", "ends-on-odd-page"),
    "printed masthead": ("preprinted",),
}


def test_the_gallery_is_complete():
    """Every kind of document that the gallery is to have is inspected, and none is there for nothing."""
    listed = {name for names in WANTED.values() for name in names}
    assert listed - set(INSPECTED) == set()
    assert set(INSPECTED) - listed == {"joint-notice", "upward-three-signers"}


def test_the_full_page_is_exactly_full(draw_document):
    """The last line stands on the last of the 22 lines of page 2, and page 3 is blank."""
    paper = draw_document(DOCUMENTS["full-even-page"])
    lines = [text_of(page, SHEET) for page in paper.pages[1:3]]
    rows = SHEET.number("page.lines")
    area, pitch = type_area(paper.pages[1], SHEET), SHEET.length("page.pitch").mm
    assert rows - 1 < (lines[0][-1].baseline - area.top) / pitch < rows
    assert lines[1] == []


PAGES = {"one-page": 1, "ends-on-even-page": 2, "ends-on-odd-page": 4, "full-even-page": 4}


@pytest.mark.parametrize("name", PAGES)
def test_the_gallery_has_the_pages_it_is_for(inspected, name):
    """One page, an even end, an odd one, and a full page with a blank one before the colophon."""
    assert inspected(name)[1] == PAGES[name]
