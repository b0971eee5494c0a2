"""The structure of plan and project files as the appendix of the reference shows it, told by the models."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import Tag

from ipplan.model import fields, header
from ipplan.model.allocations import AllocationTable, Area
from ipplan.model.blocks import Block, Box, Item, Labelled, Note, Paragraph, Phase, Section, Task
from ipplan.model.breakdowns import Breakdown
from ipplan.model.duty import Base, Duty, Target
from ipplan.model.forms import Form, FormField, GridField
from ipplan.model.persons import Attendance, Contact, Signer
from ipplan.model.plan import Forwarded, Notice, Paper, Plan, PlanFile
from ipplan.model.printing import Print
from ipplan.model.project import Checking, Exceptions, Group, Office, Project, Unit
from ipplan.model.tables import (
    Column,
    Indicator,
    IndicatorTable,
    PlainTable,
    TableTask,
    TaskTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

MODELS: dict[type[BaseModel], str] = {
    PlanFile: "计划文件", Notice: "通知", Forwarded: "转发", Plan: "计划", Paper: "附件", Print: "印法",
    Signer: "签署人", Attendance: "出席人员",
    Contact: "联系人", Duty: "职责", Paragraph: "段落", Section: "小节", Task: "任务", Item: "条目", Phase: "阶段",
    Labelled: "分项", Box: "专栏", Note: "注", TaskTable: "任务分解表", TableTask: "表任务", Column: "栏",
    IndicatorTable: "指标表", Indicator: "指标", AllocationTable: "指标分解表", Area: "地区",
    Breakdown: "目标分解表",
    PlainTable: "表格", Form: "空白表",
    Form.model_fields["form"].annotation: "空白表内容", FormField: "填写项", GridField: "登记格",
    Target: "目标", Base: "基数", Project: "项目文件",
    Office: "本机关", Unit: "名录单位", Group: "统称", Checking: "检查", Exceptions: "部分文件的检查",
}  # fmt: skip
"""The mappings in the order of the appendix."""

SHORT = (Paragraph, Target, Column, Unit, Group, FormField, GridField)
"""Those for which a plain text may stand."""

FIELDS = {
    "Text": "文字", "TextsField": "几段文字",
    "CellText": "格", "Flag": "是否", "Count": "个数", "DateField": "日期", "NumberField": "文号",
    "UnitsField": "单位", "PersonField": "人", "FormatField": "格式",
    "SheetsField": "版式",
    "CopyNumberField": "份号", "SecrecyPeriodField": "保密期限",
    "NamesField": "单位", "CodeField": "代字", "ScheduleField": "时限", "LabelField": "序号", "NumberingField": "编号",
}  # fmt: skip
NAMES = {repr(vars(header).get(name, vars(fields).get(name))): said for name, said in FIELDS.items()}


def structure() -> str:
    """One line for each mapping, and one for the blocks."""
    lines = []
    for model, name in MODELS.items():
        short = "文字 | " if model in SHORT else ""
        lines.append(f"{name} = {short}{{ {', '.join(_keys(model))} }}")
        if model is Duty:
            lines.append("块 = " + " | ".join(MODELS[kind] for kind in _blocks()))
    return "\n".join(lines) + "\n"


def _blocks() -> Iterator[type[BaseModel]]:
    for tagged in get_args(get_args(Block)[0]):
        yield get_args(tagged)[0]


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """Own keys with their kinds; those of a duty are named together, behind the ones that must be written."""
    hints = get_type_hints(model, include_extras=True)
    taken = Duty.model_fields if issubclass(model, Duty) and model is not Duty else {}
    own = {key: field for key, field in model.model_fields.items() if key not in taken}
    for key, field in sorted(own.items(), key=lambda item: not item[1].is_required()):
        yield f"{key}{'' if field.is_required() else '?'}: {_kind(hints[key], least=_least(field))}"
    if taken:
        yield "...职责"


def _least(field: FieldInfo) -> int:
    return max((getattr(one, "min_length", 0) for one in field.metadata), default=0)


def _kind(hint: Any, *, least: int = 0) -> str:
    if repr(hint) in NAMES:
        return NAMES[repr(hint)]
    origin, inside = get_origin(hint), get_args(hint)
    if origin is list:
        return f"[ {_kind(inside[0])}{'+' if least else ''} ]"
    if origin is dict:
        return f"{{ 名: {_kind(inside[1])} }}"
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in inside)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(_kind(one) for one in inside if one is not type(None)))
    if origin is Annotated:
        if hint == Block:
            return "块"
        kind, *rest = inside
        untagged = tuple(one for one in rest if not isinstance(one, Tag))
        return _kind(Annotated[(kind, *untagged)] if len(untagged) < len(rest) and untagged else kind, least=least)
    return MODELS[hint]
