"""Workflow commands of GitHub Actions: every finding is shown at its line in the pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.diagnostics import Diagnostic
    from ipplan.reporters.results import Results

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(results: Results) -> str:
    """One command a line; nothing where nothing was found."""
    findings = [_finding(results, found) for found in results.report.diagnostics]
    unreadable = [_command("error", {"file": results.shown(one.path)}, one.message) for one in results.unreadable]
    return "".join(f"{line}\n" for line in (*findings, *unreadable))


def _finding(results: Results, found: Diagnostic) -> str:
    span = found.span
    properties = {
        "file": results.shown(found.path),
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
        "title": found.code,
    }
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    return _command(_COMMANDS[found.severity], properties, message)


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    settings = ",".join(f"{key}={value.translate(_IN_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {settings}::{message.translate(_IN_MESSAGE)}"
