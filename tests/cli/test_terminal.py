"""The terminal: encodings, colours, pipes, the progress bar, completion."""

import io
import os
import subprocess
import sys

import pytest
import typer

from ipplan.cli import chinese
from ipplan.cli.printing import FindingPrinter, wants_colour
from ipplan.pipeline import check

WRONG = "plan:\n  titel: 计划\n  body: [内容。]\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def terminal_variables(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def printed(stream, path):
    checked = check(path)
    FindingPrinter(stream).show_all(checked.report.diagnostics, {source.path: source for source in checked.sources})
    return stream.getvalue()


def test_colour_on_a_terminal(write):
    """On a terminal the place is bold, severity and marker are red."""
    out = printed(Terminal(), write("plan.yaml", WRONG))
    assert "\033[1m" in out
    assert "\033[31m错误 IP101\033[0m 没有“titel”这个键\n" in out
    assert "\033[31m      ^^^^^\033[0m\n" in out


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_when_asked(write, monkeypatch, variable, value):
    """NO_COLOR and a dumb terminal are respected."""
    monkeypatch.setenv(variable, value)
    assert "\033" not in printed(Terminal(), write("plan.yaml", WRONG))


def test_empty_no_color_means_nothing(monkeypatch):
    """An empty NO_COLOR is none, as no-color.org says."""
    monkeypatch.setenv("NO_COLOR", "")
    assert wants_colour(Terminal())


def test_no_colour_in_a_pipe(write):
    """A pipe gets plain text."""
    assert "\033" not in printed(io.StringIO(), write("plan.yaml", WRONG))


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252", "utf-16", "utf-8"])
def test_any_encoding(program, write, encoding):
    """A terminal that lacks Chinese gets question marks, never an exception."""
    write("plan.yaml", WRONG + "  theme: 𠮟📄\n")
    for arguments, code in (
        (["validate", "."], 1),
        (["render", "."], 1),
        (["--help"], 0),
        (["删除"], 2),
        (["schema"], 0),
    ):
        run = program(*arguments, text=False, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert run.returncode == code
        assert b"Traceback" not in run.stderr
        assert run.stdout or run.stderr
    if encoding == "gbk":
        assert "没有“titel”这个键" in program("validate", ".", text=False, PYTHONIOENCODING="gbk").stdout.decode("gbk")


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode on Windows")
def test_name_that_is_no_text(program, folder):
    """A file whose name is not UTF-8 is checked and named as well as can be."""
    try:
        (folder / os.fsdecode(b"\xff.plan.yaml")).write_text(WRONG, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    run = program("validate", ".")
    assert (run.returncode, run.stderr) == (1, "")
    assert "没有“titel”这个键" in run.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
def test_reader_that_goes_away(write):
    """`ipplan … | head -1` ends without a word."""
    write("plan.yaml", "plan:\n  title: 计划\n  body: [内容。]\n" + "".join(f"键{i}: 1\n" for i in range(2000)))
    with subprocess.Popen(
        [sys.executable, "-m", "ipplan", "validate", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_progress_bar_leaves_the_list_alone(write, folder):
    """On a terminal a bar is shown for several plans; what goes into a file is the list of papers, all of it."""
    pty = pytest.importorskip("pty")
    for name in "abc":
        write(f"{name}/plan.yaml")
    ours, theirs = pty.openpty()
    with (folder / "list.txt").open("wb") as listing:
        process = subprocess.Popen([sys.executable, "-m", "ipplan", "render", "."], stdout=listing, stderr=theirs)
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        assert process.wait() == 0
    assert (folder / "list.txt").read_text("utf-8") == "已生成 a/a.docx\n已生成 b/b.docx\n已生成 c/c.docx\n"
    assert "生成".encode() in shown
    assert "已生成".encode() not in shown


def _read(descriptor):
    """What a terminal shows next; nothing when the program behind it has ended."""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_completion_script(program, shell):
    """For every shell there is a script that asks ipplan for completions."""
    shown = program("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    asked = program(_IPPLAN_COMPLETE=f"source_{shell}")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "_IPPLAN_COMPLETE" in shown.stdout
    assert f"complete_{'powershell' if shell == 'pwsh' else shell}" in shown.stdout
    assert asked.stdout.strip() == shown.stdout.strip()


def test_completion_answers_in_chinese(program):
    """Commands and options are completed, with the words of the help pages."""
    commands = program(_IPPLAN_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="ipplan ").stdout
    options = program(_IPPLAN_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="ipplan render --").stdout
    values = program(_IPPLAN_COMPLETE="complete_bash", COMP_WORDS="ipplan validate --fail-on w", COMP_CWORD="3").stdout
    assert '"validate":"检查计划' in commands
    assert '"--draft":"生成草稿' in options
    assert '"--help":"显示帮助"' in options
    assert values.split() == ["warning"]


@pytest.mark.skipif(os.name == "nt", reason="installs for bash")
def test_install_completion(program, folder):
    """Installing says in Chinese that it is done, and writes below the home folder."""
    run = program("--install-completion", "bash", HOME=str(folder), _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert (run.returncode, run.stdout) == (0, "自动补全装好了，重新打开终端后按 Tab 键使用\n")
    assert "_IPPLAN_COMPLETE" in (folder / ".bash_completions" / "ipplan.sh").read_text("utf-8")


def test_unknown_shell():
    """Where the shell is not known, Chinese words say which ones are."""

    def callback(*_):
        print("Shell None is not supported.")
        raise typer.Exit(1)

    class Context:
        resilient_parsing = False

    with pytest.raises(chinese.UnknownShell, match="支持 bash、zsh、fish、PowerShell"):
        chinese._install_completion(callback)(Context(), None, True)
