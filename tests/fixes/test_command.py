"""`ipplan validate --fix`, `--unsafe-fixes` and `--diff`: what is written, printed and returned."""

import json

import pytest

from ipplan.cli import fixing
from ipplan.cli.run import run
from ipplan.errors import UnwritableFile

BEFORE = "# 注释,\nversion: 2\nplan:\n  title: 计划\n  body:\n    - 开展活动，，推进。  # 末尾,\n    - 汉 字。\n"
AFTER = BEFORE.replace("，，", "，")
UNSAFE = AFTER.replace("汉 字", "汉字")


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("final", [True, False])
def test_bytes(plan, end, mark, final):
    """Line ends, byte-order mark and the end of the file stay as they are."""

    def as_bytes(text):
        return (mark + (text if final else text[:-1]).replace("\n", end)).encode()

    plan.write_bytes(as_bytes(BEFORE))
    assert run(["validate", "plan.yaml", "--fix"]) == 0
    assert plan.read_bytes() == as_bytes(AFTER)


def test_mixed_line_ends(plan):
    """Each line keeps its own end."""
    plan.write_bytes(BEFORE.replace("\n", "\r\n", 3).encode())
    assert run(["validate", "plan.yaml", "--fix"]) == 0
    assert plan.read_bytes() == AFTER.replace("\n", "\r\n", 3).encode()


def test_report(plan, capsys):
    """What remains is reported, then how many places were changed and how many could be."""
    plan.chmod(0o640)
    assert run(["validate", "plan.yaml", "--fix"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0].startswith("plan.yaml:7:7: 警告 IP503")
    assert printed.out.splitlines()[-3:] == [
        "检查了 1 个文件：0 个错误，1 个警告",
        "已改 1 处（1 个文件）",
        "其中 1 个可以自动改，改完要看一遍（--fix --unsafe-fixes）",
    ]
    assert plan.stat().st_mode & 0o777 == 0o640
    assert run(["validate", "plan.yaml", "--fix", "--unsafe-fixes"]) == 0
    assert capsys.readouterr().out == "检查了 1 个文件，没有发现问题\n已改 1 处（1 个文件）\n"
    assert plan.read_text("utf-8") == UNSAFE
    changed = plan.stat().st_mtime_ns
    assert run(["validate", "plan.yaml", "--fix"]) == 0
    assert capsys.readouterr().out == "检查了 1 个文件，没有发现问题\n没有可以自动改的\n"
    assert plan.stat().st_mtime_ns == changed


def test_without_fix(plan, capsys):
    """Without --fix the report says what could be done, and nothing is."""
    assert run(["validate", "plan.yaml"]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "其中 1 个可以自动改（--fix），1 个改完要看一遍（--fix --unsafe-fixes）"
    assert plan.read_text("utf-8") == BEFORE


def test_diff(plan, capsys):
    """A diff shows both and writes nothing; the exit code says whether there is one."""
    assert run(["validate", "plan.yaml", "--diff", "--fix"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "--- plan.yaml", "+++ plan.yaml", "@@ -3,5 +3,5 @@", " plan:", "   title: 计划", "   body:",
        "-    - 开展活动，，推进。  # 末尾,", "+    - 开展活动，推进。  # 末尾,", "     - 汉 字。",
    ]  # fmt: skip
    assert printed.err == "可以改 1 处，没有写文件\n"
    assert run(["validate", "plan.yaml", "--diff", "--unsafe-fixes"]) == 1
    assert "+    - 汉字。" in capsys.readouterr().out
    assert plan.read_text("utf-8") == BEFORE
    plan.write_text(AFTER, encoding="utf-8")
    assert run(["validate", "plan.yaml", "--diff"]) == 0
    assert capsys.readouterr() == ("", "没有可以自动改的\n")


def test_diff_of_a_last_line_without_end(plan, capsys):
    """A diff marks a last line without a line feed, as patch expects."""
    plan.write_text(BEFORE[:-1].replace("汉 字", "汉，，字"), encoding="utf-8")
    run(["validate", "plan.yaml", "--diff"])
    lines = capsys.readouterr().out.splitlines()
    assert lines.count("\\ No newline at end of file") == 2


def test_selection(plan):
    """What is not asked for is not changed."""
    assert run(["validate", "plan.yaml", "--fix", "--unsafe-fixes", "--ignore", "IP502"]) == 0
    assert plan.read_text("utf-8") == BEFORE.replace("汉 字", "汉字")


@pytest.mark.usefixtures("plan")
def test_report_for_programs(capsys):
    """A document on standard output stays one; it has the edits that are left."""
    assert run(["validate", "plan.yaml", "--fix", "-f", "json"]) == 0
    printed = capsys.readouterr()
    (found,) = json.loads(printed.out)["findings"]
    place = {"line": 7, "column": 8}
    edit = {"path": "plan.yaml", "start": place, "end": {"line": 7, "column": 9}, "text": ""}
    assert found["fix"] == {"safe": False, "edits": [edit]}
    assert printed.err == "已改 1 处（1 个文件）\n"


@pytest.mark.parametrize(
    "options", [["--unsafe-fixes"], ["--diff", "-f", "json"], ["--diff", "--statistics"], ["--diff", "-o", "a.txt"]]
)
def test_senseless_options(plan, capsys, options):
    """Options that make no sense together are refused before anything is touched."""
    assert run(["validate", "plan.yaml", *options]) == 2
    assert "一起用" in capsys.readouterr().err
    assert plan.read_text("utf-8") == BEFORE


def test_shared_file(tmp_path, capsys):
    """A file that several plans include, by different names, is edited once, and the diff shows it once."""
    (tmp_path / "ipplan.yaml").write_text("units: [市教育局]\n", encoding="utf-8")
    (tmp_path / "共用.yaml").write_text("- 开展活动，，推进2-3次。\n", encoding="utf-8")
    for name, way in [("a.plan.yaml", "共用.yaml"), ("b.plan.yaml", "./共用.yaml")]:
        text = f"version: 2\nplan: {{title: 计划, body: [文，，字。, include: {way}, include: {way}]}}\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["validate", ".", "--diff"]) == 1
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if line.startswith("+++")] == [
        "+++ a.plan.yaml", "+++ 共用.yaml", "+++ b.plan.yaml",
    ]  # fmt: skip
    assert printed.err == "可以改 4 处，没有写文件\n"
    assert run(["validate", ".", "--fix"]) == 0
    assert capsys.readouterr().out.endswith("没有发现问题\n已改 4 处（3 个文件）\n")
    assert (tmp_path / "共用.yaml").read_text("utf-8") == "- 开展活动，推进2～3次。\n"


def test_link(tmp_path):
    """A link stays a link; what it leads to is changed."""
    (tmp_path / "其他").mkdir()
    real = tmp_path / "其他" / "real.yaml"
    real.write_text(BEFORE, encoding="utf-8")
    link = tmp_path / "plan.yaml"
    link.symlink_to(real)
    assert run(["validate", "plan.yaml", "--fix"]) == 0
    assert link.is_symlink()
    assert real.read_text("utf-8") == AFTER


def test_unreadable(plan, capsys):
    """What cannot be read fails the run and stops nothing else."""
    (plan.parent / "x.plan.yaml").symlink_to("nowhere")
    assert run(["validate", ".", "--diff"]) == 3
    printed = capsys.readouterr()
    assert "+    - 开展活动，推进。" in printed.out
    assert "没有这个文件" in printed.err
    assert run(["validate", ".", "--fix"]) == 3
    assert capsys.readouterr().err.count("没有这个文件") == 1
    assert plan.read_text("utf-8") == AFTER


def test_unwritable(plan, capsys, monkeypatch):
    """A file that cannot be written fails the run; the others are written."""
    other = plan.parent / "b.plan.yaml"
    other.write_text(BEFORE, encoding="utf-8")
    write = fixing.write_whole

    def refuse(path, data):
        if path.name == "b.plan.yaml":
            raise UnwritableFile("b.plan.yaml：写不了（没有权限）")
        write(path, data)

    monkeypatch.setattr(fixing, "write_whole", refuse)
    assert run(["validate", ".", "--fix"]) == 3
    printed = capsys.readouterr()
    assert printed.err == "ipplan: b.plan.yaml：写不了（没有权限）\n"
    assert "已改 1 处（1 个文件）" in printed.out
    assert (plan.read_text("utf-8"), other.read_text("utf-8")) == (AFTER, BEFORE)


def test_changed_meanwhile(plan, capsys, monkeypatch):
    """A file that somebody saved while it was being corrected is left alone."""
    corrected = fixing._corrected

    def slow(*arguments, **options):
        copies = corrected(*arguments, **options)
        plan.write_text(BEFORE + "    - 新的一段。\n", encoding="utf-8")
        return copies

    monkeypatch.setattr(fixing, "_corrected", slow)
    assert run(["validate", "plan.yaml", "--fix"]) == 3
    assert "刚才被别的程序改过" in capsys.readouterr().err
    assert plan.read_text("utf-8") == BEFORE + "    - 新的一段。\n"
