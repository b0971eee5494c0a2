"""`ipplan render`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans, output_paths
from ipplan.cli.printing import FindingPrinter, complain
from ipplan.errors import IpplanError
from ipplan.output import write_whole
from ipplan.pipeline import Compiler, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


def render_plans(paths: Sequence[Path], folder: Path | None, *, draft: bool) -> int:
    """Render the plans, say what was written, and return the exit code. One bad plan does not stop the others."""
    targets = output_paths(find_plans(paths), folder, ".docx")
    compiler, worst = Compiler(), OK
    with _progress(len(targets)) as advance:
        printer = FindingPrinter(sys.stderr)
        for plan, target in targets.items():
            worst = max(worst, _render(plan, target, compiler, printer, draft=draft))
            advance()
    return worst


def _render(plan: Path, target: Path, compiler: Compiler, printer: FindingPrinter, *, draft: bool) -> int:
    """Render one plan and return the exit code it calls for."""
    try:
        checked = check(plan)
        hindrances = checked.hindrances(draft=draft)
        printer.show(checked, hindrances)
        if hindrances:
            print(f"没有生成 {target}：先处理上面 {plan} 的问题", file=sys.stderr)
            return FINDINGS
        write_whole(target, compiler.docx(checked, draft=draft))
    except IpplanError as problem:
        return complain(problem)
    print(f"{'已生成草稿' if draft else '已生成'} {target}")
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
