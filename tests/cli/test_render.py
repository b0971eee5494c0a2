"""`ipplan render` from the outside: where papers go, what is said, what is left behind when something fails."""

import os
import zipfile

import pytest

from ipplan import output
from ipplan.cli import making
from ipplan.formats import Format
from ipplan.output import write_whole
from ipplan.writers import registry

UNDECIDED = "notice: {number: 待定, date: 待定, to: 待定, issuers: [甲局]}\nplan: {title: 计划, body: [内容。]}\n"
WRONG = "plan:\n  titel: 计划\n  body: [内容。]\n"


def words(path):
    """The text of a docx without its XML, to see which plan it was made from."""
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_beside_the_plan(ipplan, write, left):
    """A plan called plan.yaml gives its paper the name of the folder; another gives it its own."""
    write("2026年 计划/plan.yaml")
    write("2026年 计划/宣传 周.plan.yaml")
    write("2026年 计划/其他.yml")
    code, out, err = ipplan("render", "2026年 计划", "2026年 计划/其他.yml")
    assert (code, err) == (0, "")
    assert out == (
        "已生成 2026年 计划/2026年 计划.docx\n已生成 2026年 计划/宣传 周.docx\n已生成 2026年 计划/其他.docx\n"
    )
    assert [name for name in left() if name.endswith(".docx")] == [
        "2026年 计划/2026年 计划.docx",
        "2026年 计划/其他.docx",
        "2026年 计划/宣传 周.docx",
    ]


def test_plan_in_the_current_folder(ipplan, write, folder, left):
    """`render .` and `render plan.yaml` know what the current folder is called."""
    write("plan.yaml")
    assert ipplan("render", "plan.yaml").out == f"已生成 {folder.name}.docx\n"
    assert ipplan("render", ".").out == f"已生成 {folder.name}.docx\n"
    assert left() == sorted(["plan.yaml", f"{folder.name}.docx"])


def test_new_output_folder(ipplan, write, left):
    """The folder for the papers is made, also several levels of it."""
    write("甲/plan.yaml")
    assert ipplan("render", "甲", "-o", "印发 稿/一").out == "已生成 印发 稿/一/甲.docx\n"
    assert left() == ["印发 稿/一/甲.docx", "甲/plan.yaml"]


DETACHED = """\
notice: {number: 甲知〔2026〕5号, date: 2026年3月2日, to: 各县区知识产权局, issuers: [甲市知识产权局]}
plan:
  title: 2026年工作计划
  body: [按图册（附件2）办理。]
  attachments: [{title: 图册, bound: false, body: [图册的内容。]}]
"""


def test_attachments_bound_apart_are_files(ipplan, write, left):
    """Each format of papers has a file for them, the others none; a second run finds them in the cache."""
    plan = write("a/plan.yaml", DETACHED)
    made = "".join(f"已生成 a/a{end}\n" for end in (".docx", ".md", ".csv", "-附件2.docx", "-附件2.md"))
    assert ipplan("render", "a", "-f", "docx", "-f", "md", "-f", "csv")[:2] == (0, made)
    apart = plan.with_name("a-附件2.docx")
    assert "图册的内容" in words(apart)
    assert "图册的内容" not in words(plan.with_name("a.docx"))
    apart.unlink()
    assert ipplan("render", "a", "-f", "docx", "-f", "md", "-f", "csv")[:2] == (0, made)
    assert "a/a-附件2.docx" in left()


def test_one_bad_plan(ipplan, write, left):
    """A bad plan is explained and skipped, the others are written, and the exit code says so."""
    write("a/plan.yaml")
    write("b/plan.yaml", WRONG)
    write("c/plan.yaml")
    code, out, err = ipplan("render", ".")
    assert code == 1
    assert out == "已生成 a/a.docx\n已生成 c/c.docx\n"
    assert err.startswith("b/plan.yaml:2:3: 错误 IP101 没有“titel”这个键\n")
    assert err.endswith("没有生成 b/b.docx：先处理上面 b/plan.yaml 的问题\n")
    assert "b/b.docx" not in left()


def test_warnings_do_not_hinder(ipplan, write):
    """A warning is printed, and the paper is made."""
    write("a/plan.yaml", "plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n")
    code, out, err = ipplan("render", "a")
    assert (code, out) == (0, "已生成 a/a.docx\n")
    assert "警告 IP301" in err


def test_undecided_needs_a_draft(ipplan, write, left):
    """What is still 待定 is not issued; a draft of it is made when asked for."""
    write("a/plan.yaml", UNDECIDED)
    code, out, err = ipplan("render", "a")
    assert (code, out, left()) == (1, "", ["a/plan.yaml"])
    assert "警告 IP601 发文字号待定" in err
    assert "ipplan render --draft" in err
    code, out, _ = ipplan("render", "a", "--draft")
    assert (code, out) == (0, "已生成草稿 a/a.docx\n")


def test_error_hinders_a_draft_too(ipplan, write):
    """A draft of a plan with errors is not made either."""
    write("a/plan.yaml", WRONG)
    assert ipplan("render", "a", "--draft").code == 1


def test_without_project_file(ipplan, write):
    """A plan needs no project file when it says who issues it."""
    notice = "notice: {number: 甲发〔2026〕1号, date: 2026-01-05, to: 各县区, issuers: [甲局]}\n"
    write("a/plan.yaml", notice + "plan: {title: 计划, body: [内容。]}\n")
    assert ipplan("render", "a").code == 0


def test_wrong_project_file(ipplan, write, left):
    """Nothing is rendered with a project file that cannot be read; its finding is printed once."""
    write("ipplan.yaml", "office：\n  name: 甲局\n")
    write("a/plan.yaml")
    write("b/plan.yaml")
    code, out, err = ipplan("render", ".")
    assert (code, out) == (1, "")
    assert err.count("IP002") == 1
    assert err.count("没有生成") == 2
    assert left() == ["a/plan.yaml", "b/plan.yaml", "ipplan.yaml"]


def test_two_plans_one_name(ipplan, write, left):
    """Two plans that would be written to the same file are wrong usage; nothing is written."""
    write("a/计划.plan.yaml")
    write("b/计划.plan.yaml")
    code, out, err = ipplan("render", ".", "-o", "out")
    assert (code, out) == (2, "")
    expected = "a/计划.plan.yaml 和 b/计划.plan.yaml 的公文都叫 out/计划：改一个文件名，或分两次生成"
    assert err == f"ipplan: {expected}\n"
    assert left() == ["a/计划.plan.yaml", "b/计划.plan.yaml"]


def test_names_that_differ_in_case(ipplan, write):
    """Windows keeps only one of Plan.docx and plan.docx, so two such names are refused everywhere."""
    write("a/Plan.yaml")
    write("b/plan.yml")
    assert ipplan("render", "a/Plan.yaml", "b/plan.yml", "-o", "out").code == 2


def test_formats_of_the_project_file(ipplan, write):
    """The project file names what is made; the command overrides it, and a format is made once."""
    write("ipplan.yaml", "office: {name: 甲局}\noutputs: [docx, docx]\n")
    write("a/plan.yaml")
    assert ipplan("render", "a").out == "已生成 a/a.docx\n"
    assert ipplan("render", "a", "-f", "csv", "-f", "ics", "-f", "csv").out == "已生成 a/a.csv\n已生成 a/a.ics\n"


def test_lists_besides_papers(ipplan, write):
    """Lists come in each format but the calendar, named as `table` names them and with the same bytes."""
    write("ipplan.yaml", "office: {name: 甲局}\nlists: [unit]\n")
    plan = write("a/plan.yaml", "plan: {title: 计划, body: [{task: 宣传, lead: 甲局, due: 2026年6月底前}]}\n")
    made = ipplan("render", "a", "-f", "md", "-f", "ics").out.splitlines()
    assert made == ["已生成 a/a.md", "已生成 a/a.ics", "已生成 a/a-按单位.md"]
    by_render = plan.with_name("a-按单位.md").read_bytes()
    assert ipplan("table", "a", "--by", "unit", "-f", "md").out == "已生成 a/a-按单位.md\n"
    assert plan.with_name("a-按单位.md").read_bytes() == by_render
    made = ipplan("render", "a", "-f", "docx", "--lists", "date", "--lists", "section").out.splitlines()
    assert made[1:] == ["已生成 a/a-按时限.docx", "已生成 a/a-按章节.docx"]


def test_all_without_fonts(ipplan, write, monkeypatch):
    """Where no font is found all other formats are made; the message says what to install, the exit code is 3."""
    pdf = pytest.importorskip("ipplan.writers.pdf.writer")
    pdf._writer.cache_clear()
    monkeypatch.setattr("ipplan.writers.pdf.fonts.Shelf.face", lambda *_: None)
    write("a/plan.yaml")
    made = ipplan("render", "a", "--all")
    assert made.code == 3
    assert made.out.count("已生成") == len(Format) - 1
    assert ".pdf" not in made.out
    assert "apt install texlive-lang-chinese" in made.err


@pytest.mark.usefixtures("chinese_fonts")
def test_all_formats(ipplan, write, left):
    """With --all every format is made, named as the plan with the suffix of the format."""
    write("a/春季.plan.yaml")
    assert ipplan("render", "a", "--all").code == 0
    assert left() == sorted(["a/春季.plan.yaml", *(f"a/春季{form.suffix}" for form in Format)])


@pytest.mark.usefixtures("chinese_fonts")
def test_same_bytes_in_another_process(write, folder, program):
    """Every format comes out the same wherever Python's sets begin."""
    write("a/plan.yaml", "plan: {title: 计划, period: 2026年, body: [{task: 甲, due: 每月25日前, lead: 甲局、乙局}]}\n")
    made = []
    for seed in ("1", "2"):
        assert program("render", folder, "--all", PYTHONHASHSEED=seed).returncode == 0
        made.append({form: (folder / "a" / f"a{form.suffix}").read_bytes() for form in Format})
    assert made[0] == made[1]


def test_source_date(ipplan, write, folder, monkeypatch):
    """The variable of reproducible builds says which day a calendar names as its own; other words are wrong usage."""
    write("a/plan.yaml", "plan: {title: 计划, period: 2026年, body: [{task: 甲, due: 3月底前}]}\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")
    ipplan("render", "a", "-f", "ics")
    assert "DTSTAMP:20260601T000000Z" in (folder / "a" / "a.ics").read_text("utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "昨天")
    assert ipplan("render", "a").code == 2


def test_draft_of_a_ledger(ipplan, write, folder):
    """A ledger of what is undecided is a draft too, and says so."""
    write("a/plan.yaml", UNDECIDED)
    assert ipplan("render", "a", "-f", "ics").code == 1
    assert ipplan("render", "a", "-f", "ics", "--draft").out == "已生成草稿 a/a.ics\n"
    assert "（草稿）" in (folder / "a" / "a.ics").read_text("utf-8")


def test_unknown_format_in_the_project_file(ipplan, write):
    """A format that does not exist is a mistake in the project file, and the message lists those that do."""
    write("ipplan.yaml", "outputs: [docx, doc]\n")
    write("a/plan.yaml")
    code, out, err = ipplan("render", "a")
    assert (code, out) == (1, "")
    assert "ipplan.yaml:1:17: 错误 IP105 没有“doc”这种格式，可以写：docx、pdf、html、md、xlsx、ics、csv" in err


def test_library_that_is_not_installed(ipplan, write, monkeypatch):
    """A format whose library is missing says what to install."""
    write("a/plan.yaml")

    def missing(name):
        raise ModuleNotFoundError(name, name="typesetter")

    monkeypatch.setattr(registry, "import_module", missing)
    monkeypatch.setattr(Format.DOCX, "extra", "pdf")
    code, out, err = ipplan("render", "a")
    assert (code, out) == (3, "")
    assert err == "ipplan: 生成 docx 要用 typesetter，还没有安装：运行 pip install 'ipplan[pdf]'\n"


def test_never_over_the_plan(ipplan, write):
    """A plan whose own name is that of the paper is not overwritten."""
    path = write("a.docx")
    code, _, err = ipplan("render", "a.docx")
    assert (code, err) == (2, "ipplan: a.docx 会被生成的文件覆盖：计划文件的扩展名要用 .yaml\n")
    assert path.read_text("utf-8").startswith("plan:")


def test_target_is_a_folder(ipplan, write, folder):
    """A folder that has the paper's name is left alone."""
    write("a/plan.yaml")
    (folder / "a" / "a.docx").mkdir()
    assert ipplan("render", "a") == (3, "", "ipplan: a/a.docx：这是文件夹，不能写成文件\n")


@pytest.mark.parametrize(
    ("target", "reason"),
    [("file", "文件夹的位置上已经有一个同名文件"), ("file/sub", "路径中间有一段是文件，不是文件夹")],
)
def test_output_folder_is_a_file(ipplan, write, target, reason):
    """Where a file stands no folder can be made."""
    write("a/plan.yaml")
    write("file", "")
    assert ipplan("render", "a", "-o", target) == (3, "", f"ipplan: {target}/a.docx：写不了（{reason}）\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_permission(ipplan, write, folder):
    """A folder that may not be written to is named, with what may be the reason."""
    write("a/plan.yaml")
    (folder / "a").chmod(0o555)
    assert ipplan("render", "a").err == "ipplan: a/a.docx：写不了（没有权限，或者文件正在 Word、WPS 里开着）\n"


def test_unwritable_target_does_not_stop_the_others(ipplan, write, folder):
    """The other papers are written, and the exit code is the worst."""
    write("a/plan.yaml")
    write("b/plan.yaml", WRONG)
    write("c/plan.yaml")
    (folder / "a" / "a.docx").mkdir()
    code, out, _ = ipplan("render", ".")
    assert (code, out) == (3, "已生成 c/c.docx\n")


def test_linked_plan_and_linked_target(ipplan, write, folder, left):
    """A link to a plan is a plan; a paper that is a link becomes a file, and what it led to stays as it was."""
    write("elsewhere/原件.yaml")
    old = write("elsewhere/旧.docx", "旧")
    (folder / "a").mkdir()
    (folder / "a" / "plan.yaml").symlink_to(folder / "elsewhere" / "原件.yaml")
    (folder / "a" / "a.docx").symlink_to(old)
    assert ipplan("render", "a").out == "已生成 a/a.docx\n"
    assert not (folder / "a" / "a.docx").is_symlink()
    assert old.read_text("utf-8") == "旧"
    assert left() == ["a/a.docx", "a/plan.yaml", "elsewhere/原件.yaml", "elsewhere/旧.docx"]


def test_same_bytes_twice(ipplan, write, folder):
    """A second run writes the same bytes."""
    write("a/plan.yaml")
    ipplan("render", "a")
    first = (folder / "a" / "a.docx").read_bytes()
    ipplan("render", "a")
    assert (folder / "a" / "a.docx").read_bytes() == first


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_half_a_file_is_never_left(write, left, monkeypatch, failure):
    """When writing ends in the middle, the old file is whole and no temporary file remains."""
    target = write("a.docx", "旧")

    def fail(handle, mode):
        os.write(handle, b"half")
        os.close(handle)
        del mode
        raise failure

    monkeypatch.setattr(output.os, "fdopen", fail)
    with pytest.raises(BaseException, match=r"磁盘满了|^$"):
        write_whole(target, b"new")
    assert target.read_text("utf-8") == "旧"
    assert left() == ["a.docx"]


def test_permissions_stay(write):
    """A file that is replaced keeps its permissions."""
    target = write("a.docx", "旧")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == b"new"


def test_longest_name(folder):
    """A name as long as the system allows can be written."""
    target = folder / ("长" * 83 + ".docx")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_interrupted(ipplan, write, left, monkeypatch):
    """Ctrl-C in the middle of a batch: the exit code is 130, what is done stays, nothing is half."""
    write("a/plan.yaml")
    write("b/plan.yaml")
    written = []

    def interrupted(path, data):
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write_whole(path, data)

    monkeypatch.setattr(making, "write_whole", interrupted)
    code, out, err = ipplan("render", ".")
    assert (code, out) == (130, "已生成 a/a.docx\n")
    assert err.endswith("ipplan: 已中断\n")
    assert left() == ["a/a.docx", "a/plan.yaml", "b/plan.yaml"]


def test_pdf_with_the_fonts_of_a_folder(ipplan, write, folder, chinese_fonts, monkeypatch):
    """The option names a folder of fonts, as the variable does; the file names the day that the variable says."""
    write("a/plan.yaml")
    monkeypatch.delenv("IPPLAN_FONT_PATH")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")
    assert ipplan("render", "a", "-f", "pdf", "--font-path", chinese_fonts).out == "已生成 a/a.pdf\n"
    assert b"/CreationDate(D:20260601" in (folder / "a" / "a.pdf").read_bytes()


def test_pdf_without_its_fonts(ipplan, write, left):
    """A folder without fonts, or a character that no font has, is said; the other formats are made."""
    write("a/plan.yaml")
    code, out, err = ipplan("render", "a", "-f", "pdf", "-f", "csv", "--font-path", "无")
    assert (code, out, err) == (3, "已生成 a/a.csv\n", "ipplan: 没有字体文件夹 无\n")
    assert left() == ["a/a.csv", "a/plan.yaml"]


@pytest.mark.usefixtures("chinese_fonts")
def test_pdf_of_a_character_without_a_font(ipplan, write, left):
    """The message shows where; nothing is written."""
    write("a/plan.yaml", "plan: {title: 计划, body: [由\U000f0000局长主持。]}\n")
    code, out, err = ipplan("render", "a", "-f", "pdf")
    assert (code, out) == (3, "")
    assert "\nipplan: a/plan.yaml:1:27：" in err
    assert "“由\U000f0000局长主持。”里的“\U000f0000”（U+F0000）" in err
    assert left() == ["a/plan.yaml"]


def test_what_layout_changed_is_said(ipplan, write):
    """Addressees that went to the colophon are told about, where a paper was made."""
    names = "、".join(f"第{n}区政府" for n in range(90))
    notice = f"notice: {{number: 连知〔2026〕1号, date: 2026年3月2日, to: {names}, issuers: [市局]}}\n"
    write("a/plan.yaml", notice + "plan: {title: 工作计划, body: [内容。]}\n")
    moved = "a/plan.yaml：主送机关太长，第1页排不下正文，已移到版记（GB/T 9704—2012 7.3.2）\n"
    assert ipplan("render", "a").err.endswith(moved)
    assert moved not in ipplan("render", "a", "-f", "csv").err
