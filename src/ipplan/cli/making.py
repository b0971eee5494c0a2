"""Making the files of one plan: check it, then compile and write. Runs in any process, prints nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ipplan.cli.dependencies import Reads, is_settled, needs_of_files
from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.outcome import Outcome, Said
from ipplan.cli.printing import complaint
from ipplan.compiler import Compiler
from ipplan.errors import IpplanError
from ipplan.output import write_whole
from ipplan.pipeline import PlanChecker
from ipplan.reporters.text import diagnostic_text

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.cli.jobs import Job, Task
    from ipplan.cli.remembering import Memory
    from ipplan.pipeline import Checked


class Maker:
    """Does a job for one plan after the other; what plans share (project files, stylesheets, wording) is read once."""

    def __init__(self, job: Job, memory: Memory[Outcome]) -> None:
        self._job = job
        self._memory = memory
        self._plans = PlanChecker()
        self._reads = Reads()
        self._compiler = Compiler(job.settings.made, job.settings.font_folders)

    def make(self, task: Task) -> Outcome:
        """Make the files of a plan, and remember what came of it."""
        self._reads.begin()
        try:
            checked = self._plans.check(task.plan, self._reads.read)
            names = self._job.names(checked, task.target)
        except IpplanError as problem:
            return _trouble(problem)
        depends = self._memory.as_they_are(needs_of_files(checked, self._job))
        making = _Making(self._job, self._compiler, task)
        making.make(checked, names)
        outcome = Outcome(making.code, tuple(making.said))
        if is_settled(checked) and outcome.code in {OK, FINDINGS}:  # nothing in the world stood in its way
            self._memory.remember(task, self._reads, depends, outcome, making.files)
        return outcome


class _Making:
    """The files of one plan: what is said while they are made, and the worst exit code. Trouble stops one file only."""

    def __init__(self, job: Job, compiler: Compiler, task: Task) -> None:
        self._job = job
        self._compiler = compiler
        self._task = task
        self._draft = job.settings.draft
        self.code = OK
        self.said: list[Said] = []
        self.files: dict[Path, bytes] = {}

    def make(self, checked: Checked, names: list[Path]) -> None:
        """Say what was found in the plan, and make its files unless that forbids it."""
        hindrances = checked.hindrances(draft=self._draft)
        sources = {source.path: source for source in checked.sources}
        for found in sorted({*checked.report.diagnostics, *hindrances}, key=lambda one: one.sort_key):
            self.said.append(Said(diagnostic_text(found, sources, colour=True), finding=True))
        if hindrances:
            self.code = FINDINGS
            self.said.append(Said(f"没有生成 {'、'.join(map(str, names))}：先处理上面 {self._task.plan} 的问题"))
            return
        try:
            self._write_all(checked)
        except IpplanError as problem:
            self._complain(problem)

    def _write_all(self, checked: Checked) -> None:
        for file, content in self._job.files(self._compiler, checked, self._task.target):
            try:
                self.files[file] = content()
                write_whole(file, self.files[file])
            except IpplanError as problem:
                self._complain(problem)
            else:
                self.said.append(Said(f"{'已生成草稿' if self._draft else '已生成'} {file}", error=False))
        with suppress(IpplanError):  # what keeps a paper from being laid out was said of its files
            remarks = self._job.remarks(self._compiler, checked)
            self.said += [Said(f"{self._task.plan}：{words}") for words in remarks]

    def _complain(self, problem: IpplanError) -> None:
        trouble = _trouble(problem)
        self.code = max(self.code, trouble.code)
        self.said += trouble.said


def _trouble(problem: IpplanError) -> Outcome:
    words, code = complaint(problem)
    return Outcome(code, (Said(words),))
