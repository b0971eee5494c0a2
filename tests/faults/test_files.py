"""Outputs when the world is against them: killed runs, full disks, several writers, wrong places, odd names.

The long run of killing is `PYTHONPATH=tests python -m kit.killing`, see docs/reliability.md.
"""

import os
import random
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from ipplan import output
from ipplan.cli.run import run
from ipplan.errors import UnwritableFile
from ipplan.output import write_whole
from kit.killing import kill_batches, kill_writers

PLAN = "plan: {title: 计划, period: 2026年, body: [{task: 宣传, lead: 市科技局, due: 6月底前}]}\n"


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "春 季.plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _new_run():
    """What is done once in a run is done again in the next test."""
    output._sweep.cache_clear()


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_killed_batches(tmp_path):
    """A few rounds of the long run."""
    tally = kill_batches(tmp_path, 4, random.Random(1))
    assert tally.wrong == []


def test_killed_writers(tmp_path):
    """Enough rounds that some temporary file is left at least, and swept away by the next run."""
    tally = kill_writers(tmp_path, 60, random.Random(1))
    assert tally.wrong == []
    assert tally.strays > 0


def test_killing_notices_a_writer_that_is_not_whole(tmp_path, monkeypatch):
    """Written in place, files are half."""

    def in_place(path, data):
        with path.open("wb", buffering=0) as stream:
            for start in range(0, len(data), 10_000):
                stream.write(data[start : start + 10_000])

    monkeypatch.setattr("kit.killing.write_whole", in_place)
    assert kill_writers(tmp_path, 30, random.Random(1)).wrong


def test_strays_of_others_stay(tmp_path):
    """Only temporary files of ours are swept away, and only where we write."""
    kept = ["ipplan-a.tmp", ".ipplan-a.txt", "sub/.ipplan-b.tmp", ".ipplan.yaml"]
    for name in (*kept, ".ipplan-a1_b2.tmp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    write_whole(tmp_path / "a.docx", b"new")
    assert names(tmp_path) == sorted([*kept, "a.docx"])


def test_swept_away_while_writing(tmp_path, monkeypatch):
    """Another run that begins takes our temporary file for a stray: we write again."""
    swept = []

    def mode(_path):
        if len(swept) < 3:
            swept.extend(tmp_path.glob(".ipplan-*"))
            swept[-1].unlink()
        return 0o644

    monkeypatch.setattr(output, "_mode", mode)
    write_whole(tmp_path / "a.docx", b"new")
    assert len(swept) == 3
    assert names(tmp_path) == ["a.docx"]


WRITER = """
import sys; from pathlib import Path; from ipplan import output
word, path = sys.argv[1:]
for _ in range(150):
    output._sweep.cache_clear()
    output.write_whole(Path(path), word.encode() * 100_000)
"""


def test_two_processes_on_one_output(tmp_path):
    """Whoever looks meanwhile sees one or the other, whole; nothing is left beside."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"a" * 100_000)
    command = [sys.executable, "-c", WRITER]
    writers = [subprocess.Popen([*command, word, str(target)]) for word in "ab"]
    while any(writer.poll() is None for writer in writers):
        assert target.read_bytes() in (b"a" * 100_000, b"b" * 100_000)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert names(tmp_path) == ["a.docx"]


@contextmanager
def small_disk(size):
    """No file may become larger; what the system says then is that the file is too large."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_no_room_for_the_file(tmp_path):
    """The old file stays, no part of the new one does."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    with small_disk(1000), pytest.raises(UnwritableFile, match="超过了允许的文件大小"):
        write_whole(target, b"x" * 5000)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", ["validate", "render", "--help"])
def test_no_room_for_what_is_printed(plan, command):
    """`ipplan validate . > file` on a full disk: one line and exit code 3; a paper that was made stays."""
    arguments = [command] if command.startswith("-") else [command, "."]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ipplan", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=plan.parent,
        )
    assert (done.returncode, done.stderr.decode()) == (3, "ipplan: 写不了输出（磁盘满了）\n")


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_were_closed(plan, closed):
    """What is printed into a closed stream is lost, and nothing else: not the exit code, not the work."""
    program = f'"{sys.executable}" -m ipplan'
    for arguments, code in (("validate missing.yaml", 3), ("validate .", 0), ("render .", 0)):
        done = subprocess.run(
            f"{program} {arguments} {closed}", shell=True, cwd=plan.parent, capture_output=True, check=False
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False)
    assert list(plan.parent.glob("*.docx"))


def test_nothing_half_after_ctrl_c(tmp_path):
    """A real interrupt in the middle of a batch: exit code 130, one line, whole papers only."""
    for number in range(60):
        (tmp_path / f"{number:02}.plan.yaml").write_text(PLAN, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "ipplan", "render", ".", "-j", "1"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        first = process.stdout.readline().decode()
        process.send_signal(signal.SIGINT)
        said = first + process.stdout.read().decode()
        error = process.stderr.read().decode()
    assert (process.returncode, error) == (130, "ipplan: 已中断\n")
    made = [name for name in names(tmp_path) if not name.endswith(".yaml")]
    assert 0 < len(made) < 60
    assert set(made) - {line.removeprefix("已生成 ") for line in said.splitlines()} <= set(made[-1:])
    assert {(tmp_path / name).read_bytes() for name in made} == {(tmp_path / made[0]).read_bytes()}


def test_ctrl_c_while_a_file_is_packed(tmp_path, monkeypatch, capsys):
    """A zip file that is closed half way complains, and its complaint hides the interrupt."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("zipfile._ZipWriteFile.write", interrupted)
    assert run(["render", str(tmp_path), "-j", "1"]) == 130
    assert capsys.readouterr().err == "ipplan: 已中断\n"
    assert names(tmp_path) == ["plan.yaml"]


def test_ctrl_c_while_loading(tmp_path):
    """An interrupt before the first plan is read: the same exit code, and no traceback."""
    program = (
        "import builtins, os, signal, sys\n"
        "real = builtins.__import__\n"
        "def load(name, *rest):\n"
        "    if name == 'typer': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = load\n"
        "sys.argv = ['ipplan', 'validate', '.']\n"
        "from ipplan.cli import main; main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (130, "ipplan: 已中断\n")


def test_never_over_the_plan_by_another_way(plan, capsys):
    """The plan is known again by its real path: absolute, over a link, and into a folder that is linked."""
    plan.rename(plan.with_name("a.docx"))
    (plan.parent / "link").symlink_to(".")
    for arguments in (
        ["a.docx", "-o", "link"],
        [plan.parent / "a.docx", "-o", "."],
        ["link/a.docx", "-o", plan.parent],
    ):
        assert run(["render", *map(str, arguments)]) == 2
        assert "会被生成的文件覆盖" in capsys.readouterr().err
    assert (plan.parent / "a.docx").read_text("utf-8") == PLAN


def test_migrating_a_linked_plan(tmp_path):
    """The plan behind a link is changed, the link stays one."""
    (tmp_path / "real.yaml").write_text("version: 1\nplan: {title: 计划, body: [内容。]}\n", encoding="utf-8")
    (tmp_path / "plan.yaml").symlink_to("real.yaml")
    assert run(["migrate", str(tmp_path / "plan.yaml")]) == 0
    assert (tmp_path / "plan.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text("utf-8").startswith("version: 2")


@contextmanager
def unprivileged():
    """As a user who may not write everywhere; the superuser of a container may."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_read_only_target(tmp_path):
    """A folder that may not be written to, and a file in it: said, and left alone."""
    target = tmp_path / "sub" / "a.docx"
    target.parent.mkdir()
    target.write_bytes(b"old")
    for folder in (target.parent, *target.parent.parents[:3]):
        folder.chmod(0o555 if folder == target.parent else 0o755)
    with unprivileged(), pytest.raises(UnwritableFile, match="没有权限"):
        write_whole(target, b"new")
    target.parent.chmod(0o755)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["sub/a.docx"]


def test_read_only_file(tmp_path):
    """A file that is write-protected in a folder that is not: it is replaced, and stays protected, as with editors."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o444


def test_output_folder_behind_a_link(plan, tmp_path_factory):
    """A linked folder is where the user says it is: the paper goes there, through the link."""
    elsewhere = tmp_path_factory.mktemp("共享 文件夹")
    (plan.parent / "输出 目录").symlink_to(elsewhere)
    assert run(["render", str(plan), "-o", "输出 目录"]) == 0
    assert names(elsewhere) == ["春 季.docx"]


FORBIDDEN = ["市：科技局", "a/b局", 'a"b"局', "a<b>局", "a|b局", "a*b?局", "a\\b局", "../../外面", "..", "CON"]


def test_names_that_windows_forbids(plan):
    """A file for each unit has a name that every system takes, in the folder that is asked for and nowhere else."""
    body = ", ".join(f"{{task: 第{n}项, lead: '{name}', due: 6月底前}}" for n, name in enumerate(FORBIDDEN))
    plan.write_text(f"plan: {{title: 计划, period: 2026年, body: [{body}]}}\n", encoding="utf-8")
    assert run(["table", str(plan), "--by", "unit", "--split", "-f", "csv", "-o", "out/in"]) in (0, 1)
    made = [name for name in names(plan.parent) if not name.endswith(".yaml")]
    assert len(made) >= len(FORBIDDEN) - 2
    for name in made:
        assert name.startswith("out/in/春 季-")
        assert not set(name.removeprefix("out/in/")) & set('<>:"/\\|?*')


def test_units_whose_names_become_the_same(plan):
    """Two units whose names differ only in what a file cannot hold get a file each."""
    plan.write_text(
        "plan: {title: 计划, period: 2026年, body: [{task: 甲, lead: a/b局}, {task: 乙, lead: a|b局}]}\n",
        encoding="utf-8",
    )
    assert run(["table", str(plan), "--by", "unit", "--split", "-f", "csv"]) == 0
    made = [name for name in names(plan.parent) if name.endswith(".csv")]
    assert made == ["春 季-a_b局-2.csv", "春 季-a_b局.csv"]
    assert "甲" in (plan.parent / made[1]).read_text("utf-8-sig")
    assert "乙" in (plan.parent / made[0]).read_text("utf-8-sig")


ODD_NAMES = ["我的 计划", "a'b\"c $x;&", "-j", "[1] {2}*?", "换\n行", os.fsdecode(b"\xb9\xa4\xd7\xf7")]
"""Folders as people and systems name them; the last one is GBK, which is no UTF-8."""


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names(tmp_path, monkeypatch, capsys, name):
    """Folders with spaces, quotes, line feeds, Chinese in another encoding: like any, also from the cache."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / name / "甲 乙"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("plan: {title: 计划, body: [{task: 甲, due: 尽快}]}\n", encoding="utf-8")
    said = []
    for command in (["validate"], ["render", "-f", "md"], ["table", "-f", "csv"]):
        for _ in range(2):
            assert run([*command, f"./{name}"]) == 0
            said.append(capsys.readouterr())
    assert said[::2] == said[1::2]
    assert sorted(path.name for path in folder.iterdir()) == ["plan.yaml", "甲 乙-按单位.csv", "甲 乙.md"]
