"""The formats of reports by name; what makes one is imported when somebody asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.reporters.results import Results

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")
"""Each is a module of this package with a function `write(results) -> str`."""

BY_LINES = frozenset({"text", "github"})
"""Formats whose output may be followed by other lines; the others are one whole document."""


def write_report(name: str, results: Results) -> str:
    """The report in a format, ending with a line feed if there is anything in it.

    Raises:
        KeyError: if there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    module = import_module(f"ipplan.reporters.{name}")
    write = cast("Callable[[Results], str]", module.write)
    return write(results)
