"""`ipplan render`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans, output_paths, with_suffix
from ipplan.cli.printing import FindingPrinter, complain
from ipplan.errors import IpplanError
from ipplan.output import write_whole
from ipplan.pipeline import Compiler, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ipplan.formats import Format
    from ipplan.pipeline import Checked


def render_plans(paths: Sequence[Path], folder: Path | None, formats: Sequence[Format], *, draft: bool) -> int:
    """Render the plans, say what was written, and return the exit code. One bad plan does not stop the others.

    Without `formats` each plan is made in those that its project file names.
    """
    targets = output_paths(find_plans(paths), folder)
    renderer, worst = _Renderer(formats, draft=draft), OK
    with _progress(len(targets)) as advance:
        for plan, target in targets.items():
            worst = max(worst, renderer.render(plan, target))
            advance()
    return worst


class _Renderer:
    """Renders one plan after the other; what they share is read, and said, once."""

    def __init__(self, formats: Sequence[Format], *, draft: bool) -> None:
        self._formats = formats
        self._draft = draft
        self._compiler = Compiler()
        self._printer = FindingPrinter(sys.stderr)

    def render(self, plan: Path, target: Path) -> int:
        """Render one plan and return the exit code it calls for; `target` has no suffix yet."""
        try:
            checked = check(plan)
            files = {form: with_suffix(target, form.suffix, plan) for form in self._formats or checked.outputs}
        except IpplanError as problem:
            return complain(problem)
        hindrances = checked.hindrances(draft=self._draft)
        self._printer.show(checked, hindrances)
        if hindrances:
            names = "、".join(map(str, files.values()))
            print(f"没有生成 {names}：先处理上面 {plan} 的问题", file=sys.stderr)
            return FINDINGS
        return max(self._write(checked, form, file) for form, file in files.items())

    def _write(self, checked: Checked, form: Format, file: Path) -> int:
        """Write one file; that one cannot be made does not stop the others."""
        try:
            write_whole(file, self._compiler.write(checked, form, draft=self._draft))
        except IpplanError as problem:
            return complain(problem)
        print(f"{'已生成草稿' if self._draft else '已生成'} {file}")
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
