"""Following the saves of plans; `ipplan validate --watch`: check again after every save, until Ctrl-C."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

from watchfiles import Change, DefaultFilter, watch

from ipplan.cli.exit_codes import INTERRUPTED
from ipplan.cli.printing import complain
from ipplan.cli.validating import validate_plans
from ipplan.errors import IpplanError, UnreadableFile
from ipplan.loader.beside import find_project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from watchfiles.main import FileChange

    from ipplan.cli.wishes import Wishes

_CLEAR = "\033[2J\033[3J\033[H"


class _PlanFilter(DefaultFilter):
    """Plans, project files, what they include, and wording; nothing below .git and the like."""

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a changed file is worth a new check."""
        return path.endswith((".yaml", ".yml", ".j2")) and super().__call__(change, path)


def watch_plans(paths: Sequence[Path], wishes: Wishes) -> int:
    """Check the plans now and after every change beside or below them; returns when the user presses Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt):
        for _ in saves(paths):
            _check(paths, wishes)
    return INTERRUPTED


def saves(paths: Sequence[Path]) -> Iterator[None]:
    """Once when watching has begun, so that no save falls in between, then after every save beside or below plans.

    Raises:
        UnreadableFile: if the system cannot tell of saves there.
    """
    folders = _folders(paths)
    try:
        for number, changes in enumerate(_rounds(folders)):
            if changes or number == 0:
                yield
    except OSError:
        shown = "、".join(sorted(map(str, folders)))
        message = "跟踪不了里面的保存，可能是文件夹太多：把计划放到一个单独的文件夹里"
        raise UnreadableFile(f"{shown}：{message}") from None


def _rounds(folders: Iterable[Path]) -> Iterator[set[FileChange]]:
    """What has changed, ten times a second; what nobody may look into is left out."""
    return watch(
        *folders,
        watch_filter=_PlanFilter(),
        debounce=200,
        rust_timeout=100,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )


def _check(paths: Sequence[Path], wishes: Wishes) -> None:
    """One round. A plan that is just being renamed is no reason to stop."""
    if sys.stdout.isatty():
        print(_CLEAR, end="")
    try:
        validate_plans(paths, wishes)
    except IpplanError as problem:
        complain(problem)
    print(f"[{time.strftime('%H:%M:%S')}] 保存后自动再查，按 Ctrl-C 结束", flush=True)


def _folders(paths: Iterable[Path]) -> set[Path]:
    """The folders to watch: those that were named, those of the files that were named, and those of their projects."""
    folders = {path if path.is_dir() else path.parent for path in paths}
    projects = (find_project(folder / "plan.yaml") for folder in folders)
    return folders | {project.parent for project in projects if project is not None}
