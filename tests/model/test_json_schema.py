import json
import re
from datetime import date
from pathlib import Path
from typing import get_type_hints

import jsonschema
import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from ipplan.model.allocations import AllocationTable, Area
from ipplan.model.blocks import Block, Box, Item, Labelled, Note, Paragraph, Phase, Section, Task
from ipplan.model.breakdowns import Breakdown
from ipplan.model.duty import Base, Target
from ipplan.model.fields import LabelField
from ipplan.model.forms import Form, FormField, GridField
from ipplan.model.json_schema import DIALECT, plan_schema, project_schema
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
from ipplan.terms.labels import parse_label

ROOT = Path(__file__).parents[2]
SCHEMAS = {"plan": plan_schema(), "project": project_schema()}


class Included(BaseModel):
    """What the loader expands before any model sees it."""

    include: str


MODELS = {
    model.__name__: model
    for model in (
        AllocationTable, Area, Attendance, Breakdown,
        Base, Box, Checking, Column, Contact, Exceptions, Form, Forwarded, Group, Indicator, IndicatorTable, Item,
        Labelled, Note, Notice, Office, Paper, Paragraph, Phase, PlainTable, Plan, Print, Section, FormField,
        GridField, Signer, TableTask,
        Target, Task, TaskTable, Unit,
    )
} | {"FormContent": Form.model_fields["form"].annotation, "Block": None, "Include": Included}  # fmt: skip
CHINESE = re.compile("[一-鿿]")


def as_loaded(value):
    """A JSON value as `ipplan.yamltree` hands it over: every scalar is text."""
    match value:
        case dict():
            return {key: as_loaded(item) for key, item in value.items()}
        case list():
            return [as_loaded(item) for item in value]
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def errors(kind, data):
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMAS[kind]).iter_errors(data)]


def objects(schema):
    """Every mapping of keys that a schema describes: the model's name (the root's is None) and its properties."""
    yield None, schema["properties"]
    for name, definition in schema["$defs"].items():
        for part in (definition, *definition.get("anyOf", ())):
            if "properties" in part:
                yield name, part["properties"]


def properties():
    for kind, schema in SCHEMAS.items():
        root = PlanFile if kind == "plan" else Project
        for name, keys in objects(schema):
            for key, described in keys.items():
                yield pytest.param(root if name is None else MODELS[name], key, described, id=f"{kind}-{name}-{key}")


def definitions():
    for kind, schema in SCHEMAS.items():
        yield pytest.param(PlanFile if kind == "plan" else Project, schema, id=kind)
        for name, definition in schema["$defs"].items():
            yield pytest.param(MODELS[name], definition, id=f"{kind}-{name}")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_file_is_up_to_date(kind):
    """The published file is what the models say; write it anew with `ipplan schema`."""
    text = json.dumps(SCHEMAS[kind], ensure_ascii=False, indent=2) + "\n"
    assert (ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8") == text


@pytest.mark.parametrize("kind", SCHEMAS)
def test_is_a_schema_of_its_dialect(kind):
    """It is valid 2020-12, has no address of its own, and refers only to what it defines."""
    schema = SCHEMAS[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(schema, ensure_ascii=False)
    assert schema["$schema"] == DIALECT
    assert "$id" not in schema
    assert '"type": "null"' not in text
    used = set(re.findall(r'"#/\$defs/(\w+)"', text))
    assert used == set(schema["$defs"])


def test_the_order_of_keys_is_the_same_in_every_run():
    """Two calls give the same text, and definitions stand in alphabetical order."""
    assert json.dumps(plan_schema()) == json.dumps(SCHEMAS["plan"])
    assert list(SCHEMAS["plan"]["$defs"]) == sorted(SCHEMAS["plan"]["$defs"])


@pytest.mark.parametrize(("model", "schema"), list(definitions()))
def test_definitions_speak_chinese(model, schema):
    """Each definition has a Chinese title and description, an example the model accepts, and allows no unknown key."""
    assert CHINESE.search(schema["title"])
    assert CHINESE.search(schema["description"])
    adapter = TypeAdapter(Block if model is None else model)
    for example in schema["examples"]:
        adapter.validate_python(as_loaded(example))
    for part in (schema, *schema.get("anyOf", ())):
        if "properties" in part:
            assert part["additionalProperties"] is False


@pytest.mark.parametrize(("model", "key", "schema"), list(properties()))
def test_properties_speak_chinese(model, key, schema):
    """Each key has a Chinese title and description, and examples that the model's field accepts."""
    assert CHINESE.search(schema["title"])
    assert CHINESE.search(schema["description"])
    assert schema["description"].endswith("。")
    assert schema["examples"]
    adapter = TypeAdapter(get_type_hints(model, include_extras=True)[key])
    for example in schema["examples"]:
        adapter.validate_python(as_loaded(example))


@pytest.mark.parametrize(("kind", "schema"), list(SCHEMAS.items()))
def test_examples_fit_the_schema_itself(kind, schema):
    """What the schema shows as an example it also allows."""
    for _, keys in objects(schema):
        for key, described in keys.items():
            whole = {**described, "$defs": schema["$defs"]}
            for example in described["examples"]:
                found = [error.message for error in jsonschema.Draft202012Validator(whole).iter_errors(example)]
                assert not found, f"{kind} {key}: {example}"


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/*plan.yaml")), ids=lambda path: str(path.parent.name))
def test_examples_validate(path):
    """Every example file fits, read as an editor reads it."""
    kind = "project" if path.name == "ipplan.yaml" else "plan"
    assert errors(kind, yaml.safe_load(path.read_text("utf-8"))) == []


def plan(**more):
    return {"version": 2, "plan": {"title": "计划", "body": ["一段。"], **more}}


def notice(**more):
    return {**plan(), "notice": {"number": 2, "date": "2017年2月7日", "to": "各单位", **more}}


ACCEPTED = {
    "version as text": {**plan(), "version": "2"},
    "no version": {"plan": plan()["plan"]},
    "full number": notice(number="连知〔2017〕2号"),
    "open number": notice(number="待定", date="待定", to="待定"),
    "ISO date": notice(date="2017-02-07"),
    "list of addressees": notice(to=["甲局", "乙局"]),
    "number as text value": plan(contact={"name": "张三", "phone": 83279968}),
    "fact as number": plan(facts={"件数": 5500}),
    "years as columns": plan(body=[{"form": {"columns": ["指标", 2023, 2024], "rows": 8}}]),
    "flag": plan(listed=False),
    "Chinese flag": plan(listed="否"),
    "label that looks like a number": plan(body=[{"item": "条目。", "label": 3.0}]),
    "numbering": plan(numbering="none"),
    "named targets": plan(body=[{"task": "任务", "targets": {"篇数": "4篇", "件数": {"text": "5件", "due": "年底"}}}]),
    "listed targets": plan(body=[{"task": "任务", "targets": ["4篇", {"text": "5件", "lead": ["甲局"]}]}]),
    "columns of both forms": plan(
        body=[{"tasks": [{"task": "任务"}], "columns": ["序号", {"title": "要求", "shows": "target"}]}]
    ),
    "nested": plan(body=[{"section": "甲", "body": [{"section": "乙", "body": [{"item": "丙"}]}]}]),
    "notice without a plan": {"notice": {**notice(title="关于报送材料的通知", body=["请报送。"])["notice"]}},
    "forwarding notice": {
        "notice": notice(forwards={"issuer": "省局", "title": "关于检查的通知", "body": ["请检查。"]})["notice"]
    },
    "every kind of block": plan(
        body=[
            "一段。",
            {"section": "甲", "numbering": "decimal"},
            {"phase": "宣传发动阶段", "due": "3月", "text": "开动员会。"},
            {"part": "主要内容", "text": "建服务站。"},
            {"box": "重大工程", "body": ["建保护中心。"]},
            {"note": "注：年末数。"},
            {"indicators": [{"name": "一级", "parts": [{"name": "二级", "values": {"2025年": 50}}]}]},
            {"table": [["甲县", 120], ["乙县", ""], ["丙区", None]], "columns": ["地区", "件数"], "total": "last"},
        ]
    ),
    "target with all it may have": plan(
        body=[
            {
                "task": "任务",
                "targets": {
                    "拥有量": {
                        "text": "8件",
                        "kind": "预期性",
                        "base": {"value": "5件", "year": "2020年"},
                        "by_year": {"2024年": "6件"},
                        "by_area": {"甲县": 3, "乙县": 5},
                    }
                },
            }
        ]
    ),
    "included blocks": plan(body=["一段。", {"include": "第一部分.yaml"}, {"tasks": [{"include": "任务.yaml"}]}]),
    "print": plan(print={"owners": "labels", "owners_place": "before_stop", "contents": "是", "run_in_stop": "："}),
    "attachment of an attachment": plan(attachments=[{**plan()["plan"], "attachments": [plan()["plan"]]}]),
}

SPOILED = {
    "notice without body and plan": {"notice": notice()["notice"]},
    "part without text": plan(body=[{"part": "主要内容"}]),
    "empty box": plan(body=[{"box": "重大工程", "body": []}]),
    "table without heads": plan(body=[{"table": [["甲", "1"]]}]),
    "bad place of the total": plan(body=[{"table": [["甲", "1"]], "columns": ["地区", "数"], "total": "middle"}]),
    "bad kind of indicator": plan(body=[{"indicators": [{"name": "甲", "kind": "指导性"}]}]),
    "unknown key": {**plan(), "note": "x"},
    "misspelt key": plan(boddy=[]),
    "misspelt key in a block": plan(body=[{"section": "甲", "lable": "一、"}]),
    "misspelt kind of block": plan(body=[{"sektion": "甲"}]),
    "two kinds in one block": plan(body=[{"section": "甲", "task": "乙"}]),
    "missing title": {"version": 2, "plan": {"body": ["一段。"]}},
    "neither plan nor notice": {"version": 2},
    "missing date": {**plan(), "notice": {"number": 2, "to": "各单位"}},
    "empty body": plan(body=[]),
    "empty value": plan(theme=None),
    "empty text": plan(theme=""),
    "list for text": plan(title=["甲"]),
    "text for list": plan(body="一段。"),
    "mapping for text": plan(body=[{"text": {"甲": "乙"}}]),
    "text for number of rows": plan(body=[{"form": {"columns": ["甲"], "rows": "八"}}]),
    "bad enum": plan(print={"owners": "inline"}),
    "bad flag": plan(listed="maybe"),
    "unknown column": plan(body=[{"tasks": [{"task": "任务"}], "columns": ["负责人"]}]),
    "unknown kind of column": plan(body=[{"tasks": [{"task": "任务"}], "columns": [{"title": "甲", "shows": "who"}]}]),
    "bad date": notice(date="2017.2.7"),
    "month 13": notice(date="2017年13月7日"),
    "day 32": notice(date="2017-02-32"),
    "wrong brackets": notice(number="连知[2017]2号"),
    "serial 0": notice(number=0),
    "bad label": plan(body=[{"item": "条目。", "label": "第三"}]),
    "earlier version": {**plan(), "version": 1},
    "earlier key": plan(owner_style="line"),
    "later version": {**plan(), "version": 3},
    "not a mapping": ["计划"],
}


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED)
def test_accepts(data):
    """Short forms, and numbers and booleans where a drafter writes them, fit both the schema and the model."""
    assert errors("plan", data) == []
    if data not in (ACCEPTED["label that looks like a number"], ACCEPTED["included blocks"]):
        PlanFile.model_validate(as_loaded(data))


@pytest.mark.parametrize("data", SPOILED.values(), ids=SPOILED)
def test_rejects(data):
    """Each kind of mistake is found by the schema."""
    assert errors("plan", data)


@pytest.mark.parametrize(
    "data",
    [
        {"version": 1, "offices": {}},
        {"office": {"code": "连知"}},
        {"units": [{"name": "市科技局", "full_name": "嘉兴市科学技术局"}]},
        {"groups": ["各县区", {"members": ["甲县"]}]},
    ],
)
def test_rejects_project(data):
    """Mistakes in the project file are found too."""
    assert errors("project", data)


LABELS = ("一、", "（一）", "(十二)", "1.", "3、", "12．", "（1）", "第一章", "第十节", "①", "⒈", "⑴", "㈠", "二十五、")
NO_LABELS = ("一", "1", "第三", "a.", "（a）", "一.", "0.", "第1章", "一、二、", "")


@pytest.mark.parametrize("words", [*LABELS, *NO_LABELS])
def test_labels_are_those_of_the_grammar(words):
    """The pattern for labels accepts what the tool understands, and nothing else."""
    pattern = TypeAdapter(LabelField).json_schema()["pattern"]
    if words in LABELS:
        assert parse_label(words)
    else:
        with pytest.raises(ValueError, match="not a heading label"):
            parse_label(words)
    assert bool(re.search(pattern, words)) is (words in LABELS)


@pytest.mark.parametrize("day", [date(2017, 1, 1), date(2017, 12, 31), date(2020, 2, 29)])
def test_dates_in_both_forms(day):
    """The pattern for dates accepts every day, written either way."""
    for words in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y年%m月%d日}"):
        assert errors("plan", notice(date=words)) == []
