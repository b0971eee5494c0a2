"""What one run of `validate` found: what every format is made of."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.diagnostics import Report
    from ipplan.source import Source
    from ipplan.suppressions import Suppressed


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be checked, and why."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Results:
    """The findings of all files in one report, and what a format may need beside them.

    `files` are the files that were asked for and could be checked. Paths are shown relative to `root`, the folder of
    the repository; those that are relative already start from `folder`.
    """

    report: Report
    files: tuple[Path, ...] = ()
    sources: Mapping[Path, Source] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    folder: Path | None = None
    root: Path | None = None

    def shown(self, path: Path) -> str:
        """The name of a file in reports: below `root` where it is there, as it was given elsewhere; slashes only."""
        if self.folder is None:
            return path.as_posix()
        whole = Path(os.path.normpath(self.folder / path))
        root = self.root or self.folder
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()

    def line(self, path: Path, number: int) -> str:
        """The text of a 1-based line; empty where the file is not at hand."""
        source = self.sources.get(path)
        return source.line(number) if source is not None else ""
