"""The commands about the format of plan files itself."""

from __future__ import annotations

from typing import Annotated

import typer

from ipplan.cli.chinese import ChineseCommand
from ipplan.cli.choices import Kind
from ipplan.cli.commands.program import app
from ipplan.cli.options import Plans  # noqa: TC001  typer reads annotations


@app.command(
    cls=ChineseCommand,
    short_help="把旧格式的计划改成现在的格式",
    epilog="例子：\n  ipplan migrate . --diff\n  ipplan migrate .",
)
def migrate(
    plans: Plans,
    diff: Annotated[bool, typer.Option("--diff", help="只显示要改什么，不动文件")] = False,
) -> int:
    """把第 1 版格式的计划文件改成第 2 版，只改要改的地方，注释和排列都不动。"""
    from ipplan.cli.migrating import migrate_plans  # noqa: PLC0415

    return migrate_plans(plans, diff=diff)


@app.command(
    cls=ChineseCommand,
    short_help="输出计划文件的 JSON Schema",
    epilog="例子：\n  ipplan schema > plan.schema.json\n  ipplan schema project",
)
def schema(
    kind: Annotated[Kind, typer.Argument(metavar="[plan|project]", help="哪一种文件，默认 plan")] = Kind.PLAN,
) -> None:
    """输出 JSON Schema（2020-12），编辑器用它补全和解释每个键。"""
    from ipplan.cli.starting import schema_text  # noqa: PLC0415

    typer.echo(schema_text(kind.value), nl=False)
