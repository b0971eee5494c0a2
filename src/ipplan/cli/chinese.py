"""Help pages and usage errors in Chinese; typer's own words are English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMN = 28


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

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
    words = _STANDARD_OPTIONS.get(parameter.name, parameter.help or "")
    return names + value, words


_STANDARD_OPTIONS = {
    "help": "显示帮助",
    "install_completion": "给当前的命令行环境装上自动补全",
    "show_completion": "显示自动补全的脚本",
}


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
    words = _details(error)
    path = error.ctx.command_path if getattr(error, "ctx", None) else "ipplan"
    return f"{words}（{path} --help 看用法）"


_USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The base of typer's usage errors; which module it lives in differs between versions of typer."""


def _details(error: Any) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            near = "、".join(error.possibilities or ())
            return f"没有 {error.option_name} 这个选项" + (f"，是不是 {near}？" if near else "")
        case "MissingParameter":
            name = error.param.metavar or error.param.name if error.param else ""
            return f"缺少参数 {name}"
        case "BadParameter":
            name = error.param.opts[0] if error.param and error.param.opts else ""
            return f"{name} 的值不对（{_quoted(error.message)}）"
        case "BadOptionUsage" | "BadArgumentUsage":
            return f"选项 {getattr(error, 'option_name', '')} 的用法不对"
        case _:
            return _other(str(error.message))


def _quoted(message: str) -> str:
    """What typer's English message quotes: the wrong value, then the choices."""
    value, *choices = message.split("'")[1::2] or [message]
    return f"“{value}”不在 {'、'.join(choices)} 之中" if choices else value


def _other(message: str) -> str:
    if message.startswith("No such command"):
        return f"没有 {message.split(chr(39))[1]} 这个命令"
    if "unexpected extra argument" in message:
        return "参数太多"
    return "命令用法不对"
