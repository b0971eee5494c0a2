"""Fonts: found by the sheet's names or those of their stand-ins; what is missing is said, never printed as a box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipplan import document as tree
from ipplan.errors import MissingCharacter, MissingFont
from ipplan.stylesheet import Figure, Strength, load_stylesheet, sheet_files
from ipplan.writers import pdf
from ipplan.writers.pdf import fonts as module
from ipplan.writers.pdf.fonts import Face, Shelf, find_fonts
from kit.pdf import read_pdf


def document(text):
    return tree.Document("题", "", (tree.Part((tree.Paragraph(text),)),))


@pytest.fixture
def shelf(monkeypatch, tmp_path):
    """A function that makes this machine have just the families named (`FandolSong bold` for a heavy one)."""

    def stocked(*names):
        faces = [
            Face(name.removesuffix(" bold"), 700 if name.endswith(" bold") else 400, tmp_path / name, 0)
            for name in names
        ]
        families = {face.family.casefold(): (face,) for face in faces}
        monkeypatch.setattr(module, "open_shelf", lambda _: Shelf(None, families))

    return stocked


FANDOL = ("FandolSong bold", "FandolFang R", "FandolKai", "FandolHei")
WINDOWS = ("FZXiaoBiaoSong-B05S", "FangSong", "KaiTi", "SimHei", "SimSun", "Times New Roman")
MACOS = ("STZhongsong", "STFangsong", "STKaiti", "STHeiti", "STSong", "Times")


@pytest.mark.parametrize(
    ("stock", "fang", "title", "latin"),
    [
        (WINDOWS, "FangSong", "FZXiaoBiaoSong-B05S", "Times New Roman"),
        (MACOS, "STFangsong", "STZhongsong", "Times"),
        ((*FANDOL, "Liberation Serif"), "FandolFang R", "FandolSong", "Liberation Serif"),
        (("仿宋_GB2312", "方正小标宋简体", *WINDOWS), "仿宋_GB2312", "方正小标宋简体", "Times New Roman"),
    ],
)
def test_what_is_there_stands_for_what_the_sheet_names(shelf, stock, fang, title, latin):
    """The sheet's own font where it is installed, else the same design by another name, else a free one."""
    shelf(*stock)
    found = find_fonts(load_stylesheet())
    assert (found.named["仿宋"][0].family, found.named["小标宋"][0].family, found.latin.family) == (fang, title, latin)


def test_latin_without_a_font_is_set_in_the_chinese_one(shelf):
    """No Times New Roman is no reason to stop."""
    shelf(*WINDOWS[:-1])
    assert find_fonts(load_stylesheet()).latin is None


@pytest.mark.parametrize(("lacking", "named"), [("FandolFang R", "仿宋_GB2312"), ("FandolKai", "楷体_GB2312")])
def test_a_missing_font_says_what_to_install(shelf, lacking, named):
    """The message names the font of the sheet, the package, and the option."""
    shelf(*(name for name in FANDOL if name != lacking))
    with pytest.raises(MissingFont) as problem:
        find_fonts(load_stylesheet())
    assert all(
        word in str(problem.value) for word in (named, "texlive-lang-chinese", "--font-path", "IPPLAN_FONT_PATH")
    )


def test_a_font_of_an_offices_own_sheet(shelf):
    """A family that the table of stand-ins does not know must be there itself."""
    own = Figure("本局宋体", "5.2.2", Strength.PRACTICE)
    sheet = load_stylesheet()
    sheet = replace(sheet, figures={**sheet.figures, "font.仿宋": own})
    shelf(*FANDOL)
    with pytest.raises(MissingFont, match="本局宋体"):
        find_fonts(sheet)
    shelf(*FANDOL, "本局宋体")
    assert find_fonts(sheet).named["仿宋"][0].family == "本局宋体"


@pytest.mark.parametrize("profile", ["windows", "wps", "fandol"])
@pytest.mark.parametrize("stock", [WINDOWS, MACOS, FANDOL], ids=["Windows", "macOS", "Fandol"])
def test_a_profile_has_its_stand_ins_too(shelf, profile, stock):
    """Whatever fonts a profile names, those of this machine stand for them."""
    shelf(*stock)
    found = find_fonts(load_stylesheet(*sheet_files([profile], None)))
    assert {"FangSong", "STFangsong", "FandolFang R"} & {face.family for face in found.named["仿宋"]}


def test_what_a_font_of_gb2312_lacks_comes_from_its_own_design(shelf):
    """Where 仿宋_GB2312 has no 镕 another 仿宋 comes before any 宋体."""
    shelf("仿宋_GB2312", "方正小标宋简体", "华文中宋", *WINDOWS, "Noto Serif CJK SC")
    fonts = find_fonts(load_stylesheet())
    assert [face.family for face in fonts.chain("仿宋")][:3] == ["仿宋_GB2312", "FangSong", "Noto Serif CJK SC"]
    assert "华文中宋" in [face.family for face in fonts.chain("小标宋")][:3]


def test_latin_as_the_text_around_it(shelf):
    """A sheet without a Latin font takes none, though it is there."""
    shelf(*WINDOWS)
    assert find_fonts(load_stylesheet(*sheet_files(["no-latin-font"], None))).latin is None


def test_a_folder_that_is_not_there(tmp_path):
    """It is named; fonts are not quietly taken from elsewhere."""
    with pytest.raises(MissingFont, match="没有字体文件夹"):
        pdf.write(document("文"), load_stylesheet(font_folders=(tmp_path / "无",)))


@pytest.mark.parametrize("missing", ["\U0001f600", "\ue123"])
def test_a_character_that_no_font_has(sheet, missing):
    """The words around it, the character and its number are said."""
    with pytest.raises(MissingCharacter) as problem:
        pdf.write(document(f"局长李{missing}出席会议"), sheet)
    assert f"“局长李{missing}出席会议”里的“{missing}”（U+{ord(missing):04X}）" in str(problem.value)


def test_many_missing_characters_are_counted(sheet):
    """Five are named; a message is no list."""
    words = "".join(chr(code) for code in range(0xE100, 0xE107))
    with pytest.raises(MissingCharacter, match="等 7 个字"):
        pdf.write(document(words), sheet)


def test_a_character_that_the_font_lacks_comes_from_another(sheet, tmp_path):
    """The private 仿宋 has no 堃; the spare font draws it."""
    path = tmp_path / "name.pdf"
    path.write_bytes(pdf.write(document("局长朱堃出席会议。"), sheet))
    fonts = {glyph.char: glyph.font for page in read_pdf(path) for glyph in page.glyphs}
    assert fonts["朱"] == "IpplanFang-Regular"
    assert fonts["堃"].startswith("Noto")


def test_fonts_of_the_folder_given(chinese_fonts, tmp_path):
    """The fonts as TeX has them, under names that typst knows them by."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf.write(document("正文。"), load_stylesheet(font_folders=(chinese_fonts,))))
    assert "FandolFang-Regular" in read_pdf(path)[0].fonts
