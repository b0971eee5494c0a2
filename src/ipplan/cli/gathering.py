"""What the plans of one run of `ipplan validate` come to, taken plan by plan."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import OK
from ipplan.cli.printing import FindingPrinter, complain
from ipplan.cli.wishes import Target, Wishes
from ipplan.comparison import Comparison
from ipplan.diagnostics import Diagnostic, Report
from ipplan.reporters.results import Results, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipplan.baseline import Baselines
    from ipplan.cli.verdict import Verdict
    from ipplan.source import Source
    from ipplan.suppressions import Suppressed


@dataclass(slots=True)
class Gathered:
    """What the plans checked so far came to; text is printed as soon as it is known."""

    wishes: Wishes
    baselines: Baselines
    found: set[Diagnostic] = field(default_factory=set)
    suppressed: dict[Diagnostic, Suppressed] = field(default_factory=dict)
    sources: dict[Path, Source] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    printer: FindingPrinter = field(default_factory=FindingPrinter)
    comparison: Comparison = field(default_factory=Comparison)

    def take(self, verdict: Verdict) -> int:
        """Take what one file came to; returns the exit code that it calls for by itself."""
        if verdict.trouble is not None:
            self.unreadable.append(Unreadable(verdict.path, str(verdict.trouble)))
            self.comparison.miss(verdict.path)
            return complain(verdict.trouble)
        self.files.append(verdict.path)
        self.baselines.hold_for(verdict.files, verdict.baseline)
        if verdict.plan is not None:
            self.comparison.take(verdict.plan)
        self._add(verdict.report, verdict.suppressed, {source.path: source for source in verdict.sources})
        return OK

    def compare(self) -> None:
        """Compare the plans with each other, after all were checked one by one."""
        self._add(*self.comparison.compare())

    def _add(self, found: Report, suppressed: Iterable[Suppressed], sources: Mapping[Path, Source]) -> None:
        report, old = self.baselines.divide(self.wishes.selection.applied(found), sources)
        self.found.update(report.diagnostics)
        self.suppressed.update((one.finding, one) for one in (*suppressed, *old))
        if set(self.wishes.targets) != {Target("text")}:
            self.sources.update((one.path, sources[one.path]) for one in report.diagnostics if one.path in sources)
        if "text" in self.wishes.printed:
            self.printer.show_all(report.diagnostics, sources)

    def results(self) -> Results:
        """All of it, in the order of paths and places."""
        suppressed = tuple(sorted(self.suppressed.values(), key=lambda one: one.finding.sort_key))
        here = Path.cwd()
        return Results(
            Report.of(self.found),
            tuple(self.files),
            self.sources,
            suppressed,
            tuple(self.unreadable),
            here,
            _repository(here),
        )


def _repository(here: Path) -> Path:
    """The folder that paths in reports start from: that of the checkout in CI, else where the command runs."""
    named = (os.environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    return next((Path(name) for name in named if name and here.is_relative_to(name)), here)
