"""What pydantic finds, as diagnostics in Chinese at the place in the file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ipplan.diagnostics import Correction, Diagnostic, Severity, Span
from ipplan.loader.model_walk import Spot, locate, model_of
from ipplan.loader.suggestions import nearest, nearest_key, right_number
from ipplan.model.blocks import BLOCK_KEYS
from ipplan.model.tables import COLUMN_TITLES
from ipplan.model.versions import PRESENT_VERSION
from ipplan.yamltree.letters import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from ipplan.source import Source
    from ipplan.yamltree.places import Path
    from ipplan.yamltree.tree import Data, Tree

MAX_EXPLAINED = 200
"""Mistakes that are explained one by one; nobody reads more of them in one sitting."""

_CODES = {
    "extra_forbidden": "IP101",
    "missing": "IP102",
    "missing_plan": "IP102",
    "empty_value": "IP103",
    "string_too_short": "IP103",
    "too_short": "IP103",
    "literal_error": "IP105",
    "bad_flag": "IP105",
    "bad_count": "IP105",
    "bad_label": "IP105",
    "bad_code": "IP105",
    "bad_copy_number": "IP105",
    "bad_secrecy_period": "IP105",
    "bad_format": "IP105",
    "unknown_column": "IP105",
    "no_such_column": "IP105",
    "unknown_indicator": "IP105",
    "bad_form": "IP105",
    "too_many_groups": "IP105",
    "bad_date": "IP302",
    "bad_document_number": "IP602",
}
_WRONG_TYPE = "IP104"
_ELSEWHERE: Final = object()
"""Instead of a wrong value, where pydantic was not asked for it."""


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One error of pydantic with what the file and the model say about its place."""

    source: Source
    tree: Tree
    spot: Spot
    item: ErrorDetails
    value: Any

    @property
    def kind(self) -> str:
        return self.item["type"]

    @property
    def key(self) -> str:
        """The last step of the way to the mistake."""
        return str(self.spot.path[-1]) if self.spot.path else ""


def explain_schema_errors(
    source: Source, tree: Tree, model: type[BaseModel], error: ValidationError
) -> list[Diagnostic]:
    """One diagnostic for each mistake, leaving out those that only follow from another."""
    whole = error.error_count() <= MAX_EXPLAINED
    details = error.errors(include_url=False) if whole else _first_errors(error)
    mistakes = [_mistake(source, tree, locate(model, item["loc"]), item) for item in details]
    return [*map(_diagnostic, _independent(mistakes)), *_too_many(source, error.error_count())]


def _first_errors(error: ValidationError) -> list[ErrorDetails]:
    """As many errors as are explained, without their inputs; only these become objects, of 90,000 that may be there."""
    words, decoder, end = error.json(include_url=False, include_input=False), json.JSONDecoder(), 0
    items: list[ErrorDetails] = []
    for _ in range(MAX_EXPLAINED):
        item, end = decoder.raw_decode(words, end + 1)  # behind the bracket, then behind each comma
        items.append(item)
    return items


def _value_at(data: Data, path: Path) -> Data:
    """The value at a path; steps that the file does not have are skipped, as in `Place.find`."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step), data)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _mistake(source: Source, tree: Tree, spot: Spot, item: ErrorDetails) -> _Mistake:
    value = item.get("input", _ELSEWHERE)
    value = _value_at(tree.data, spot.path) if value is _ELSEWHERE else value
    return _Mistake(tree.place.source_at(spot.path, source), tree, spot, item, value)


def _independent(mistakes: Sequence[_Mistake]) -> Iterator[_Mistake]:
    """Without the missing keys that stand there misspelt, and without what the reader of the tree has said already."""
    misspelt = {(*_parent(m), near) for m in mistakes if (near := _nearest_key(m)) is not None}
    for mistake in mistakes:
        if mistake.spot.path not in misspelt and (mistake.value is not None or not mistake.spot.path):
            yield mistake


def _too_many(source: Source, number: int) -> Iterator[Diagnostic]:
    if number > MAX_EXPLAINED:
        last = Span(len(source.lines), 1, len(source.lines), 1)
        message = f"错误太多：共 {number} 个，只列出前 {MAX_EXPLAINED} 个"
        yield Diagnostic(source.path, last, "IP100", Severity.ERROR, message, "先改好上面这些")


def _parent(mistake: _Mistake) -> Path:
    return mistake.spot.path[:-1]


def _nearest_key(mistake: _Mistake) -> str | None:
    """The key that an unknown key was probably meant to be."""
    if mistake.kind != "extra_forbidden" or mistake.spot.holder is None:
        return None
    return nearest_key(mistake.key, mistake.spot.holder)


def _diagnostic(mistake: _Mistake) -> Diagnostic:
    message, hint = _message(mistake)
    code = _CODES.get(mistake.kind, _WRONG_TYPE)
    return Diagnostic(mistake.source.path, _span(mistake), code, Severity.ERROR, message, hint, _correction(mistake))


def _correction(mistake: _Mistake) -> Correction | None:
    """A document number in the right form; safe where only brackets and spaces differ."""
    value = mistake.value
    right = right_number(value) if mistake.kind == "bad_document_number" else None
    if right is None:
        return None
    edit = Written(mistake.tree.place.find(mistake.spot.path), mistake.source).replacing(0, value, right)
    return Correction((edit,), re.findall(r"\w", value) == re.findall(r"\w", right)) if edit is not None else None


def _span(mistake: _Mistake) -> Span:
    """Where to point: at the key if the key is wrong, at the owner's first line if something is missing in it."""
    place, path = mistake.tree.place, mistake.spot.path
    if mistake.kind == "extra_forbidden":
        return place.find_key(path).span
    if mistake.kind == "missing":
        return _first_line(mistake.source, place.find(_parent(mistake)).span)
    return _first_line(mistake.source, place.find(path).span)


def _first_line(source: Source, span: Span) -> Span:
    """The part of a span on its first line, so that a whole block is not underlined."""
    if span.line == span.end_line:
        return span
    return Span(span.line, span.column, span.line, max(span.column + 1, len(source.line(span.line)) + 1))


def _message(mistake: _Mistake) -> tuple[str, str | None]:
    """The Chinese message and hint for one mistake."""
    key, value = mistake.key, mistake.value
    match mistake.kind:
        case "extra_forbidden":
            return _unknown_key(mistake)
        case "missing":
            return f"缺少“{key}”（{_title(mistake.spot)}）", f"补上一行 {key}: …"
        case "empty_value" | "string_too_short":
            return mistake.item["msg"] if mistake.kind == "empty_value" else "没有写内容", "写上内容，或者删掉这一行"
        case "unknown_column":
            return mistake.item["msg"], _column_hint(value)
        case "too_short":
            return f"“{key}”是空的", "至少写一项"
        case "literal_error":
            return _choice(mistake)
        case "union_tag_not_found" | "union_tag_invalid":
            return "看不出这一段是什么", _block_hint(value)
        case "bad_document_number":
            return f"发文字号“{value}”写法不对", _number_hint(value)
        case "list_type":
            return f"这里要一个列表，不是{_what(value)}", _list_hint(value)
        case "dict_type" | "model_type" | "model_attributes_type":
            return _not_a_mapping(mistake)
        case "not_text" | "string_type":
            return f"这里要一段文字，不是{_what(value)}", _text_hint(value)
        case _:
            return mistake.item["msg"], None


def _what(value: Any) -> str:
    """What somebody wrote, in words."""
    if isinstance(value, list):
        return "列表"
    return "“键: 值”" if isinstance(value, dict) else "一段文字"


def _unknown_key(mistake: _Mistake) -> tuple[str, str | None]:
    holder = mistake.spot.holder
    if mistake.key in BLOCK_KEYS and holder is not None and (first := _block_key(holder)) is not None:
        return f"一段里不能又有“{first}”又有“{mistake.key}”", "分成两段，每段以“- ”开头"
    if mistake.key == "owner_style":
        return "“owner_style”是第 1 版的写法，现在写 print: {owners: …}", f"运行 ipplan migrate {mistake.source.path}"
    near = _nearest_key(mistake)
    hint = f"是不是“{near}”？" if near else _keys_hint(holder)
    return f"没有“{mistake.key}”这个键", hint


def _block_key(holder: type[BaseModel]) -> str | None:
    """The key that says which kind of block a model is."""
    return next((key for key in BLOCK_KEYS if key != "text" and key in holder.model_fields), None)


def _keys_hint(model: type[BaseModel] | None) -> str | None:
    """The keys of a model, those of its own before those it shares with others."""
    if model is None:
        return None
    keys = sorted(model.model_fields, key=lambda key: key not in model.__annotations__)
    return f"这里可以写：{'、'.join(keys)}"


def _title(spot: Spot) -> str:
    """The Chinese title of a missing field."""
    field = spot.holder.model_fields.get(str(spot.path[-1])) if spot.holder else None
    return (field.title if field else None) or str(spot.path[-1])


def _choice(mistake: _Mistake) -> tuple[str, str | None]:
    if mistake.key == "version":
        hint = f"这个 ipplan 读的是 version: {PRESENT_VERSION}；文件更新的话先升级 ipplan"
        return f"不认识格式版本“{mistake.value}”", hint
    expected = str(mistake.item.get("ctx", {}).get("expected", ""))
    choices = expected.replace("'", "").replace(" or ", "、").replace(", ", "、")
    return f"“{mistake.value}”不能用在这里", f"可以写：{choices}"


def _column_hint(value: str) -> str:
    if "，" in value or "、" in value:
        return "[ ] 里各栏之间用半角逗号“, ”"
    near = nearest(value, COLUMN_TITLES)
    meant = f"是不是“{near}”？" if near else f"常用的栏名：{'、'.join(COLUMN_TITLES)}；"
    return f"{meant}别的栏名要说明放什么，例如 {{title: {value}, shows: due}}"


def _number_hint(value: str) -> str:
    right = right_number(value)
    return f"是不是“{right}”？" if right else "年份写四位、放在〔〕里，序号不补零，例如 连知〔2017〕2号"


def _list_hint(value: Any) -> str:
    if isinstance(value, str) and value.startswith("-"):
        return "“-”后面要有一个空格"
    return "每一项另起一行，以“- ”开头"


def _not_a_mapping(mistake: _Mistake) -> tuple[str, str]:
    model, value = model_of(mistake.spot.kind), mistake.value
    if model is not None and hasattr(model, "_short_form"):
        return f"这里要一段文字，不是{_what(value)}", "多了一个“- ”或方括号"
    message = f"这里要“键: 值”的写法，不是{_what(value)}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return message, "去掉行首的“- ”"
    first = _block_key(model) if model else None
    if first and isinstance(value, str):
        return message, f"写成 {first}: {value}"
    return message, _keys_hint(model) or "每一项另起一行，写成“名字: 内容”"


def _text_hint(value: Any) -> str:
    if isinstance(value, list):
        return "文字以 [ 开头时整段加引号；几段文字用 | 写成几行"
    return "文字里有“: ”时整段加引号，或改用全角冒号“：”"


def _block_hint(value: Any) -> str:
    if isinstance(value, list):
        return "多了一个“- ”或方括号"
    for key in value if isinstance(value, dict) else ():
        if near := nearest(str(key), BLOCK_KEYS):
            return f"“{key}”是不是“{near}”？"
    return f"要有 {'、'.join(BLOCK_KEYS)} 其中的一个键；如果是一段有“: ”的文字，整段加引号"
