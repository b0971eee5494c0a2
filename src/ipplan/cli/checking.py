"""Checking one plan or project file for `validate`. Runs in any process, prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.cli.dependencies import Reads, is_settled, needs_of_checking
from ipplan.cli.verdict import Verdict
from ipplan.comparison import comparable
from ipplan.errors import IpplanError
from ipplan.loader.beside import PROJECT_FILE
from ipplan.pipeline import PlanChecker, check_project
from ipplan.source import Source

if TYPE_CHECKING:
    from ipplan.cli.jobs import Task
    from ipplan.cli.remembering import Memory
    from ipplan.pipeline import Checked


class Examiner:
    """Checks one file after the other; a project file that several plans share is understood once."""

    def __init__(self, memory: Memory[Verdict]) -> None:
        self._memory = memory
        self._plans = PlanChecker()
        self._reads = Reads()

    def examine(self, task: Task) -> Verdict:
        """Check a file, and remember what came of it."""
        self._reads.begin()
        try:
            checked = self._check(task)
        except IpplanError as problem:
            return Verdict(task.plan, trouble=problem)
        verdict = _verdict(task, checked)
        if is_settled(checked):
            depends = self._memory.as_they_are(needs_of_checking(checked))
            self._memory.remember(task, self._reads, depends, verdict.without_sources())
        return verdict

    def _check(self, task: Task) -> Checked:
        if task.plan.name == PROJECT_FILE:
            return check_project(task.plan, self._reads.read)
        return self._plans.check(task.plan, self._reads.read)


def _verdict(task: Task, checked: Checked) -> Verdict:
    about = {found.path for found in checked.report.diagnostics}
    return Verdict(
        task.plan,
        checked.report,
        checked.suppressed,
        tuple(source.path for source in checked.sources),
        checked.baseline,
        None if task.plan.name == PROJECT_FILE else comparable(checked),
        tuple(Source(source.path, source.text) for source in checked.sources if source.path in about),
    )
