"""The cache of `ipplan render`: what is the same is not made again, what differs in anything is."""

import itertools
import shutil
from pathlib import Path

import pytest

from ipplan.cache import Cache, cache_folder, digest
from ipplan.cli import making, remembering

PLAN = "plan: {title: 计划, body: [内容。]}\n"
VAGUE = "plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n"
WRONG = "plan: {titel: 计划}\n"
TASK = "plan: {title: 计划, body: [{task: 甲, lead: 甲局, due: 2026年6月底前}]}\n"


@pytest.fixture
def made(monkeypatch):
    """The plans that were really made, in a list that grows."""
    plans = []
    make = making.Maker.make

    def noting(self, task):
        plans.append(str(task.plan))
        return make(self, task)

    monkeypatch.setattr(making.Maker, "make", noting)
    return plans


@pytest.fixture
def cache(monkeypatch, tmp_path_factory):
    """The folder of the cache."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("IPPLAN_CACHE", str(folder))
    return folder


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_second_run(ipplan, write, folder, made):
    """Nothing changed: nothing is made, nothing written, and everything is said as before."""
    write("a/plan.yaml", VAGUE)
    write("b/plan.yaml", WRONG)
    write("c/plan.yaml", PLAN)
    first = ipplan("render", ".")
    assert made == ["a/plan.yaml", "b/plan.yaml", "c/plan.yaml"]
    assert first.code == 1
    assert "警告 IP301" in first.err
    papers = [folder / "a/a.docx", folder / "c/c.docx"]
    before = [(paper.stat().st_ino, paper.stat().st_mtime_ns) for paper in papers]
    made.clear()
    assert ipplan("render", ".") == first
    assert made == []
    assert [(paper.stat().st_ino, paper.stat().st_mtime_ns) for paper in papers] == before


def test_deleted_and_changed_papers(ipplan, write, folder, made):
    """A paper that is gone, or that somebody has edited, is put back from the cache."""
    write("a/plan.yaml")
    ipplan("render", ".")
    paper = (folder / "a/a.docx").read_bytes()
    (folder / "a/a.docx").unlink()
    ipplan("render", ".")
    assert (folder / "a/a.docx").read_bytes() == paper
    (folder / "a/a.docx").write_bytes(b"edited")
    ipplan("render", ".")
    assert (folder / "a/a.docx").read_bytes() == paper
    assert made == ["a/plan.yaml"]


def test_finding_of_several_plans_is_said_once(ipplan, write):
    """What a shared file is warned of is said once from the cache, too."""
    write("ipplan.yaml", "checks: {ignore: {IP999: 没有}}\n")
    write("a.plan.yaml")
    write("b.plan.yaml")
    first = ipplan("render", ".")
    assert first.err.count("IP105") == 1
    assert ipplan("render", ".") == first


CHANGES = {
    "the plan": lambda write: write("a.plan.yaml", PLAN.replace("内容", "内情")),
    "an included file": lambda write: write("part.yaml", "- 另外的内容。\n"),
    "the project file": lambda write: write("ipplan.yaml", "wording: words\nstyles: styles.yaml\nunits: []\n"),
    "a new project file": lambda write: write("sub/ipplan.yaml", "units: []\n"),
    "a progress file": lambda write: write("c.progress.yaml", "tasks: {甲: {status: 已完成}}\n"),
    "the sheet": lambda write: write("styles.yaml", "title.size: 20pt\n"),
    "a template": lambda write: write("words/title.j2", "{{ title }}\n"),
    "a new template": lambda write: write("words/notice.j2", "……\n"),
}
TOUCHED = {
    "the plan": ["a.plan.yaml"],
    "an included file": ["b.plan.yaml"],
    "a new project file": ["sub/d.plan.yaml"],
    "a progress file": ["c.plan.yaml"],
}
ALL = ["a.plan.yaml", "b.plan.yaml", "c.plan.yaml", "sub/d.plan.yaml"]


@pytest.mark.parametrize("change", CHANGES)
def test_what_papers_depend_on(ipplan, write, made, change):
    """A change in any file that a paper depends on makes it anew, and only those that depend on it."""
    write("ipplan.yaml", "wording: words\nstyles: styles.yaml\n")
    write("styles.yaml", "title.size: 22pt\n")
    write("words/title.j2", "关于{{ title }}的通知\n")
    write("part.yaml", "- 内容。\n")
    write("a.plan.yaml", PLAN)
    write("b.plan.yaml", "plan:\n  title: 计划\n  body:\n    - include: part.yaml\n")
    write("c.plan.yaml", TASK)
    write("sub/d.plan.yaml", PLAN)
    ipplan("render", ".", "-f", "md")
    ipplan("render", ".", "-f", "md")
    assert made == ALL
    made.clear()
    CHANGES[change](write)
    ipplan("render", ".", "-f", "md")
    assert made == TOUCHED.get(change, ALL)


@pytest.mark.parametrize(
    "arguments", [("-f", "html"), ("--draft",), ("-o", "out"), ("-f", "md", "-f", "docx"), ("--font-path", "fonts")]
)
def test_options_count(ipplan, write, made, arguments):
    """What is asked for otherwise is made."""
    write("a/plan.yaml")
    ipplan("render", ".")
    ipplan("render", ".", *arguments)
    assert len(made) == 2


def test_environment_and_program_count(ipplan, write, made, monkeypatch):
    """So do the day that files shall name, and the program itself."""
    write("a/plan.yaml")
    ipplan("render", ".")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")
    ipplan("render", ".")
    monkeypatch.setattr(remembering, "program_fingerprint", lambda: "another")
    ipplan("render", ".")
    assert len(made) == 3


def test_fonts_count_for_pdf_alone(ipplan, write, made, monkeypatch, chinese_fonts):
    """Another font on the machine makes PDFs anew, nothing else."""
    fonts = write("a/plan.yaml").parents[1] / "fonts"
    shutil.copytree(chinese_fonts, fonts)
    monkeypatch.setenv("IPPLAN_FONT_PATH", str(fonts))
    for _ in range(2):
        ipplan("render", ".", "-f", "pdf")
        ipplan("render", ".", "-f", "md")
    assert len(made) == 2
    from ipplan.writers.pdf.fonts import open_shelf  # noqa: PLC0415  typst may be missing

    open_shelf.cache_clear()
    next(fonts.glob("*.otf")).touch()
    ipplan("render", ".", "-f", "pdf")
    ipplan("render", ".", "-f", "md")
    assert len(made) == 3


def test_same_plan_elsewhere(ipplan, write, folder, made):
    """The same words in another folder are another plan: its findings name another file."""
    write("a/plan.yaml", VAGUE)
    ipplan("render", "a")
    shutil.copytree(folder / "a", folder / "b")
    assert "b/plan.yaml" in ipplan("render", "b").err
    assert made == ["a/plan.yaml", "b/plan.yaml"]


def test_include_that_was_missing(ipplan, write, made):
    """What could not be included is looked for again each time."""
    write("a.plan.yaml", "plan:\n  title: 计划\n  body:\n    - include: part.yaml\n")
    assert ipplan("render", ".").code == 1
    write("part.yaml", "- 内容。\n")
    assert ipplan("render", ".").code == 0
    assert len(made) == 2


def test_trouble_is_not_remembered(ipplan, write, folder, made):
    """A paper that could not be written is tried again."""
    write("a/plan.yaml")
    (folder / "a/a.docx").mkdir()
    assert ipplan("render", ".").code == 3
    (folder / "a/a.docx").rmdir()
    assert ipplan("render", ".").code == 0
    assert len(made) == 2


def test_paper_that_cannot_be_put_back(ipplan, write, folder):
    """Nor does the cache hide that a paper cannot be written now."""
    write("a/plan.yaml")
    ipplan("render", ".")
    (folder / "a/a.docx").unlink()
    (folder / "a/a.docx").mkdir()
    code, _, err = ipplan("render", ".")
    assert code == 3
    assert "这是文件夹" in err


def test_no_cache(ipplan, write, cache, made):
    """With `--no-cache` nothing is taken from it nor put into it."""
    write("a/plan.yaml")
    ipplan("render", ".", "--no-cache")
    assert files(cache) == []
    ipplan("render", ".")
    ipplan("render", ".", "--no-cache")
    assert len(made) == 3


def spoil(how):
    """Do something to every file of a cache."""
    return lambda folder: [how(path) for path in files(folder)]


@pytest.mark.parametrize(
    "damage",
    [
        spoil(lambda path: path.write_bytes(b"")),
        spoil(lambda path: path.write_bytes(path.read_bytes()[:-1])),
        spoil(lambda path: path.write_bytes(path.read_bytes()[:-1] + b"?")),
        spoil(lambda path: path.write_bytes(b"\xff\xfe{}")),
        spoil(Path.unlink),
        spoil(lambda path: (path.unlink(), path.mkdir())),
    ],
    ids=["empty", "cut", "changed", "nonsense", "gone", "folders"],
)
def test_damaged_cache(ipplan, write, folder, cache, damage):
    """What is damaged is as if it were not there; the paper comes out right, and nothing is said."""
    write("a/plan.yaml")
    first = ipplan("render", ".")
    paper = (folder / "a/a.docx").read_bytes()
    (folder / "a/a.docx").unlink()
    damage(cache)
    assert ipplan("render", ".") == first
    assert (folder / "a/a.docx").read_bytes() == paper


def test_cache_that_cannot_be_written(ipplan, write, monkeypatch, folder):
    """A cache that is a file, or has no place, hinders nobody."""
    write("a/plan.yaml")
    write("file", "")
    monkeypatch.setenv("IPPLAN_CACHE", str(folder / "file"))
    assert ipplan("render", ".").code == 0
    monkeypatch.delenv("IPPLAN_CACHE")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert ipplan("render", ".").code == 0


def test_two_processes_share_a_cache(program, write, folder, cache):
    """Several workers fill a cache from which others take."""
    for index in range(8):
        write(f"{index}.plan.yaml", PLAN.replace("内容", f"内容{index}"))
    environment = {"IPPLAN_CACHE": str(cache)}
    first = program("render", ".", "-j", "3", **environment)
    papers = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    assert len(papers) == 8
    for path in folder.glob("*.docx"):
        path.unlink()
    second = program("render", ".", "-j", "1", **environment)
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr)
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == papers


def test_size_is_bounded(tmp_path):
    """What was not used for longest goes when a folder of the cache is above its share."""
    cache = Cache(tmp_path, limit=256 * 3000)
    same_folder = [data for data in (b"%07d" % number * 100 for number in range(70_000)) if digest(data)[:2] == "00"]
    names = [cache.keep_content(data) for data in itertools.islice(same_folder, 60)]
    kept = [name for name in names if cache.content(name) is not None]
    assert sum(path.stat().st_size for path in files(tmp_path)) < 3000 * 16
    assert names[-1] in kept
    assert names[0] not in kept


def test_where_it_lies(monkeypatch, tmp_path):
    """The variable, else the place of the system."""
    monkeypatch.setenv("IPPLAN_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("IPPLAN_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache_folder() == tmp_path / "x" / "ipplan"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path.home() / ".cache" / "ipplan"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "w"))
    assert cache_folder() == tmp_path / "w" / "ipplan"
