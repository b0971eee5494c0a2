"""Help pages, versions, usage errors: Chinese, and with the right exit code."""

import re

import pytest

import ipplan as package
from ipplan.cli.commands import app

COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|required|default|show|exit|help this|try|invalid|missing|no such)\b",
    re.IGNORECASE,
)


def english(text):
    """English words of typer in a text; names of options and of Python's own things are not meant."""
    return ENGLISH.findall(re.sub(r"--?[a-z-]+|error（|error、|: error|error\b(?=，)", "", text))


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS)], ids=lambda command: "".join(command) or "ipplan"
)
def test_help_is_chinese(ipplan, command):
    """Each help page begins with the usage, explains every option, and has no English word of typer in it."""
    code, out, err = ipplan(*command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"用法：{' '.join(['ipplan', *command])} ")
    assert english(out) == []
    assert "  --help                      显示帮助\n" in out
    assert all(re.search(r"[一-鿿]", line) for line in out.splitlines() if line.startswith("  --"))
    assert "例子：\n  ipplan " in out


def test_help_lists_all_commands_and_exit_codes(ipplan):
    """The first page names every command and says what each exit code means."""
    _, out, _ = ipplan("--help")
    assert re.findall(r"^  ([a-z]+)  ", out, re.MULTILINE) == COMMANDS
    assert re.findall(r"^  (\d)  ", out, re.MULTILINE) == ["0", "1", "2", "3"]


def test_nothing_asked(ipplan):
    """Without arguments the first help page is shown."""
    assert ipplan() == ipplan("--help")


def test_version(ipplan):
    """The version is that of the package."""
    assert ipplan("--version") == (0, f"ipplan {package.__version__}\n", "")


USAGE_ERRORS = {
    "frobnicate": "没有 frobnicate 这个命令（ipplan --help 看用法）",
    "validat plan.yaml": "没有 validat 这个命令，是不是 validate？（ipplan --help 看用法）",
    "--draft": "没有 --draft 这个选项（ipplan --help 看用法）",
    "render": "缺少“计划…”（ipplan render --help 看用法）",
    "validate": "缺少“计划…”（ipplan validate --help 看用法）",
    "new": "缺少“文件夹”（ipplan new --help 看用法）",
    "new a b": "参数太多（ipplan new --help 看用法）",
    "render . --drafft": "没有 --drafft 这个选项，是不是 --draft？（ipplan render --help 看用法）",
    "render . -x": "没有 -x 这个选项（ipplan render --help 看用法）",
    "render . -o": "选项 -o 后面缺少值（ipplan --help 看用法）",
    "render . -f odt": "选项 --format 不能写“odt”，可以写：docx、pdf、html、md、xlsx、ics、csv"
    "（ipplan render --help 看用法）",
    "render . --draft=1": "选项 --draft 后面不带值（ipplan --help 看用法）",
    "validate . --fail-on": "选项 --fail-on 后面缺少值（ipplan --help 看用法）",
    "validate . --fail-on x": "选项 --fail-on 不能写“x”，可以写：error、warning、never"
    "（ipplan validate --help 看用法）",
    "schema office": "“plan|project”不能写“office”，可以写：plan、project（ipplan schema --help 看用法）",
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("line", "message"), USAGE_ERRORS.items(), ids=USAGE_ERRORS)
def test_wrong_usage(ipplan, line, message):
    """Wrong usage is one Chinese line on standard error, and exit code 2."""
    assert ipplan(*line.split()) == (2, "", f"ipplan: {message}\n")
