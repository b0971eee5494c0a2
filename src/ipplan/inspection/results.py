"""Running all checks on a file, and what they came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipplan.inspection.classification import classify
from ipplan.inspection.reading import read_docx
from ipplan.inspection.registry import FILE_CHECKS, FORMAT_CHECKS

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.inspection.check import Check, Outcome, Verdict
    from ipplan.stylesheet import Strength, Stylesheet


@dataclass(frozen=True, slots=True)
class Result:
    """A check with its requirement in words, and the verdict."""

    name: str
    clause: str
    strength: Strength
    title: str
    required: str
    verdict: Verdict

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return self.verdict.outcome


@dataclass(frozen=True, slots=True)
class Inspection:
    """A file with all results in the order of the registry. `engine` says what laid out the pages, None if nothing."""

    path: Path
    results: tuple[Result, ...]
    engine: str | None = None

    def count(self, outcome: Outcome) -> int:
        """How many checks came to an outcome."""
        return sum(result.outcome is outcome for result in self.results)


def inspect_file(path: Path, sheet: Stylesheet, *, pages: bool = False) -> Inspection:
    """Hold what the file itself says against the sheet, and with `pages` also what LibreOffice makes of it.

    Raises:
        UnreadableFile: if it is no docx that can be read.
        OfficeFailed: if the pages cannot be laid out.
        MissingLibrary: if they cannot be read.
    """
    paper = classify(read_docx(path), sheet)
    found = [
        _result(check, sheet, check.measure(paper)) for check in (*FILE_CHECKS, *FORMAT_CHECKS.get(paper.form, ()))
    ]
    if not pages:
        return Inspection(path, tuple(found))
    from ipplan.inspection.pages.checks import PAGE_CHECKS  # noqa: PLC0415
    from ipplan.inspection.pages.laid_out import Press, engine_of  # noqa: PLC0415

    with Press() as press:
        laid_out = press.lay_out(path, paper)
        found += [_result(check, sheet, check.measure(laid_out)) for check in PAGE_CHECKS]
        return Inspection(path, tuple(found), engine_of(laid_out))


def _result(check: Check[Any], sheet: Stylesheet, verdict: Verdict) -> Result:
    return Result(
        check.name, check.clause(sheet), check.strength(sheet), check.title, check.requirement(sheet), verdict
    )
