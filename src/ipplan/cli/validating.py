"""`ipplan validate`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter, complain, print_document
from ipplan.comparison import Comparison
from ipplan.diagnostics import Diagnostic, Report, Severity
from ipplan.errors import IpplanError, UsageProblem
from ipplan.loader.load import PROJECT_FILE
from ipplan.output import write_whole
from ipplan.pipeline import check, check_project
from ipplan.reporters.registry import BY_LINES, write_report
from ipplan.reporters.results import Results, Unreadable
from ipplan.reporters.text import statistics_text, summary_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipplan.pipeline import Checked
    from ipplan.reporters.selection import Selection
    from ipplan.source import Source
    from ipplan.suppressions import Suppressed

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file that it goes to; None for standard output."""

    format: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of `validate` ask for."""

    targets: Sequence[Target]
    selection: Selection
    fail_on: str = "error"
    statistics: bool = False

    @property
    def printed(self) -> tuple[str, ...]:
        """The formats that go to standard output."""
        return tuple(target.format for target in self.targets if target.file is None)


def pair_outputs(order: Sequence[str], formats: Sequence[str], outputs: Sequence[Path]) -> list[Target]:
    """Which format goes where; `order` tells in which order `formats` and `outputs` were written.

    Raises:
        UsageProblem: if a file has no format before it, or two reports would end up in one place.
    """
    forms, files = iter(formats), iter(outputs)
    targets: list[Target] = []
    for name in order:
        if name == "formats":
            targets.append(Target(next(forms)))
        elif not targets or targets[-1].file is not None:
            raise UsageProblem(f"-o {next(files)} 前面要有它的 -f，例如 -f sarif -o report.sarif")
        else:
            targets[-1] = Target(targets[-1].format, next(files))
    targets = targets or [Target("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")]
    _refuse_collisions(targets)
    return targets


def _refuse_collisions(targets: Sequence[Target]) -> None:
    files = [os.path.realpath(target.file) for target in targets if target.file is not None]
    if twice := next((name for name in files if files.count(name) > 1), None):
        raise UsageProblem(f"两个报告不能写到同一个文件 {Path(twice).name}")
    printed = [target.format for target in targets if target.file is None]
    if len(printed) > 1 and not set(printed) <= BY_LINES:
        raise UsageProblem(f"{'、'.join(printed)} 不能都显示在屏幕上，在 -f 后面用 -o 写到文件")


def validate_plans(paths: Sequence[Path], wishes: Wishes) -> int:
    """Check the plans, report in every format that is wanted, and return the exit code.

    A file that cannot be read does not stop the others.
    """
    plans = find_plans(paths)
    _keep_plans(plans, wishes.targets)
    gathered = _Gathered(wishes)
    worst = max((gathered.check(path) for path in plans), default=OK)
    gathered.compare()
    results = gathered.results()
    _print_report(results, wishes)
    for target in wishes.targets:
        if target.file is not None:
            write_whole(target.file, write_report(target.format, results).encode(errors="replace"))
    return max(worst, FINDINGS if _reaches(results.report, THRESHOLDS[wishes.fail_on]) else OK)


def _keep_plans(plans: Sequence[Path], targets: Sequence[Target]) -> None:
    """Refuse to write a report over a plan."""
    kept = {os.path.realpath(plan) for plan in plans}
    for target in targets:
        if target.file is not None and os.path.realpath(target.file) in kept:
            raise UsageProblem(f"-o {target.file} 是要检查的计划，不能写成报告")


@dataclass(slots=True)
class _Gathered:
    """What the plans checked so far came to; text is printed as soon as it is known."""

    wishes: Wishes
    found: set[Diagnostic] = field(default_factory=set)
    suppressed: dict[Diagnostic, Suppressed] = field(default_factory=dict)
    sources: dict[Path, Source] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    printer: FindingPrinter = field(default_factory=FindingPrinter)
    comparison: Comparison = field(default_factory=Comparison)

    def check(self, path: Path) -> int:
        """Check one plan or project file; returns the exit code that it calls for by itself."""
        try:
            checked = check_project(path) if path.name == PROJECT_FILE else check(path)
        except IpplanError as problem:
            self.unreadable.append(Unreadable(path, str(problem)))
            self.comparison.miss(path)
            return complain(problem)
        self._take(path, checked)
        return OK

    def _take(self, path: Path, checked: Checked) -> None:
        self.files.append(path)
        if path.name != PROJECT_FILE:
            self.comparison.take(checked.plan, checked.project)
        self._add(checked.report, checked.suppressed, {source.path: source for source in checked.sources})

    def compare(self) -> None:
        """Compare the plans with each other, after all were checked one by one."""
        self._add(*self.comparison.compare())

    def _add(self, found: Report, suppressed: Iterable[Suppressed], sources: Mapping[Path, Source]) -> None:
        report = self.wishes.selection.applied(found)
        self.found.update(report.diagnostics)
        self.suppressed.update((one.finding, one) for one in suppressed)
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


def _print_report(results: Results, wishes: Wishes) -> None:
    """What goes to standard output, besides the text that is there already."""
    documents = [name for name in wishes.printed if name != "text"]
    for name in documents:
        text = write_report(name, results)
        print(text, end="") if name in BY_LINES else print_document(text)
    by_lines = set(documents) <= BY_LINES and bool(wishes.printed)
    if wishes.statistics:
        print(statistics_text(results.report), end="", file=sys.stdout if by_lines else sys.stderr)
    if by_lines:
        print(summary_text([results.report], len(results.files)))


def _reaches(report: Report, threshold: Severity | None) -> bool:
    return threshold is not None and (report.worst or 0) >= threshold
