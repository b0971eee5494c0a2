"""What the preview shows at one moment: the findings, the texts they are in, and the last good paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ipplan.baseline import Baselines
from ipplan.comparison import Comparison, comparable
from ipplan.compiler import Compiler
from ipplan.diagnostics import Report
from ipplan.errors import IpplanError, NothingToList
from ipplan.formats import By
from ipplan.pipeline import check
from ipplan.preview.sheets import Sheets, as_sheets
from ipplan.writers import html

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic
    from ipplan.document import Document
    from ipplan.ledger import Ledger
    from ipplan.pipeline import Checked
    from ipplan.source import Source


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that could be made: its sheets, and its entries by unit (None where nothing is to be done).

    `number` is that of the first snapshot with exactly these sheets, `made` when its text was read.
    """

    number: int
    made: datetime
    sheets: Sheets
    ledger: Ledger | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan at one moment.

    `number` counts from 1. `sources` is empty where nothing could be read. `hindrances` are the findings that keep the
    paper from being made, `trouble` is what else does, empty where nothing does. `paper` is the last that could be
    made, None if none could yet.
    """

    number: int
    plan: Path
    taken: datetime
    findings: tuple[Diagnostic, ...] = ()
    hindrances: tuple[Diagnostic, ...] = ()
    sources: tuple[Source, ...] = ()
    paper: Paper | None = None
    trouble: str = ""

    @property
    def stale(self) -> bool:
        """Whether the paper is not that of the present text."""
        return bool(self.hindrances or self.trouble)


def take_snapshot(plan: Path, before: Snapshot | None = None) -> Snapshot:
    """Check a plan and make its paper; where that cannot be done, the paper of the snapshot before stays."""
    number = before.number + 1 if before is not None else 1
    snapshot = Snapshot(number, plan, datetime.now(), paper=before.paper if before is not None else None)
    try:
        checked = check(plan)
        snapshot = _with_findings(snapshot, checked)
        return snapshot if snapshot.hindrances else replace(snapshot, paper=_paper(snapshot, checked))
    except IpplanError as problem:
        # A plan that is just being renamed, or wording that is just being written, is no reason to stop.
        return replace(snapshot, trouble=str(problem))


def _with_findings(snapshot: Snapshot, checked: Checked) -> Snapshot:
    """The findings that `ipplan validate` reports of the plan alone, and what forbids to make even a draft."""
    comparison = Comparison()
    comparison.take(comparable(checked))
    across = comparison.compare()
    sources = {source.path: source for source in checked.sources} | dict(across.sources)
    baselines = Baselines(None)
    baselines.hold_for(sources, checked.baseline)
    report, _ = baselines.divide(Report.of((*checked.report.diagnostics, *across.report.diagnostics)), sources)
    hindrances = checked.hindrances(draft=True)
    findings = Report.of((*report.diagnostics, *hindrances)).diagnostics
    return replace(snapshot, findings=findings, hindrances=hindrances, sources=tuple(sources.values()))


def _paper(snapshot: Snapshot, checked: Checked) -> Paper:
    """The paper of a plan without errors, a draft where something is undecided. Raises what `Compiler` raises."""
    draft = bool(checked.hindrances(draft=False))
    compiler = Compiler()  # read anew each time, for stylesheet and wording may have changed as well
    sheet = compiler.sheet(checked)
    sheets = as_sheets(html.write(_with_detached(compiler.document(checked, draft=draft)), sheet).decode(), sheet)
    last = snapshot.paper
    number = last.number if last is not None and last.sheets == sheets else snapshot.number
    return Paper(number, snapshot.taken, sheets, _by_unit(compiler, checked, draft=draft), draft)


def _with_detached(document: Document) -> Document:
    """The document with the attachments that will be files of their own behind it, so that they can be seen."""
    detached = (part for one in document.detached for part in one.parts)
    return replace(document, parts=(*document.parts, *detached))


def _by_unit(compiler: Compiler, checked: Checked, *, draft: bool) -> Ledger | None:
    try:
        return compiler.ledger(checked, By.UNIT, draft=draft)
    except NothingToList:
        return None
