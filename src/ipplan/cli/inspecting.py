"""`ipplan inspect`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.printing import complain, print_document, wants_colour
from ipplan.errors import IpplanError, UsageProblem
from ipplan.inspection import reports
from ipplan.inspection.check import Outcome
from ipplan.inspection.clauses import CLAUSES, explain_clause
from ipplan.inspection.results import Inspection, inspect_file
from ipplan.stylesheet import load_stylesheet, sheet_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def inspect_papers(papers: Sequence[Path], form: str, styles: Sequence[str] = (), *, pages: bool) -> int:
    """Inspect each file, report in one form, and return the exit code; a file that cannot be read stops no other.

    `styles` are sheets laid over that of the standard: names of ours, or files of an office.
    """
    if not papers:
        raise UsageProblem("缺少“公文…”，例如 ipplan inspect 通知.docx")
    sheet = load_stylesheet(*sheet_files(styles, None))
    found: list[Inspection] = []
    unreadable: list[tuple[Path, str]] = []
    code = OK
    for path in dict.fromkeys(papers):
        try:
            found.append(inspect_file(path, sheet, pages=pages))
        except IpplanError as problem:
            unreadable.append((path, str(problem)))
            code = max(code, complain(problem))
    _print(found, unreadable, form)
    failed = any(inspection.count(Outcome.FAILED) for inspection in found)
    return max(code, FINDINGS if failed else OK)


def _print(found: list[Inspection], unreadable: list[tuple[Path, str]], form: str) -> None:
    match form:
        case "json":
            print_document(reports.as_json(found, unreadable))
        case "sarif":
            print_document(reports.as_sarif(found, unreadable))
        case _:
            print(reports.text(found, colour=wants_colour(sys.stdout)), end="")


def explain_figures(clause: str, styles: Sequence[str] = ()) -> int:
    """Print the figures of a clause."""
    words = explain_clause(clause.removeprefix("§"), load_stylesheet(*sheet_files(styles, None)))
    if words is None:
        raise UsageProblem(f"没有条款 {clause}，可以写：{'、'.join(one.number for one in CLAUSES)}")
    print(words, end="")
    return OK
