"""Making the files of one plan: check it, then compile and write. Runs in any process, prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.outcome import Outcome, Said
from ipplan.cli.printing import complaint
from ipplan.compiler import Compiler
from ipplan.errors import IpplanError
from ipplan.output import write_whole
from ipplan.pipeline import check
from ipplan.reporters.text import diagnostic_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.cli.jobs import Job, Task
    from ipplan.pipeline import Checked


class Maker:
    """Does a job for one plan after the other; what plans share (stylesheets, wording) is read once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._settings = job.settings
        self._compiler = Compiler(self._settings.made, self._settings.font_folders)

    def make(self, task: Task) -> Outcome:
        """Make the files of a plan; trouble with one of them does not stop the others."""
        try:
            checked = check(task.plan)
            names = self._job.names(checked, task.target)
        except IpplanError as problem:
            return _trouble(problem)
        findings = tuple(self._findings(checked))
        if checked.hindrances(draft=self._settings.draft):
            words = f"没有生成 {'、'.join(map(str, names))}：先处理上面 {task.plan} 的问题"
            return Outcome(FINDINGS, (*findings, Said(words)))
        return self._made(findings, checked, task)

    def _findings(self, checked: Checked) -> Iterator[Said]:
        """What was found in a plan, and what forbids to render it though suppressed."""
        hindrances = checked.hindrances(draft=self._settings.draft)
        sources = {source.path: source for source in checked.sources}
        for found in sorted({*checked.report.diagnostics, *hindrances}, key=lambda one: one.sort_key):
            yield Said(diagnostic_text(found, sources, colour=True), finding=True)

    def _made(self, findings: tuple[Said, ...], checked: Checked, task: Task) -> Outcome:
        """Make and write each file, and say so."""
        code, said = OK, list(findings)
        try:
            for file, content in self._job.files(self._compiler, checked, task.target):
                written = self._write(file, content)
                code = max(code, written.code)
                said += written.said
            said += [Said(f"{task.plan}：{words}") for words in self._job.remarks(self._compiler, checked)]
        except IpplanError as problem:
            trouble = _trouble(problem)
            return Outcome(max(code, trouble.code), (*said, *trouble.said))
        return Outcome(code, tuple(said))

    def _write(self, file: Path, content: Callable[[], bytes]) -> Outcome:
        try:
            write_whole(file, content())
        except IpplanError as problem:
            return _trouble(problem)
        return Outcome(OK, (Said(f"{'已生成草稿' if self._settings.draft else '已生成'} {file}", error=False),))


def _trouble(problem: IpplanError) -> Outcome:
    words, code = complaint(problem)
    return Outcome(code, (Said(words),))
