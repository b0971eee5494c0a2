"""`ipplan migrate`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter
from ipplan.diagnostics import Diagnostic
from ipplan.edits import difference, encoded_like
from ipplan.migrate import migrate
from ipplan.output import write_whole
from ipplan.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence


def migrate_plans(paths: Sequence[Path], *, diff: bool) -> int:
    """Move the plans to the present format, or only show how; returns the exit code."""
    worst = OK
    for path in find_plans(paths):
        source = read_source(path)
        if isinstance(source, Diagnostic):
            FindingPrinter().show_all([source], {})
            worst = FINDINGS
            continue
        text, changes = migrate(source)
        if not changes:
            print(f"{path}：已经是新格式，不用改")
        elif diff:
            print(difference(source.text, text, path), end="")
        else:
            write_whole(Path(os.path.realpath(path)), encoded_like(path.read_bytes(), text))
            print(f"{path}：改了 {len(changes)} 处")
    return worst
