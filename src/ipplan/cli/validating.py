"""`ipplan validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter
from ipplan.diagnostics import Severity
from ipplan.loader.load import PROJECT_FILE
from ipplan.pipeline import check, check_project
from ipplan.reporters.text import summary_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}


def validate_plans(paths: Sequence[Path], fail_on: str) -> int:
    """Check the plans, print what is found and a summary, and return the exit code."""
    printer, reports = FindingPrinter(), []
    for path in find_plans(paths):
        checked = check_project(path) if path.name == PROJECT_FILE else check(path)
        printer.show(checked)
        reports.append(checked.report)
    print(summary_text(reports, len(reports)))
    threshold = THRESHOLDS[fail_on]
    failed = threshold is not None and any((report.worst or 0) >= threshold for report in reports)
    return FINDINGS if failed else OK
