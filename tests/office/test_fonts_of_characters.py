"""In which font LibreOffice draws what stands between Chinese and Latin, and what a font lacks."""

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet, sheet_files
from ipplan.writers.docx.writer import DocxWriter
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import read_pdf
from office.papers import spoil

pytestmark = pytest.mark.office

MARKS = "“”‘’—…·×"
TEXT = "5G“智慧”AI‘样板’2013—2020年——4·26、800×600等……A“B”C——D……第3·4期，“5G”“6G”。"


@pytest.fixture(scope="module")
def drawn(to_pdf, tmp_path_factory):
    """A function that draws nodes with named sheets and returns the fonts of each character of the text."""

    def draw(*nodes, styles=()):
        path = tmp_path_factory.mktemp("fonts") / "paper.docx"
        sheet = load_stylesheet(*sheet_files(styles, None))
        path.write_bytes(DocxWriter(sheet).write(tree.Document("", "", (tree.Part(nodes),))))
        found: dict[str, set[str]] = {}
        for page in read_pdf(to_pdf(path)):
            for line in page.lines:
                for glyph in line.glyphs if line.baseline < 265 else ():
                    found.setdefault(glyph.char, set()).add(glyph.font)
        return found

    return draw


@pytest.mark.parametrize(
    ("node", "family"),
    [
        (tree.Paragraph(TEXT), "仿宋_GB2312"),
        (tree.Title((TEXT[:20], TEXT[20:])), "方正小标宋简体"),
        (tree.Heading(2, "（一）", TEXT), "楷体_GB2312"),
        (tree.Paragraph("", tree.Heading(2, "（一）", TEXT)), "楷体_GB2312"),
    ],
    ids=["text", "title", "heading", "run-in"],
)
def test_marks_are_chinese_and_digits_latin(drawn, office_fonts, node, family):
    """Whatever stands beside it, a mark is drawn in the font of the text; letters and digits never are."""
    found = drawn(node)
    assert {mark: found[mark] for mark in MARKS} == {mark: {POSTSCRIPT_NAMES[family]} for mark in MARKS}
    latin = {font for char in found if char.isascii() and char.isalnum() for font in found[char]}
    assert {font.split("-")[0] for font in latin} == {(office_fonts.times_stand_in or "").replace(" ", "")}


def test_without_a_latin_font_everything_is_chinese(drawn):
    """The switch puts digits, letters and signs in the font of the text around them."""
    found = drawn(tree.Paragraph(TEXT), styles=["no-latin-font"])
    assert {font for fonts in found.values() for font in fonts} == {POSTSCRIPT_NAMES["仿宋_GB2312"]}


def test_a_spoiled_mark_is_seen(to_pdf, tmp_path, office_fonts):
    """A mark in a run whose fonts are Latin is drawn in them: the measurement is not blind."""
    good = tmp_path / "good.docx"
    good.write_bytes(DocxWriter(load_stylesheet()).write(tree.Document("", "", (tree.Part((tree.Paragraph("A·B"),)),))))
    fonts = " ".join(f'w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi", "eastAsia"))
    mark = r'<w:rFonts w:hint="eastAsia"/>(</w:rPr><w:t xml:space="preserve">·)'
    bad = spoil(good, tmp_path / "bad.docx", [("word/document.xml", mark, rf"<w:rFonts {fonts}/>\1")])
    drawn = {one.char: one.font.split("-")[0] for page in read_pdf(to_pdf(bad)) for one in page.glyphs}
    assert drawn["·"] == (office_fonts.times_stand_in or "").replace(" ", "")


def test_what_the_font_lacks_is_drawn_in_the_declared_one(drawn, tmp_path):
    """〇 comes from the font that the sheet declares, and its neighbours do not."""
    own = tmp_path / "own.yaml"
    own.write_text("font_spare.仿宋: 黑体\n", "utf-8")
    found = drawn(tree.Paragraph("二〇三五年"), styles=[str(own)])
    assert (found["〇"], found["二"]) == ({POSTSCRIPT_NAMES["黑体"]}, {POSTSCRIPT_NAMES["仿宋_GB2312"]})
