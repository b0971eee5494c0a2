"""Findings for programs, as JSON. The shape is an interface; `version` changes when it does.

    {"version": 1, "tool": {"name", "version"},
     "summary": {"files", "errors", "warnings", "notes", "suppressed"},
     "findings": [{"path", "start": {"line", "column"}, "end": {"line", "column"},
                   "code", "name", "severity", "message", "hint"}],
     "suppressed": [the same with "reason" and "by": "comment", "project" or "baseline"],
     "unreadable": [{"path", "message"}]}

Lines and columns are 1-based, columns count characters, the end is exclusive; severity is `error`, `warning` or `note`;
`hint` may be null. Findings are sorted by path and place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ipplan import __version__
from ipplan.codes import name_of
from ipplan.diagnostics import Severity

if TYPE_CHECKING:
    from ipplan.diagnostics import Diagnostic
    from ipplan.reporters.results import Results


def write(results: Results) -> str:
    """The report as one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "ipplan", "version": __version__},
        "summary": _summary(results),
        "findings": [_finding(results, found) for found in results.report.diagnostics],
        "suppressed": [
            {**_finding(results, one.finding), "reason": one.reason, "by": one.by} for one in results.suppressed
        ],
        "unreadable": [{"path": results.shown(one.path), "message": one.message} for one in results.unreadable],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _summary(results: Results) -> dict[str, int]:
    return {
        "files": len(results.files),
        "errors": results.report.count(Severity.ERROR),
        "warnings": results.report.count(Severity.WARNING),
        "notes": results.report.count(Severity.NOTE),
        "suppressed": len(results.suppressed),
    }


def _finding(results: Results, found: Diagnostic) -> dict[str, Any]:
    return {
        "path": results.shown(found.path),
        "start": {"line": found.span.line, "column": found.span.column},
        "end": {"line": found.span.end_line, "column": found.span.end_column},
        "code": found.code,
        "name": name_of(found.code),
        "severity": found.severity.name.lower(),
        "message": found.message,
        "hint": found.hint,
    }
