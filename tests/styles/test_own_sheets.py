"""Sheets laid over that of the standard: an office's own, and those that come with the program."""

import pytest

from ipplan.errors import BrokenTemplate, UnreadableFile, UsageProblem
from ipplan.resources import named_sheets
from ipplan.stylesheet import load_stylesheet, sheet_files

WRONG = [
    ("page.pitch: viel", "1:13", "“page.pitch”不能是“viel”，要写带单位的长度（pt、mm、cm），例如 28.95 pt"),
    ("page.pitch: 29", "1:13", "要写带单位的长度"),
    ("page.pitch: -29 pt", "1:13", "要写大于零的长度"),
    ("page.pitch: 0 pt", "1:13", "要写大于零的长度"),
    ("page.text_height: 0 mm", "1:19", "要写大于零的长度"),
    ("table.padding: -1 mm", "1:16", "要写大于零的长度"),
    ("# 说明\nbody.indent: 两字", "2:14", "“body.indent”不能是“两字”，要写数，例如 2"),
    ("page.lines: ２２", "1:13", "要写数"),
    ("colour.red: red", "1:13", "要写六位十六进制数的颜色，例如 FF0000"),
    ("page.pich: 29 pt", "1:1", "版式里没有“page.pich”这一项，是不是“page.pitch”？"),
    ("page.pitch: [29 pt, 5.2.3]", "1:13", "“page.pitch”要写成一个值，或者 [值, 条款, 强度]"),
    ("page.pitch: [viel, 5.2.3, practice]", "1:13", "“page.pitch”不能是“viel”"),
    ("page.pitch: {pt: 29}", "1:13", "“page.pitch”要写成一个值"),
    ("page.pitch: '29 pt", "1:13", "版式文件读不懂"),
    ("page.pitch:", "1:1", "版式文件读不懂：“page.pitch”后面没有写内容"),
    ("- page.pitch", "", "版式文件要一行一项"),
]


@pytest.mark.parametrize(("text", "place", "message"), WRONG)
def test_a_wrong_line_is_named(tmp_path, text, place, message):
    """What cannot be meant is said with file, line, column and what would be right, whatever is wrong with it."""
    path = tmp_path / "styles.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BrokenTemplate) as wrong:
        load_stylesheet(path)
    assert str(wrong.value).startswith(f"{path}:{place}：" if place else f"{path}：")
    assert message in str(wrong.value)


@pytest.mark.parametrize(
    "text", ["page.tracking: 0 pt", "page.tracking: -0.5 pt", "table.padding: 0 mm", "body.indent: 1.5"]
)
def test_a_small_value_may_be_meant(tmp_path, text):
    """Nothing is refused that could be meant."""
    path = tmp_path / "styles.yaml"
    path.write_text(text, "utf-8")
    assert len(load_stylesheet(path).differences(load_stylesheet())) == 1


def test_the_later_sheet_prevails(tmp_path):
    """Sheets are laid one over the other in the order in which they are named."""
    first, second = tmp_path / "one.yaml", tmp_path / "two.yaml"
    first.write_text("table.size: 10 pt\nchapter.size: 20 pt\n", "utf-8")
    second.write_text("table.size: 11 pt\n", "utf-8")
    sheet = load_stylesheet(first, second)
    assert (sheet.text("table.size"), sheet.text("chapter.size")) == ("11 pt", "20 pt")


@pytest.mark.parametrize("name", named_sheets())
def test_sheets_of_ours(name):
    """Each sheet that comes with the program can be read, and changes something."""
    sheet = load_stylesheet(*sheet_files([name], None))
    assert sheet.differences(load_stylesheet())


def test_names_of_sheets(tmp_path):
    """A name is one of ours or that of a file; a file is looked for from its folder."""
    assert sheet_files(["own.yaml"], tmp_path) == (tmp_path / "own.yaml",)
    with pytest.raises(UsageProblem, match=r"没有“window”这种版式，可以写：.*windows"):
        sheet_files(["window"], tmp_path)
    with pytest.raises(UnreadableFile):
        load_stylesheet(*sheet_files(["own.yaml"], tmp_path))
