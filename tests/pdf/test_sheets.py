"""Other sheets than that of the standard, in the PDF that we lay out ourselves."""

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet, sheet_files
from ipplan.writers import pdf
from kit.pdf import read_pdf

TEXT = "做好“4·26”宣传周活动——2026年全市知识产权工作……"


@pytest.fixture
def pages_of(office_fonts, tmp_path):
    """A function that lays out a document with named sheets and reads its pages."""

    def laid_out(document, *names):
        sheet = load_stylesheet(*sheet_files(names, None), font_folders=(office_fonts.folder,))
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf.write(document, sheet))
        return read_pdf(path)

    return laid_out


def test_ink_true_fills_the_type_area(pages_of):
    """Rows begin at 37 mm and end at 262 mm, masthead and colophon stand where they always do."""
    nodes = (tree.Head("某某局文件", "某〔2026〕1号"), tree.Title(("题目",)), *(tree.Paragraph(TEXT * 9),) * 8)
    document = tree.Document("", "", (tree.Part(nodes),), tree.Colophon("抄送：某局。", "某办公室", "2026年1月1日印发"))
    first, second, *_, last = pages_of(document, "ink-true")
    lines = [line for line in second.lines if line.baseline < 265]
    assert (len(lines), lines[0].top, lines[-1].bottom) == (22, pytest.approx(37, abs=0.1), pytest.approx(262, abs=0.1))
    assert max(rule.position for rule in last.rules) == pytest.approx(262, abs=0.2)
    assert first.lines[0].top == pytest.approx(pages_of(document)[0].lines[0].top, abs=0.2)


@pytest.mark.parametrize(("names", "font"), [((), "Latin"), (("no-latin-font",), "IpplanFang-Regular")])
def test_font_of_digits(pages_of, office_fonts, names, font):
    """Digits have the Latin font, or with the switch that of the text; marks always that of the text."""
    glyphs = [one for page in pages_of(tree.Document("", "", (tree.Part((tree.Paragraph(TEXT),)),)), *names)
              for one in page.glyphs if one.baseline < 265]  # fmt: skip
    latin = (office_fonts.times_stand_in or "").replace(" ", "")
    assert {one.font.split("-")[0] for one in glyphs if one.char.isdigit()} == {
        latin if font == "Latin" else font.split("-")[0]
    }
    assert {one.font for one in glyphs if one.char in "“”·—…"} == {"IpplanFang-Regular"}
