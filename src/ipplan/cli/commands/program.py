"""The program as a whole: its name, its help, its version."""

from __future__ import annotations

from typing import Annotated

import typer

from ipplan import __version__
from ipplan.cli.chinese import ChineseGroup
from ipplan.cli.exit_codes import HELP

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="把工作计划当作源代码：一个 YAML 文件，查得出错，生成合乎 GB/T 9704—2012 的公文。",
    epilog=f"例子：\n  ipplan new 2026年计划\n  ipplan validate 2026年计划\n  ipplan render 2026年计划\n\n{HELP}",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ipplan {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    del version
