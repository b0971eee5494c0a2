"""Inspections for people and for programs.

The shape of the JSON is an interface; `version` changes when it does.

    {"version": 1, "tool": {"name", "version"},
     "files": [{"path", "summary": {"failed", "unchecked", "passed"}, "engine",
                "checks": [{"name", "clause", "strength", "title", "required", "outcome", "measured", "places"}]}],
     "unreadable": [{"path", "message"}]}

`outcome` is `failed`, `unchecked` (then `measured` says why) or `passed`; `strength` is `required`, `recommended` or
`practice`; `engine` says what laid out the pages, null where only the file was looked at.
"""

from __future__ import annotations

import json
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ipplan import __version__
from ipplan.inspection.check import Outcome
from ipplan.inspection.clauses import STRENGTHS, clause_key
from ipplan.stylesheet import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ipplan.inspection.results import Inspection, Result

_ORDER = list(Outcome)
_LEVELS = {Strength.REQUIRED: "error", Strength.RECOMMENDED: "warning", Strength.PRACTICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COLOURS = {Outcome.FAILED: "31", Outcome.UNCHECKED: "33", Outcome.PASSED: "32"}


def text(inspections: Iterable[Inspection], *, colour: bool = False) -> str:
    """A table for each file: clauses with something wrong first."""
    return "\n".join(_file(inspection, colour=colour) for inspection in inspections)


def _file(inspection: Inspection, *, colour: bool) -> str:
    counts = "，".join(f"{outcome.word} {inspection.count(outcome)}" for outcome in _ORDER)
    by_engine = f"{inspection.engine}\n" if inspection.engine else ""
    rows = [("条款", "结果", "项目", "要求", "测得")]
    for clause, results in _by_clause(inspection.results):
        for n, result in enumerate(results):
            row = ("" if n else clause, result.outcome.word, result.title, _required(result), _measured(result))
            rows.append(row)
    widths = [max(_width(row[column]) for row in rows) for column in range(4)]
    lines = [_line(row, widths, colour=colour) for row in rows]
    return f"{inspection.path}：{counts}\n{by_engine}\n" + "\n".join(lines) + "\n"


def _by_clause(results: Sequence[Result]) -> list[tuple[str, list[Result]]]:
    """The results clause by clause, those with something wrong first; in a clause what is wrong comes first."""
    ordered = sorted(results, key=lambda result: (clause_key(result.clause), _ORDER.index(result.outcome)))
    groups = [(clause, list(group)) for clause, group in groupby(ordered, lambda result: result.clause)]
    return sorted(groups, key=lambda group: group[1][0].outcome is not Outcome.FAILED)


def _required(result: Result) -> str:
    return f"{result.required}（{STRENGTHS[result.strength]}）"


def _measured(result: Result) -> str:
    places = "、".join(result.verdict.places)
    return f"{result.verdict.measured}——{places}" if places else result.verdict.measured


def _line(row: tuple[str, ...], widths: list[int], *, colour: bool) -> str:
    cells = [words + " " * (width - _width(words)) for words, width in zip(row, widths, strict=False)]
    shade = next((code for outcome, code in _COLOURS.items() if outcome.word == row[1]), None)
    if colour and shade:
        cells[1] = f"\033[{shade}m{cells[1]}\033[0m"
    return "  ".join([*cells, row[-1]]).rstrip()


def _width(words: str) -> int:
    """Columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def as_json(inspections: Iterable[Inspection], unreadable: Iterable[tuple[Path, str]] = ()) -> str:
    """The results as one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "ipplan", "version": __version__},
        "files": [_file_object(inspection) for inspection in inspections],
        "unreadable": [{"path": path.as_posix(), "message": message} for path, message in unreadable],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _file_object(inspection: Inspection) -> dict[str, Any]:
    return {
        "path": inspection.path.as_posix(),
        "summary": {outcome.value: inspection.count(outcome) for outcome in _ORDER},
        "engine": inspection.engine,
        "checks": [_check_object(result) for result in inspection.results],
    }


def _check_object(result: Result) -> dict[str, Any]:
    return {
        "name": result.name,
        "clause": result.clause,
        "strength": result.strength.value,
        "title": result.title,
        "required": result.required,
        "outcome": result.outcome.value,
        "measured": result.verdict.measured,
        "places": list(result.verdict.places),
    }


def as_sarif(inspections: Sequence[Inspection], unreadable: Iterable[tuple[Path, str]] = ()) -> str:
    """What failed as one SARIF 2.1.0 log; a docx has no lines, so results name the file only."""
    results = {result.name: result for inspection in inspections for result in inspection.results}
    names = list(results)
    troubles = [
        {"level": "error", "message": {"text": message}, "locations": [_location(path)]} for path, message in unreadable
    ]
    run = {
        "tool": {"driver": {"name": "ipplan", "version": __version__, "rules": [*map(_rule, results.values())]}},
        "invocations": [{"executionSuccessful": not troubles, "toolExecutionNotifications": troubles}],
        "language": "zh-CN",
        "results": [
            _finding(inspection, result, names.index(result.name))
            for inspection in inspections
            for result in inspection.results
            if result.outcome is Outcome.FAILED
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(result: Result) -> dict[str, Any]:
    return {
        "id": f"gbt9704/{result.name}",
        "shortDescription": {"text": f"GB/T 9704—2012 §{result.clause} {result.title}：{result.required}"},
        "defaultConfiguration": {"level": _LEVELS[result.strength]},
        "properties": {"clause": result.clause, "tags": [result.strength.value]},
    }


def _finding(inspection: Inspection, result: Result, index: int) -> dict[str, Any]:
    words = f"{result.title}应为{result.required}，测得{_measured(result)}（GB/T 9704—2012 §{result.clause}）"
    return {
        "ruleId": f"gbt9704/{result.name}",
        "ruleIndex": index,
        "level": _LEVELS[result.strength],
        "message": {"text": words},
        "locations": [_location(inspection.path)],
    }


def _location(path: Path) -> dict[str, Any]:
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"), safe="/")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}}}
