"""Blocks: what the body of a paper consists of, and the duties and targets in it.

A body is a list of blocks in the order of the paper. A block is known by the key it starts with: a plain string or
`text` (a paragraph), `section`, `task`, `item`, `tasks` (a decomposition table) or `form`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ipplan.model.fields import Count, LabelField, NumberingField, ScheduleField, Text, UnitsField

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.terms.owners import UnitList

Path: TypeAlias = tuple[str | int, ...]
"""A way into the plan file: keys and 0-based list indexes."""

ROLES = ("lead", "responsible", "supporting", "participating")
"""The roles a unit can have in a task, in the order in which they are printed."""


class Strict(BaseModel):
    """Base of all plan models: frozen, and unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, validate_default=False)


class Duty(Strict):
    """Who does something until when. What a target leaves out is taken over from its task."""

    lead: UnitsField | None = Field(
        None, title="牵头单位", description="牵头的单位。几个单位用顿号隔开，也可以写成列表。", examples=["市科技局"]
    )
    responsible: UnitsField | None = Field(
        None,
        title="责任单位",
        description="负责的单位。几个单位用顿号隔开，也可以写成列表。",
        examples=["市科技局、市工商局"],
    )
    supporting: UnitsField | None = Field(
        None,
        title="配合单位",
        description="配合的单位。目标不沿用任务的配合单位时写“无”。",
        examples=["各县（市、区）政府"],
    )
    participating: UnitsField | None = Field(
        None, title="参与单位", description="参与的单位。写法和牵头单位一样。", examples=["各成员单位"]
    )
    due: ScheduleField | None = Field(
        None,
        title="完成时限",
        description="照纸面上的说法写，程序会理解它的意思。表里印在时限一栏；正文里用 {{ due }} 印出来。",
        examples=["2010年底", "10月20日前", "每半年", "试点期内", "2008年，以后常设"],
    )

    def units(self, role: str) -> UnitList | None:
        """The units in a role; None where the role is not mentioned (an empty list means “nobody”)."""
        units: UnitList | None = getattr(self, role)
        return units


class Target(Duty):
    """One target of a task: what is to be reached, in the words of the paper."""

    text: Text = Field(
        title="目标要求",
        description="要做到什么，照纸面上的说法写。",
        examples=["年专利申请量达到5500件以上", "不少于4篇"],
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) or value is None else value


def _targets_kind(value: Any) -> str:
    return "named" if isinstance(value, dict) else "listed"


Targets: TypeAlias = Annotated[
    Annotated[list[Target], Tag("listed")] | Annotated[dict[str, Target], Tag("named")],
    Discriminator(_targets_kind),
]


class Measured(Duty):
    """A duty with targets."""

    targets: Targets = Field(
        default_factory=list,
        title="目标",
        description="一条一条列出；要在正文里用 {{ 名字 }} 引用的，写成“名字: 数量”。任务分解表里一条一行。",
        examples=[["年注册商标数2800件"], {"政务信息": "不少于4篇"}],
    )

    def target_items(self) -> list[tuple[str | int, Target]]:
        """The targets with the step that leads to each: its name, or its 0-based position where it has none."""
        return list(self.targets.items()) if isinstance(self.targets, dict) else list(enumerate(self.targets))


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
        description="下一级从哪个序号起；不写就按 一、（一）1.（1）顺着来；none 为不编号。",
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

    @property
    def heading(self) -> str:
        """The name of the task, without number."""
        return self.task


class Item(Numbered):
    """A numbered paragraph without a heading of its own."""

    item: Text = Field(
        title="条目", description="带序号的一段文字，没有单独的标题。", examples=["宣传知识产权法律法规。"]
    )


class Column(Strict):
    """A column of a decomposition table. A plain string is the short form: its title says what it shows."""

    title: Text = Field(title="栏名", description="表头里的字。", examples=["完成时限"])
    shows: Literal["number", "task", "target", "due", "lead", "responsible", "supporting", "participating", "blank"] = (
        Field(title="内容", description="这一栏放什么；blank 是留空。", examples=["due"])
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value not in COLUMN_TITLES:
            known = "、".join(COLUMN_TITLES)
            message = "不知道“{value}”一栏放什么；认得的栏名：{known}；别的写成 {{title: …, shows: …}}"
            raise PydanticCustomError("unknown_column", message, {"value": value, "known": known})
        return {"title": value, "shows": COLUMN_TITLES[value]}


COLUMN_TITLES: Mapping[str, str] = {
    "序号": "number",
    "工作内容": "task",
    "工作任务": "task",
    "重点任务": "task",
    "任务": "task",
    "目标要求": "target",
    "工作目标": "target",
    "目标": "target",
    "工作进度": "due",
    "完成时限": "due",
    "完成时间": "due",
    "时间安排": "due",
    "牵头单位": "lead",
    "责任单位": "responsible",
    "配合单位": "supporting",
    "参与单位": "participating",
    "备注": "blank",
}
"""Column titles that are understood by themselves, and what such a column shows."""


class TableTask(Measured):
    """A task in a decomposition table: what it is, its targets, who and until when."""

    task: Text = Field(title="任务", description="任务名称，就是表里的工作内容。", examples=["促进专利技术产业化"])


class TaskTable(Strict):
    """A decomposition table: one row for each target, number and name of the task merged down."""

    tasks: list[TableTask] = Field(
        min_length=1,
        title="任务分解表",
        description="表里的任务。一条目标一行，序号和任务名称向下合并。",
        examples=[[{"task": "促进专利技术产业化", "responsible": "市科技局", "due": "2010年底"}]],
    )
    columns: list[Column] | None = Field(
        None,
        title="栏目",
        description="表的栏目，从左到右。不写就按用到的内容来。",
        examples=[["序号", "工作内容", "目标要求", "完成时限", "责任单位", "配合单位"]],
    )
    notes: list[Text] = Field(
        default_factory=list,
        title="备注",
        description="表末“备注”一行里的各条，不写序号。",
        examples=[["新闻宣传资料由各有关部门提供。"]],
    )


class Form(Strict):
    """A blank form that units fill in and send back."""

    class _Form(Strict):
        columns: list[Text] = Field(
            min_length=1,
            title="栏目",
            description="表头的各栏，从左到右。最前面的序号栏自动加。",
            examples=[["活动名称", "参加人数", "备注"]],
        )
        rows: Count = Field(5, title="空行数", description="留几行空白，不写是 5 行。", examples=[8])
        fill_in: list[Text] = Field(
            default_factory=list,
            title="填报项",
            description="表上方要填的各项，不写冒号。",
            examples=[["填报单位（盖章）", "填报人"]],
        )
        notes: list[Text] = Field(
            default_factory=list,
            title="填表说明",
            description="表下方的说明，不写序号。",
            examples=[["“参加人数”填实际到场人数。"]],
        )

    form: _Form = Field(
        title="空白表",
        description="发下去填报的表。",
        examples=[{"columns": ["活动名称", "参加人数"], "rows": 8}],
    )


_BLOCK_KEYS = {"section": "section", "task": "task", "item": "item", "tasks": "tasks", "form": "form"}


def _block_kind(value: Any) -> str | None:
    """Which kind of block a value is; None when no key tells."""
    if isinstance(value, str) or value is None:
        return "text"
    if isinstance(value, dict):
        return next((kind for key, kind in _BLOCK_KEYS.items() if key in value), "text" if "text" in value else None)
    kinds: dict[type, str] = {Section: "section", Task: "task", Item: "item", TaskTable: "tasks", Form: "form"}
    return kinds.get(type(value), "text" if isinstance(value, Paragraph) else None)


Block: TypeAlias = Annotated[
    Annotated[Paragraph, Tag("text")]
    | Annotated[Section, Tag("section")]
    | Annotated[Task, Tag("task")]
    | Annotated[Item, Tag("item")]
    | Annotated[TaskTable, Tag("tasks")]
    | Annotated[Form, Tag("form")],
    Discriminator(_block_kind),
]
BLOCK_KEYS = ("text", *_BLOCK_KEYS)
"""The keys of which one must stand in each block."""


def walk(blocks: Sequence[Block | TableTask], path: Path) -> Iterator[tuple[Path, Block | TableTask]]:
    """All blocks below `blocks`, depth first in the order of the paper, each with its path in the file."""
    for index, block in enumerate(blocks):
        here = (*path, index)
        yield here, block
        if isinstance(block, Numbered):
            yield from walk(block.body, (*here, "body"))
        elif isinstance(block, TaskTable):
            yield from walk(block.tasks, (*here, "tasks"))
