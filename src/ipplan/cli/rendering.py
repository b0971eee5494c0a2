"""`ipplan render`, and what it has in common with `ipplan table`."""

from __future__ import annotations

import datetime
import os
import sys
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from ipplan.cli.dependencies import Digests
from ipplan.cli.exit_codes import OK
from ipplan.cli.jobs import Task
from ipplan.cli.outcome import Teller
from ipplan.cli.paths import find_plans, output_paths
from ipplan.cli.remembering import Memory, open_cache
from ipplan.cli.sharding import share
from ipplan.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from ipplan.cli.jobs import Job
    from ipplan.cli.outcome import Outcome
    from ipplan.cli.pace import Pace
    from ipplan.cli.sharding import Shard


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


_WORTH_A_WORKER = 20
"""Plans whose papers take about as long as a worker needs to start."""


def run_job(job: Job, paths: Sequence[Path], folder: Path | None, pace: Pace) -> int:
    """Make the files of all plans, say what was written, and return the exit code."""
    tasks = _tasks(paths, folder, pace.shard)
    begin = partial(_maker, job, cached=pace.cached)
    known = _memory(job, cached=pace.cached).recall
    return _tell(pace.results(tasks, known, begin, _WORTH_A_WORKER), len(tasks))


def _tasks(paths: Sequence[Path], folder: Path | None, shard: Shard | None) -> list[Task]:
    """The plans of a share. That two have papers of one name is found in every share alike."""
    targets = output_paths(find_plans(paths), folder)
    return [Task(plan, targets[plan]) for plan in share(list(targets), shard)]


def _memory(job: Job, *, cached: bool) -> Memory[Outcome]:
    return Memory(str(job), open_cache(wanted=cached), Digests(job.settings.font_folders))


def _maker(job: Job, *, cached: bool) -> Callable[[Task], Outcome]:
    """What makes the files of a plan, in this process."""
    from ipplan.cli.making import Maker  # noqa: PLC0415  loads nearly everything, where something is made

    return Maker(job, _memory(job, cached=cached)).make


def _tell(outcomes: Generator[Outcome, None, None], number: int) -> int:
    """Say what each of so many plans came to; returns the worst exit code. A bad plan does not stop the others."""
    teller, worst = Teller(), OK
    with _progress(number) as advance, closing(outcomes):
        for outcome in outcomes:
            teller.tell(outcome)
            worst = max(worst, outcome.code)
            advance()
    return worst


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
