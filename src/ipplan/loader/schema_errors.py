"""What pydantic finds, as diagnostics in Chinese at the place in the file."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel, Tag

from ipplan.diagnostics import Diagnostic, Severity, Span
from ipplan.model.plan import BLOCK_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from ipplan.source import Source
    from ipplan.yamltree.places import Path
    from ipplan.yamltree.tree import Tree

_CODES = {
    "extra_forbidden": "IP101",
    "missing": "IP102",
    "empty_value": "IP103",
    "too_short": "IP103",
    "literal_error": "IP105",
    "bad_flag": "IP105",
    "bad_count": "IP105",
    "bad_label": "IP105",
    "bad_date": "IP302",
    "bad_document_number": "IP602",
}
_WRONG_TYPE = "IP104"


@dataclass(frozen=True, slots=True)
class _Context:
    source: Source
    tree: Tree
    model: type[BaseModel]


def explain_schema_errors(
    source: Source, tree: Tree, model: type[BaseModel], error: ValidationError
) -> list[Diagnostic]:
    """One diagnostic for each mistake, leaving out those that only follow from another."""
    context = _Context(source, tree, model)
    details = error.errors(include_url=False)
    misspelt = {(*_parent(item["loc"]), _nearest_key(context, item)) for item in details if _is_unknown_key(item)}
    return [_diagnostic(context, item) for item in details if item["loc"] not in misspelt]


def _is_unknown_key(item: ErrorDetails) -> bool:
    return item["type"] == "extra_forbidden"


def _parent(loc: Path) -> Path:
    return loc[:-1]


def _diagnostic(context: _Context, item: ErrorDetails) -> Diagnostic:
    message, hint = _message(context, item)
    code = _CODES.get(item["type"], _WRONG_TYPE)
    return Diagnostic(context.source.path, _span(context, item), code, Severity.ERROR, message, hint)


def _span(context: _Context, item: ErrorDetails) -> Span:
    """Where to point: at the key if the key is wrong, at the owner's first line if something is missing in it."""
    place = context.tree.place
    if _is_unknown_key(item) or item["type"] == "empty_value":
        return place.find_key(item["loc"]).span
    if item["type"] == "missing":
        return _first_line(context, place.find(_parent(item["loc"])).span)
    return _first_line(context, place.find(item["loc"]).span)


def _first_line(context: _Context, span: Span) -> Span:
    """The part of a span on its first line, so that a whole block is not underlined."""
    if span.line == span.end_line:
        return span
    return Span(span.line, span.column, span.line, max(span.column + 1, len(context.source.line(span.line)) + 1))


def _message(context: _Context, item: ErrorDetails) -> tuple[str, str | None]:
    """The Chinese message and hint for one pydantic error."""
    key = str(item["loc"][-1]) if item["loc"] else ""
    value = item["input"]
    match item["type"]:
        case "extra_forbidden":
            return f"没有“{key}”这个键", _unknown_key_hint(context, item)
        case "missing":
            return f"缺少“{key}”（{_title(context, item['loc'])}）", f"补上一行 {key}: …"
        case "too_short":
            return f"“{key}”是空的", "至少写一项"
        case "literal_error":
            return f"“{value}”不能用在这里", f"可以写：{_choices(item)}"
        case "union_tag_not_found" | "union_tag_invalid":
            return "看不出这一段是什么", _block_hint(value)
        case "list_type":
            return "这里要一个列表", "每一项另起一行，以“- ”开头"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "这里要“键: 值”的写法", _mapping_hint(value)
        case _:
            return item["msg"], None


def _choices(item: ErrorDetails) -> str:
    return str(item.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")


def _mapping_hint(value: Any) -> str | None:
    if isinstance(value, str) and "：" in value:
        return "冒号要用半角的“:”，后面加一个空格"
    return None


def _block_hint(value: Any) -> str:
    listed = "、".join(BLOCK_KEYS)
    if isinstance(value, dict):
        for key in value:
            if near := difflib.get_close_matches(str(key), BLOCK_KEYS, 1):
                return f"“{key}”是不是“{near[0]}”？"
    return f"要有 {listed} 其中的一个键，或者只是一段文字"


def _unknown_key_hint(context: _Context, item: ErrorDetails) -> str | None:
    if near := _nearest_key(context, item):
        return f"是不是“{near}”？"
    keys = "、".join(_allowed_keys(context, item))
    return f"这里可以写：{keys}" if keys else None


def _nearest_key(context: _Context, item: ErrorDetails) -> str | None:
    near = difflib.get_close_matches(str(item["loc"][-1]), _allowed_keys(context, item), 1, 0.6)
    return near[0] if near else None


def _allowed_keys(context: _Context, item: ErrorDetails) -> list[str]:
    model = _model_at(context.model, _parent(item["loc"]))
    return list(model.model_fields) if model else []


def _title(context: _Context, loc: Path) -> str:
    """The Chinese title of the missing field at `loc`."""
    model = _model_at(context.model, _parent(loc))
    field = model.model_fields.get(str(loc[-1])) if model else None
    return (field.title if field else None) or str(loc[-1])


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel] | None:
    """The model that describes the mapping at `loc`, following fields, list items and union tags."""
    kind: Any = model
    for step in loc:
        kind = _step_into(kind, step)
    models = [member for member in _members(kind) if isinstance(member, type) and issubclass(member, BaseModel)]
    return models[0] if models else None


def _step_into(kind: Any, step: str | int) -> Any:
    tagged = _tagged(kind, step)
    if tagged is not None:
        return tagged
    for member in _members(kind):
        origin, args = get_origin(member), get_args(member)
        if origin is list and isinstance(step, int):
            return args[0]
        if origin is dict and isinstance(step, str):
            return args[1]
        if isinstance(member, type) and issubclass(member, BaseModel) and step in member.model_fields:
            field = member.model_fields[str(step)]
            return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return kind


def _tagged(kind: Any, step: str | int) -> Any:
    """The union member that pydantic calls `step`, if `kind` is a union with tags."""
    for part in _parts(kind):
        if get_origin(part) is Annotated and any(isinstance(m, Tag) and m.tag == step for m in get_args(part)[1:]):
            return get_args(part)[0]
    return None


def _parts(kind: Any) -> Iterator[Any]:
    """`kind` itself and everything inside its unions, annotations kept."""
    yield kind
    if get_origin(kind) is Annotated:
        inner = get_args(kind)[0]
        if get_origin(inner) not in {list, dict}:
            yield from _parts(inner)
    elif get_origin(kind) not in {None, list, dict}:
        for argument in get_args(kind):
            yield from _parts(argument)


def _members(kind: Any) -> Iterator[Any]:
    """The plain types inside unions and annotations."""
    if get_origin(kind) is Annotated:
        yield from _members(get_args(kind)[0])
    elif get_origin(kind) in {None, list, dict}:
        yield kind
    else:
        for argument in get_args(kind):
            yield from _members(argument)
