"""How a notice is sealed and printed, where that is not as usual."""

from __future__ import annotations

from pydantic import Field

from ipplan.model.duty import Strict
from ipplan.model.fields import Flag, Text


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
