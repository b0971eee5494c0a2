"""Remembering what came of a plan, so that what has not changed is neither checked nor made again.

Two other ways were weighed. A stamp beside each paper litters folders that people send to each other, and a paper that
was deleted, or made on another machine, must be made anew. Times of files are no proof: a checkout sets them all.
"""

from __future__ import annotations

import os
import stat
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ipplan.cache import Cache, cache_folder, digest
from ipplan.cli.dependencies import Dependency, Digests, file_digest
from ipplan.cli.records import as_json, from_json
from ipplan.errors import IpplanError
from ipplan.fingerprint import program_fingerprint
from ipplan.loader.beside import PROJECT_FILE, find_progress, find_project
from ipplan.output import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ipplan.cli.dependencies import Need, Reads
    from ipplan.cli.jobs import Task

Result = TypeVar("Result")


class _Surroundings(NamedTuple):
    """What plans in one folder share: their project file, and where the folder is below that."""

    project: Path | None
    below: str


class Memory(Generic[Result]):
    """What is remembered of a kind of work, which `work` tells with all of its options; nothing without a cache."""

    def __init__(self, work: str, cache: Cache | None, digests: Digests | None = None) -> None:
        self._work = work
        self._cache = cache
        self._digests = digests or Digests()
        self._surroundings: dict[str, _Surroundings] = {}

    def recall(self, task: Task) -> Result | None:
        """What came of a plan, its files being there again; None if that is not known, or not true any more.

        A file that cannot be put back is made again, which says why it cannot be written.
        """
        key = self._key(task, self._digest_now)
        note: Any = self._cache.note(key) if self._cache is not None and key is not None else None
        if note is None or any(self._digests.of(kind, name) != then for kind, name, then in note["depends"]):
            return None
        if not all(self._put_back(name, content) for name, content in note["files"]):
            return None
        result: Result = from_json(note["result"])
        return result

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

    def as_they_are(self, needs: Iterable[Need]) -> list[Dependency]:
        """Things that are looked at besides the files that were read to check a plan, with their digests now."""
        if self._cache is None:
            return []
        return [Dependency(kind, name, self._digests.of(kind, name)) for kind, name in needs]

    def remember(
        self,
        task: Task,
        reads: Reads,
        depends: list[Dependency],
        result: Result,
        files: Mapping[Path, bytes] = MappingProxyType({}),
    ) -> None:
        """Keep what came of a plan, and the files that were made of it.

        `reads` are the files that were read, with their digests then; `depends` what `as_they_are` said before any was
        made. A file that changed meanwhile is so under the key of what it was.
        """
        key = self._key(task, reads.digest_of)
        if self._cache is None or key is None:
            return
        own = {task.plan, self._around(task.plan).project, find_progress(task.plan)}
        included = [Dependency("file", str(path), then) for path, then in reads.digests.items() if path not in own]
        needed = [*included, *depends]
        if all(one.digest is not None for one in needed):
            kept = [[str(file), self._cache.keep_content(data)] for file, data in files.items()]
            note: Any = {"depends": needed, "files": kept, "result": as_json(result)}
            self._cache.keep_note(key, note)

    def _key(self, task: Task, digest_of: Callable[[Path], str | None]) -> str | None:
        """The digest of all that the papers depend on and that is known before the plan is read; None if unknown."""
        if self._cache is None or not _is_plain(task.plan):
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
        return f"{program_fingerprint()} {self._work}"

    def _around(self, plan: Path) -> _Surroundings:
        folder = os.path.dirname(plan)  # noqa: PTH120  faster
        if folder not in self._surroundings:
            project = find_project(plan)
            real = os.path.realpath(folder)
            below = "" if project is None else os.path.relpath(real, os.path.realpath(project.parent))
            self._surroundings[folder] = _Surroundings(project, below)
        return self._surroundings[folder]


def _is_plain(path: Path) -> bool:
    """Whether a path is a file itself: a link may be turned, and what a pipe holds is read once."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def open_cache(*, wanted: bool) -> Cache | None:
    """The user's cache; None if it is not `wanted` or there is no place for one."""
    folder = cache_folder() if wanted else None
    return None if folder is None else Cache(folder)
