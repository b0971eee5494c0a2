"""JSON Schemas of plan and project files, for the editor that completes and explains them.

pydantic writes them from the models. What it cannot know is added here: the short forms, one name for the union of
blocks, Chinese words for the models themselves, and that an empty value is a mistake although a key may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema

from ipplan.model.fields import WORDS_SCHEMA
from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.model.tables import COLUMN_TITLES
from ipplan.model.versions import OLD_VERSION, PRESENT_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_INCLUDE: Schema = {"$ref": "#/$defs/Include"}
_INCLUDED: Schema = {
    "title": "包含",
    "description": "这里放另一个文件里的各项，那个文件是一个列表。",
    "examples": [{"include": "第一部分.yaml"}],
    "type": "object",
    "properties": {
        "include": {
            "title": "包含的文件",
            "description": "文件名，从这个文件所在处算起，要在计划的文件夹里。",
            "examples": ["第一部分.yaml"],
            "type": "string",
            "minLength": 1,
        }
    },
    "required": ["include"],
    "additionalProperties": False,
}
"""What `ipplan.loader.includes` puts the blocks of another file for; no model knows it."""

_SHORT_FORMS: Mapping[str, Schema] = {
    "Paragraph": WORDS_SCHEMA,
    "Target": WORDS_SCHEMA,
    "Column": {"enum": list(COLUMN_TITLES)},
    "TableTask": _INCLUDE,
    "Unit": WORDS_SCHEMA,
    "Group": WORDS_SCHEMA,
    "FormField": WORDS_SCHEMA,
    "GridField": WORDS_SCHEMA,
}
"""What may stand for a model instead of a mapping."""

_VERSIONS = frozenset({OLD_VERSION, PRESENT_VERSION})
"""What a version is written as, in plan and project files."""

_NAMES: Mapping[str, str] = {"_Form": "FormContent"}
"""Models that the schema calls by another name."""

_MODELS: Mapping[str, tuple[str, str, Any]] = {
    "PlanFile": (
        "计划文件",
        "一份计划，和印发它的通知；也可以只有计划，或者只有通知。",
        {"version": 2, "plan": {"title": "2017年工作计划", "body": ["一段文字。"]}},
    ),
    "Project": (
        "项目文件",
        "同一文件夹里各份计划共用的事实。",
        {"version": 1, "office": {"name": "连云港市知识产权局"}},
    ),
    "AllocationTable": (
        "指标分解表",
        "各地区、各单位分到的数，合计和小计由程序加。",
        {"allocation": [{"area": "南湖区", "values": {"专利授权量": "120"}}], "total": "last"},
    ),
    "Area": ("地区或单位", "指标分解表里的一个地区或单位。", {"area": "南湖区", "values": {"专利授权量": "120"}}),
    "Attendance": ("出席人员", "会议的出席、请假、列席人员。", {"present": "林海生、周望舒", "excused": "郑平"}),
    "Base": ("基数", "目标从多少起。", {"value": "5件", "year": "2020年"}),
    "Block": (
        "内容块",
        "一段文字，或者小节、任务、条目、阶段、分项、专栏、注、任务分解表、指标表、指标分解表、目标分解表、表格、空白表之一。",
        "各县区要认真组织实施。",
    ),
    "Box": ("专栏", "带框的几段文字，标题前的“专栏1”自动编。", {"box": "重大工程", "body": ["建设保护中心。"]}),
    "Checking": ("检查", "怎样检查这里的计划，render 也照它办。", {"ignore": {"IP303": "一律指月底"}}),
    "Breakdown": (
        "目标分解表",
        "用目标里写好的分地区、分类、分年度的数做成的表。",
        {"breakdown": ["专利授权量", "有效注册商标"], "total": "last"},
    ),
    "Column": ("栏", "任务分解表的一栏。栏名本身说明内容的，只写栏名。", "完成时限"),
    "Contact": ("联系人", "正文后面的联系人一行。", {"name": "朱煜", "phone": "025-83279968"}),
    "Exceptions": ("部分文件的检查", "只管一部分文件的设置。", {"ignore": {"IP5": "老文件照录原文"}}),
    "Form": ("空白表", "发下去填报、再报回来的表。", {"form": {"columns": ["活动名称", "参加人数"]}}),
    "FormContent": (
        "空白表的内容",
        "栏目和空行，或者登记表的各格；填报项、签字行和填表说明。",
        {"columns": ["活动名称"], "rows": 8},
    ),
    "FormField": ("填写项", "要填的一栏或者一项。只写栏名也可以。", {"title": "参加人数", "unit": "人"}),
    "GridField": (
        "登记表的格",
        "栏名和填的地方。只写栏名也可以。",
        {"title": "单位意见", "lines": 4, "sign": "（盖章）"},
    ),
    "Forwarded": (
        "转发的文件",
        "别的机关的文件：标题、全文、文号和日期。",
        {"issuer": "省知识产权局", "title": "关于开展检查的通知", "body": ["请认真开展检查。"]},
    ),
    "Group": ("统称", "几个单位合起来的叫法。只写名称也可以。", "各成员单位"),
    "Indicator": (
        "指标",
        "指标表里的一项；有下级的是分组。",
        {"name": "专利授权量", "unit": "件", "values": {"2025年": "3300"}},
    ),
    "IndicatorTable": (
        "指标表",
        "指标和各年的数，可以分一级、二级、三级。",
        {"indicators": [{"name": "专利授权量", "unit": "件", "values": {"2025年": "3300"}}]},
    ),
    "Item": ("条目", "带序号的一段文字，没有单独的标题。", {"item": "宣传知识产权法律法规。"}),
    "Labelled": ("分项", "冒号前有几个字的一段，例如“主要内容：……”。", {"part": "主要内容", "text": "建设服务站。"}),
    "Note": ("注", "正文或者表下面小一号的一段说明。", {"note": "注：带▲的为约束性指标。"}),
    "Notice": (
        "通知",
        "印发计划、转发文件或者单独发的通知。",
        {"number": "连知〔2017〕2号", "date": "2017年2月7日", "to": "各县区知识产权局"},
    ),
    "Office": ("本机关", "发文机关。", {"name": "连云港市知识产权局", "code": "连知"}),
    "Paper": ("附件", "一份附件：标题和内容。", {"title": "活动情况汇总表", "body": ["一段文字。"]}),
    "Paragraph": ("段落", "一段没有序号的文字。只写文字也可以。", "活动结束后，报送总结。"),
    "Phase": ("阶段", "有起止时间的一步，时间印在名称后的括号里。", {"phase": "宣传发动阶段", "due": "3月"}),
    "PlainTable": (
        "表格",
        "照样印的表：表头、各行，需要的加一行合计。",
        {"table": [["南湖区", "120"]], "columns": ["地区", "专利申请量"], "total": "last"},
    ),
    "Plan": ("计划", "计划的标题、内容和附件。", {"title": "2017年工作计划", "body": ["一段文字。"]}),
    "Print": ("怎么印", "单位、目录和接排标题的印法。", {"owners": "line"}),
    "Section": ("小节", "标题和它下面的内容。", {"section": "总体要求", "body": ["一段文字。"]}),
    "Target": ("目标", "任务的一条目标。只写文字也可以。", "年注册商标数2800件"),
    "Task": ("任务", "有人负责的一件事。", {"task": "促进专利技术产业化", "responsible": "市科技局"}),
    "Signer": ("签署人", "签署命令等公文的人。", {"post": "市长", "name": "林海生"}),
    "TableTask": (
        "表里的任务",
        "任务分解表里的一项任务：名称、目标、单位和时限。",
        {"task": "促进专利技术产业化", "responsible": "市科技局", "due": "2010年底"},
    ),
    "TaskTable": ("任务分解表", "一条目标一行的表。", {"tasks": [{"task": "促进专利技术产业化", "due": "2010年底"}]}),
    "Unit": ("单位", "名录里的一个单位。只写名称也可以。", "市财政局"),
}
"""Title, description and example of each model, in the words of the drafter."""


_PLAN_OR_NOTICE: Mapping[str, Schema] = {
    "if": {"properties": {"notice": {"not": {"anyOf": [{"required": ["body"]}, {"required": ["forwards"]}]}}}},
    "then": {"required": ["plan"]},
}
"""A notice that neither speaks for itself nor passes a paper on issues a plan; without a notice there is one too."""


def plan_schema() -> Schema:
    """The JSON Schema of a plan file, as an editor's YAML parser sees the file."""
    return {**_schema(PlanFile), **_PLAN_OR_NOTICE}


def project_schema() -> Schema:
    """The JSON Schema of a project file, as an editor's YAML parser sees the file."""
    return _schema(Project)


class _InWrittenOrder(GenerateJsonSchema):
    """Keeps keys in the order of the models, also inside examples."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Leave the order alone; it is the same in every run."""
        del parent_key
        return value


def _schema(model: type[BaseModel]) -> Schema:
    raw: Schema = _rewritten(model.model_json_schema(schema_generator=_InWrittenOrder), _tidy)
    definitions: Schema = raw.pop("$defs")
    if "Section" in definitions:
        definitions["Block"] = _block_definition(definitions)
        definitions["Include"] = dict(_INCLUDED)
        raw, definitions = (_rewritten(part, _name_blocks) for part in (raw, definitions))
    described = {name: _described(name, _required_first(definitions[name])) for name in sorted(definitions)}
    return {"$schema": DIALECT, **_described(model.__name__, raw), "$defs": described}


def _rewritten(node: Any, rewrite: Callable[[Schema], Schema]) -> Any:
    """A copy of a schema in which every mapping, innermost first, went through `rewrite`."""
    match node:
        case dict():
            return rewrite({_NAMES.get(key, key): _rewritten(value, rewrite) for key, value in node.items()})
        case list():
            return [_rewritten(value, rewrite) for value in node]
        case _:
            return node


def _tidy(node: Schema) -> Schema:
    """Drop what pydantic adds for None and for a model, and let a version be a number, as which an editor reads it."""
    if node.get("default", ...) is None or isinstance(node.get("default"), dict):
        del node["default"]
    if node.get("const") in _VERSIONS:
        number = int(node["const"])
        rest = {key: node[key] for key in node if key not in {"const", "type"}}
        return {**rest, "enum": [number, str(number)], "default": number}
    if isinstance(node.get("$ref"), str):
        node["$ref"] = _renamed(node["$ref"])
    options = [option for option in node.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        return {**options[0], **{key: value for key, value in node.items() if key != "anyOf"}}
    return {**node, "anyOf": options} if options else node


def _renamed(reference: str) -> str:
    folder, _, name = reference.rpartition("/")
    return f"{folder}/{_NAMES.get(name, name)}"


_BLOCK = {"$ref": "#/$defs/Block"}


def _block_definition(definitions: Schema) -> Schema:
    """The union of blocks, taken from where pydantic wrote it out."""
    return {"anyOf": [*definitions["Section"]["properties"]["body"]["items"]["oneOf"], _INCLUDE]}


def _name_blocks(node: Schema) -> Schema:
    """Refer to the union of blocks by name; other unions become `anyOf`, whose messages editors word better."""
    if "oneOf" not in node:
        return node
    options = node.pop("oneOf")
    return dict(_BLOCK) if {"$ref": "#/$defs/Section"} in options else {**node, "anyOf": options}


def _described(name: str, schema: Schema) -> Schema:
    """A model's schema with its Chinese words, and its short form beside it."""
    if name == "Include":
        return schema
    title, description, example = _MODELS[name]
    words = {"title": title, "description": description, "examples": [example]}
    body = {key: value for key, value in schema.items() if key not in words}
    if name in _SHORT_FORMS:
        body = {"anyOf": [_SHORT_FORMS[name], body]}
    return {**words, **body}


def _required_first(schema: Schema) -> Schema:
    """A model's schema with the keys that must be written before the others: that which names a block leads it."""
    if "properties" not in schema:
        return schema
    required = schema.get("required", ())
    return {
        **schema,
        "properties": dict(sorted(schema["properties"].items(), key=lambda item: item[0] not in required)),
    }
