"""Help pages and usage errors in Chinese; typer's own words are English."""

from __future__ import annotations

import contextlib
import difflib
import io
import unicodedata
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ipplan.errors import IpplanError

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMN = 28


class UnknownShell(IpplanError):
    """Completion cannot be installed, because the shell is not known."""


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, with the words that completion shows."""
        return _in_chinese(super().get_help_option(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help page: usage, what it does, arguments, options, then the epilogue with examples."""
        parameters = self.get_params(ctx)
        arguments = [_argument(p) for p in parameters if _is_argument(p)]
        options = [_option(p) for p in parameters if not _is_argument(p)]
        shown = " ".join(name for name, _ in arguments)
        usage = f"用法：{ctx.command_path} {'[选项] ' if options else ''}{shown}".rstrip()
        return "\n\n".join(_pages(usage, self.help, [("参数", arguments), ("选项", options)], self.epilog))


class ChineseGroup(TyperGroup):
    """A group of commands whose help page is Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, with the words that completion shows."""
        return _in_chinese(super().get_help_option(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """The options; those about completion are typer's, with Chinese words."""
        parameters = [_in_chinese(parameter) for parameter in super().get_params(ctx)]
        for parameter in parameters:
            if parameter.name == "install_completion":
                parameter.callback = _install_completion(parameter.callback)
        return parameters

    def get_help(self, ctx: Any) -> str:
        """The help page: usage, what it does, commands, options, then the epilogue."""
        commands = [(name, self.commands[name].short_help or "") for name in self.list_commands(ctx)]
        options = [_option(p) for p in self.get_params(ctx)]
        usage = f"用法：{ctx.command_path} 命令 …"
        return "\n\n".join(_pages(usage, self.help, [("命令", commands), ("选项", options)], self.epilog))

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order in which a drafter meets them."""
        del ctx
        return list(self.commands)


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _argument(parameter: Any) -> tuple[str, str]:
    return parameter.metavar or parameter.name.upper(), parameter.help or ""


def _option(parameter: Any) -> tuple[str, str]:
    names = ", ".join(parameter.opts)
    value = "" if parameter.is_flag else f" {parameter.metavar or '值'}"
    return names + value, parameter.help or ""


def _in_chinese(parameter: Any) -> Any:
    """One of typer's own parameters with its help in Chinese; any other as it is."""
    if parameter is not None and parameter.name in _STANDARD_OPTIONS:
        parameter.help = _STANDARD_OPTIONS[parameter.name]
    return parameter


_STANDARD_OPTIONS = {
    "help": "显示帮助",
    "install_completion": "给当前的命令行环境装上自动补全",
    "show_completion": "显示自动补全的脚本",
}


def _install_completion(callback: Any) -> Any:
    """Typer's callback, which installs, prints English and leaves, as one that prints Chinese and leaves."""
    if getattr(callback, "speaks_chinese", False):
        return callback

    def install(ctx: Any, parameter: Any, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                callback(ctx, parameter, value)
        except SystemExit:
            typer.echo("自动补全装好了，重新打开终端后按 Tab 键使用")
            raise typer.Exit from None
        except typer.Exit:
            raise UnknownShell("认不出现在的命令行环境，没有安装自动补全（支持 bash、zsh、fish、PowerShell）") from None

    install.speaks_chinese = True  # type: ignore[attr-defined]
    return install


def _pages(
    usage: str, text: str | None, lists: Iterable[tuple[str, list[tuple[str, str]]]], epilog: str | None
) -> Iterable[str]:
    yield usage
    if text:
        yield text.strip()
    for title, rows in lists:
        if rows:
            yield "\n".join([f"{title}：", *(_row(name, words) for name, words in rows)])
    if epilog:
        yield epilog


def _row(name: str, words: str) -> str:
    gap = _COLUMN - sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in name)
    return f"  {name}{' ' * max(2, gap)}{words}"


def usage_message(error: Exception) -> str | None:
    """The Chinese message for a usage error of typer; None if the exception is something else."""
    if not isinstance(error, _USAGE_ERROR):
        return None
    path = error.ctx.command_path if getattr(error, "ctx", None) else "ipplan"
    return f"{_details(error)}（{path} --help 看用法）"


_USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The base of typer's usage errors; which module it lives in differs between versions of typer."""


def _details(error: Any) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            return _unknown("选项", error.option_name, error.possibilities or ())
        case "MissingParameter":
            return f"缺少{_name(error)}"
        case "BadParameter":
            return f"{_name(error)}不能写{_quoted(error.message)}"
        case "BadOptionUsage":
            return _option_usage(error)
        case _:
            return _other(error)


def _name(error: Any) -> str:
    """What the help page calls the parameter that an error is about."""
    if error.param is None:
        return "参数"
    if _is_argument(error.param):
        return f"“{_argument(error.param)[0].strip('[]')}”"
    return f"选项 {error.param.opts[-1]} "


def _unknown(kind: str, word: str, near: Iterable[str]) -> str:
    meant = "、".join(near)
    return f"没有 {word} 这个{kind}" + (f"，是不是 {meant}？" if meant else "")


def _quoted(message: str) -> str:
    """What typer's English message quotes: the wrong value, then the choices."""
    value, *choices = message.split("'")[1::2] or [message]
    return f"“{value}”，可以写：{'、'.join(choices)}" if choices else f"“{value}”"


def _option_usage(error: Any) -> str:
    if "does not take a value" in error.message:
        return f"选项 {error.option_name} 后面不带值"
    return f"选项 {error.option_name} 后面缺少值"


def _other(error: Any) -> str:
    message = str(error.message)
    if message.startswith("No such command"):
        word = message.split("'")[1]
        return _unknown("命令", word, difflib.get_close_matches(word, error.ctx.command.commands, 1))
    if "unexpected extra argument" in message:
        return "参数太多"
    return "命令用法不对"
