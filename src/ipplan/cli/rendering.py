"""`ipplan render`, and what it has in common with `ipplan table`."""

from __future__ import annotations

import datetime
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans, output_paths, with_suffix
from ipplan.cli.printing import FindingPrinter, complain
from ipplan.errors import IpplanError, UsageProblem
from ipplan.formats import Shows
from ipplan.output import write_whole
from ipplan.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ipplan.compiler import Compiler
    from ipplan.formats import Format
    from ipplan.pipeline import Checked


class Job(Protocol):
    """What files to make of a plan; `target` is their path without what the job adds to it."""

    @property
    def draft(self) -> bool:
        """Whether what is undecided may stay so."""

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made, for messages. Raises UsageProblem if one cannot be meant."""

    def files(self, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""

    def remarks(self, checked: Checked) -> tuple[str, ...]:
        """What the user should know of files that were made."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The job of `render`: a file for each format; without `formats` those that the project file names."""

    compiler: Compiler
    formats: Sequence[Format]
    draft: bool

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made."""
        return [file for file, _ in self.files(checked, target)]

    def files(self, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""
        for form in self.formats or checked.outputs:
            file = with_suffix(target, form.suffix, checked.plan.source.path)
            yield file, partial(self.compiler.write, checked, form, draft=self.draft)

    def remarks(self, checked: Checked) -> tuple[str, ...]:
        """What layout had to change, where a paper was made."""
        if all(form.shows is not Shows.PAPER for form in self.formats or checked.outputs):
            return ()
        return self.compiler.adjustments(checked, draft=self.draft)


def source_date() -> datetime.date | None:
    """The day that files shall name as theirs, of the variable that reproducible builds use; None where it is not set.

    Raises:
        UsageProblem: if the variable holds no time.
    """
    words = os.environ.get(_SOURCE_DATE)
    if not words:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(words), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageProblem(f"环境变量 {_SOURCE_DATE} 要写 1970 年以来的秒数，不是“{words}”") from None


_SOURCE_DATE = "SOURCE_DATE_EPOCH"


def run_job(job: Job, paths: Sequence[Path], folder: Path | None) -> int:
    """Make the files of all plans, say what was written, and return the exit code.

    One bad plan does not stop the others.
    """
    targets = output_paths(find_plans(paths), folder)
    printer, worst = FindingPrinter(sys.stderr), OK
    with _progress(len(targets)) as advance:
        for plan, target in targets.items():
            worst = max(worst, _run(job, plan, target, printer))
            advance()
    return worst


def _run(job: Job, plan: Path, target: Path, printer: FindingPrinter) -> int:
    """Make the files of one plan and return the exit code it calls for."""
    try:
        checked = check(plan)
        names = job.names(checked, target)
        hindrances = checked.hindrances(draft=job.draft)
        printer.show(checked, hindrances)
        if hindrances:
            print(f"没有生成 {'、'.join(map(str, names))}：先处理上面 {plan} 的问题", file=sys.stderr)
            return FINDINGS
        code = max(_write(file, content, draft=job.draft) for file, content in job.files(checked, target))
        with suppress(IpplanError):  # what keeps a paper from being laid out was said of its files
            for remark in job.remarks(checked):
                print(f"{plan}：{remark}", file=sys.stderr)
        return code
    except IpplanError as problem:
        return complain(problem)


def _write(file: Path, content: Callable[[], bytes], *, draft: bool) -> int:
    """Write one file; that one cannot be made does not stop the others."""
    try:
        write_whole(file, content())
    except IpplanError as problem:
        return complain(problem)
    print(f"{'已生成草稿' if draft else '已生成'} {file}")
    return OK


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A progress bar for several plans on a terminal; nothing elsewhere."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415  only where it is shown
    from rich.progress import Progress  # noqa: PLC0415

    # What is printed meanwhile appears above the bar, but what goes into a file must not be caught.
    caught = sys.stdout.isatty()
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=caught) as progress:
        task = progress.add_task("生成", total=total)
        yield lambda: progress.advance(task)
