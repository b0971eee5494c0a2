"""`ipplan validate`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.baseline import Baseline, read_baseline, write_baseline
from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter, complain, print_document
from ipplan.diagnostics import Diagnostic, Report, Severity
from ipplan.errors import IpplanError, UsageProblem
from ipplan.loader.load import PROJECT_FILE
from ipplan.output import write_whole
from ipplan.pipeline import check, check_project
from ipplan.reporters.registry import BY_LINES, write_report
from ipplan.reporters.results import Results, Unreadable
from ipplan.reporters.text import fixable_text, statistics_text, summary_text
from ipplan.suppressions import Suppressed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipplan.cli.fixing import Outcome
    from ipplan.pipeline import Checked
    from ipplan.selection import Selection
    from ipplan.source import Source

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
    baseline: Path | None = None
    fixed: Outcome | None = None
    """What was corrected before checking, None when nobody asked for it."""

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
    results = gathered.results()
    _print_report(results, wishes)
    if gone := gathered.gone():
        print(f"基线里有 {gone} 个问题已经改好了，可以用 --write-baseline 更新", file=sys.stderr)
    worst = max(worst, _print_fixes(results, wishes))
    for target in wishes.targets:
        if target.file is not None:
            write_whole(target.file, write_report(target.format, results).encode(errors="replace"))
    return max(worst, FINDINGS if _reaches(results.report, THRESHOLDS[wishes.fail_on]) else OK)


def record_baseline(paths: Sequence[Path], file: Path, selection: Selection) -> int:
    """Write what is found now into a baseline file, so that only what comes later is reported."""
    plans = find_plans(paths)
    _keep_plans(plans, [Target("json", file)])
    gathered = _Gathered(Wishes([Target("json", file)], selection), judged_anew=True)
    worst = max((gathered.check(path) for path in plans), default=OK)
    results = gathered.results()
    write_whole(file, write_baseline(results.report.diagnostics, results.sources, file.parent))
    print(f"已把 {len(results.report.diagnostics)} 个问题记进基线 {file}")
    return worst


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
    baselines: dict[Path, Baseline] = field(default_factory=dict)
    judged_anew: bool = False

    def check(self, path: Path) -> int:
        """Check one plan or project file; returns the exit code that it calls for by itself."""
        try:
            checked = check_project(path) if path.name == PROJECT_FILE else check(path)
        except IpplanError as problem:
            self.unreadable.append(Unreadable(path, str(problem)))
            return complain(problem)
        self._take(path, checked)
        return OK

    def _take(self, path: Path, checked: Checked) -> None:
        sources = {source.path: source for source in checked.sources}
        selected = self.wishes.selection.applied(checked.report)
        report, old = self._new_in(selected, self._baseline(checked), sources)
        self.files.append(path)
        self.found.update(report.diagnostics)
        self.suppressed.update((one.finding, one) for one in (*checked.suppressed, *old))
        if set(self.wishes.targets) != {Target("text")}:
            self.sources.update((one.path, sources[one.path]) for one in report.diagnostics if one.path in sources)
        if "text" in self.wishes.printed:
            self.printer.show_all(report.diagnostics, sources)

    def _baseline(self, checked: Checked) -> Baseline | None:
        """The baseline that holds for a plan: the one asked for, or the one its project names."""
        file = self.wishes.baseline
        if file is None and checked.folder is not None and checked.project is not None:
            named = checked.project.checks.baseline
            file = checked.folder / named if named is not None else None
        if file is None or self.judged_anew:
            return None
        if file not in self.baselines:
            self.baselines[file] = read_baseline(file)
        return self.baselines[file]

    @staticmethod
    def _new_in(
        report: Report, baseline: Baseline | None, sources: Mapping[Path, Source]
    ) -> tuple[Report, list[Suppressed]]:
        """What a baseline does not know, and what it does."""
        if baseline is None:
            return report, []
        old = [one for one in report.diagnostics if baseline.knows(one, sources.get(one.path))]
        new = Report(tuple(one for one in report.diagnostics if one not in set(old)))
        return new, [Suppressed(one, "基线里已有", "baseline") for one in old]

    def gone(self) -> int:
        """How many findings of the baselines are not there any more in the files that were checked."""
        return sum(baseline.gone(self.files) for baseline in self.baselines.values())

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


def _print_fixes(results: Results, wishes: Wishes) -> int:
    """What was corrected and what could be; returns the exit code that trouble on the way calls for."""
    by_lines = set(wishes.printed) <= BY_LINES and bool(wishes.printed)
    stream = sys.stdout if by_lines else sys.stderr
    if wishes.fixed is not None:
        print(wishes.fixed.words, file=stream)
    if by_lines and (possible := fixable_text(results.report, done=wishes.fixed is not None)):
        print(possible, file=stream)
    return wishes.fixed.code if wishes.fixed is not None else OK


def _reaches(report: Report, threshold: Severity | None) -> bool:
    return threshold is not None and (report.worst or 0) >= threshold
