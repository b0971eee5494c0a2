"""`ipplan validate --fix` and `--diff`: making corrections until nothing is left that can be corrected."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.paths import find_plans
from ipplan.cli.printing import complain
from ipplan.diagnostics import Diagnostic
from ipplan.edits import difference, encoded_like
from ipplan.errors import IpplanError, UnwritableFile
from ipplan.fixes import fixed
from ipplan.loader.beside import PROJECT_FILE
from ipplan.output import write_whole
from ipplan.pipeline import check, check_project
from ipplan.source import Source, read_bytes, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipplan.pipeline import Checked
    from ipplan.selection import Selection

_ROUNDS = 20
"""Corrections that touch each other are made in turn; so many turns are enough for any text that people write."""


class Outcome(NamedTuple):
    """How many places were changed in how many files, and the exit code that trouble on the way calls for."""

    places: int
    files: int
    code: int

    @property
    def words(self) -> str:
        """The line that says so."""
        return f"已改 {self.places} 处（{self.files} 个文件）" if self.places else "没有可以自动改的"


class Changed(NamedTuple):
    """A file as it stands on the disk, what it should say, and in how many places that differs."""

    source: Source
    text: str
    places: int


class WorkingCopies:
    """Files with corrections made and not written yet. A file that several plans include has one copy."""

    def __init__(self) -> None:
        self._before: dict[str, Source] = {}
        self._after: dict[str, str] = {}
        self._places: Counter[str] = Counter()
        self.problems: list[IpplanError] = []

    def read(self, path: Path) -> Source | Diagnostic:
        """The copy of a file, made from the disk when it is asked for first. Raises what `read_source` raises."""
        real = os.path.realpath(path)
        if real not in self._before:
            read = read_source(path)
            if isinstance(read, Diagnostic):
                return read
            self._before[real], self._after[real] = read, read.text
        return Source(path, self._after[real])

    def correct(self, plan: Path, selection: Selection, *, unsafe: bool) -> None:
        """Correct a plan and the files that belong to it as far as they can be; what cannot be read is a problem."""
        read = check_project if plan.name == PROJECT_FILE else check
        try:
            for _ in range(_ROUNDS):
                if not self._one_round(read(plan, self.read), selection, unsafe=unsafe):
                    break
        except IpplanError as problem:
            self.problems.append(problem)
        self._forget_unchanged()

    def _forget_unchanged(self) -> None:
        """Keep in memory what is to be written only."""
        changed = {os.path.realpath(one.source.path) for one in self.changed()}
        self._before = {real: source for real, source in self._before.items() if real in changed}
        self._after = {real: self._after[real] for real in changed}

    def _one_round(self, checked: Checked, selection: Selection, *, unsafe: bool) -> bool:
        """Make what can be made at once; returns whether that was anything."""
        shown = selection.applied(checked.report).diagnostics
        wanted = [found for found in shown if found.fix is not None and (unsafe or found.fix.safe)]
        sources = {os.path.realpath(source.path): source for source in checked.sources} if wanted else {}
        made = 0
        for real, source in sources.items():
            self._after[real], edits = fixed(source, wanted)
            self._places[real] += len(edits)
            made += len(edits)
        return made > 0

    def changed(self) -> list[Changed]:
        """The files that have corrections, in the order of reading."""
        return [
            Changed(source, self._after[real], self._places[real])
            for real, source in self._before.items()
            if self._after[real] != source.text
        ]


def fix_plans(paths: Sequence[Path], selection: Selection, *, unsafe: bool) -> Outcome:
    """Correct the plans and write them; a file that cannot be written does not stop the others."""
    places, code = [], OK
    for changed in _corrected(paths, selection, unsafe=unsafe).changed():
        try:
            _write(changed.source, changed.text)
            places.append(changed.places)
        except IpplanError as problem:
            code = complain(problem)
    return Outcome(sum(places), len(places), code)


def show_fixes(paths: Sequence[Path], selection: Selection, *, unsafe: bool) -> int:
    """Print what `fix_plans` would change, as a diff; returns the exit code: FINDINGS if that is anything."""
    copies = _corrected(paths, selection, unsafe=unsafe)
    changed = copies.changed()
    for source, text, _ in changed:
        print(difference(source.text, text, source.path), end="")
    places = sum(one.places for one in changed)
    print(f"可以改 {places} 处，没有写文件" if places else "没有可以自动改的", file=sys.stderr)
    return max([FINDINGS if changed else OK, *map(complain, copies.problems)])


def _corrected(paths: Sequence[Path], selection: Selection, *, unsafe: bool) -> WorkingCopies:
    copies = WorkingCopies()
    for plan in find_plans(paths):
        copies.correct(plan, selection, unsafe=unsafe)
    return copies


def _write(source: Source, text: str) -> None:
    """Write a file with its own line ends, behind a link if it is one.

    Raises:
        UnwritableFile: if it cannot be written, or says something else by now.
    """
    now = read_source(source.path)
    if not isinstance(now, Source) or now.text != source.text:
        raise UnwritableFile(f"{source.path}：刚才被别的程序改过，没有写；请再运行一次")
    write_whole(Path(os.path.realpath(source.path)), encoded_like(read_bytes(source.path), text))
