"""The commands that make papers and lists of a plan, show them, and inspect what is finished."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads annotations
from typing import Annotated

import typer

from ipplan.cli.chinese import ChineseCommand
from ipplan.cli.choices import InspectionFormat
from ipplan.cli.commands.program import app
from ipplan.cli.exit_codes import HELP
from ipplan.cli.options import FontPaths, Jobs, NoCache, Plans, ShardWords  # noqa: TC001  likewise
from ipplan.formats import DEFAULT_FORMAT, By, Format


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
    no_cache: NoCache = False,
) -> int:
    """检查计划，没有错误就生成公文。文件名取自计划文件；plan.yaml 用所在文件夹的名字。"""
    from ipplan.cli.jobs import Papers, Settings  # noqa: PLC0415
    from ipplan.cli.pace import Pace  # noqa: PLC0415
    from ipplan.cli.rendering import run_job, source_date  # noqa: PLC0415
    from ipplan.cli.sharding import read_shard  # noqa: PLC0415

    chosen = tuple(Format) if everything else tuple(dict.fromkeys(formats or ()))
    settings = Settings(draft, source_date(), tuple(font_paths or ()))
    papers = Papers(settings, chosen, tuple(dict.fromkeys(lists or ())))
    return run_job(papers, plans, output, Pace(read_shard(shard), jobs, not no_cache))


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
    jobs: Jobs = None,
    shard: ShardWords = None,
    no_cache: NoCache = False,
) -> int:
    """列出谁牵头什么、配合什么、哪天到期。统称（如“各县区政府”）按项目文件里的成员分到各单位。"""
    from ipplan.cli.jobs import Settings  # noqa: PLC0415
    from ipplan.cli.pace import Pace  # noqa: PLC0415
    from ipplan.cli.rendering import run_job, source_date  # noqa: PLC0415
    from ipplan.cli.sharding import read_shard  # noqa: PLC0415
    from ipplan.cli.tabling import Lists  # noqa: PLC0415

    chosen = tuple(dict.fromkeys(formats or (DEFAULT_FORMAT,)))
    settings = Settings(draft, source_date(), tuple(font_paths or ()))
    return run_job(Lists(settings, by, chosen, split), plans, output, Pace(read_shard(shard), jobs, not no_cache))


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
