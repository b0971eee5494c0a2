"""What `render` and `table` are to make of each plan. A job is data: it is sent to the processes that do it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ipplan.cli.paths import with_suffix
from ipplan.formats import Shows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.compiler import Compiler
    from ipplan.formats import Format
    from ipplan.pipeline import Checked


class Task(NamedTuple):
    """A plan, and the path of its files without what the job adds to it."""

    plan: Path
    target: Path

    def __str__(self) -> str:
        """What messages call it."""
        return str(self.plan)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every file of a run.

    `draft`: what is undecided may stay so. `made` is the day that files name as theirs, None for the day on which a
    plan is issued. Fonts for PDF are looked for in `font_folders` before the system's own places.
    """

    draft: bool = False
    made: datetime.date | None = None
    font_folders: tuple[Path, ...] = ()


class Job(Protocol):
    """What files to make of a plan."""

    @property
    def settings(self) -> Settings:
        """What holds for every file."""

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made, for messages. Raises UsageProblem if one cannot be meant."""

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """What the user should know of files that were made."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The job of `render`: a file for each format; without `formats` those that the project file names."""

    settings: Settings
    formats: tuple[Format, ...] = ()

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made."""
        return [with_suffix(target, form.suffix, checked.plan.source.path) for form in self.formats or checked.outputs]

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""
        for file, form in zip(self.names(checked, target), self.formats or checked.outputs, strict=True):
            yield file, partial(compiler.write, checked, form, draft=self.settings.draft)

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """What layout had to change, where a paper was made."""
        if all(form.shows is not Shows.PAPER for form in self.formats or checked.outputs):
            return ()
        return compiler.adjustments(checked, draft=self.settings.draft)
