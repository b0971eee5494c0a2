"""Signatures, colophons, lists of attachments and pages, drawn from trees that no example has."""

from __future__ import annotations

import pytest

from ipplan import document as tree
from ipplan.transforms.fill_in import lay_out_fill_in
from ipplan.transforms.signatures import settle_signature_pages
from office import end_measures as measure
from office import text_measures
from office.papers import squeezed, text_of, type_area

COPY_TO = "抄送：市委各部委，市人大常委会办公室，市政协办公室，市法院，市检察院，各人民团体，各民主党派，省知识产权局。"
TEXT = tree.Paragraph("正文。")


def paper_of(*nodes, colophon=None):
    return tree.Document("", "", (tree.Part(nodes),), colophon)


@pytest.fixture(scope="module")
def specimen(draw_document):
    """An unsealed signature, a remark, two attachments to list, a copy-to list of some lines."""
    signature = tree.Signature(("连云港市知识产权局",), "2017年2月7日", sealed=False)
    listed = tree.AttachmentList(("2017年全市知识产权宣传与人才工作任务分解和责任分工一览表", "联系人名单"))
    nodes = (tree.Title(("通　知",)), TEXT, listed, signature, tree.Remark("（此件公开发布）"))
    return draw_document(
        paper_of(*nodes, colophon=tree.Colophon(COPY_TO, "连云港市知识产权局办公室", "2017年2月7日印发"))
    )


@pytest.mark.parametrize("measured", [measure.colophon, measure.unsealed_signature, measure.text_beside_the_signature])
def test_end_of_the_specimen(specimen, measured):
    """Two thick rules and a thin one; the copy-to list within its insets; the unsealed name and date."""
    assert list(measured(specimen)) == []


def test_colophon_of_three_lines(specimen):
    """The copy-to list goes on under the character behind its colon, and has a thin rule below it."""
    page = specimen.pages[-1]
    rules = sorted(measure.colophon_rules(page), key=lambda rule: rule.position)
    assert [rule.thickness for rule in rules] == [
        pytest.approx(0.99, abs=0.1),
        pytest.approx(0.71, abs=0.1),
        pytest.approx(0.99, abs=0.1),
    ]
    first, second, *_ = [line for line in text_of(page, specimen.sheet) if line.glyphs[0].size == 14]
    assert second.x0 - first.x0 == pytest.approx(3 * 14 * 25.4 / 72, abs=0.3)


def test_colophon_goes_to_a_page_with_room(draw_document):
    """A full page pushes it to the next one; it is drawn once, whole, over nothing."""
    paper = draw_document(paper_of(*[TEXT] * 22, colophon=tree.Colophon("", "某局办公室", "2026年3月2日印发")))
    assert [("某局办公室" in "".join(line.text for line in page.lines)) for page in paper.pages] == [False, True]
    assert list(measure.colophon(paper)) == []


def test_list_of_two_attachments(specimen):
    """Numbers stand under each other, names too, also where a name goes on in a second line."""
    lines = [line for line in specimen.pages[0].lines if "一览表" in line.text or line.text[:2] in {"附件", "2."}]
    first, second = lines[0], lines[-1]
    assert (first.text[:5], second.text[:2]) == ("附件：1.", "2.")
    assert second.glyphs[0].x0 == pytest.approx(first.glyphs[3].x0, abs=0.3)
    assert second.glyphs[2].x0 == pytest.approx(first.glyphs[5].x0, abs=0.3)
    wrapped = next(line for line in specimen.pages[0].lines if line.text.endswith("一览表"))
    assert wrapped.x0 == pytest.approx(first.glyphs[5].x0, abs=0.8)


def test_ten_attachments(draw_document):
    """Names stand under each other although 10 is wider than 9."""
    paper = draw_document(paper_of(TEXT, tree.AttachmentList(tuple(f"名单{'甲' * n}" for n in range(1, 11)))))
    starts = [next(g.x0 for g in line.glyphs if g.char == "名") for line in paper.pages[0].lines if "名单" in line.text]
    assert max(starts) - min(starts) < 0.1
    assert len(starts) == 10


@pytest.mark.parametrize(("issuer", "date"), [("省政府", "2017年12月27日"), ("连云港市知识产权局", "2017年2月7日")])
def test_unsealed(draw_document, issuer, date):
    """The longer of name and date ends two characters from the edge."""
    signature = tree.Signature((issuer,), date, sealed=False)
    assert list(measure.unsealed_signature(draw_document(paper_of(TEXT, signature)))) == []


def test_a_long_name_over_a_short_date(draw_document):
    """The name is set against the right edge, the date centred under it."""
    name = "四川省知识产权服务促进中心和四川省市场监督管理局"
    paper = draw_document(paper_of(TEXT, tree.Signature((name,), "2023年5月4日")))
    _, (line,), date = measure.signed(paper)
    assert line.x1 == pytest.approx(type_area(paper.pages[0], paper.sheet).x1, abs=0.5)
    assert (line.x0 + line.x1) / 2 == pytest.approx((date.x0 + date.x1) / 2, abs=0.5)


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
    paper = draw_document(settle_signature_pages(paper_of(*nodes), sheet))
    assert "文文文" in "".join(line.text for line in paper.pages[0].lines)
    page, _, _ = measure.signed(paper)
    assert "文文文" in "".join(line.text for line in page.lines)


def test_a_heading_goes_with_its_text(draw_document):
    """A heading that would be the last line of a page moves to the next."""
    nodes = (*[tree.Paragraph("文")] * 21, tree.Heading(1, "一、", "题"), tree.Paragraph("文"))
    paper = draw_document(paper_of(*nodes))
    assert list(text_measures.headings_at_the_foot(paper)) == []
    assert [len(text_of(page, paper.sheet)) for page in paper.pages] == [21, 2]


def test_twenty_two_lines_of_twenty_eight(draw_document):
    """Plain text fills pages of 22 lines and lines of 28 characters, to the last page."""
    paper = draw_document(paper_of(tree.Addressees("国" * 28 * 50)))
    assert [[len(line.glyphs) for line in text_of(page, paper.sheet)] for page in paper.pages] == [
        [28] * 22,
        [28] * 22,
        [28] * 6,
    ]
    lines = text_of(paper.pages[1], paper.sheet)
    assert (lines[0].x0, lines[0].x1) == pytest.approx((28, 184), abs=0.3)


def test_only_a_wide_table_is_turned(draw_document):
    """Text before and after it stands upright; its note goes with it."""
    columns = tuple(tree.Column(title, width=75.0) for title in "甲乙丙")
    wide = tree.Table(columns, ((tree.Cell(("一",)), tree.Cell(("二",)), tree.Cell(("三",))),), landscape=True)
    nodes = (TEXT, tree.Caption("表1", "单位：件"), wide, tree.Note("注：截至年底。"), TEXT)
    paper = draw_document(paper_of(*nodes))
    assert [page.width > page.height for page in paper.pages] == [False, True, False]
    assert {"表1", "单位：件", "注：截至年底。"} <= {line.text for line in paper.pages[1].lines}
    assert list(measure.turned_page_numbers(paper)) == []
    assert list(measure.page_numbers(paper)) == []


def test_boxes_notes_and_origins(draw_document):
    """Each is printed with its words, the box within rules as wide as the text."""
    box = tree.Box("专栏1　重点工程", ("工程一。", "工程二。"))
    paper = draw_document(paper_of(tree.Title(("题",)), tree.Origin("国办发〔2020〕1号"), TEXT, box, tree.Note("注。")))
    lines = [squeezed(line.text) for line in text_of(paper.pages[0], paper.sheet)]
    assert lines == ["题", "国办发〔2020〕1号", "正文。", "专栏1重点工程", "工程一。", "工程二。", "注。"]
    area = type_area(paper.pages[0], paper.sheet)
    edges = [rule for rule in paper.pages[0].rules if rule.direction == "horizontal"]
    assert [(rule.x0, rule.x1) for rule in edges] == [pytest.approx((area.x0, area.x1), abs=0.3)] * 2


def test_what_is_filled_in_is_as_wide_as_the_form(draw_document, sheet):
    """Equal room is left behind each name."""
    table = tree.Table((tree.Column("甲", width=156.0),), ((tree.Cell(("",)),),), blank=True)
    line = lay_out_fill_in(tree.FillIn(("填报单位：", "填报人：", "电话：")), [table], sheet)
    paper = draw_document(paper_of(line, table))
    line = paper.pages[0].lines[0]
    ends = [glyph.x1 for glyph in line.glyphs if glyph.char == "："]
    starts = [next(glyph.x0 for glyph in line.glyphs[at:] if glyph.char in "填电") for at in (5, 9)]
    rooms = [starts[0] - ends[0], starts[1] - ends[1], 184 - ends[2]]
    assert max(rooms) - min(rooms) < 0.5
