"""Letters, orders and minutes (GB/T 9704 §10), measured on the pages that LibreOffice makes of them."""

import pytest

from ipplan import document as tree
from office import end_measures, head_measures, text_measures
from office import format_measures as measure
from office.format_measures import CASES, NAMES
from office.papers import printed, spoil

pytestmark = pytest.mark.office

EVERYWHERE = (
    end_measures.page_numbers,
    text_measures.outside,
    text_measures.overlapping,
    head_measures.text_on_page_one,
    head_measures.titles,
)


@pytest.mark.parametrize(("name", "measured"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_elements(drawn, name, measured):
    """Each element stands where its clause puts it."""
    assert list(measured(drawn(name))) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("measured", EVERYWHERE, ids=lambda measured: measured.__name__)
def test_pages(drawn, name, measured):
    """Page 1 shows text, pages have their numbers, and nothing stands outside or on something else."""
    assert list(measured(drawn(name))) == []


ANCHOR = r'(<wp:positionV relativeFrom="page"><wp:posOffset>)'
SPOILED = [
    ("letter", measure.letter_masthead, ANCHOR + "1080000", r"\g<1>1332000"),
    ("letter", measure.letter_rules, r'<a:ln w="28575">', '<a:ln w="9525">'),
    ("letter", measure.letter_rules, r'cx="6120000"', 'cx="5616000"'),
    ("letter", measure.letter_lines, r'(<w:pStyle w:val="LetterNumber"/>.*?w:before=")\d+', r"\g<1>1300"),
    ("letter", measure.letter_foot, r'w:bottom="1984"(.*?)w:footer="1446"', r'w:bottom="1000"\1w:footer="600"'),
    ("letter", measure.letter_colophon, r'(<w:tblW w:w="8844" w:type="dxa"/>)', r"\1" + "<w:tblBorders>"
     '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tblBorders>'),
    ("order", measure.order_head, r'(<w:pStyle w:val="Masthead"/>.*?w:before=")\d+', r"\g<1>1984"),
    ("order", measure.personal_signature, r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>0"),
    ("minutes", measure.attendance, r'(<w:pStyle w:val="Attendance"/>.*?w:hanging=")\d+', r"\g<1>0"),
    ("minutes", measure.attendance, r'<w:rStyle w:val="AttendanceLabel"/>', ""),
    ("minutes", measure.minutes_line, r'<w:tab w:val="right" w:pos="\d+"/>', '<w:tab w:val="right" w:pos="5000"/>'),
]  # fmt: skip


@pytest.mark.parametrize("mistake", SPOILED, ids=lambda mistake: f"{mistake[0]}-{mistake[1].__name__}")
def test_a_spoiled_element_is_caught(drawn, to_pdf, tmp_path, mistake):
    """Each measurement sees a mistake made in the docx."""
    name, measured, pattern, new = mistake
    good = drawn(name)
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", pattern, new)])
    assert list(measured(printed(name, good.document, docx, to_pdf))) != []


def signed_by(*posts):
    """An order whose signers stamp it."""
    nodes = (
        tree.OrderHead("甲市人民政府令", "第5号"),
        tree.Paragraph("《甲市城市照明管理办法》已经审议通过，现予公布，自2026年7月1日起施行。"),
        tree.PersonalSignature(tuple(map(tree.Signer, posts)), "2026年6月1日"),
    )
    return tree.Document("令", "甲市人民政府", (tree.Part(nodes),))


STAMPED = {"one": signed_by("市长"), "two": signed_by("市财政局局长", "市水利局局长")}


@pytest.mark.parametrize("name", STAMPED)
def test_stamps_find_room(draw_document, name):
    """§7.3.5.3: two blank lines, posts two characters left of the stamps at half their height, one line, the date."""
    assert list(measure.stamps(draw_document(STAMPED[name]))) == []


SPOILED_STAMPS = [
    (r'(<w:pStyle w:val="Signature"/>.*?w:before=")\d+', r"\g<1>579"),
    (r'(<w:pStyle w:val="Signature"/>.*?w:val="right" w:pos=")\d+', r"\g<1>4000"),
    (r'(<w:pStyle w:val="IssueDate"/>.*?w:before=")\d+', r"\g<1>0"),
    (r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>0"),
    (r'(.*<w:pStyle w:val="Signature"/>.*?w:before=")\d+', r"\g<1>0"),
]


@pytest.mark.parametrize("edit", SPOILED_STAMPS, ids=("above", "post", "below", "date", "between"))
def test_a_stamp_without_room_is_seen(draw_document, to_pdf, tmp_path, edit):
    """The measurement sees each distance."""
    good = draw_document(STAMPED["two"])
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", *edit)])
    assert list(measure.stamps(printed("stamped", good.document, docx, to_pdf))) != []
