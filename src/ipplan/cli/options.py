"""Arguments and options that several commands have, and the long ones of `validate`."""

from pathlib import Path
from typing import Annotated

import typer

from ipplan.cli.choices import ReportFormat, Threshold

Plans = Annotated[list[Path], typer.Argument(metavar="计划…", help="计划文件，或放计划的文件夹")]
FontPaths = Annotated[
    list[Path] | None,
    typer.Option(
        "--font-path",
        metavar="文件夹",
        envvar="IPPLAN_FONT_PATH",
        help="生成 pdf 时，除系统字体外还到哪里找字体，可以写几次；也可以写在环境变量 IPPLAN_FONT_PATH 里",
    ),
]

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="个数", min=1, help="同时用几个进程；不写时按计划多少和处理器个数定"),
]

NoCache = Annotated[bool, typer.Option("--no-cache", help="全部重新做一遍，不用上次留在缓存里的")]

ShardWords = Annotated[
    str | None,
    typer.Option("--shard", metavar="几/几", help="只做其中一份，如 2/5 是五份里的第二份，给几台机器分着做"),
]

ReportFormats = Annotated[
    list[ReportFormat] | None,
    typer.Option("-f", "--format", metavar="格式", help="text、json、sarif、github、gitlab、junit，可以写几次"),
]
ReportFiles = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="文件", help="前面那个 -f 的报告写到哪个文件"),
]
Selected = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="代码", help="只看这些问题，如 IP301 或 IP3，用逗号隔开"),
]
Ignored = Annotated[list[str] | None, typer.Option("--ignore", metavar="代码", help="不看这些问题，写法同 --select")]
FailOn = Annotated[
    Threshold,
    typer.Option("--fail-on", metavar="级别", help="到哪一级算不通过：error（默认）、warning、never"),
]
Baseline = Annotated[Path | None, typer.Option("--baseline", metavar="文件", help="不报告这个基线文件里记着的老问题")]
NewBaseline = Annotated[
    Path | None, typer.Option("--write-baseline", metavar="文件", help="把现在的问题都记进基线文件")
]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="连要人看一遍的也改（动字、动数的），和 --fix、--diff 一起用")
]
Remembering = Annotated[
    bool, typer.Option("--cache", help="记住查过的结果，没有改过的计划下次不重查；几百份计划常查的用")
]
