"""An office's own figures: what no paper can have is refused with its line, never a traceback half way."""

import pytest

from ipplan.cli.run import run
from ipplan.errors import BrokenTemplate, UnreadableFile
from ipplan.stylesheet import load_stylesheet

PLAN = "plan: {title: 计划, body: [内容。]}\n"

NONSENSE = {
    "body.size: x": "“body.size”不能是“x”，要写带单位的长度（pt、mm、cm），例如 16 pt",
    "body.size: 16": "“body.size”不能是“16”，要写带单位的长度",
    "body.size: [16, a, required]": "“body.size”不能是“16”，要写带单位的长度",
    "body.size: 0 pt": "“body.size”不能是“0 pt”，要写大于零的长度，例如 16 pt",
    "page.pitch: -10 mm": "“page.pitch”不能是“-10 mm”，要写大于零的长度",
    f"page.width: {'9' * 400} mm": "要写不超过 3000 pt 的长度，例如 210 mm",
    "page.lines: 0": "“page.lines”不能是“0”，要写大于零的数，例如 22",
    "page.lines: 3001": "要写不超过 3000 的数",
    "page.lines: nan": "“page.lines”不能是“nan”，要写数",
    "page.lines: 1e999": "“page.lines”不能是“1e999”，要写数",
    f"page.lines: {'9' * 5000}": "，要写数，例如 22",
    "page.characters: 2 pt": "“page.characters”不能是“2 pt”，要写数",
    "signature.seals_per_row: '0'": "要写大于零的数",
    "body.font: 隶书": "“body.font”不能是“隶书”，要写一种字体（小标宋、仿宋、楷体、黑体、宋体、西文）",
    "colour.red: 红": "“colour.red”不能是“红”，要写六位十六进制数的颜色，例如 FF0000",
    "font.宋体: 宋体<\"'>&": "要写字体的名称，例如 宋体",
    "font_spare.宋体: '<'": "要写字体的名称，例如 宋体",
    "nix: 1": "版式里没有“nix”这一项",
    "body.size: {a: b}": "“body.size”要写成一个值",
}


@pytest.mark.parametrize(("line", "reason"), NONSENSE.items(), ids=range(len(NONSENSE)))
def test_nonsense(tmp_path, line, reason):
    """The line of the sheet, the value, and what would be right."""
    path = tmp_path / "styles.yaml"
    path.write_text(f"# 本机关的版式\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenTemplate) as refused:
        load_stylesheet(path)
    assert str(refused.value).startswith(f"{path}:2:")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    "line", ["page.tracking: -0.5 pt", "body.indent: 0", "table.border: 0 pt", "font.宋体: Noto Serif CJK SC"]
)
def test_sense(tmp_path, line):
    """What an office may want; the writers escape what it is called."""
    (tmp_path / "styles.yaml").write_text(line, encoding="utf-8")
    (tmp_path / "ipplan.yaml").write_text("styles: styles.yaml\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    formats = [word for form in ("docx", "html", "md", "xlsx") for word in ("-f", form)]
    assert run(["render", str(tmp_path), *formats]) == 0


def test_sheet_that_is_a_folder(tmp_path):
    with pytest.raises(UnreadableFile, match="这是文件夹"):
        load_stylesheet(tmp_path)


def test_a_wrong_sheet_is_said_once(tmp_path, capsys):
    """Not once for the paper and once more for the remarks on it."""
    (tmp_path / "styles.yaml").write_text("page.lines: 0", encoding="utf-8")
    (tmp_path / "ipplan.yaml").write_text("styles: styles.yaml\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert run(["render", str(tmp_path)]) == 3
    assert capsys.readouterr().err.count("page.lines") == 1


def test_baseline_outside_of_the_project_is_not_read(tmp_path, capsys):
    """A project may not name a file elsewhere: the mistake is shown, the file is not opened (it would not parse)."""
    (tmp_path / "secret.json").write_text("{秘密", encoding="utf-8")
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "ipplan.yaml").write_text("checks: {baseline: ../secret.json}\n", encoding="utf-8")
    (tmp_path / "p" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert run(["validate", str(tmp_path / "p")]) == 1
    printed = capsys.readouterr()
    assert "“../secret.json”在项目文件的文件夹外面" in printed.out
    assert printed.err == ""


def test_include_of_a_link_that_leads_to_itself(tmp_path, capsys):
    (tmp_path / "plan.yaml").write_text("plan: {title: 计划, body: [{include: loop.yaml}]}\n", encoding="utf-8")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert run(["validate", str(tmp_path)]) == 1
    assert "包含不了“loop.yaml”：读不了（链接绕回了自己）" in capsys.readouterr().out
