"""From pydantic's locations to places in the file, and to the model that describes what stands there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.yamltree.places import Path


class Spot(NamedTuple):
    """A way into the file and the model of the mapping that holds its last step, None where that is no model.

    `kind` is the type of what is expected there.
    """

    path: Path
    holder: type[BaseModel] | None
    kind: Any


def locate(model: type[BaseModel], location: Path) -> Spot:
    """Follow a location of pydantic, which names union members (`section`, `listed`) that the file does not have."""
    kind: Any = model
    path: list[str | int] = []
    holder: type[BaseModel] | None = None
    for step in location:
        member = _member(kind, step)
        if member is not None:
            kind = member
            continue
        path.append(step)
        holder = model_of(kind)
        kind = _step_into(kind, step)
    return Spot(tuple(path), holder, kind)


def model_of(kind: Any) -> type[BaseModel] | None:
    """The model that a type stands for, None where it is none or several."""
    models = [member for member in _members(kind) if isinstance(member, type) and issubclass(member, BaseModel)]
    return models[0] if len(models) == 1 else None


@cache
def all_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys that may stand anywhere in a file of this model."""
    seen: set[type[BaseModel]] = set()
    waiting: list[Any] = [model]
    while waiting:
        for member in _members(waiting.pop()):
            if get_origin(member) in {list, dict}:
                waiting.extend(get_args(member))
            elif isinstance(member, type) and issubclass(member, BaseModel) and member not in seen:
                seen.add(member)
                waiting.extend(_field_type(member, key) for key in member.model_fields)
    return frozenset(key for found in seen for key in found.model_fields)


def _step_into(kind: Any, step: str | int) -> Any:
    for member in _members(kind):
        origin, args = get_origin(member), get_args(member)
        if origin is list and isinstance(step, int):
            return args[0]
        if origin is dict and isinstance(step, str):
            return args[1]
        if isinstance(member, type) and issubclass(member, BaseModel) and step in member.model_fields:
            return _field_type(member, str(step))
    return None


def _field_type(model: type[BaseModel], key: str) -> Any:
    """The type of a field; pydantic leaves names that were defined later (`list[Block]`) unresolved in its fields."""
    field = model.model_fields[key]
    kind: Any = field.annotation
    if isinstance(kind, ForwardRef):
        written = type("Written", (), {"__annotations__": {key: kind}, "__module__": model.__module__})
        kind = get_type_hints(written, include_extras=True)[key]
    return Annotated[kind, *field.metadata] if field.metadata else kind


def _member(kind: Any, step: str | int) -> Any:
    """The union member that pydantic calls `step`, None if `kind` is no union with tags."""
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
