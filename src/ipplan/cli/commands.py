"""The commands and their help. Everything heavy is imported when a command runs."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads annotations
from typing import Annotated, Any

import typer

from ipplan import __version__
from ipplan.cli.chinese import ChineseCommand, ChineseGroup
from ipplan.cli.choices import InspectionFormat, Kind, ReportFormat, Threshold
from ipplan.cli.exit_codes import HELP
from ipplan.cli.options import FontPaths, Jobs, Plans, ShardWords  # noqa: TC001  likewise
from ipplan.errors import UsageProblem
from ipplan.formats import DEFAULT_FORMAT, By, Format

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="把工作计划当作源代码：一个 YAML 文件，查得出错，生成合乎 GB/T 9704—2012 的公文。",
    epilog=f"例子：\n  ipplan new 2026年计划\n  ipplan validate 2026年计划\n  ipplan render 2026年计划\n\n{HELP}",
)


class ValidateCommand(ChineseCommand):
    """The command `validate`, which keeps the order in which `-f` and `-o` were written."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse as always, and note every `-f` and `-o` in `ctx.meta`."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[REPORT_ORDER] = [option.name for option in order if option.name in {"formats", "outputs"}]
        return super().parse_args(ctx, args)


REPORT_ORDER = "ipplan.report_order"


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
    formats: Annotated[
        list[ReportFormat] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="格式",
            help="text、json、sarif、github、gitlab、junit，可以写几次",
        ),
    ] = None,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("-o", "--output", metavar="文件", help="前面那个 -f 的报告写到哪个文件"),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="代码", help="只看这些问题，如 IP301 或 IP3，用逗号隔开")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="代码", help="不看这些问题，写法同 --select")] = None,
    fail_on: Annotated[
        Threshold, typer.Option(metavar="级别", help="到哪一级算不通过：error（默认）、warning、never")
    ] = Threshold.ERROR,
    statistics: Annotated[bool, typer.Option("--statistics", help="最后列出每种问题有几个")] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="文件", help="不报告这个基线文件里记着的老问题")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="文件", help="把现在的问题都记进基线文件")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="每次保存后自动再查，按 Ctrl-C 结束")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="先把能自动改的改好，写回文件，再检查")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="连要人看一遍的也改（动字、动数的），和 --fix、--diff 一起用")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示 --fix 要改什么，不动文件，不出报告")] = False,
    shard: ShardWords = None,
) -> int:
    """检查计划和它的项目文件，每个问题给出文件、行、列和改法。"""
    from ipplan.cli.fixing import fix_plans, refuse_senseless, show_fixes  # noqa: PLC0415
    from ipplan.cli.sharding import read_shard  # noqa: PLC0415
    from ipplan.cli.validating import record_baseline, validate_plans  # noqa: PLC0415
    from ipplan.cli.wishes import Wishes, pair_outputs  # noqa: PLC0415
    from ipplan.selection import read_selection  # noqa: PLC0415

    refuse_senseless(fix=fix, diff=diff, unsafe=unsafe_fixes, report=bool(formats or outputs or statistics))
    if shard is not None and (fix or diff or watch or write_baseline is not None):
        raise UsageProblem("--shard 只用来检查，不能和 --fix、--diff、--watch、--write-baseline 一起用")
    targets = pair_outputs(ctx.meta[REPORT_ORDER], [one.value for one in formats or ()], outputs or ())
    selection = read_selection(select or (), ignore or ())
    if diff:
        return show_fixes(plans, selection, unsafe=unsafe_fixes)
    if write_baseline is not None:
        return record_baseline(plans, write_baseline, selection)
    made = fix_plans(plans, selection, unsafe=unsafe_fixes) if fix else None
    wishes = Wishes(targets, selection, fail_on.value, statistics, baseline, made, read_shard(shard))
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


@app.command(
    cls=ChineseCommand,
    short_help="生成公文",
    epilog="例子：\n  ipplan render plan.yaml\n  ipplan render . -o 印发稿\n  ipplan render . --draft\n"
    f"  ipplan render . -f html -f md\n  ipplan render . --all\n\n{HELP}",
)
def render(  # noqa: PLR0913, PLR0917  every argument is an option
    plans: Plans,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件夹", help="写到哪里，不写就在计划旁边")
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="格式",
            help=f"{'、'.join(Format)}，可以写几次；不写就按项目文件的 outputs，再不写就是 {DEFAULT_FORMAT}",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="所有格式都生成")] = False,
    lists: Annotated[
        list[By] | None,
        typer.Option(
            "--lists",
            metavar="依据",
            help="同时生成任务清单，写法同 table 的 --by，可以写几次；不写就按项目文件的 lists",
        ),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="生成草稿：允许有“待定”，每页标明“草稿”")] = False,
    font_paths: FontPaths = None,
    jobs: Jobs = None,
    shard: ShardWords = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="全部重新生成，不用上次留在缓存里的")] = False,
) -> int:
    """检查计划，没有错误就生成公文。文件名取自计划文件；plan.yaml 用所在文件夹的名字。"""
    from ipplan.cli.jobs import Papers, Settings  # noqa: PLC0415
    from ipplan.cli.rendering import Pace, render_plans, source_date  # noqa: PLC0415
    from ipplan.cli.sharding import read_shard  # noqa: PLC0415

    chosen = tuple(Format) if everything else tuple(dict.fromkeys(formats or ()))
    settings = Settings(draft, source_date(), tuple(font_paths or ()))
    papers = Papers(settings, chosen, tuple(dict.fromkeys(lists or ())))
    return render_plans(papers, plans, output, Pace(read_shard(shard), jobs, not no_cache))


@app.command(
    cls=ChineseCommand,
    short_help="在浏览器里边写边看",
    epilog="例子：\n  ipplan preview plan.yaml\n  ipplan preview . --port 8000 --no-browser",
)
def preview(
    plan: Annotated[Path, typer.Argument(metavar="计划", help="计划文件，或只放一个计划的文件夹")],
    port: Annotated[int, typer.Option("--port", metavar="端口", help="用哪个端口，不写就找一个空的")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="不打开浏览器，只显示网址")] = False,
) -> int:
    """在浏览器里看公文的样子、查出的问题和各单位的时限，每次保存后自动更新。只有本机能看，不用联网，按 Ctrl-C 结束。"""
    from ipplan.cli.previewing import preview_plan  # noqa: PLC0415

    return preview_plan(plan, port, browser=not no_browser)


@app.command(
    cls=ChineseCommand,
    short_help="按单位、时限、章节或状态列出任务清单",
    epilog="例子：\n  ipplan table plan.yaml --by unit\n  ipplan table plan.yaml --by unit --split -o 分送各单位\n"
    f"  ipplan table plan.yaml --by date -f docx -f xlsx\n\n{HELP}",
)
def table(  # noqa: PLR0913, PLR0917  every argument is an option
    plans: Plans,
    by: Annotated[
        By, typer.Option("--by", metavar="依据", help="unit 单位、date 月份、section 章节、status 工作状态")
    ] = By.UNIT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件夹", help="写到哪里，不写就在计划旁边")
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "-f", "--format", metavar="格式", help=f"{'、'.join(Format)}，可以写几次；不写是 {DEFAULT_FORMAT}"
        ),
    ] = None,
    split: Annotated[bool, typer.Option("--split", help="一个单位（月份、章节、状态）一个文件")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="生成草稿：允许有“待定”")] = False,
    font_paths: FontPaths = None,
) -> int:
    """列出谁牵头什么、配合什么、哪天到期。统称（如“各县区政府”）按项目文件里的成员分到各单位。"""
    from ipplan.cli.jobs import Settings  # noqa: PLC0415
    from ipplan.cli.rendering import run_job, source_date  # noqa: PLC0415
    from ipplan.cli.tabling import Lists  # noqa: PLC0415

    chosen = tuple(dict.fromkeys(formats or (DEFAULT_FORMAT,)))
    settings = Settings(draft, source_date(), tuple(font_paths or ()))
    return run_job(Lists(settings, by, chosen, split), plans, output)


@app.command(
    cls=ChineseCommand,
    short_help="检查已经做好的公文合不合格式标准",
    epilog="例子：\n  ipplan inspect 通知.docx\n  ipplan inspect 通知.docx --pages\n"
    "  ipplan inspect *.docx -f sarif > report.sarif\n  ipplan inspect --explain 7.2.4\n\n"
    "哪个软件做的 docx 都可以查。每一项的结果是合格、不合或没查（写明原因）；条款后面注明是必须、一般还是惯例。\n"
    "--pages 用 LibreOffice 排版后再量，要装 LibreOffice 和 ipplan[inspect]。\n\n"
    f"{HELP}",
)
def inspect(
    papers: Annotated[list[Path] | None, typer.Argument(metavar="公文…", help="docx 文件")] = None,
    form: Annotated[
        InspectionFormat, typer.Option("-f", "--format", metavar="格式", help="text（默认）、json、sarif")
    ] = InspectionFormat.TEXT,
    pages: Annotated[bool, typer.Option("--pages", help="还要排成页来量：行数、字数、位置、线的长短")] = False,
    styles: Annotated[
        list[str] | None,
        typer.Option("--styles", metavar="版式", help="自带的版式（如 windows）或本机关的版式文件，可以写几次"),
    ] = None,
    explain_clause: Annotated[
        str | None, typer.Option("--explain", metavar="条款", help="列出这一条款的数值，如 7.2.4，不查文件")
    ] = None,
) -> int:
    """对照 GB/T 9704—2012 逐条检查做好的公文，列出条款、要求和测得的结果。"""
    from ipplan.cli.inspecting import explain_figures, inspect_papers  # noqa: PLC0415

    if explain_clause is not None:
        return explain_figures(explain_clause, styles or ())
    return inspect_papers(papers or (), form.value, styles or (), pages=pages)


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
