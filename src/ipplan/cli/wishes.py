"""What the options of `ipplan validate` ask for."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.cli.pace import Pace
from ipplan.diagnostics import Severity
from ipplan.errors import UsageProblem
from ipplan.reporters.registry import BY_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipplan.cli.fixing import Outcome
    from ipplan.selection import Selection

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

    pace: Pace = field(default_factory=Pace)

    @property
    def printed(self) -> tuple[str, ...]:
        """The formats that go to standard output."""
        return tuple(target.format for target in self.targets if target.file is None)


def refuse_senseless(*, fix: bool, diff: bool, unsafe: bool, report: bool) -> None:
    """Look at the options of `validate` that are about fixing; `report` says whether one about reports is there too.

    Raises:
        UsageProblem: if they cannot stand together.
    """
    if unsafe and not (fix or diff):
        raise UsageProblem("--unsafe-fixes 要和 --fix 或 --diff 一起用")
    if diff and report:
        raise UsageProblem("--diff 只显示要改什么，不能和 -f、-o、--statistics 一起用")


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
