"""From a plan file to findings, and to papers. Checking is the first half of rendering, so they cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.checker import BLOCKING_CODES, run_rules
from ipplan.diagnostics import Diagnostic, Report, Severity
from ipplan.loader.load import Loaded, find_project, load_plan, load_project
from ipplan.model.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.document import Document
    from ipplan.model.plan import PlanFile
    from ipplan.source import Source


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan after checking. `folder` is where the project file is, None when there is no project."""

    plan: Loaded[PlanFile]
    project: Project | None
    folder: Path | None
    sources: tuple[Source, ...]
    report: Report

    def hindrances(self, *, draft: bool) -> tuple[Diagnostic, ...]:
        """The findings that forbid rendering: errors, and for a paper that is not a draft, what is undecided."""
        return tuple(
            found
            for found in self.report.diagnostics
            if found.severity is Severity.ERROR or (not draft and found.code in BLOCKING_CODES)
        )


def check(path: Path) -> Checked:
    """Read a plan and the project it belongs to, and find what is wrong in both.

    Raises:
        UnreadableFile: if there is no such file, or it may not be read.
    """
    loaded = load_plan(path)
    project_path = find_project(path)
    if project_path is None:
        found = (*loaded.diagnostics, *run_rules(loaded, Project()))
        return Checked(loaded, Project(), None, (loaded.source, *loaded.included), Report.of(found))
    project = load_project(project_path)
    rules = run_rules(loaded, project.model) if project.model is not None else ()
    report = Report.of((*loaded.diagnostics, *project.diagnostics, *rules))
    sources = (loaded.source, *loaded.included, project.source)
    return Checked(loaded, project.model, project_path.parent, sources, report)


def check_project(path: Path) -> Checked:
    """Check a project file by itself.

    Raises:
        UnreadableFile: if there is no such file, or it may not be read.
    """
    project = load_project(path)
    nothing: Loaded[PlanFile] = Loaded(project.source, None)
    return Checked(nothing, project.model, path.parent, (project.source,), Report.of(project.diagnostics))


class Compiler:
    """Makes documents of checked plans; what plans share (stylesheets, wording) is read once."""

    def __init__(self) -> None:
        self._studios: dict[tuple[Path | None, str | None, str | None], _Studio] = {}

    def document(self, checked: Checked, *, draft: bool) -> Document:
        """The Document tree, laid out.

        Raises:
            ValueError: if the plan has hindrances; look at `Checked.hindrances` first.
            BrokenTemplate: if wording or stylesheet are wrong.
        """
        return self._studio(checked).document(checked, draft=draft)

    def docx(self, checked: Checked, *, draft: bool) -> bytes:
        """The docx file of a plan. Raises what `document` raises."""
        studio = self._studio(checked)
        return studio.writer.write(studio.document(checked, draft=draft))

    def _studio(self, checked: Checked) -> _Studio:
        if checked.project is None:
            raise ValueError("the project file has mistakes")
        key = (checked.folder, checked.project.styles, checked.project.wording)
        if key not in self._studios:
            self._studios[key] = _Studio(checked.project, checked.folder)
        return self._studios[key]


class _Studio:
    """The sheet, wording and writer of one project."""

    def __init__(self, project: Project, folder: Path | None) -> None:
        from ipplan.compose.wording import Wording  # noqa: PLC0415  jinja2 and docx load when something is rendered
        from ipplan.stylesheet import load_stylesheet  # noqa: PLC0415
        from ipplan.writers.docx.writer import DocxWriter  # noqa: PLC0415

        self._sheet = load_stylesheet(_inside(folder, project.styles))
        self._wording = Wording(_inside(folder, project.wording))
        self.writer = DocxWriter(self._sheet)

    def document(self, checked: Checked, *, draft: bool) -> Document:
        """Compose and lay out."""
        from ipplan.compose.compose import compose  # noqa: PLC0415
        from ipplan.transforms.layout import lay_out  # noqa: PLC0415

        if checked.plan.model is None or checked.project is None or checked.hindrances(draft=draft):
            raise ValueError("the plan cannot be rendered")
        composed = compose(checked.plan.model, checked.project, self._wording, draft=draft)
        return lay_out(composed, checked.project, self._sheet)


def _inside(folder: Path | None, name: str | None) -> Path | None:
    return folder / name if folder is not None and name is not None else None
