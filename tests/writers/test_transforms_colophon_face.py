"""On which face the colophon stands (GB/T 9704—2012 §7.4.1, §7.5), and how writers and the docx say it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.colophon_face import ColophonFace, colophon_face
from ipplan.transforms.paging import Setter, end_of_paper
from ipplan.writers.docx.writer import DocxWriter
from office.gallery_documents import DOCUMENTS
from office.random_documents import random_document

SHEET = load_stylesheet()
FACES = {
    "one-page": ColophonFace.WITH_TEXT,
    "ends-on-even-page": ColophonFace.WITH_TEXT,
    "ends-on-odd-page": ColophonFace.NEXT,
    "full-even-page": ColophonFace.AFTER_BLANK,
}
SECTIONS = {ColophonFace.WITH_TEXT: 1, ColophonFace.NEXT: 2, ColophonFace.AFTER_BLANK: 3}


def document_xml(document):
    """The main part of the docx of a document."""
    with zipfile.ZipFile(BytesIO(DocxWriter(SHEET).write(document))) as package:
        return package.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize("name", FACES)
def test_face(name):
    """With the text on an even page with room, else behind it, and behind a blank one where an even page is full."""
    assert colophon_face(DOCUMENTS[name], SHEET) is FACES[name]


@pytest.mark.parametrize("name", FACES)
def test_sections(name):
    """A colophon on a face of its own stands in a section that begins on an even page."""
    xml = document_xml(DOCUMENTS[name])
    assert xml.count("<w:sectPr") == SECTIONS[FACES[name]]
    assert ('<w:type w:val="evenPage"/>' in xml) is (FACES[name] is not ColophonFace.WITH_TEXT)


def test_no_number_where_the_end_is_not_certain():
    """Where one word processor ends on an odd page and another on an even one, the colophon's page has no number."""
    document = random_document(7)
    assert {end_of_paper(document, SHEET, setter).page % 2 for setter in Setter} == {0, 1}
    assert colophon_face(document, SHEET) is ColophonFace.UNCERTAIN
    *_, text, foot = re.findall("<w:sectPr.*?</w:sectPr>", document_xml(document))
    numbers = [
        re.findall('<w:footerReference w:type="[a-z]*" r:id="[A-Za-z0-9]*"/>', section) for section in (text, foot)
    ]
    assert numbers[0] != numbers[1]
    assert document_xml(document).count('<w:type w:val="evenPage"/>') == 1


def test_one_side_needs_no_even_page():
    """On paper printed on one side the colophon stays with the text, wherever that ends."""
    document = replace(DOCUMENTS["ends-on-odd-page"], duplex=False)
    assert colophon_face(document, SHEET) is ColophonFace.WITH_TEXT
    assert "evenPage" not in document_xml(document)


def test_behind_a_turned_page():
    """A colophon never stands on a turned page, not even on one side."""
    document = replace(DOCUMENTS["table-of-200-rows"], duplex=False)
    assert end_of_paper(document, SHEET, Setter.WORD).landscape
    assert colophon_face(document, SHEET) is ColophonFace.NEXT


def test_preprinted_paper_gets_no_red():
    """Masthead and red rule are on the paper already; the number stays."""
    document = DOCUMENTS["ends-on-even-page"]
    head, *others = document.parts[0].nodes
    assert isinstance(head, tree.Head)
    part = replace(document.parts[0], nodes=(replace(head, preprinted=True), *others))
    xml = document_xml(replace(document, parts=(part,)))
    assert head.masthead not in xml
    assert '"DocumentNumber"' not in xml
    assert '"PreprintedNumber"' in xml


def test_who_seals_stands_between_name_and_date():
    """（某机关代章） has a line of its own."""
    document = DOCUMENTS["ends-on-even-page"]
    *others, signature = document.parts[0].nodes
    assert isinstance(signature, tree.Signature)
    sealed = replace(signature, sealed_by="（甲市财政局代章）")
    xml = document_xml(replace(document, parts=(replace(document.parts[0], nodes=(*others, sealed)),)))
    styles = re.findall(r'<w:pStyle w:val="(Signature|IssueDate)"/>', xml)
    assert styles == ["Signature", "Signature", "IssueDate"]
    assert "（甲市财政局代章）" in xml


def test_three_mastheads_over_one_line_are_set_smaller(sheet):
    """The signature of a notice of one line stays on page 1 (§7.3.5.5); where nothing helps, layout says so."""
    from ipplan.transforms.adjustments import adjustments  # noqa: PLC0415
    from ipplan.transforms.signatures import settle_signature_pages  # noqa: PLC0415

    def settled(*names):
        head = tree.Head(names[0] + "文件", "甲知〔2026〕2号", joint=names)
        title = tree.Title(("关于转发省知识产权局等三部门", "关于印发2026年全市知识产权", "宣传与人才工作计划的通知"))
        nodes = (
            head,
            title,
            tree.Addressees("各县区："),
            tree.Paragraph("请认真执行。"),
            tree.Signature(names, "2026年3月7日"),
        )
        return settle_signature_pages(tree.Document("", "", (tree.Part(nodes),)), sheet)

    found = settled("甲市知识产权局", "甲市财政局", "甲市科学技术局")
    assert found.parts[0].nodes[0].height is not None
    assert end_of_paper(found, sheet, Setter.LIBREOFFICE).page == 1
    assert any("缩小" in words for words in adjustments(found, sheet))
    alone = settled("甲市知识产权战略实施办公室", "甲市工业和信息化发展管理局", "甲市市场监督管理行政局")
    assert any("单独排到下一页" in words for words in adjustments(alone, sheet))
