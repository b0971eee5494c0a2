"""Arguments and options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

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
