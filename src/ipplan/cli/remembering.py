"""Remembering what was made of a plan, so that what has not changed is not made again.

Two other ways were weighed. A stamp beside each paper litters folders that people send to each other, and a paper that
was deleted, or made on another machine, must be made anew. Times of files are no proof: a checkout sets them all.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ipplan.cache import Cache, cache_folder, digest
from ipplan.cli.dependencies import Dependency, Digests, file_digest
from ipplan.cli.exit_codes import FINDINGS, OK
from ipplan.cli.outcome import Made, Outcome, Said
from ipplan.errors import IpplanError
from ipplan.fingerprint import program_fingerprint
from ipplan.formats import Format
from ipplan.loader.beside import PROJECT_FILE, find_progress, find_project
from ipplan.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipplan.cli.jobs import Papers, Task
    from ipplan.pipeline import Checked


class _Surroundings(NamedTuple):
    """What plans in one folder share: their project file, and where the folder is below that."""

    project: Path | None
    below: str


class Memory:
    """What is remembered of a job; nothing without a cache."""

    def __init__(self, job: Papers, cache: Cache | None) -> None:
        self._job = job
        self._cache = cache
        self._digests = Digests(job.settings.font_folders)
        self._surroundings: dict[str, _Surroundings] = {}

    def recall(self, task: Task) -> Outcome | None:
        """What came of a plan, its files being there again; None if that is not known, or not true any more.

        A file that cannot be put back is made again, which says why it cannot be written.
        """
        key = self._key(task, self._digest_now)
        note: Any = self._cache.note(key) if self._cache is not None and key is not None else None
        if note is None or any(self._digests.of(kind, name) != then for kind, name, then in note["depends"]):
            return None
        if not all(self._put_back(name, content) for name, content in note["files"]):
            return None
        return Outcome(note["code"], tuple(Said(*one) for one in note["said"]))

    def _put_back(self, file: str, content: str) -> bool:
        """See to it that a file has a content; one that has it already is left as it is."""
        assert self._cache is not None
        if file_digest(file) == content:
            self._cache.used(content)
            return True
        data = self._cache.content(content)
        try:
            if data is not None:
                write_whole(Path(file), data)
        except IpplanError:
            return False
        return data is not None

    def depends(self, checked: Checked) -> list[Dependency]:
        """What the papers of a plan depend on besides the files that were read to check it, as it is now.

        Where there are none to be made, nothing else is read, least of all files that may not be named.
        """
        project, folder = checked.project, checked.folder
        found: list[tuple[Any, str]] = []
        if checked.hindrances(draft=self._job.settings.draft):
            return []
        if project is not None and folder is not None:
            from ipplan.stylesheet import sheet_files  # noqa: PLC0415  loaded by now, but not for what is remembered

            found += [("file", str(sheet)) for sheet in sheet_files(project.styles, folder)]
            found += [("folder", str(folder / project.wording))] if project.wording else []
        found += [("fonts", "")] if Format.PDF in (self._job.formats or checked.outputs) else []
        return [Dependency(kind, name, self._digests.of(kind, name)) for kind, name in found]

    def remember(self, task: Task, reads: Mapping[Path, str], depends: list[Dependency], made: Made) -> None:
        """Keep what came of a plan, unless something in the world stood in its way.

        `reads` are the files that were read, with their digests then; `depends` what `depends` said before the papers
        were made. A file that changed meanwhile is so under the key of what it was.
        """
        key = self._key(task, reads.get)
        if self._cache is None or key is None or made.outcome.code not in {OK, FINDINGS}:
            return
        own = {task.plan, self._around(task.plan).project, find_progress(task.plan)}
        included = [Dependency("file", str(path), then) for path, then in reads.items() if path not in own]
        needed = [*included, *depends]
        if all(one.digest is not None for one in needed):
            kept = [[str(file), self._cache.keep_content(data)] for file, data in made.files.items()]
            note: Any = {"depends": needed, "files": kept, "code": made.outcome.code, "said": made.outcome.said}
            self._cache.keep_note(key, note)

    def _key(self, task: Task, digest_of: Callable[[Path], str | None]) -> str | None:
        """The digest of all that the papers depend on and that is known before the plan is read; None if unknown."""
        if self._cache is None or os.path.islink(task.plan):  # noqa: PTH114  faster
            return None
        project, below = self._around(task.plan)
        progress = find_progress(task.plan)
        found = [digest_of(path) for path in (task.plan, project, progress) if path is not None]
        if None in found:
            return None
        words = (self._same_for_all, *task, project, below, progress, *found)
        return digest("\0".join(map(str, words)).encode(errors="surrogateescape"))

    def _digest_now(self, path: Path) -> str | None:
        return self._digests.of("file", str(path)) if path.name == PROJECT_FILE else file_digest(path)

    @cached_property
    def _same_for_all(self) -> str:
        return f"{program_fingerprint()} {self._job}"

    def _around(self, plan: Path) -> _Surroundings:
        folder = os.path.dirname(plan)  # noqa: PTH120  faster
        if folder not in self._surroundings:
            project = find_project(plan)
            real = os.path.realpath(folder)
            below = "" if project is None else os.path.relpath(real, os.path.realpath(project.parent))
            self._surroundings[folder] = _Surroundings(project, below)
        return self._surroundings[folder]


def open_cache(*, wanted: bool) -> Cache | None:
    """The user's cache; None if it is not `wanted` or there is no place for one."""
    folder = cache_folder() if wanted else None
    return None if folder is None else Cache(folder)
