"""The progress file: how far the tasks of a plan are.

It is a file of its own beside the plan. Two others were weighed. A key `status` in the plan needs no matching, but then
the text that was issued changes with every report, and those who report edit what others have signed. The filled-in
ledger read back needs no typing, but Excel rewrites what it saves, and a workbook shows no one what has changed.
"""

from __future__ import annotations

from pydantic import Field

from ipplan.model.duty import Strict
from ipplan.model.fields import Text
from ipplan.terms.status import Status


class Report(Strict):
    """How far one task is, or one target of it."""

    task: Text = Field(title="任务", description="任务名称，和计划里的一样。", examples=["办好知识产权宣传周"])
    target: Text | None = Field(
        None, title="目标", description="目标的名字，或者它开头的话；不写就是这项任务的全部。", examples=["培训期数"]
    )
    status: Status = Field(title="工作状态", description="做到哪一步了。", examples=["进行中"])
    note: Text | None = Field(None, title="进展情况", description="做了什么。", examples=["已举办培训班1期。"])


class Progress(Strict):
    """All that a progress file says."""

    tasks: list[Report] = Field(
        min_length=1,
        title="进展",
        description="一项任务一条；没写的任务就是没有填报。",
        examples=[[{"task": "办好知识产权宣传周", "status": "已完成"}]],
    )
