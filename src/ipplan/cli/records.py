"""What comes of a plan as JSON, for the cache: values of a few known kinds, each written as its name and its fields.

Pickle would do all of this by itself, but reading it can run code, and caches are carried between machines.
"""

from __future__ import annotations

import dataclasses
import datetime
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.cache import Json

_HOMES = {
    "ipplan.cli.outcome": ("Outcome", "Said"),
    "ipplan.cli.verdict": ("Verdict",),
    "ipplan.comparison": ("Comparable",),
    "ipplan.diagnostics": ("Correction", "Diagnostic", "Edit", "Report", "Severity", "Span"),
    "ipplan.rules.across": ("Cited", "Name", "PlanFacts", "Spot", "TargetFact", "TaskFact", "Work"),
    "ipplan.suppressions": ("Comment", "Named", "Suppressed"),
    "ipplan.terms.document_number": ("DocumentNumber",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
"""Where each kind lives; only what is met is loaded."""

_TUPLE, _PATH, _DATE = "", "path", "date"


def as_json(value: Any) -> Json:
    """A value as JSON.

    Raises:
        TypeError: if it is of a kind that is not known.
    """
    kind = type(value)
    if value is None or kind in {str, int, bool}:
        return value  # type: ignore[no-any-return]
    if kind is tuple:
        return [_TUPLE, *map(as_json, value)]
    if kind is dict:
        return {name: as_json(one) for name, one in value.items()}
    if isinstance(value, PurePath):
        return [_PATH, str(value)]
    if kind is datetime.date:
        return [_DATE, value.isoformat()]
    if kind.__name__ not in _HOME:
        raise TypeError(f"{kind.__name__} is not kept in caches")
    return [kind.__name__, *map(as_json, _fields(value))]


def _fields(value: Any) -> Any:
    """What a named tuple, a dataclass or an enumeration is made of."""
    if isinstance(value, tuple):
        return value
    if dataclasses.is_dataclass(value):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return [value.value]


def from_json(value: Any) -> Any:
    """The value that `as_json` wrote."""
    if isinstance(value, list):
        return _maker(value[0])(*map(from_json, value[1:]))
    if isinstance(value, dict):
        return {name: from_json(one) for name, one in value.items()}
    return value


@cache
def _maker(kind: str) -> Callable[..., Any]:
    """What makes a value of its fields."""
    plain: dict[str, Callable[..., Any]] = {
        _TUPLE: lambda *items: items,
        _PATH: Path,
        _DATE: datetime.date.fromisoformat,
    }
    if kind in plain:
        return plain[kind]
    maker: Callable[..., Any] = getattr(import_module(_HOME[kind]), kind)
    return maker
