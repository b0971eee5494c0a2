"""From a plan file to findings, and to papers. Checking is the first half of rendering, so they cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ipplan.checker import BLOCKING_CODES, CODES, run_project_rules, run_rules
from ipplan.diagnostics import Diagnostic, Report, Severity
from ipplan.formats import DEFAULT_FORMAT, By, Format
from ipplan.loader.beside import find_progress, find_project
from ipplan.loader.load import Loaded, load_plan, load_progress, load_project
from ipplan.model.project import Project
from ipplan.policy import Policy, mistakes
from ipplan.rules.rule import Subject
from ipplan.source import is_inside, read_source
from ipplan.suppressions import suppress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipplan.model.plan import PlanFile
    from ipplan.model.progress import Progress
    from ipplan.source import Reader, Source
    from ipplan.suppressions import Suppressed


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan after checking.

    `folder` is where the project file is, None when there is no project; `suppressed` is what comments in the files
    take out of the report; `progress` is what the progress file says, None without one; `subject` is what the rules
    looked at, None where they could not.
    """

    plan: Loaded[PlanFile]
    project: Project | None
    folder: Path | None
    sources: tuple[Source, ...]
    report: Report
    suppressed: tuple[Suppressed, ...] = ()
    progress: Progress | None = None
    subject: Subject | None = None

    @property
    def outputs(self) -> tuple[Format, ...]:
        """The formats to make where the command names none: those of the project file, else docx."""
        named = self.project.outputs if self.project is not None else ()
        return tuple(dict.fromkeys(named)) or (DEFAULT_FORMAT,)

    @property
    def lists(self) -> tuple[By, ...]:
        """The lists to make besides papers where the command names none: those of the project file."""
        return tuple(dict.fromkeys(map(By, self.project.lists))) if self.project is not None else ()

    @property
    def baseline(self) -> Path | None:
        """The baseline file that the project names, if that is inside of its folder."""
        named = self.project.checks.baseline if self.project is not None else None
        if self.folder is None or named is None or not is_inside(self.folder, self.folder / named):
            return None
        return self.folder / named

    @property
    def policy(self) -> Policy | None:
        """What the project wants of findings; None without a project that can be understood."""
        return Policy(self.project.checks, self.folder) if self.project and self.folder is not None else None

    def hindrances(self, *, draft: bool) -> tuple[Diagnostic, ...]:
        """The findings that forbid rendering: errors, and for a paper that is not a draft, what is undecided.

        What is undecided for a good reason is not decided either, so a comment does not help there.
        """
        errors = tuple(found for found in self.report.diagnostics if found.severity is Severity.ERROR)
        return errors if draft else (*errors, *self._undecided())

    def _undecided(self) -> tuple[Diagnostic, ...]:
        found = (*self.report.diagnostics, *(one.finding for one in self.suppressed))
        return tuple(one for one in found if one.code in BLOCKING_CODES and one.severity is not Severity.ERROR)


def check(path: Path, read: Reader = read_source) -> Checked:
    """Read a plan, the project it belongs to and its progress file, and find what is wrong in them.

    Raises:
        UnreadableFile: if there is no such file, or it may not be read.
    """
    return PlanChecker().check(path, read)


class PlanChecker:
    """Checks plans one after the other; a project file that plans in a row share is read and judged once."""

    def __init__(self) -> None:
        self._projects: dict[Path, _Judged] = {}
        self._nearest: tuple[Path, Path | None] | None = None

    def check(self, path: Path, read: Reader = read_source) -> Checked:
        """See `check`."""
        loaded = load_plan(path, read)
        project_path, progress_path = self._project_above(path), find_progress(path)
        project = self._judged(project_path, read) if project_path is not None else None
        return _checked(loaded, project, load_progress(progress_path, read) if progress_path is not None else None)

    def _project_above(self, plan: Path) -> Path | None:
        """See `find_project`; it is looked for once for plans of one folder in a row."""
        if self._nearest is None or self._nearest[0] != plan.parent:
            self._nearest = plan.parent, find_project(plan)
        return self._nearest[1]

    def _judged(self, path: Path, read: Reader) -> _Judged:
        if path not in self._projects:
            while len(self._projects) >= _PROJECTS:
                del self._projects[next(iter(self._projects))]
            project = load_project(path, read)
            self._projects[path] = _Judged(project, tuple(_said_of(project)))
        return self._projects[path]


_PROJECTS = 8
"""Project files that are kept; plans come folder by folder, and a province has thousands."""


class _Judged(NamedTuple):
    """A project file and what is wrong with it."""

    project: Loaded[Project]
    said: tuple[Diagnostic, ...]


def _checked(plan: Loaded[PlanFile], judged: _Judged | None, progress: Loaded[Progress] | None) -> Checked:
    """A plan with what is wrong in it, and in its project and progress files, if it has them."""
    project = judged.project if judged is not None else None
    beside = [one for one in (project, progress) if one is not None]
    sources = (plan.source, *plan.included, *(one.source for one in beside))
    model = project.model if project else Project()
    folder = project.source.path.parent if project else None
    said = (*plan.diagnostics, *(judged.said if judged else ()), *(progress.diagnostics if progress else ()))
    if plan.model is None or model is None:
        return Checked(plan, model, folder, sources, Report.of(said))
    subject = Subject(plan.model, model, folder, tuple(one.text for one in (plan.source, *plan.included)))
    found = [*said, *run_rules(plan, subject)]
    if progress is not None and not any(one.severity is Severity.ERROR for one in found):
        found += _unknown_tasks(plan.model, progress)
    report, suppressed = suppress(found, sources, CODES)
    if folder is not None:
        report, unwanted = Policy(model.checks, folder).applied(report)
        suppressed = (*suppressed, *unwanted)
    reported = progress.model if progress is not None else None
    return Checked(plan, model, folder, sources, report, suppressed, reported, subject)


def _unknown_tasks(plan_file: PlanFile, progress: Loaded[Progress]) -> Iterator[Diagnostic]:
    """Reports of what is not in the plan."""
    from ipplan.compose.context import Context  # noqa: PLC0415  few plans have a progress file
    from ipplan.compose.entries import entries  # noqa: PLC0415
    from ipplan.compose.progress import unmatched  # noqa: PLC0415
    from ipplan.compose.wording import Wording  # noqa: PLC0415
    from ipplan.model.references import shared_names  # noqa: PLC0415

    if progress.model is not None:
        for one in unmatched(entries(plan_file, Context(shared_names(plan_file), Wording())), progress.model):
            span = progress.place.find(one.path).span
            yield Diagnostic(progress.source.path, span, "IP203", Severity.ERROR, one.message, one.hint)


def _said_of(project: Loaded[Project]) -> tuple[Diagnostic, ...]:
    """What is wrong in a project file."""
    return (*project.diagnostics, *mistakes(project), *run_project_rules(project))


def check_project(path: Path, read: Reader = read_source) -> Checked:
    """Check a project file by itself.

    Raises:
        UnreadableFile: if there is no such file, or it may not be read.
    """
    project = load_project(path, read)
    nothing: Loaded[PlanFile] = Loaded(project.source, None)
    report, _ = suppress(_said_of(project), (project.source,), CODES)
    return Checked(nothing, project.model, path.parent, (project.source,), report)
