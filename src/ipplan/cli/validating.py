"""`ipplan validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter, complain
from ipplan.diagnostics import Severity
from ipplan.errors import IpplanError
from ipplan.loader.load import PROJECT_FILE
from ipplan.pipeline import check, check_project
from ipplan.reporters.text import summary_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipplan.diagnostics import Report

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}


def validate_plans(paths: Sequence[Path], fail_on: str) -> int:
    """Check the plans, print what is found and a summary, and return the exit code.

    A file that cannot be read does not stop the others.
    """
    printer = FindingPrinter()
    reports: list[Report] = []
    worst = OK
    for path in find_plans(paths):
        try:
            checked = check_project(path) if path.name == PROJECT_FILE else check(path)
        except IpplanError as problem:
            worst = complain(problem)
        else:
            printer.show(checked)
            reports.append(checked.report)
    print(summary_text(reports, len(reports)))
    return max(worst, FINDINGS if _any_reaches(reports, THRESHOLDS[fail_on]) else OK)


def _any_reaches(reports: Sequence[Report], threshold: Severity | None) -> bool:
    return threshold is not None and any((report.worst or 0) >= threshold for report in reports)
