"""An office's own figures: what no paper can have is refused with its line, never a traceback half way."""

import pytest

from ipplan.cli.run import run
from ipplan.errors import BrokenTemplate, UnreadableFile
from ipplan.stylesheet import load_stylesheet

PLAN = "plan: {title: 计划, body: [内容。]}\n"

NONSENSE = {
    "body.size: x": "“body.size”写成了“x”，要像“16 pt”这样写",
    "body.size: 16": "“body.size”写成了“16”，要像“16 pt”这样写",
    "body.size: [16, a, required]": "“body.size”写成了“16”，要像“16 pt”这样写",
    "body.size: 0 pt": "“body.size”写成了“0 pt”，没有这样的公文；国家标准是“16 pt”",
    "page.pitch: -10 mm": "“page.pitch”写成了“-10 mm”，没有这样的公文；国家标准是“28.95 pt”",
    f"page.width: {'9' * 400} mm": "没有这样的公文；国家标准是“210 mm”",
    "page.lines: 0": "“page.lines”写成了“0”，没有这样的公文；国家标准是“22”",
    "page.lines: nan": "“page.lines”写成了“nan”，要像“22”这样写",
    "page.lines: 1e999": "“page.lines”写成了“1e999”，要像“22”这样写",
    f"page.lines: {'9' * 5000}": "，要像“22”这样写",
    "page.characters: 2 pt": "“page.characters”写成了“2 pt”，要像“28”这样写",
    "signature.seals_per_row: '0'": "没有这样的公文",
    "body.font: 隶书": "没有“隶书”这种字体，可以写：小标宋、仿宋、楷体、黑体、宋体、西文",
    "colour.red: 红": "颜色“红”读不懂，写六位十六进制数，如 FF0000",
    "font.宋体: 宋体<\"'>&": "字体的名称“宋体<\"'>&”里有字体名称不会有的字符，要像“宋体”这样写",
    "nix: 1": "版式里没有“nix”这一项",
    "body.size: {a: b}": "“body.size”要写成 [值, 条款, 强度]",
}


@pytest.mark.parametrize(("line", "reason"), NONSENSE.items(), ids=range(len(NONSENSE)))
def test_nonsense(tmp_path, line, reason):
    """The line of the sheet, the value, and what would be right."""
    path = tmp_path / "styles.yaml"
    path.write_text(f"# 本机关的版式\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenTemplate) as refused:
        load_stylesheet(path)
    assert str(refused.value).startswith(f"{path}:2：")
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
