"""SARIF 2.1.0, for code scanning and editors.

Findings that a comment suppresses are left out: GitHub opens an alert for every result, suppressed or not.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ipplan import __version__
from ipplan.codes import Described, described
from ipplan.diagnostics import Severity
from ipplan.explanations import find_explanation
from ipplan.reporters.fingerprints import with_fingerprints

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ipplan.diagnostics import Correction, Diagnostic, Span
    from ipplan.reporters.results import Results, Unreadable

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(results: Results) -> str:
    """The report as one SARIF log with one run."""
    run = {
        "tool": {"driver": _driver({found.code for found in results.report.diagnostics})},
        "invocations": [_invocation(results)],
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(results, found, print_) for found, print_ in with_fingerprints(results)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(found: Collection[str]) -> dict[str, Any]:
    rules = [_rule(one, at_length=one.code in found) for one in described().values()]
    return {"name": "ipplan", "version": __version__, "rules": rules}


def _rule(one: Described, *, at_length: bool) -> dict[str, Any]:
    """A rule's metadata; what it means at length only where it was found, a log would be huge otherwise."""
    rule = {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.title},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
        "properties": {"basis": str(one.basis), "tags": [one.basis.strength.name.lower()]},
    }
    if at_length and (page := find_explanation(one.code)) is not None:
        rule["help"] = {"text": page.plain(), "markdown": page.markdown()}
    return rule


def _invocation(results: Results) -> dict[str, Any]:
    """Whether all files could be checked, and which could not."""
    troubles = [_notification(results, one) for one in results.unreadable]
    return {"executionSuccessful": not troubles, "toolExecutionNotifications": troubles}


def _notification(results: Results, one: Unreadable) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(results, one.path)}}}
    return {"level": "error", "message": {"text": one.message}, "locations": [place]}


def _result(results: Results, found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(results, found.path)}, "region": _region(found.span)}
    index = list(described()).index(found.code) if found.code in described() else -1
    result = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": f"{found.message}\n{found.hint}" if found.hint else found.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"ipplanFinding/v1": fingerprint},
    }
    return {**result, "fixes": [_fix(results, found.fix)]} if found.fix is not None else result


def _fix(results: Results, fix: Correction) -> dict[str, Any]:
    """The edits of one finding, file by file."""
    by_file: dict[Path, list[dict[str, Any]]] = {}
    for path, span, words in fix.edits:
        by_file.setdefault(path, []).append({"deletedRegion": _region(span), "insertedContent": {"text": words}})
    changes = [
        {"artifactLocation": {"uri": _uri(results, path)}, "replacements": replacements}
        for path, replacements in by_file.items()
    ]
    words = "可以自动改" if fix.safe else "可以自动改，改完要看一遍"
    return {"description": {"text": words}, "artifactChanges": changes}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(results: Results, path: Path) -> str:
    """A relative reference below the repository; a whole `file:` address for what lies elsewhere."""
    name = results.shown(path)
    if path.is_absolute() and name == path.as_posix():
        return path.as_uri()
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair of surrogates, as names on Windows may have
        data = name.encode("utf-8", "surrogatepass")
    return quote(data, safe="/")
