"""Blocks that are tables: decomposition table, indicators, plain tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ipplan.model.duty import PERSONS, ROLES, Measured, Strict
from ipplan.model.fields import CellText, Flag, Text, TextsField

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROLE_COLUMNS = {label: key for key, label, _ in ROLES}
COLUMN_TITLES: Mapping[str, str] = {
    "序号": "number",
    "工作内容": "task",
    "工作任务": "task",
    "重点任务": "task",
    "主要任务": "task",
    "任务": "task",
    "目标要求": "target",
    "工作目标": "target",
    "目标任务": "target",
    "目标": "target",
    "工作进度": "due",
    "完成时限": "due",
    "完成时间": "due",
    "时间安排": "due",
    "时限要求": "due",
    **_ROLE_COLUMNS,
    **{label: key for key, label in PERSONS.items()},
    "责任部门": "responsible",
    "牵头部门": "lead",
    "配合部门": "supporting",
    "属性": "kind",
    "基数": "base",
    "分年度目标": "by_year",
    "分地区目标": "by_area",
    "分类目标": "by_class",
    "计算方法": "formula",
    "数据来源": "source",
    "备注": "blank",
}
"""Column titles that are understood by themselves, and what such a column shows."""


class Column(Strict):
    """A column of a decomposition table. A plain string is the short form: its title says what it shows."""

    title: Text = Field(title="栏名", description="表头里的字。", examples=["完成时限"])
    shows: Literal[
        "number", "task", "target", "due", "lead", "responsible", "joint", "supporting", "participating", "guiding",
        "implementing", "lead_person", "person", "kind", "base", "by_year", "by_area", "by_class", "formula", "source",
        "blank",
    ] = Field(title="内容", description="这一栏放什么；blank 是留空。", examples=["due"])  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value not in COLUMN_TITLES:
            raise PydanticCustomError("unknown_column", "不知道“{value}”这一栏放什么", {"value": value})
        return {"title": value, "shows": COLUMN_TITLES[value]}


class TableTask(Measured):
    """A task in a decomposition table: what it is, its targets, who and until when."""

    task: Text = Field(title="任务", description="任务名称，就是表里的工作内容。", examples=["促进专利技术产业化"])
    implements: TextsField = Field(
        (), title="承接", description="承接上级计划的哪项任务。同名的不用写。", examples=["举办知识产权培训班"]
    )

    group: TextsField = Field(
        (),
        title="分组",
        description="这一项起归在哪一组，组名印成一整行，序号自动加。后面几项不写就还在这一组；两层写成列表。",
        examples=["提高创造能力", ["提高创造能力", "专利"]],
    )
    cells: dict[str, Text] = Field(
        default_factory=dict,
        title="自设栏",
        description="自己加的栏里放什么，键是栏名；栏目里要有这一栏，shows 写 blank。",
        examples=[{"项目编号": "ZJ-01"}],
    )

    @field_validator("group")
    @classmethod
    def _two_levels(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) > 2:
            message = "分组最多两层，这里写了{count}层；再往下的写成任务"
            raise PydanticCustomError("too_many_groups", message, {"count": len(names)})
        return names


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
    one_row: Flag = Field(
        False,
        title="一项一行",
        description="一项任务只占一行，几条目标在一格里编号排列。",
        examples=[True],
    )
    notes: list[Text] = Field(
        default_factory=list,
        title="备注",
        description="表末“备注”一行里的各条，不写序号。",
        examples=[["新闻宣传资料由各有关部门提供。"]],
    )

    @model_validator(mode="after")
    def _cells_have_columns(self) -> TaskTable:
        titles = {column.title for column in self.columns or () if column.shows == "blank"}
        for task in self.tasks:
            for title in task.cells:
                if title not in titles:
                    message = (
                        "“{task}”填了“{title}”一栏，columns 里没有这一栏；加一项，title 写“{title}”，shows 写 blank"
                    )
                    raise PydanticCustomError("no_such_column", message, {"task": task.task, "title": title})
        return self


class Indicator(Strict):
    """An indicator: a group of others, or one with its values."""

    name: Text = Field(title="指标", description="指标名称。", examples=["每万人口高价值发明专利拥有量"])
    unit: Text | None = Field(None, title="单位", description="计量单位。", examples=["件"])
    kind: Literal["约束性", "预期性"] | None = Field(
        None, title="属性", description="指标的属性。", examples=["预期性"]
    )
    base: Text | None = Field(None, title="基数", description="基期的数值。", examples=["5.2"])
    values: dict[str, Text] = Field(
        default_factory=dict,
        title="目标值",
        description="各栏的数值，栏名就是键；各指标的栏名合起来是表头。",
        examples=[{"2024年": "6", "2025年": "8"}],
    )
    formula: Text | None = Field(None, title="计算方法", description="指标怎么算。", examples=["授权量÷常住人口"])
    source: Text | None = Field(None, title="数据来源", description="数从哪里来。", examples=["市统计局"])
    responsible: Text | None = Field(None, title="责任单位", description="负责的单位。", examples=["市知识产权局"])
    parts: list[Indicator] = Field(
        default_factory=list,
        title="下级指标",
        description="二级、三级指标；有了下级，这一项就是分组。",
        examples=[[{"name": "发明专利授权量", "unit": "件", "values": {"2025年": "50"}}]],
    )


class IndicatorTable(Strict):
    """A table of indicators with up to three levels."""

    indicators: list[Indicator] = Field(
        min_length=1,
        title="指标表",
        description="指标，可以分一级、二级、三级。",
        examples=[[{"name": "专利授权量", "unit": "件", "values": {"2024年": "3000", "2025年": "3300"}}]],
    )
    title: Text | None = Field(None, title="表名", description="表上方的标题。", examples=["表1　主要指标"])
    base_title: Text = Field("基期值", title="基数栏名", description="基数一栏的栏名。", examples=["2020年"])
    notes: list[Text] = Field(
        default_factory=list, title="注", description="表下方的注。", examples=[["数据为年末数。"]]
    )


class PlainTable(Strict):
    """A table as it stands: heads and rows. With `total` the last or first row adds the numbers up."""

    table: list[list[CellText]] = Field(
        min_length=1,
        title="表格",
        description="一行一个列表；空格子写空引号，或者写“—”。",
        examples=[[["南湖区", "120", "80"], ["秀洲区", "100", "60"]]],
    )
    columns: list[Text] = Field(
        min_length=1, title="表头", description="表头的各栏。", examples=[["地区", "专利申请量", "授权量"]]
    )
    title: Text | None = Field(None, title="表名", description="表上方的标题。", examples=["2026年专利指标分解表"])
    unit: Text | None = Field(None, title="单位", description="表右上方的“单位：”。", examples=["件"])
    total: Literal["first", "last"] | None = Field(
        None, title="合计", description="合计行放在最前（first）还是最后（last），数由程序加。", examples=["last"]
    )
    notes: list[Text] = Field(
        default_factory=list, title="注", description="表下方的注。", examples=[["数据为年末数。"]]
    )
