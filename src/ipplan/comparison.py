"""Comparing the plans of one run: they are taken one by one, and of each only a few facts are kept."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ipplan.diagnostics import Diagnostic, Report
from ipplan.errors import UnreadableFile
from ipplan.loader.beside import PROJECT_FILE, find_project
from ipplan.rules.across import Level, Missing, Name, PlanFacts, Run
from ipplan.rules.across_registry import ACROSS
from ipplan.source import Source, read_source
from ipplan.suppressions import Codes, comments_about, suppress_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipplan.pipeline import Checked
    from ipplan.policy import Policy
    from ipplan.suppressions import Comments, Suppressed

_CODES = Codes(frozenset(rule.code for rule in ACROSS), frozenset())


class Comparable(NamedTuple):
    """What is kept of a plan that was checked to compare it with others.

    `comments` are those in its `files` that suppress what comparing finds; `project` is the project file that holds
    for it, None without one that can be understood.
    """

    facts: PlanFacts
    files: tuple[Path, ...] = ()
    comments: Comments = ()
    project: Path | None = None


def comparable(checked: Checked) -> Comparable:
    """What is needed of a plan; small, since a run may have thousands."""
    from ipplan.checker import facts_of  # noqa: PLC0415  loaded by now, but not for what is remembered

    plan = checked.plan
    sources = (plan.source, *plan.included)
    project = checked.folder / PROJECT_FILE if checked.policy is not None and checked.folder is not None else None
    files = tuple(source.path for source in sources)
    return Comparable(facts_of(plan, checked.subject), files, comments_about(sources, _CODES.known), project)


class Compared(NamedTuple):
    """What comparing found, what comments suppress of it, and the files that it is about, read once more."""

    report: Report
    suppressed: tuple[Suppressed, ...]
    sources: Mapping[Path, Source]


class Comparison:
    """The plans of a run, ready to be compared."""

    def __init__(self) -> None:
        self._plans: list[PlanFacts] = []
        self._comments: list[Comments] = []
        self._projects: dict[Path, Path] = {}

    def take(self, plan: Comparable) -> None:
        """Remember a plan."""
        self._plans.append(plan.facts)
        self._comments.append(plan.comments)
        if plan.project is not None:
            self._projects.update(dict.fromkeys(plan.files, plan.project))

    def miss(self, path: Path) -> None:
        """Remember that there is a plan that could not be read."""
        self._plans.append(PlanFacts(path, understood=False))

    def compare(self) -> Compared:
        """Compare all plans taken so far."""
        levels, missing = _levels(self._plans)
        found = _run_rules(Run(self._plans, levels, missing))
        report, suppressed = suppress_later(found, tuple(chain.from_iterable(self._comments)), _CODES)
        report, unwanted = self._judged(report)
        return Compared(report, (*suppressed, *unwanted), _read_again(report))

    def _judged(self, report: Report) -> tuple[Report, list[Suppressed]]:
        """The findings as the project of each file wants them, and those that it does not want."""
        kept: list[Diagnostic] = []
        hidden: list[Suppressed] = []
        projects = {self._projects.get(found.path) for found in report.diagnostics}
        policies = {project: _policy(project) for project in projects}
        for found in report.diagnostics:
            policy = policies[self._projects.get(found.path)]
            wanted, unwanted = policy.applied(Report((found,))) if policy else (Report((found,)), ())
            kept += wanted.diagnostics
            hidden += unwanted
        return Report(tuple(kept)), hidden


def _run_rules(run: Run) -> Iterator[Diagnostic]:
    """All findings of the rules that compare plans."""
    for rule in ACROSS:
        for found in rule.check(run):
            yield Diagnostic(*found.spot, rule.code, rule.severity, found.message, found.hint)


def _policy(project: Path | None) -> Policy | None:
    """What a project wants of findings; its file is read once more where there are any."""
    from ipplan.loader.load import load_project  # noqa: PLC0415  only where something was found
    from ipplan.policy import Policy  # noqa: PLC0415

    try:
        model = load_project(project).model if project is not None else None
    except UnreadableFile:  # gone since its plans were checked
        return None
    return Policy(model.checks, project.parent) if project is not None and model is not None else None


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
    from ipplan.checker import facts_of  # noqa: PLC0415  only where a plan implements another
    from ipplan.loader.load import load_plan, load_project  # noqa: PLC0415
    from ipplan.model.project import Project  # noqa: PLC0415
    from ipplan.rules.rule import Subject  # noqa: PLC0415

    project_path = find_project(path)
    project = load_project(project_path).model if project_path is not None else Project()
    try:
        plan = load_plan(path)
    except UnreadableFile:
        return PlanFacts(path, understood=False)
    subject = Subject(plan.model, project) if plan.model is not None and project is not None else None
    return facts_of(plan, subject, with_work=True)
