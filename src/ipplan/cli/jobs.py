"""What is to be done with each plan. A job of `render` or `table` is data: it is sent to the processes that do it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ipplan.cli.paths import with_suffix
from ipplan.formats import Format, Shows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.compiler import Compiler
    from ipplan.formats import By
    from ipplan.pipeline import Checked


_WORDS = {"unit": "按单位", "date": "按时限", "section": "按章节", "status": "按状态"}
"""What stands in the name of a file of lists behind that of the plan."""


def list_name(target: Path, by: By, form: Format) -> Path:
    """The file of all lists of a plan."""
    return target.with_name(f"{target.name}-{_WORDS[by]}{form.suffix}")


def detached_name(target: Path, serial: str, form: Format) -> Path:
    """The file of an attachment that is bound apart."""
    return target.with_name(f"{target.name}-附件{serial}{form.suffix}")


class Task(NamedTuple):
    """A plan, and the path of its files without what the job adds to it (the plan itself where none are made)."""

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

    def forms(self, checked: Checked) -> tuple[Format, ...]:
        """The formats of the files."""

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made, for messages. Raises UsageProblem if one cannot be meant."""

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """What the user should know of files that were made."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The job of `render`: a file for each format, for each attachment bound apart, and for each list wanted in it.

    Without `formats` or `lists` those that the project file names.
    """

    settings: Settings
    formats: tuple[Format, ...] = ()
    lists: tuple[By, ...] = ()

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made."""
        papers = [with_suffix(target, form.suffix, checked.plan.source.path) for form in self.forms(checked)]
        papers += [detached_name(target, serial, form) for form, _, serial in self._detached(checked)]
        return [*papers, *(list_name(target, by, form) for by, form in self._lists(checked))]

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""
        formats, draft = self.forms(checked), self.settings.draft
        makers = [
            *(partial(compiler.write, checked, form, draft=draft) for form in formats),
            *(
                partial(compiler.write, checked, form, draft=draft, detached=index)
                for form, index, _ in self._detached(checked)
            ),
            *(partial(compiler.table, checked, by, form, draft=draft) for by, form in self._lists(checked)),
        ]
        yield from zip(self.names(checked, target), makers, strict=True)

    def forms(self, checked: Checked) -> tuple[Format, ...]:
        """The formats that were asked for, else those of the project."""
        return self.formats or checked.outputs

    def _detached(self, checked: Checked) -> list[tuple[Format, int, str]]:
        """Each attachment that is bound apart in each format of papers: its index and its serial number."""
        from ipplan.model.attachments import detached_serials  # noqa: PLC0415  the models load when a plan is read

        plan_file = checked.plan.model
        found = [] if plan_file is None else list(enumerate(detached_serials(plan_file)))
        return [(form, *one) for form in self.forms(checked) if form.shows is Shows.PAPER for one in found]

    def _lists(self, checked: Checked) -> list[tuple[By, Format]]:
        """Each list in each format but the calendar, which knows no groups."""
        wanted = self.lists or checked.lists
        return [(by, form) for by in wanted for form in self.forms(checked) if form is not Format.ICS]

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """What layout had to change, where a paper was made."""
        if all(form.shows is not Shows.PAPER for form in self.forms(checked)):
            return ()
        return compiler.adjustments(checked, draft=self.settings.draft)
