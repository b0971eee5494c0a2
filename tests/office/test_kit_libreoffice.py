"""What LibreOffice draws of a small docx, measured in its PDF."""

import os
import stat
import zipfile

import pytest

from kit.fonts import CUTS, POSTSCRIPT_NAMES, FontSet, find_fandol
from kit.libreoffice import ConversionError, ConversionTimeoutError, convert_to_pdf
from kit.pdf import Box, ink_box, join_rules, read_pdf, render_png, text_lines
from kit.sample import fonts, paragraph, write_docx

CELL = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'.format
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="FF0000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@pytest.mark.office
def test_first_glyph_stands_in_the_corner_of_the_type_area(tmp_path, to_pdf):
    """With margins of 37 and 28 mm the first glyph begins at 28 mm and the page is A4; lines follow every 28.95 pt."""
    docx = write_docx(
        tmp_path / "a.docx", paragraph("关于印发工作计划的通知") + paragraph("各县区：", style="Heading1")
    )
    (page,) = read_pdf(to_pdf(docx))
    assert (page.width, page.height) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    first, second = page.lines
    assert (first.text, second.text) == ("关于印发工作计划的通知", "各县区：")
    assert first.x0 == pytest.approx(28, abs=0.5)
    assert 37 <= first.top <= 37 + 28.95 * 25.4 / 72
    assert second.baseline - first.baseline == pytest.approx(28.95 * 25.4 / 72, abs=0.1)
    glyph = first.glyphs[0]
    assert (glyph.char, glyph.font, glyph.size, glyph.angle, glyph.colour) == (
        "关",
        "IpplanFang-Regular",
        16,
        0,
        "#000000",
    )
    assert second.glyphs[0].font == "IpplanHei-Regular"


@pytest.mark.office
def test_every_family_is_drawn_in_its_private_copy(tmp_path, to_pdf):
    """The PDF names the private font for each family, and for the other names the same face has on Windows."""
    families = [(cut.family, cut.postscript) for cut in CUTS]
    aliases = [(alias, cut.postscript) for cut in CUTS for alias in cut.aliases]
    body = "".join(paragraph("国家知识产权局", run=fonts(family)) for family, _ in families + aliases)
    pages = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", body)))
    drawn = [{glyph.font for glyph in line.glyphs} for page in pages for line in page.lines]
    assert drawn == [{postscript} for _, postscript in families + aliases]


@pytest.mark.office
def test_an_unknown_family_and_a_missing_character_can_be_seen(tmp_path, to_pdf):
    """What no private font offers is drawn in Noto, under its own name."""
    body = paragraph("国家", run=fonts("没有的字体")) + paragraph("昇", run=fonts("仿宋_GB2312"))
    (page,) = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", body)))
    assert page.fonts, page
    assert not page.fonts & set(POSTSCRIPT_NAMES.values())


@pytest.mark.office
def test_latin_text_is_drawn_in_the_named_stand_in(tmp_path, to_pdf, office_fonts):
    """Times New Roman is replaced by the font of the same widths that the font set names."""
    if office_fonts.times_stand_in is None:
        pytest.skip("no font with the widths of Times New Roman is installed")
    (page,) = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", paragraph("GB 2012"))))
    assert {name.split("-")[0] for name in page.fonts} == {office_fonts.times_stand_in.replace(" ", "")}


@pytest.mark.office
def test_line_height_is_one_em_in_the_private_fonts(tmp_path, to_pdf):
    """Single line spacing of 16 pt text advances by 16 pt for every family, as in the Windows fonts."""
    single = '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    for cut in CUTS:
        body = paragraph("国", run=fonts(cut.family)).replace("<w:p>", f"<w:p>{single}") * 2
        (page,) = read_pdf(to_pdf(write_docx(tmp_path / f"{cut.postscript}.docx", body)))
        first, second = page.lines
        assert (second.baseline - first.baseline) / 25.4 * 72 == pytest.approx(16, abs=0.2), cut


@pytest.mark.office
def test_a_page_of_plain_text_has_22_lines_of_28_characters(tmp_path, to_pdf):
    """With the settings that the standard leads to, the private fonts fill the type area as the office fonts do."""
    body = paragraph("国" * 28 * 30, run='<w:spacing w:val="-5"/>')
    first, second = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", body)))
    assert [len(line.glyphs) for line in first.lines] == [28] * 22
    assert [len(line.glyphs) for line in second.lines] == [28] * 8
    assert first.lines[0].width == pytest.approx(156, abs=0.6)


@pytest.mark.office
def test_rules_of_a_table_have_place_colour_and_thickness(tmp_path, to_pdf):
    """Borders of 1 pt in red read as red rules; joined, a table of two by two cells has three each way."""
    row = f"<w:tr>{CELL(paragraph('一'))}{CELL(paragraph('二'))}</w:tr>"
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
        f"{row}{row}</w:tbl>"
    )
    (page,) = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", table + paragraph(""))))
    rules = join_rules(page.rules)
    across = [rule for rule in rules if rule.direction == "horizontal"]
    down = [rule for rule in rules if rule.direction == "vertical"]
    assert {rule.colour for rule in rules} == {"#ff0000"}
    assert {round(rule.thickness, 1) for rule in rules} == {1.0}
    assert [rule.length for rule in across] == [pytest.approx(6000 / 1440 * 25.4, abs=0.6)] * 3
    assert down[1].position - down[0].position == pytest.approx(3000 / 1440 * 25.4, abs=0.3)
    assert len(down) == 3
    assert [line.text for line in text_lines(page.glyphs, gap=10)] == ["一", "二", "一", "二"]


@pytest.mark.office
def test_turned_text_has_its_angle_and_is_no_line(tmp_path, to_pdf):
    """Digits in a cell that reads from bottom to top are turned by 90 degrees, and kept out of the upright lines."""
    turned = CELL(paragraph("2012")).replace("</w:tcPr>", '<w:textDirection w:val="btLr"/></w:tcPr>')
    row = f'<w:tr><w:trPr><w:trHeight w:val="1500"/></w:trPr>{turned}{CELL(paragraph("正"))}</w:tr>'
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>{row}</w:tbl>'
    )
    (page,) = read_pdf(to_pdf(write_docx(tmp_path / "a.docx", table + paragraph(""))))
    assert [line.text for line in page.lines] == ["正"]
    assert [(glyph.char, glyph.angle) for glyph in page.glyphs if glyph.angle] == [(digit, 90) for digit in "2012"]


@pytest.mark.office
def test_ink_is_smaller_than_the_box_of_its_glyph(tmp_path, to_pdf):
    """The ink of 口 lies inside its square of 16 pt, and a white region has none."""
    pdf = to_pdf(write_docx(tmp_path / "a.docx", paragraph("口")))
    (page,) = read_pdf(pdf)
    (glyph,) = page.glyphs
    ink = ink_box(pdf, 1, Box(glyph.x0 - 2, glyph.top - 2, glyph.x1 + 2, glyph.bottom + 2))
    assert ink is not None
    assert glyph.x0 < ink.x0 < ink.x1 < glyph.x1
    assert glyph.top < ink.top < ink.bottom < glyph.bottom
    assert 3 < ink.width < 5.64
    assert ink_box(pdf, 1, Box(100, 100, 150, 150)) is None
    picture = render_png(pdf, 1, tmp_path / "page.png", dpi=72)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_is_no_docx_is_refused(tmp_path, font_names_only):
    """A missing file, a text named as a docx and a zip without a document are told apart before LibreOffice starts."""
    text = tmp_path / "text.docx"
    text.write_text("通知", encoding="utf-8")
    empty = tmp_path / "empty.docx"
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("readme.txt", "")
    for docx, message in (
        (tmp_path / "none.docx", "no such file"),
        (text, "no zip file"),
        (empty, "word/document.xml"),
    ):
        with pytest.raises(ConversionError, match=message):
            convert_to_pdf(docx, tmp_path, fonts=font_names_only)


@pytest.fixture
def docx(tmp_path):
    """A small docx."""
    return write_docx(tmp_path / "a.docx", paragraph("通知"))


@pytest.fixture
def font_names_only(tmp_path):
    """A font set for a program that draws nothing."""
    return FontSet(tmp_path, tmp_path / "fonts.conf", None)


def stand_in_office(folder, monkeypatch, script):
    """Put a shell script in the place of LibreOffice."""
    program = folder / "office"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("IPPLAN_SOFFICE", str(program))


@pytest.mark.parametrize(
    ("script", "message"),
    [("echo cannot load; exit 0", "没有做出 a.docx 的 PDF：cannot load"), ("exit 3", "退出码 3")],
)
def test_a_conversion_without_a_pdf_is_an_error(monkeypatch, docx, font_names_only, script, message):
    """Neither an exit with 0 and no output nor another code passes as a conversion."""
    stand_in_office(docx.parent, monkeypatch, script)
    with pytest.raises(ConversionError, match=message):
        convert_to_pdf(docx, docx.parent / "out", fonts=font_names_only)


def test_a_conversion_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch, docx, font_names_only):
    """After the time limit the child of the program is gone too: it never comes to say what it was about to say."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    stand_in_office(tmp_path, monkeypatch, f"(sleep 5; echo late) > {pipe} &\nwait")
    with pytest.raises(ConversionTimeoutError, match="超过 1 秒"):
        convert_to_pdf(docx, tmp_path / "out", fonts=font_names_only, time_limit=1)
    os.set_blocking(reader, True)
    with os.fdopen(reader, "rb") as said:
        assert said.read() == b""


def test_fonts_are_looked_for_where_the_variable_points(tmp_path, monkeypatch):
    """A folder named by the variable counts only when it holds every file that is needed."""
    monkeypatch.setenv("IPPLAN_FANDOL", str(tmp_path))
    assert find_fandol() is None
    for cut in CUTS:
        (tmp_path / cut.source).write_bytes(b"")
    assert find_fandol() == tmp_path
