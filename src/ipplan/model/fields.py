"""Field types of the plan file: natural Chinese values that are understood while they are read.

Each type turns the text of a YAML scalar into its meaning and keeps the words. Errors carry the stable type names that
`ipplan.loader.schema_errors` turns into diagnostics; their messages are Chinese and complete.
"""

from __future__ import annotations

import datetime
import re
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ipplan.formats import Format
from ipplan.resources import is_sheet_file, named_sheets
from ipplan.terms.dates import parse_date
from ipplan.terms.document_number import parse_document_number
from ipplan.terms.labels import Label, parse_label
from ipplan.terms.owners import UnitList, split_units
from ipplan.terms.schedule import Schedule, parse_schedule


class Open(Enum):
    """A value that is not decided yet, written `待定`; a plan with one can be drafted but not issued."""

    OPEN = "待定"

    def __str__(self) -> str:
        return self.value


OPEN = Open.OPEN
NONE_WORDS = frozenset({"无", "—", "-", "／", "/"})
"""What stands for “nobody” or “nothing” where a value would otherwise be taken over from the parent."""


def _text(value: Any) -> str:
    if value is None:
        raise PydanticCustomError("empty_value", "没有写内容")
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "这里要一段文字，不是列表或映射")
    if not value.strip():
        raise PydanticCustomError("empty_value", "没有写内容")
    return value


def _cell(value: Any) -> str:
    """A cell of a table, which may be empty."""
    return "" if value is None or value == "" else _text(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    known = _FLAGS.get(value.lower()) if isinstance(value, str) else None
    if known is None:
        raise PydanticCustomError("bad_flag", "只能写 true 或 false，不是“{value}”", {"value": shown(value)})
    return known


_FLAGS = {"true": True, "是": True, "false": False, "否": False}


def shown(value: Any) -> str:
    """A wrong value for a message; lists and mappings are named, not spelt out."""
    match value:
        case list():
            return "列表"
        case dict():
            return "映射"
        case None:
            return "空白"
        case _:
            return str(value)


def _count(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise PydanticCustomError("bad_count", "这里要一个整数，不是“{value}”", {"value": shown(value)})


def _date(value: Any) -> datetime.date | Open:
    if _text(value) == OPEN.value:
        return OPEN
    try:
        return parse_date(value)
    except ValueError:
        raise PydanticCustomError(
            "bad_date", "日期“{value}”读不懂或不存在，写成 2017年2月7日 或 2017-02-07", {"value": value}
        ) from None


def _number(value: Any) -> str | int | Open:
    words = _text(value)
    if words == OPEN.value:
        return OPEN
    if re.fullmatch(r"[1-9][0-9]{0,4}", words):
        return int(words)
    try:
        return str(parse_document_number(words))
    except ValueError:
        raise PydanticCustomError(
            "bad_document_number",
            "发文字号“{value}”不合规范，要像 连知〔2017〕2号：代字、六角括号里四位数的年份、不补零的顺序号、“号”",
            {"value": words},
        ) from None


def _texts(value: Any) -> tuple[str, ...]:
    """One text, or a list of texts."""
    return tuple(_text(item) for item in ((value or [None]) if isinstance(value, list) else [value]))


def _units(value: Any) -> UnitList:
    """An owner list: one string as it will be printed, or a YAML list, which is printed with 、 between the names."""
    if isinstance(value, list):
        return split_units("、".join(_text(item) for item in value))
    words = _text(value)
    return split_units("") if words in NONE_WORDS else split_units(words)


def _person(value: Any) -> str:
    """A person; 无 takes an inherited one away and prints as nothing."""
    words = _text(value)
    return "" if words in NONE_WORDS else words


def _named_units(value: Any) -> UnitList:
    """Units of which there must be at least one."""
    units = _units(value)
    if not units.names:
        raise PydanticCustomError("empty_value", "至少要写一个单位")
    return units


def _schedule(value: Any) -> Schedule:
    """A deadline; 无 takes an inherited one away and prints as nothing."""
    words = _text(value)
    return Schedule("", None, None) if words in NONE_WORDS else parse_schedule(words)


def _code(value: Any) -> str:
    words = _text(value)
    if not re.fullmatch("[一-鿿〇]{2,20}", words):
        raise PydanticCustomError("bad_code", "发文机关代字“{value}”只能是汉字，例如 连知", {"value": words})
    return words


def _format(value: Any) -> Format:
    words = _text(value)
    known = next((form for form in Format if form == words), None)
    if known is None:
        choices = "、".join(Format)
        message = "没有“{value}”这种格式，可以写：{choices}"
        raise PydanticCustomError("bad_format", message, {"value": words, "choices": choices})
    return known


def _sheets(value: Any) -> tuple[str, ...]:
    """Names of sheets of ours, and of files."""
    names = _texts(value)
    for name in names:
        if not (is_sheet_file(name) or name in named_sheets()):
            message = "没有“{value}”这种版式，可以写：{choices}，或者版式文件的名字（.yaml）"
            choices = "、".join(named_sheets())
            raise PydanticCustomError("bad_sheet", message, {"value": name, "choices": choices})
    return names


def _label(value: Any) -> Label:
    words = _text(value)
    try:
        return parse_label(words)
    except ValueError:
        raise PydanticCustomError(
            "bad_label", "“{value}”不是序号，可写 一、 （一） 1. （1）", {"value": words}
        ) from None


class NumberingMode(Enum):
    """Ways to number a level that are no form of label: not at all, or 1.1 under 1."""

    NONE = "none"
    DECIMAL = "decimal"


def _numbering(value: Any) -> Label | NumberingMode:
    if isinstance(value, str) and value in {mode.value for mode in NumberingMode}:
        return NumberingMode(value)
    return _label(value)


# The JSON Schemas describe values as an editor's YAML parser sees them: there `phone: 83279968` is a number and
# `listed: false` a boolean, while `ipplan.yamltree` keeps the text of both. Editors show `patternErrorMessage`
# instead of the pattern.
WORDS_SCHEMA = {"type": ["string", "number"], "minLength": 1}
"""A text; what looks like a number is one to an editor, and a text to us."""

_MONTH, _DAY = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
_DATE_PATTERN = f"^([0-9]{{4}}年{_MONTH}月{_DAY}日|[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|待定)$"
_NUMBER_PATTERN = "^([一-鿿〇]{1,20}〔[0-9]{4}〕[1-9][0-9]{0,4}号|待定)$"
_HAN, _ARABIC = "[零一二三四五六七八九十百千]{1,9}", "[1-9][0-9]{0,3}"
_LABEL_FORMS = f"{_HAN}、|[（(]({_HAN}|{_ARABIC})[）)]|{_ARABIC}[.．、]|第{_HAN}[章节]|[①-⑳㉑-㉟㊱-㊿⒈-⒛⑴-⒇㈠-㈩]"


def _string_schema(**more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, **more})


def _label_schema(*words: str) -> WithJsonSchema:
    """A label; `1.` without quotes is a number to an editor."""
    pattern = f"^({'|'.join([_LABEL_FORMS, *words])})$"
    message = f"这里要一个序号，可写 {' '.join(['一、 （一） 1. （1）', *words])}"
    shape = {"type": ["string", "number"], "exclusiveMinimum": 0}
    return WithJsonSchema({**shape, "pattern": pattern, "patternErrorMessage": message})


# The reader of the tree trims values, so that a blank one is empty; pydantic alone checks this ten times faster than a
# function of ours would, and most values of a plan are texts.
Text: TypeAlias = Annotated[str, Field(strict=True, min_length=1), WithJsonSchema(WORDS_SCHEMA)]
if TYPE_CHECKING:
    _Units: TypeAlias = UnitList
    _Schedule: TypeAlias = Schedule
    _Label: TypeAlias = Label
else:
    # pydantic would look into these dataclasses and all that their meanings consist of, only to print them as JSON;
    # that took half of the start of every command.
    _Units = _Schedule = _Label = Any

TextsField: TypeAlias = Annotated[
    tuple[str, ...],
    PlainValidator(_texts),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
            ]
        }
    ),
]
CellText: TypeAlias = Annotated[str, PlainValidator(_cell), WithJsonSchema({"type": ["string", "number", "null"]})]
Flag: TypeAlias = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"enum": [True, False, "是", "否"]})]
Count: TypeAlias = Annotated[
    int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 9999})
]
DateField: TypeAlias = Annotated[
    datetime.date | Open,
    PlainValidator(_date),
    _string_schema(pattern=_DATE_PATTERN, patternErrorMessage="日期写成 2017年2月7日 或 2017-02-07；没定的写 待定"),
]
NumberField: TypeAlias = Annotated[
    str | int | Open,
    PlainValidator(_number),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": _NUMBER_PATTERN,
                    "patternErrorMessage": "发文字号写成 连知〔2017〕2号，年份用六角括号；没定的写 待定",
                },
                {"type": "integer", "minimum": 1, "maximum": 99999},
            ]
        }
    ),
]
UnitsField: TypeAlias = Annotated[
    _Units,
    PlainValidator(_units),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string", "minLength": 1}}]}
    ),
]
PersonField: TypeAlias = Annotated[str, PlainValidator(_person), _string_schema()]
NamesField: TypeAlias = Annotated[
    _Units,
    PlainValidator(_named_units),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string", "minLength": 1}}]}
    ),
]
CodeField: TypeAlias = Annotated[str, PlainValidator(_code), _string_schema(pattern="^[一-鿿〇]{2,20}$")]
FormatField: TypeAlias = Annotated[Format, PlainValidator(_format), WithJsonSchema({"enum": list(map(str, Format))})]
_SHEET_SCHEMA = {"anyOf": [{"enum": sorted(named_sheets())}, {"type": "string", "pattern": "[.][Yy][Aa]?[Mm][Ll]$"}]}
SheetsField: TypeAlias = Annotated[
    tuple[str, ...],
    PlainValidator(_sheets),
    WithJsonSchema({"anyOf": [*_SHEET_SCHEMA["anyOf"], {"type": "array", "items": _SHEET_SCHEMA, "minItems": 1}]}),
]
ScheduleField: TypeAlias = Annotated[_Schedule, PlainValidator(_schedule), _string_schema()]
LabelField: TypeAlias = Annotated[_Label, PlainValidator(_label), _label_schema()]
NumberingField: TypeAlias = Annotated[
    _Label | NumberingMode, PlainValidator(_numbering), _label_schema("none", "decimal")
]
