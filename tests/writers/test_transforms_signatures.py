"""Closer lines and cut off tails where a signature would otherwise leave its text (GB/T 9704—2012 §7.3.5.5)."""

import pytest

from ipplan import document as tree
from ipplan.transforms.adjustments import adjustments
from ipplan.transforms.paging import Setter, end_of_part, lines_of
from ipplan.transforms.signatures import settle_signature_pages
from office.papers import NOTICES, compiled
from office.signed_documents import LINES, issued_by, text_of_lines

HEAD = tree.Head("江苏省知识产权局文件", "苏知发〔2020〕63号")
TITLE = tree.Title(("省知识产权局关于印发2020年江苏省", "“知识产权服务万里行”活动实施方案的通知"))
TO = tree.Addressees("各设区市知识产权局：")
SIGNATURE = tree.Signature(("江苏省知识产权局",), "2020年6月4日")


def settled(sheet, *nodes: tree.Node) -> tree.Part:
    """Return a document of one part as layout leaves it."""
    (part,) = settle_signature_pages(tree.Document("", "", (tree.Part(nodes),)), sheet).parts
    return part


def tail_of(part: tree.Part) -> str | None:
    """Return what is cut off the last paragraph."""
    text = [node for node in part.nodes if isinstance(node, tree.Paragraph)][-1]
    return None if text.tail is None else text.text[len(text.text) - text.tail :]


def notice(characters: int) -> tuple[tree.Node, ...]:
    """Return a notice with a text of so many characters."""
    return (HEAD, TITLE, TO, tree.Paragraph("文" * characters), SIGNATURE)


def test_of_the_examples_only_jiangsu_is_tightened(sheet):
    """Jiangsu's page is set closer, though not below the least pitch; the others are as the sheet says."""
    found = {name: compiled(name)[0].parts[0].pitch for name in NOTICES}
    assert {name for name, pitch in found.items() if pitch is not None} == {"jiangsu-2020"}
    assert sheet.length("signature.least_pitch").pt <= found["jiangsu-2020"] < sheet.length("page.pitch").pt


def test_a_short_notice_is_left_as_it_is(sheet):
    """Where text and signature fit, nothing changes; the only paragraph never leaves page 1 as a whole."""
    part = settled(sheet, *notice(50))
    assert (part.pitch, tail_of(part)) == (None, "")


def test_the_pitch_falls_with_the_text_and_then_a_tail_is_cut_off(sheet):
    """From the first line too many the pitch falls, never below the least; then two lines go over to page 2."""
    parts = [settled(sheet, *notice(28 * lines - 2)) for lines in range(1, 20)]
    tightened = [part.pitch for part in parts if part.pitch is not None]
    assert tightened == sorted(tightened, reverse=True)
    normal = sheet.length("page.pitch").pt
    assert all(sheet.length("signature.least_pitch").pt <= pitch < normal for pitch in tightened)
    first = next(index for index, part in enumerate(parts) if part.pitch is not None)
    longer = [len(tail_of(part)) for part in parts[first + len(tightened) :]]
    assert all(part.pitch is None and tail_of(part) == "" for part in parts[:first])
    cut = longer.index(0)
    assert all(tail == 56 for tail in longer[:cut]), "two lines go over"
    assert not any(longer[cut:]), "more than two go over anyway"


@pytest.mark.parametrize("between", [tree.Table((tree.Column("甲"),), ()), tree.FillIn(("甲",))])
def test_what_cannot_be_counted_is_left_alone(sheet, between):
    """Where a table stands above the signature, it is the signature's company."""
    *above, signature = notice(28 * 5 - 2)
    assert settled(sheet, *above, signature).pitch is not None
    assert settled(sheet, *above, between, signature) == tree.Part((*above, between, signature))


def test_a_text_without_a_signature_is_left_alone(sheet):
    """Only a signature can be left alone."""
    nodes = notice(28 * 5 - 2)[:-1]
    assert settled(sheet, *nodes) == tree.Part(nodes)


def test_a_short_last_paragraph_goes_over_as_a_whole(sheet):
    """It has the paragraphs above it for page 1."""
    *above, signature = notice(28 * 6)
    part = settled(sheet, *above, tree.Paragraph("请认真贯彻执行。"), signature)
    assert tail_of(part) is None


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "unsealed"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 6, 8])
def test_a_signature_is_on_a_page_with_text_or_layout_says_so(sheet, count, sealed):
    """From one line to sixty: whoever sets the pages, the end of the text is on the page of the signature."""
    said = set()
    for lines in LINES:
        document = settle_signature_pages(issued_by(count, lines, sealed=sealed), sheet)
        told = any("署名会单独" in words or "署名可能单独" in words for words in adjustments(document, sheet))
        if not all(in_company(document.parts[0], sheet, setter) for setter in Setter):
            assert told, lines
        said |= {lines} if told else set()
    assert said <= {1, 35, 60}, "one line, or a paragraph so long that nobody knows where it breaks"


def in_company(part, sheet, setter):
    """Whether the last piece of the text ends on the page of the signature."""
    place = next(index for index, node in enumerate(part.nodes) if isinstance(node, tree.Signature))
    text = part.nodes[place - 1]
    if text.tail != 0:
        return True
    above = end_of_part(tree.Part(part.nodes[:place], part.pitch), sheet, setter)
    return above.page == end_of_part(part, sheet, setter).page


@pytest.mark.parametrize("lines", [2, 3, 5, 9, 14, 20])
def test_the_line_above_a_tail_is_full(sheet, lines):
    """It is spread over the width: with less than three quarters of a line that would show, whoever sets it."""
    document = settle_signature_pages(issued_by(8, lines, sealed=True), sheet)
    (text,) = [node for node in document.parts[0].nodes if isinstance(node, tree.Paragraph)]
    assert text.tail
    for setter in Setter:
        last = lines_of(tree.Paragraph(text.text[: -text.tail]), sheet, setter)[-1]
        assert len(last) >= 0.75 * sheet.number("page.characters") - 2


def test_a_line_gives_its_last_words_or_layout_says_what_to_do(sheet):
    """One full line is spread and its end goes over; a few words cannot be."""
    for words, told in (("现将《2026年工作方案》印发给你们，请认真执行。", "加大字距"), ("请认真执行。", "写满一行")):
        document = issued_by(8, 1, sealed=True, text=words)
        (said,) = adjustments(settle_signature_pages(document, sheet), sheet)
        assert told in said
    assert text_of_lines(1) != text_of_lines(2)
