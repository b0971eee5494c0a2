"""Comparing the plans of one run: they are taken one by one, and of each only a few facts are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ipplan.checker import CODES, facts_of, run_across
from ipplan.diagnostics import Diagnostic, Report
from ipplan.errors import UnreadableFile
from ipplan.loader.beside import PROJECT_FILE, find_project
from ipplan.loader.load import load_plan, load_project
from ipplan.model.project import Project
from ipplan.rules.across import Level, Missing, Name, PlanFacts, Run
from ipplan.rules.rule import Subject
from ipplan.source import Source, read_source
from ipplan.suppressions import comments_about, suppress_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipplan.pipeline import Checked
    from ipplan.policy import Policy
    from ipplan.suppressions import Comments, Suppressed


class Compared(NamedTuple):
    """What comparing found, what comments suppress of it, and the files that it is about, read once more."""

    report: Report
    suppressed: tuple[Suppressed, ...]
    sources: Mapping[Path, Source]


class Comparison:
    """The plans of a run, ready to be compared."""

    def __init__(self) -> None:
        self._plans: list[PlanFacts] = []
        self._comments: Comments = ()
        self._policies: dict[Path, Policy] = {}

    def take(self, checked: Checked) -> None:
        """Remember what is needed of a plan."""
        plan = checked.plan
        self._plans.append(facts_of(plan, checked.subject))
        sources = (plan.source, *plan.included)
        self._comments += comments_about(sources, CODES.across)
        if checked.policy is not None:
            self._policies.update(dict.fromkeys((source.path for source in sources), checked.policy))

    def miss(self, path: Path) -> None:
        """Remember that there is a plan that could not be read."""
        self._plans.append(PlanFacts(path, understood=False))

    def compare(self) -> Compared:
        """Compare all plans taken so far."""
        levels, missing = _levels(self._plans)
        found = run_across(Run(self._plans, levels, missing))
        report, suppressed = suppress_later(found, self._comments, CODES)
        report, unwanted = self._judged(report)
        return Compared(report, (*suppressed, *unwanted), _read_again(report))

    def _judged(self, report: Report) -> tuple[Report, list[Suppressed]]:
        """The findings as the project of each file wants them, and those that it does not want."""
        kept: list[Diagnostic] = []
        hidden: list[Suppressed] = []
        for found in report.diagnostics:
            policy = self._policies.get(found.path)
            wanted, unwanted = policy.applied(Report((found,))) if policy else (Report((found,)), ())
            kept += wanted.diagnostics
            hidden += unwanted
        return Report(tuple(kept)), hidden


def _read_again(report: Report) -> dict[Path, Source]:
    """The files that findings are about; they were let go when the next plan was read."""
    sources = {}
    for path in {found.path for found in report.diagnostics}:
        try:
            source = read_source(path)
        except UnreadableFile:
            continue
        if not isinstance(source, Diagnostic):
            sources[path] = source
    return sources


def _levels(plans: Iterable[PlanFacts]) -> tuple[list[Level], list[Missing]]:
    """The upper plans, each read once, with the plans that implement them; and those that cannot be had."""
    written = {os.path.realpath(plan.path): plan.path for plan in plans}
    lowers: dict[str, list[PlanFacts]] = {}
    missing = []
    for plan in plans:
        for name in plan.uppers:
            upper = os.path.realpath(plan.path.parent / name.words)
            problem = _why_not(upper, plan.path, name)
            if problem is None:
                lowers.setdefault(upper, []).append(plan)
            else:
                missing.append(problem)
    levels = [
        Level(_upper_facts(written.get(upper, Path(upper))), tuple(below), upper in written)
        for upper, below in lowers.items()
    ]
    return levels, missing


def _why_not(upper: str, plan: Path, name: Name) -> Missing | None:
    """What keeps an upper plan from being read; only files of the same repository are."""
    if upper == os.path.realpath(plan):
        return Missing(name, "计划不能承接它自己", "写上级计划的文件名")
    if not Path(upper).is_relative_to(_repository(plan)):
        hint = "上级计划要放在项目文件夹里：把它拷进来，或者在上一级文件夹里建 ipplan.yaml"
        return Missing(name, f"“{name.words}”在项目文件夹外面", hint)
    if not os.path.isfile(upper):  # noqa: PTH113  names may be too long
        return Missing(name, f"没有“{name.words}”这个文件", "文件名从这份计划所在的文件夹算起")
    return None


def _repository(plan: Path) -> str:
    """The folder of the outermost project file above a plan; each level may have a project file of its own."""
    here = Path(os.path.realpath(plan.parent))
    folders = [folder for folder in (here, *here.parents) if os.path.isfile(folder / PROJECT_FILE)]  # noqa: PTH113  likewise
    return str(folders[-1] if folders else here)


def _upper_facts(path: Path) -> PlanFacts:
    project_path = find_project(path)
    project = load_project(project_path).model if project_path is not None else Project()
    try:
        plan = load_plan(path)
    except UnreadableFile:
        return PlanFacts(path, understood=False)
    subject = Subject(plan.model, project) if plan.model is not None and project is not None else None
    return facts_of(plan, subject, with_work=True)
