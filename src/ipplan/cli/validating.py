"""`ipplan validate`."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from ipplan.baseline import Baselines, write_baseline
from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.gathering import Gathered
from ipplan.cli.jobs import Task
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import print_document
from ipplan.cli.remembering import Memory, open_cache
from ipplan.cli.sharding import share
from ipplan.cli.wishes import THRESHOLDS, Target, Wishes
from ipplan.errors import UnreadableFile, UsageProblem
from ipplan.output import write_whole
from ipplan.reporters.registry import BY_LINES, write_report
from ipplan.reporters.text import fixable_text, statistics_text, summary_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ipplan.cli.pace import Pace
    from ipplan.cli.verdict import Verdict
    from ipplan.diagnostics import Report, Severity
    from ipplan.reporters.results import Results
    from ipplan.selection import Selection

_ACROSS = "IP7"
"""How the codes of what shows only when plans are compared begin."""


def validate_plans(paths: Sequence[Path], wishes: Wishes) -> int:
    """Check the plans, report in every format that is wanted, and return the exit code.

    A file that cannot be read does not stop the others. The plans of a share are not compared with each other: what
    is missing from it would look like a mistake.
    """
    every = find_plans(paths)
    _keep_plans(every, wishes.targets)
    gathered = Gathered(wishes, Baselines(wishes.baseline))
    worst = _check_all(share(every, wishes.pace.shard), gathered)
    compared = wishes.pace.shard is None or wishes.pace.shard.of == 1
    if compared:
        gathered.compare()
    results = gathered.results()
    _print_report(results, wishes)
    if not compared:
        print(
            f"分份检查，没有核对计划之间的问题（{_ACROSS}）：另运行一次 validate --select {_ACROSS}，不分份",
            file=sys.stderr,
        )
    elif gone := gathered.baselines.gone(gathered.files):
        print(f"基线里有 {gone} 个问题已经改好了，可以用 --write-baseline 更新", file=sys.stderr)
    worst = max(worst, _print_fixes(results, wishes))
    for target in wishes.targets:
        if target.file is not None:
            write_whole(target.file, write_report(target.format, results).encode(errors="replace"))
    return max(worst, FINDINGS if _reaches(results.report, THRESHOLDS[wishes.fail_on]) else OK)


def record_baseline(paths: Sequence[Path], file: Path, selection: Selection, pace: Pace) -> int:
    """Write what is found now into a baseline file, so that only what comes later is reported."""
    plans = find_plans(paths)
    _keep_plans(plans, [Target("json", file)])
    gathered = Gathered(Wishes([Target("json", file)], selection, pace=pace), Baselines(None, judge_anew=True))
    worst = _check_all(plans, gathered)
    gathered.compare()
    results = gathered.results()
    write_whole(file, write_baseline(results.report.diagnostics, results.sources, file.parent))
    print(f"已把 {len(results.report.diagnostics)} 个问题记进基线 {file}")
    return worst


_WORTH_A_WORKER = 1_000
"""A worker needs the time of a hundred plans to start: with so many plans each, that is a tenth."""


def _check_all(plans: Sequence[Path], gathered: Gathered) -> int:
    """Check plans, or see that nothing has changed in them; returns the worst exit code that one calls for."""
    pace = gathered.wishes.pace
    known, begin = partial(_known, _memory(cached=pace.cached)), partial(_examiner, cached=pace.cached)
    with closing(pace.results([Task(plan, plan) for plan in plans], known, begin, _WORTH_A_WORKER)) as verdicts:
        return max((gathered.take(verdict) for verdict in verdicts), default=OK)


def _memory(*, cached: bool) -> Memory[Verdict]:
    return Memory("validate", open_cache(wanted=cached))


def _known(memory: Memory[Verdict], task: Task) -> Verdict | None:
    """What is remembered of a file, with the lines that are to be shown."""
    verdict = memory.recall(task)
    try:
        return verdict.with_sources() if verdict is not None else None
    except UnreadableFile:
        return None


def _examiner(*, cached: bool) -> Callable[[Task], Verdict]:
    """What checks a file, in this process."""
    from ipplan.cli.checking import Examiner  # noqa: PLC0415  loads all rules, where something is checked

    return Examiner(_memory(cached=cached)).examine


def _keep_plans(plans: Sequence[Path], targets: Sequence[Target]) -> None:
    """Refuse to write a report over a plan."""
    kept = {os.path.realpath(plan) for plan in plans}
    for target in targets:
        if target.file is not None and os.path.realpath(target.file) in kept:
            raise UsageProblem(f"-o {target.file} 是要检查的计划，不能写成报告")


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
