"""Blocks: what the body of a paper consists of, in the order of the paper.

A block is known by the key it starts with: a plain string or `text` (a paragraph), `section`, `task`, `item`, `part`,
`box`, `note`, and the tables `tasks`, `indicators`, `allocation`, `breakdown`, `table`, `form`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BaseModel, Discriminator, Field, Tag, model_validator

from ipplan.model.allocations import AllocationTable
from ipplan.model.breakdowns import Breakdown
from ipplan.model.duty import Duty, Measured, Strict
from ipplan.model.fields import LabelField, NumberingField, Text, TextsField
from ipplan.model.forms import Form
from ipplan.model.tables import IndicatorTable, PlainTable, TableTask, TaskTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipplan.model.duty import Path


class Paragraph(Measured):
    """A paragraph without a number. A plain string is the short form."""

    text: Text = Field(title="段落", description="一段文字；用 | 写几行就是几段。", examples=["活动结束后，报送总结。"])

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) or value is None else value


class Numbered(Measured):
    """A block that carries a number and may contain others."""

    label: LabelField | None = Field(
        None,
        title="序号",
        description="序号从这里重新起，形式也由它定。平时不写，序号自动编。",
        examples=["四、", "3."],
    )
    numbering: NumberingField | None = Field(
        None,
        title="下级序号",
        description="下一级从哪个序号起；不写就按 一、（一）1.（1）顺着来；none 为不编号，decimal 为 1.1。",
        examples=["1.", "（一）", "none"],
    )
    body: list[Block] = Field(
        default_factory=list,
        title="内容",
        description="下面的段落、小节和任务，按纸面顺序。",
        examples=[["各县区要高度重视。", {"item": "制定工作方案。"}]],
    )


class Section(Numbered):
    """A heading with what stands under it. With `text` the heading is run in: 标题。正文接排。"""

    section: Text = Field(title="标题", description="标题，不写序号，末尾不加句号。", examples=["总体要求"])
    text: Text | None = Field(
        None,
        title="接排的正文",
        description="接在标题后面、和标题同一段的正文；标题后的句号自动加。",
        examples=["各县区要明确专人负责。"],
    )

    @property
    def heading(self) -> str:
        """The words of the heading, without number."""
        return self.section


class Task(Numbered):
    """A piece of work somebody answers for; printed like a section, or as rows of a table."""

    task: Text = Field(
        title="任务", description="任务名称，就是标题或表里的工作内容。", examples=["促进专利技术产业化"]
    )
    text: Text | None = Field(
        None,
        title="接排的正文",
        description="接在任务名称后面、和它同一段的正文；名称后的句号自动加。",
        examples=["举办企业知识产权总监培训班。"],
    )
    implements: TextsField = Field(
        (), title="承接", description="承接上级计划的哪项任务。同名的不用写。", examples=["举办知识产权培训班"]
    )

    @property
    def heading(self) -> str:
        """The name of the task, without number."""
        return self.task


class Item(Numbered):
    """A numbered paragraph without a heading of its own."""

    item: Text = Field(
        title="条目", description="带序号的一段文字，没有单独的标题。", examples=["宣传知识产权法律法规。"]
    )


class Phase(Numbered):
    """A phase of the work with its time: 宣传发动阶段（3月1日至3月31日）."""

    phase: Text = Field(
        title="阶段", description="阶段的名称；时间写在 due 里，印在名称后的括号里。", examples=["宣传发动阶段"]
    )
    text: Text | None = Field(
        None, title="接排的正文", description="接在阶段名称后面的正文。", examples=["召开动员会，制定方案。"]
    )

    @property
    def heading(self) -> str:
        """The name of the phase with its time in brackets, without number."""
        return f"{self.phase}（{self.due}）" if self.due is not None and str(self.due) else self.phase


class Labelled(Measured):
    """A labelled part of a task: 主要内容：…"""

    part: Text = Field(title="分项", description="冒号前面的几个字，冒号自动加。", examples=["主要内容", "实施步骤"])
    text: Text = Field(title="分项的正文", description="冒号后面的正文。", examples=["建设一批服务工作站。"])


class Box(Strict):
    """A box with a number and a title (专栏)."""

    box: Text = Field(title="专栏", description="专栏的标题，“专栏1”自动编。", examples=["知识产权保护重大工程"])
    body: list[Text] = Field(
        min_length=1, title="专栏的内容", description="框里的各段。", examples=[["实施保护中心建设工程。"]]
    )


class Note(Strict):
    """A note under a text or a table: 注：带▲的为约束性指标."""

    note: Text = Field(title="注", description="小一号的一段说明，照纸面写。", examples=["注：带▲的为约束性指标。"])


_BLOCK_KEYS: dict[str, type[BaseModel]] = {
    "section": Section,
    "task": Task,
    "item": Item,
    "phase": Phase,
    "part": Labelled,
    "box": Box,
    "note": Note,
    "tasks": TaskTable,
    "indicators": IndicatorTable,
    "allocation": AllocationTable,
    "breakdown": Breakdown,
    "table": PlainTable,
    "form": Form,
}
"""The key that tells a kind of block, in the order in which keys are looked for."""


def _block_kind(value: Any) -> str | None:
    """Which kind of block a value is; None when no key tells."""
    if isinstance(value, str) or value is None:
        return "text"
    if isinstance(value, dict):
        return next((key for key in _BLOCK_KEYS if key in value), "text" if "text" in value else None)
    written = "text" if type(value) is Paragraph else None
    return next((key for key, kind in _BLOCK_KEYS.items() if type(value) is kind), written)


Block: TypeAlias = Annotated[
    Annotated[Paragraph, Tag("text")]
    | Annotated[Section, Tag("section")]
    | Annotated[Task, Tag("task")]
    | Annotated[Item, Tag("item")]
    | Annotated[Phase, Tag("phase")]
    | Annotated[Labelled, Tag("part")]
    | Annotated[Box, Tag("box")]
    | Annotated[Note, Tag("note")]
    | Annotated[TaskTable, Tag("tasks")]
    | Annotated[IndicatorTable, Tag("indicators")]
    | Annotated[AllocationTable, Tag("allocation")]
    | Annotated[Breakdown, Tag("breakdown")]
    | Annotated[PlainTable, Tag("table")]
    | Annotated[Form, Tag("form")],
    Discriminator(_block_kind),
]
BLOCK_KEYS = ("text", *_BLOCK_KEYS)
"""The keys of which one must stand in each block."""


TEXT_KEYS = ("title", "section", "task", "item", "phase", "part", "text")
"""The keys of the own words of a paper, a block or a target, in the order in which they are printed."""


@cache
def text_keys(kind: type[Duty]) -> tuple[str, ...]:
    """Those of `TEXT_KEYS` that a kind of duty has; asking a model for what it has not is slow."""
    return tuple(key for key in TEXT_KEYS if key in kind.model_fields)


def walk(blocks: Sequence[Block | TableTask], path: Path) -> Sequence[tuple[Path, Block | TableTask]]:
    """All blocks below `blocks`, depth first in the order of the paper, each with its path in the file."""
    found: list[tuple[Path, Block | TableTask]] = []
    for index, block in enumerate(blocks):
        here = (*path, index)
        found.append((here, block))
        if isinstance(block, Numbered):
            if block.body:
                found += walk(block.body, (*here, "body"))
        elif isinstance(block, TaskTable):
            found += walk(block.tasks, (*here, "tasks"))
    return found
