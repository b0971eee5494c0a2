"""`ipplan migrate`."""

from __future__ import annotations

import codecs
import difflib
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import FindingPrinter
from ipplan.diagnostics import Diagnostic
from ipplan.migrate import migrate
from ipplan.output import write_whole
from ipplan.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


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
            print(_diff(source.text, text, path), end="")
        else:
            write_whole(path, _like(path.read_bytes(), text))
            print(f"{path}：改了 {len(changes)} 处")
    return worst


def _like(before: bytes, text: str) -> bytes:
    """The text as bytes, with the byte-order mark and the line ends that the file had."""
    data = text.encode("utf-8")
    if b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    return codecs.BOM_UTF8 + data if before.startswith(codecs.BOM_UTF8) else data


def _diff(before: str, after: str, path: Path) -> str:
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), str(path), str(path))
    return "".join(lines)
