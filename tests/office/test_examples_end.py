"""Signatures, attachments, colophon and page numbers of the examples and of two specimens, measured on paper."""

from dataclasses import replace

import pytest

from ipplan import document as tree
from ipplan.transforms.signatures import settle_signature_pages
from office import end_measures as measure
from office.papers import EXAMPLES, SIGNED_BY_ONE, squeezed, text_of

pytestmark = pytest.mark.office

COPY_TO = (
    "抄送：市委各部委，市人大常委会办公室，市政协办公室，市法院，市检察院，各人民团体，市各民主党派，省知识产权局。"
)
SHIFTED = (
    ("word/document.xml", r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>100"),
    ("word/document.xml", r'(<w:pStyle w:val="AttachmentList"/>)', r'\1<w:keepNext w:val="0"/><w:pageBreakBefore/>'),
    (
        "word/document.xml",
        r'(<w:pStyle w:val="AttachmentLabel"/><w:pageBreakBefore/>)',
        r'\1<w:spacing w:after="1400"/>',
    ),
    ("word/document.xml", r'(<wp:positionV relativeFrom="page"><wp:posOffset>)\d+', r"\g<1>3600000"),
    ("word/styles.xml", r'(w:styleId="Footer">.*?<w:sz w:val=")28', r"\g<1>40"),
)
ALONE = (("word/document.xml", r'(<w:pStyle w:val="Signature"/>)', r"\1<w:pageBreakBefore/>"),)


@pytest.mark.parametrize("name", SIGNED_BY_ONE)
@pytest.mark.parametrize("measured", [measure.sealed_signature, measure.text_beside_the_signature])
def test_signature_of_a_notice(example, name, measured):
    """Name and date stand where the seal will be pressed, on a page with text."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("measured", [measure.attachments, measure.page_numbers, measure.draft_marks])
def test_pages(example, name, measured):
    """Attachments begin pages; every upright page is numbered; only drafts are marked."""
    assert list(measured(example(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_number_on_every_page(example, name):
    """No page lacks its number, turned pages included."""
    pages = example(name).pages
    for page in pages:
        assert f"—{page.number}—" in squeezed("".join(glyph.char for glyph in page.glyphs))


def test_colophon_of_lianyungang(example):
    """The colophon ends at the foot of the last page's text area."""
    assert list(measure.colophon(example("lianyungang-2017"))) == []


@pytest.fixture(scope="module")
def specimen(draw_document):
    """What no example has: an unsealed signature, a remark, two attachments to list, a copy-to list of some lines."""
    signature = tree.Signature(("连云港市知识产权局",), "2017年2月7日", sealed=False)
    listed = tree.AttachmentList(("2017年全市知识产权宣传与人才工作任务分解和责任分工一览表", "联系人名单"))
    nodes = (tree.Title(("通　知",)), tree.Paragraph("正文。"), listed, signature, tree.Remark("（此件公开发布）"))
    colophon = tree.Colophon(COPY_TO, "连云港市知识产权局办公室", "2017年2月7日印发")
    return draw_document(tree.Document("通知", "", (tree.Part(nodes),), colophon))


@pytest.mark.parametrize("measured", [measure.colophon, measure.unsealed_signature, measure.text_beside_the_signature])
def test_end_of_the_specimen(specimen, measured):
    """Two thick rules and a thin one; the copy-to list within its insets; the unsealed name and date."""
    assert list(measured(specimen)) == []


def test_colophon_of_three_lines(specimen):
    """The copy-to list goes on under the character behind its colon, and has a thin rule below it."""
    page = specimen.pages[-1]
    assert [round(rule.thickness, 2) for rule in sorted(measure.colophon_rules(page), key=lambda r: r.position)] == [
        pytest.approx(0.99, abs=0.1),
        pytest.approx(0.71, abs=0.1),
        pytest.approx(0.99, abs=0.1),
    ]
    first, second, *_ = [line for line in text_of(page, specimen.sheet) if line.glyphs[0].size == 14]
    assert second.x0 - first.x0 == pytest.approx(3 * 14 * 25.4 / 72, abs=0.3)


def test_list_of_two_attachments(specimen):
    """Numbers stand under each other, names too, also where a name goes on in a second line."""
    lines = [line for line in specimen.pages[0].lines if "一览表" in line.text or line.text[:2] in {"附件", "2."}]
    first, second = lines[0], lines[-1]
    assert (first.text[:5], second.text[:2]) == ("附件：1.", "2.")
    assert second.glyphs[0].x0 == pytest.approx(first.glyphs[3].x0, abs=0.3)
    assert second.glyphs[2].x0 == pytest.approx(first.glyphs[5].x0, abs=0.3)
    wrapped = next(line for line in specimen.pages[0].lines if line.text.endswith("一览表"))
    assert wrapped.x0 == pytest.approx(first.glyphs[5].x0, abs=0.8)


def test_a_date_longer_than_the_name(draw_document):
    """Then the date ends two characters from the edge, and the name begins two characters before it."""
    nodes = (tree.Paragraph("正文。"), tree.Signature(("省政府",), "2017年12月27日", sealed=False))
    assert list(measure.unsealed_signature(draw_document(tree.Document("", "", (tree.Part(nodes),))))) == []


@pytest.mark.parametrize("lines", range(2, 10))
def test_a_notice_of_one_paragraph_keeps_its_signature_with_text(draw_document, sheet, lines):
    """However long its only paragraph is, page 1 shows text and the signature's page too."""
    nodes = (
        tree.Head("江苏省知识产权局文件", "苏知发〔2020〕63号"),
        tree.Title(("省知识产权局关于印发2020年江苏省", "“知识产权服务万里行”活动实施方案的通知")),
        tree.Addressees("各设区市知识产权局："),
        tree.Paragraph("文" * (28 * lines - 2)),
        tree.Signature(("江苏省知识产权局",), "2020年6月4日"),
    )
    paper = draw_document(settle_signature_pages(tree.Document("", "", (tree.Part(nodes),)), sheet))
    assert "文文文" in "".join(line.text for line in paper.pages[0].lines)
    page, _, _ = measure.signed(paper)
    assert "文文文" in "".join(line.text for line in page.lines)


def test_page_numbers_of_turned_pages(example):
    """On a turned page the number stays where it is on the others: 7 mm left of the table, turned with the sheet.

    Source: GB/T 9704—2012 §8, §7.5
    """
    paper = example("jiaxing-2008")
    assert list(measure.turned_page_numbers(paper)) == []


@pytest.fixture(scope="module")
def shifted(spoiled):
    """Lianyungang's notice with date, label, colophon and page number moved."""
    return spoiled("lianyungang-2017", SHIFTED)


@pytest.mark.parametrize(
    "measured", [measure.sealed_signature, measure.attachments, measure.colophon, measure.page_numbers]
)
def test_a_spoiled_end_is_caught(shifted, measured):
    """Each measurement sees its own mistake in a spoiled docx."""
    assert list(measured(shifted)) != []


def test_a_signature_alone_is_caught(spoiled):
    """A page break before the name leaves it without text."""
    assert list(measure.text_beside_the_signature(spoiled("jiangsu-2020", ALONE))) != []


def test_a_missing_draft_mark_is_caught(example):
    """The mark counts both ways: a draft without it, and a paper with it."""
    draft, paper = example("sichuan-2023"), example("liaoyuan-2018")
    assert list(measure.draft_marks(replace(draft, document=paper.document))) != []
    assert list(measure.draft_marks(replace(paper, document=draft.document))) != []
