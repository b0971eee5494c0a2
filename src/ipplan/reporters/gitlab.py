"""Code Quality of GitLab: a list of findings with fingerprints that outlive edits elsewhere in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ipplan.diagnostics import Severity
from ipplan.reporters.fingerprints import with_fingerprints

if TYPE_CHECKING:
    from ipplan.diagnostics import Diagnostic
    from ipplan.reporters.results import Results

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(results: Results) -> str:
    """The report as one JSON list."""
    findings = [_finding(results, found, fingerprint) for found, fingerprint in with_fingerprints(results)]
    return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"


def _finding(results: Results, found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    message = f"{found.message}（{found.hint}）" if found.hint else found.message
    return {
        "description": f"{found.code} {message}",
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": results.shown(found.path),
            "lines": {"begin": found.span.line, "end": found.span.end_line},
        },
    }
