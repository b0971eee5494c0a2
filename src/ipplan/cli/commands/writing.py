"""The commands for whoever writes a plan: begin one, check it, understand what was found."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads annotations
from typing import Annotated, Any

import typer

from ipplan.cli.chinese import ChineseCommand
from ipplan.cli.choices import Threshold
from ipplan.cli.commands.program import app
from ipplan.cli.exit_codes import HELP
from ipplan.cli.options import (  # noqa: TC001  likewise
    Baseline,
    FailOn,
    Ignored,
    Jobs,
    NewBaseline,
    Plans,
    Remembering,
    ReportFiles,
    ReportFormats,
    Selected,
    ShardWords,
    UnsafeFixes,
)
from ipplan.errors import UsageProblem


class ValidateCommand(ChineseCommand):
    """The command `validate`, which keeps the order in which `-f` and `-o` were written."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse as always, and note every `-f` and `-o` in `ctx.meta`."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[REPORT_ORDER] = [option.name for option in order if option.name in {"formats", "outputs"}]
        return super().parse_args(ctx, args)


REPORT_ORDER = "ipplan.report_order"


@app.command(
    cls=ChineseCommand,
    short_help="写一份能直接用的计划样例",
    epilog="例子：\n  ipplan new 2026年工作计划",
)
def new(folder: Annotated[Path, typer.Argument(metavar="文件夹", help="放在哪里，没有就新建")]) -> None:
    """在文件夹里写一份小而完整、带说明的计划，和本机关的项目文件。已有的计划不会被覆盖。"""
    from ipplan.cli.starting import new_plan  # noqa: PLC0415

    for path in new_plan(folder):
        typer.echo(f"已写好 {path}")
    typer.echo(f"下一步：改好 {folder / 'plan.yaml'}，运行 ipplan render {folder}")


@app.command(
    cls=ValidateCommand,
    short_help="检查计划，指出错在哪一行哪一列",
    epilog="例子：\n  ipplan validate plan.yaml\n  ipplan validate . --fail-on warning\n"
    "  ipplan validate . --select IP3,IP4 --ignore IP303\n"
    "  ipplan validate . -f text -f sarif -o report.sarif\n"
    "  ipplan validate . --diff\n  ipplan validate . --fix\n\n"
    "格式：text 给人看；json、sarif、gitlab（Code Quality）、junit 给程序看；github 是 GitHub Actions 的标注。\n"
    "每个 -f 后面可以跟一个 -o，不跟就显示在屏幕上；屏幕上只能放一个给程序看的格式。\n"
    "没有写 -f 时用 text，在 GitHub Actions 里用 github。\n\n"
    "--fix 只改标点、空格、数字写法，改了意思不会变；动字、动数的要加 --unsafe-fixes，改完看一遍。\n"
    "--diff 有要改的退出码是 1，没有是 0。\n\n"
    "有意保留的问题，在那一行末尾（或单独写在上一行）加注释：# ipplan: ignore[IP601] 理由\n\n"
    f"{HELP}",
)
def validate(  # noqa: PLR0913, PLR0917  every argument is an option
    ctx: typer.Context,
    plans: Plans,
    formats: ReportFormats = None,
    outputs: ReportFiles = None,
    select: Selected = None,
    ignore: Ignored = None,
    fail_on: FailOn = Threshold.ERROR,
    statistics: Annotated[bool, typer.Option("--statistics", help="最后列出每种问题有几个")] = False,
    baseline: Baseline = None,
    write_baseline: NewBaseline = None,
    watch: Annotated[bool, typer.Option("--watch", help="每次保存后自动再查，按 Ctrl-C 结束")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="先把能自动改的改好，写回文件，再检查")] = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示 --fix 要改什么，不动文件，不出报告")] = False,
    jobs: Jobs = None,
    shard: ShardWords = None,
    cache: Remembering = False,
) -> int:
    """检查计划和它的项目文件，每个问题给出文件、行、列和改法。"""
    from ipplan.cli.pace import Pace  # noqa: PLC0415
    from ipplan.cli.sharding import read_shard  # noqa: PLC0415
    from ipplan.cli.validating import record_baseline, validate_plans  # noqa: PLC0415
    from ipplan.cli.wishes import Wishes, pair_outputs, refuse_senseless  # noqa: PLC0415
    from ipplan.selection import read_selection  # noqa: PLC0415

    refuse_senseless(fix=fix, diff=diff, unsafe=unsafe_fixes, report=bool(formats or outputs or statistics))
    if shard is not None and (fix or diff or watch or write_baseline is not None):
        raise UsageProblem("--shard 只用来检查，不能和 --fix、--diff、--watch、--write-baseline 一起用")
    targets = pair_outputs(ctx.meta[REPORT_ORDER], [one.value for one in formats or ()], outputs or ())
    selection = read_selection(select or (), ignore or ())
    pace = Pace(read_shard(shard), jobs, cache)
    if diff:
        from ipplan.cli.fixing import show_fixes  # noqa: PLC0415  loads all rules

        return show_fixes(plans, selection, unsafe=unsafe_fixes)
    if write_baseline is not None:
        return record_baseline(plans, write_baseline, selection, pace)
    made = None
    if fix:
        from ipplan.cli.fixing import fix_plans  # noqa: PLC0415  likewise

        made = fix_plans(plans, selection, unsafe=unsafe_fixes)
    wishes = Wishes(targets, selection, fail_on.value, statistics, baseline, made, pace)
    if watch:
        from ipplan.cli.watching import watch_plans  # noqa: PLC0415  watchfiles loads for nobody else

        return watch_plans(plans, wishes)
    return validate_plans(plans, wishes)


@app.command(
    cls=ChineseCommand,
    short_help="说明一个问题代码：为什么不对，怎么写才对",
    epilog="例子：\n  ipplan explain IP303\n  ipplan explain",
)
def explain(
    code: Annotated[str | None, typer.Argument(metavar="[代码]", help="如 IP303；不写就列出全部代码")] = None,
) -> None:
    """说明一个问题代码：为什么不对、依据哪一条、错的例子和对的例子。"""
    from ipplan.explanations import explain as explanation  # noqa: PLC0415
    from ipplan.explanations import index_plain  # noqa: PLC0415

    typer.echo(index_plain() if code is None else explanation(code).plain(), nl=False)
