"""Findings for programs, as JSON. The shape is an interface; `version` changes when it does.

    {"version": 1, "tool": {"name", "version"},
     "summary": {"files", "errors", "warnings", "notes", "suppressed"},
     "findings": [{"path", "start": {"line", "column"}, "end": {"line", "column"},
                   "code", "name", "severity", "message", "hint",
                   "fix": {"safe", "edits": [{"path", "start", "end", "text"}]}}],
     "suppressed": [the same with "reason" and "by": "comment", "project" or "baseline"],
     "unreadable": [{"path", "message"}]}

Lines and columns are 1-based, columns count characters, the end is exclusive; severity is `error`, `warning` or `note`;
`hint` and `fix` may be null.
The edits of a fix put `text` in place of what stands between `start` and `end`. Findings are sorted by path and place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ipplan import __version__
from ipplan.codes import name_of
from ipplan.diagnostics import Severity

if TYPE_CHECKING:
    from ipplan.diagnostics import Correction, Diagnostic, Span
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
        **_places(found.span),
        "code": found.code,
        "name": name_of(found.code),
        "severity": found.severity.name.lower(),
        "message": found.message,
        "hint": found.hint,
        "fix": _fix(results, found.fix) if found.fix is not None else None,
    }


def _places(span: Span) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _fix(results: Results, fix: Correction) -> dict[str, Any]:
    edits = [{"path": results.shown(path), **_places(span), "text": words} for path, span, words in fix.edits]
    return {"safe": fix.safe, "edits": edits}
