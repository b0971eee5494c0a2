"""From checked plans to papers, ledgers and lists, in every format."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan.errors import MissingCharacter, NothingToList
from ipplan.formats import Format, Shows
from ipplan.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from ipplan.document import Document
    from ipplan.formats import By
    from ipplan.ledger import Ledger
    from ipplan.model.plan import PlanFile
    from ipplan.pipeline import Checked
    from ipplan.source import Source
    from ipplan.stylesheet import Stylesheet


class Compiler:
    """Makes documents of checked plans; what plans share (stylesheets, wording) is read once."""

    def __init__(self, made: date | None = None, font_folders: tuple[Path, ...] = ()) -> None:
        """A compiler.

        `made` is the day that files name as theirs, None for the day on which a plan is issued. Fonts for PDF are
        looked for in `font_folders` before the system's own places.
        """
        self._made = made
        self._font_folders = font_folders
        self._studios: dict[tuple[Path | None, tuple[str, ...], str | None], _Studio] = {}

    def document(self, checked: Checked, *, draft: bool) -> Document:
        """The Document tree, laid out.

        Raises:
            ValueError: if the plan has hindrances; look at `Checked.hindrances` first.
            BrokenTemplate: if wording or stylesheet are wrong.
        """
        return self._studio(checked).document(checked, draft=draft)

    def sheet(self, checked: Checked) -> Stylesheet:
        """The sheet of figures that the papers of a plan follow. Raises BrokenTemplate if it is wrong."""
        return self._studio(checked).sheet

    def ledger(self, checked: Checked, by: By | None = None, *, draft: bool) -> Ledger:
        """What a plan wants done: its ledger, in groups where `by` is given.

        Raises what `document` raises, and:
            NothingToList: if groups are wanted of a plan in which nothing is to be done.
        """
        studio = self._studio(checked)
        return studio.ledger(checked, draft=draft) if by is None else studio.grouped(checked, by, draft=draft)

    def write(self, checked: Checked, form: Format, *, draft: bool, detached: int | None = None) -> bytes:
        """The file of a plan in a format; or, as a paper, the one of its attachments that are bound apart at an index.

        Raises what `document` raises, and:
            MissingLibrary: if a library that the format needs is not installed.
            MissingFont: if a font that the format needs is not on this machine.
            MissingCharacter: if no font on this machine has a character of the plan.
        """
        return self._studio(checked).write(checked, form, draft=draft, detached=detached)

    def table(self, checked: Checked, by: By, form: Format, *, draft: bool) -> bytes:
        """The lists of a plan in a format, all in one file. Raises what `write` and `ledger` raise."""
        studio = self._studio(checked)
        return studio.write_list(studio.grouped(checked, by, draft=draft), checked, form)

    def split_table(self, checked: Checked, by: By, form: Format, *, draft: bool) -> Iterator[tuple[str, bytes]]:
        """Each unit (month, section, status) of a plan with its own list. Raises what `table` raises."""
        from ipplan.compose.groups import split  # noqa: PLC0415

        studio = self._studio(checked)
        for name, ledger in split(studio.grouped(checked, by, draft=draft)).items():
            yield name, studio.write_list(ledger, checked, form)

    def adjustments(self, checked: Checked, *, draft: bool) -> tuple[str, ...]:
        """What layout had to change of a plan's paper, for the user. Raises what `document` raises."""
        return self._studio(checked).adjustments(checked, draft=draft)

    def docx(self, checked: Checked, *, draft: bool) -> bytes:
        """The docx file of a plan. Raises what `document` raises."""
        return self.write(checked, Format.DOCX, draft=draft)

    def _studio(self, checked: Checked) -> _Studio:
        if checked.project is None:
            raise ValueError("the project file has mistakes")
        key = (checked.folder, checked.project.styles, checked.project.wording)
        if key not in self._studios:
            self._studios[key] = _Studio(checked.project, checked.folder, self._made, self._font_folders)
        return self._studios[key]


class _Studio:
    """The sheet and wording of one project."""

    def __init__(
        self, project: Project, folder: Path | None, made: date | None, font_folders: tuple[Path, ...]
    ) -> None:
        from ipplan.compose.wording import Wording  # noqa: PLC0415  jinja2 loads when something is rendered
        from ipplan.stylesheet import load_stylesheet, sheet_files  # noqa: PLC0415

        self._sheet = load_stylesheet(*sheet_files(project.styles, folder), font_folders=font_folders)
        self._wording = Wording(_inside(folder, project.wording))
        self._made = made
        self._last: tuple[Checked, bool, Document] | None = None

    @property
    def sheet(self) -> Stylesheet:
        """The sheet."""
        return self._sheet

    def write(self, checked: Checked, form: Format, *, draft: bool, detached: int | None) -> bytes:
        """Compose what the format shows, and write it."""
        from ipplan.writers.registry import ledger_writer, paper_writer  # noqa: PLC0415

        match form.shows:
            case Shows.PAPER:
                document = self.document(checked, draft=draft)
                if detached is not None:
                    document = replace(document.detached[detached], stamp=document.stamp)
                with _placing_characters(checked.plan.source):
                    return paper_writer(form).write(document, self._sheet)
            case Shows.LEDGER:
                return ledger_writer(form).write(self.ledger(checked, draft=draft), self._sheet)

    def ledger(self, checked: Checked, *, draft: bool) -> Ledger:
        """Compose what is followed up."""
        from ipplan.compose.ledger import compose_ledger  # noqa: PLC0415

        plan_file, project = _renderable(checked, draft=draft)
        ledger = compose_ledger(plan_file, project, checked.progress, self._wording, draft=draft)
        return ledger if self._made is None else replace(ledger, stamp=self._made)

    def grouped(self, checked: Checked, by: By, *, draft: bool) -> Ledger:
        """Compose what is followed up, in groups."""
        from ipplan.compose.groups import grouped  # noqa: PLC0415
        from ipplan.compose.register import Register  # noqa: PLC0415

        _, project = _renderable(checked, draft=draft)
        ledger = self.ledger(checked, draft=draft)
        if not ledger.entries:
            raise NothingToList(f"{checked.plan.source.path}：计划里没有任务，列不出清单")
        return grouped(ledger, by, Register(project))

    def write_list(self, ledger: Ledger, checked: Checked, form: Format) -> bytes:
        """Write a ledger in groups, as it is or as a paper."""
        from ipplan.compose.lists import compose_lists  # noqa: PLC0415
        from ipplan.transforms.layout import lay_out  # noqa: PLC0415
        from ipplan.writers.registry import ledger_writer, paper_writer  # noqa: PLC0415

        if form.shows is Shows.LEDGER:
            return ledger_writer(form).write(ledger, self._sheet)
        lists = replace(compose_lists(ledger, self._wording), stamp=ledger.stamp)
        document = lay_out(lists, checked.project or Project(), self._sheet)
        with _placing_characters(checked.plan.source):
            return paper_writer(form).write(document, self._sheet)

    def adjustments(self, checked: Checked, *, draft: bool) -> tuple[str, ...]:
        """What layout departed from."""
        from ipplan.transforms.adjustments import adjustments  # noqa: PLC0415

        return tuple(adjustments(self.document(checked, draft=draft), self._sheet))

    def document(self, checked: Checked, *, draft: bool) -> Document:
        """Compose and lay out; the last document is kept, since several formats are made of it."""
        if self._last is None or self._last[0] is not checked or self._last[1] is not draft:
            self._last = (checked, draft, self._laid_out(checked, draft=draft))
        return self._last[2]

    def _laid_out(self, checked: Checked, *, draft: bool) -> Document:
        from ipplan.compose.compose import compose  # noqa: PLC0415
        from ipplan.compose.ledger import stamp_of  # noqa: PLC0415
        from ipplan.transforms.layout import lay_out  # noqa: PLC0415

        plan_file, project = _renderable(checked, draft=draft)
        composed = compose(plan_file, project, self._wording, draft=draft)
        stamped = replace(composed, stamp=self._made or stamp_of(plan_file))
        return lay_out(stamped, project, self._sheet)


def _renderable(checked: Checked, *, draft: bool) -> tuple[PlanFile, Project]:
    """The plan file and its project, which must have nothing in the way of rendering."""
    if checked.plan.model is None or checked.project is None or checked.hindrances(draft=draft):
        raise ValueError("the plan cannot be rendered")
    return checked.plan.model, checked.project


@contextmanager
def _placing_characters(source: Source) -> Iterator[None]:
    """Say of a character without a font where it first stands in the plan file; it may come from another file."""
    try:
        yield
    except MissingCharacter as problem:
        at = source.text.find(problem.character)
        if at < 0:
            raise
        place = source.span(at, at + 1)
        words = f"{source.path}:{place.line}:{place.column}：{problem}"
        raise MissingCharacter(words, problem.character) from None


def _inside(folder: Path | None, name: str | None) -> Path | None:
    return folder / name if folder is not None and name is not None else None
