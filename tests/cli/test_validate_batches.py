"""`validate` and `table` in several processes, and with a cache: bytes, messages, order and exit codes stay.

The same folders are tried each time; `IPPLAN_FUZZ=500 pytest …/test_validate_batches.py` tries so many new ones.
"""

import contextlib
import os
import shutil
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipplan.cli import checking, making

FUZZ = int(os.environ.get("IPPLAN_FUZZ", "0"))
NEW = settings(max_examples=FUZZ or 25, derandomize=not FUZZ, deadline=None, suppress_health_check=list(HealthCheck))

ISSUE = "notice: {number: %s, date: 2026-03-02, to: 各区知识产权局}\n"
PLANS = (
    "plan: {title: 计划, body: [内容。]}\n",
    "plan: {titel: 计划}\n",
    "plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n",
    "plan:\n  title: 计划\n  body:\n    - task: 甲\n      due: 尽快 # ipplan: ignore[IP301] 上级文件未载\n",
    "plan: {title: 计划, body: [{task: 甲, lead: 市科技局, due: 2026年6月底前}]}\n",
    "plan: {title: 计划, body: [全市举办培训班２期,参加100人 。]}\n",
    ISSUE % 1 + "plan: {title: 甲计划, body: [按照《乙计划》（海知发〔2026〕2号）执行。]}\n",
    ISSUE % 1 + "plan:\n  title: 丙计划\n  body: [内容。]\n# ipplan: ignore[IP701] 重印\n",
    ISSUE % 3 + "plan: {title: 乙计划, body: [内容。]}\n",
    "plan: {title: 计划, body: [{include: part.yaml}]}\n",
    "plan:\n  title: 全市计划\n  implements: a.plan.yaml\n  body:\n    - {task: 丁, implements: 甲}\n",
    b"\xff\xfe",
    b"",
)
NAMES = ("a.plan.yaml", "b.plan.yaml", "c/plan.yaml", "c/d.plan.yaml")
PROJECTS = (
    None,
    "office: {name: 海澄市知识产权局, code: 海知发}\nunits: [市科技局]\n",
    "units: [市财政局]\nchecks: {ignore: {IP301: 试点}, severity: {IP701: warning}}\n",
    "checks: {baseline: base.json, ignore: {IP999: 没有}}\n",
    "nothing: 1\n",
)
PARTS = (None, "- 另外的内容。\n", "- task: 戊\n  due: 尽快\n", "x\n")
BASELINE = '{"version": 1, "findings": {"a.plan.yaml": [{"code": "IP301", "text": "%s", "count": 1}]}}'
CONTENTS = {
    **{name: st.sampled_from((None, *PLANS)) for name in NAMES},
    **{f"{folder}ipplan.yaml": st.sampled_from(PROJECTS) for folder in ("", "c/")},
    **{f"{folder}part.yaml": st.sampled_from(PARTS) for folder in ("", "c/")},
    "base.json": st.sampled_from((None, BASELINE % PLANS[2].strip())),
}
FOLDERS = st.fixed_dictionaries(CONTENTS)
CHANGES = st.fixed_dictionaries({}, optional=CONTENTS)
OPTIONS = st.sampled_from(
    (
        (),
        ("-f", "json"),
        ("-f", "sarif"),
        ("--select", "IP7"),
        ("--statistics",),
        ("--fail-on", "never"),
        ("-f", "junit"),
    )
)


@pytest.fixture
def checked(monkeypatch):
    """The files that were really checked, in a list that grows."""
    files = []
    examine = checking.Examiner.examine

    def noting(self, task):
        files.append(str(task.plan))
        return examine(self, task)

    monkeypatch.setattr(checking.Examiner, "examine", noting)
    return files


@pytest.fixture
def lay_out():
    """Fill a folder of its own, in which the command line runs, or change what lies there."""
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(name))

        def lay_out(contents):
            for path, content in contents.items():
                file = Path(name, path)
                file.unlink(missing_ok=True)
                if content is not None:
                    file.parent.mkdir(exist_ok=True)
                    file.write_bytes(content if isinstance(content, bytes) else content.encode())

        yield lay_out


@NEW
@given(contents=FOLDERS, changes=CHANGES, options=OPTIONS)
def test_cache_changes_nothing(ipplan, lay_out, contents, changes, options):
    """Whatever was checked before, and whatever changed since: as without a cache."""
    lay_out(contents)
    assert ipplan("validate", "--cache", ".", *options) == ipplan("validate", ".", *options)
    lay_out(changes)
    plainly = ipplan("validate", ".", *options)
    assert ipplan("validate", "--cache", ".", *options) == plainly
    assert ipplan("validate", "--cache", ".", *options) == plainly


@settings(NEW, max_examples=FUZZ // 20 or 4)
@given(contents=FOLDERS, options=OPTIONS)
def test_jobs_change_nothing(ipplan, lay_out, contents, options):
    """Three processes find, order and say what one does, also where they fill the cache and where it is full."""
    lay_out({**contents, "e.plan.yaml": PLANS[2]})
    one = ipplan("validate", ".", *options, "-j", "1")
    assert ipplan("validate", ".", *options, "-j", "3") == one
    assert ipplan("validate", "--cache", ".", *options, "-j", "3") == one
    assert ipplan("validate", "--cache", ".", *options, "-j", "3") == one


def test_nothing_is_checked_twice(ipplan, write, checked):
    """What has not changed is not checked; what has is, and so is all that a changed project file holds for."""
    write("a.plan.yaml", PLANS[6])
    write("b.plan.yaml", PLANS[2])
    write("ipplan.yaml", PROJECTS[1])
    first = ipplan("validate", "--cache", ".", "ipplan.yaml")
    assert checked == ["a.plan.yaml", "b.plan.yaml", "ipplan.yaml"]
    assert ipplan("validate", "--cache", ".", "ipplan.yaml") == first
    assert len(checked) == 3
    write("b.plan.yaml", PLANS[1])
    assert ipplan("validate", "--cache", ".", "ipplan.yaml") != first
    assert checked[3:] == ["b.plan.yaml"]
    write("ipplan.yaml", PROJECTS[2])
    ipplan("validate", "--cache", ".", "ipplan.yaml")
    assert sorted(checked[4:]) == ["a.plan.yaml", "b.plan.yaml", "ipplan.yaml"]


def test_included_file_that_changed(ipplan, write, checked):
    """What is in a file that a plan includes counts as if it stood in the plan."""
    write("a.plan.yaml", PLANS[9])
    write("b.plan.yaml", PLANS[0])
    write("part.yaml", PARTS[1])
    assert ipplan("validate", "--cache", ".").code == 0
    write("part.yaml", PARTS[2])
    assert "part.yaml:2" in ipplan("validate", "--cache", ".").out
    assert checked == ["a.plan.yaml", "b.plan.yaml", "a.plan.yaml"]


def test_options_that_choose_findings_check_nothing_anew(ipplan, write, checked):
    """What is kept is all that was found; what is shown of it is chosen afterwards."""
    write("a.plan.yaml", PLANS[2])
    ipplan("validate", "--cache", ".")
    ipplan("validate", "--cache", ".", "--select", "IP3", "-f", "json")
    ipplan("validate", "--cache", ".", "--write-baseline", "base.json")
    assert checked == ["a.plan.yaml"]
    ipplan("validate", ".")
    assert len(checked) == 2


def test_upper_plan_that_changed(ipplan, write, checked):
    """Plans are compared in every run, so an upper plan that is not checked itself may change."""
    write("ipplan.yaml", PROJECTS[1])
    write("省.yaml", "plan:\n  title: 全省计划\n  body:\n    - {task: 甲}\n")
    write("市/a.plan.yaml", PLANS[10].replace("a.plan.yaml", "../省.yaml"))
    first = ipplan("validate", "--cache", "市")
    assert "IP7" not in first.out
    write("省.yaml", "plan:\n  title: 全省计划\n  body:\n    - {task: 乙}\n")
    assert "IP7" in ipplan("validate", "--cache", "市").out
    assert len(checked) == 1


def test_name_that_begins_to_lead_out(ipplan, write, folder):
    """A link that is turned to the outside is found, though no file that was read has changed."""
    write("in/ipplan.yaml", "wording: words\n")
    write("in/plan.yaml")
    write("in/kept/x")
    write("out/x")
    (folder / "in/words").symlink_to("kept")
    assert ipplan("validate", "--cache", "in").code == 0
    (folder / "in/words").unlink()
    (folder / "in/words").symlink_to("../out")
    assert "IP105" in ipplan("validate", "--cache", "in").out


def test_finding_whose_file_went(ipplan, write, monkeypatch, checked):
    """Where the lines to be shown cannot be read, the file is checked anew, and says so."""
    path = write("a.plan.yaml", PLANS[2])
    ipplan("validate", "--cache", "a.plan.yaml")
    recall = checking.Verdict.with_sources

    def vanishing(self):
        path.unlink()
        return recall(self)

    monkeypatch.setattr(checking.Verdict, "with_sources", vanishing)
    assert ipplan("validate", "--cache", "a.plan.yaml").code == 3
    assert len(checked) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_pipe(program, folder):
    """What comes through a pipe is read once, and not remembered."""
    os.mkfifo(folder / "plan")
    for content in (PLANS[0], PLANS[2]):
        writer = threading.Thread(target=(folder / "plan").write_text, args=(content, "utf-8"))
        writer.start()
        done = program("validate", "plan")
        writer.join()
        assert (done.returncode, "IP301" in done.stdout) == (0, content is PLANS[2])


def test_lists(ipplan, write, folder, monkeypatch):
    """`table` takes from the cache what it made before, each option has its own, and processes change nothing."""
    made = []
    make = making.Maker.make
    monkeypatch.setattr(making.Maker, "make", lambda self, task: made.append(task) or make(self, task))
    for index in range(3):
        write(f"{index}.plan.yaml", PLANS[4].replace("甲", f"第{index}件事"))
    write("wrong.plan.yaml", PLANS[1])
    split = ("table", ".", "-o", "out", "--split", "-f", "md", "-f", "csv")
    first = ipplan(*split, "--no-cache")
    files = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    assert len(files) == 6
    for arguments in ((), (), ("-j", "3"), ("-j", "3", "--no-cache")):
        shutil.rmtree(folder / "out")
        assert ipplan(*split, *arguments) == first
        assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == files
    assert len(made) == 8
    ipplan("table", ".", "--by", "date", "-o", "out", "-f", "md")
    assert len(made) == 12
