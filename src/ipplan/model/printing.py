"""How a paper prints what the plan knows; how a notice is sealed and printed, where that is not as usual."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ipplan.model.duty import Strict
from ipplan.model.fields import Flag, Text


class Print(Strict):
    """How a paper prints what the plan knows."""

    owners: Literal["none", "line", "phrase", "labels"] = Field(
        "none",
        title="单位写法",
        description=(
            "正文里任务的单位怎么印：none 不印；line 另起一行“责任单位：…”；"
            "phrase 段末括号“（市科技局牵头，市财政局配合）”；labels 段末括号“（责任单位：…；配合单位：…）”。"
        ),
        examples=["line", "phrase", "labels"],
    )
    owners_place: Literal["before_stop", "after_stop"] = Field(
        "after_stop",
        title="单位的位置",
        description="括号放在段末句号前面（before_stop）还是后面（after_stop）。",
        examples=["before_stop"],
    )
    due: Flag = Field(
        False, title="印时限", description="完成时限是否和单位一起印（owners 为 line 或 labels 时）。", examples=[True]
    )
    contents: Flag = Field(False, title="目录", description="标题后面是否印目录，长计划用。", examples=[True])
    run_in_stop: Literal["。", "："] = Field(
        "。", title="接排标题后的标点", description="接排的标题后面用句号还是冒号。", examples=["："]
    )


class Printing(Strict):
    """What only some notices say about seal and paper; None leaves a switch to the project file."""

    sealed_by: Text | None = Field(
        None,
        title="代章机关",
        description="发文机关没有印章，由哪个机关代为盖章；署名下面印“（某机关代章）”。",
        examples=["市知识产权局"],
    )
    duplex: Flag | None = Field(
        None,
        title="双面印刷",
        description="双面印刷时版记排在双数面；单面印刷写 false，版记就在最后一页下端。不写就按项目文件。",
        examples=[False],
    )
    preprinted: Flag | None = Field(
        None,
        title="预印红头纸",
        description="用预先印好红头的纸：留出红头的位置，不印发文机关标志和红线。不写就按项目文件。",
        examples=[True],
    )
