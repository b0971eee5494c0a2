"""What checking one file came to, as a value: it travels between processes and is kept in the cache."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipplan.diagnostics import Diagnostic, Report
from ipplan.source import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.comparison import Comparable
    from ipplan.errors import IpplanError
    from ipplan.suppressions import Suppressed


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a plan or project file, before anybody says which of it is wanted.

    `files` are those that were read, `sources` those of them that something was found in. `baseline` is the one that
    the project names. `plan` is what is kept to compare it with others, None for a project file. `trouble` is what kept
    the file from being checked at all, None where nothing did.
    """

    path: Path
    report: Report = field(default_factory=Report)
    suppressed: tuple[Suppressed, ...] = ()
    files: tuple[Path, ...] = ()
    baseline: Path | None = None
    plan: Comparable | None = None
    sources: tuple[Source, ...] = ()
    trouble: IpplanError | None = None

    def without_sources(self) -> Verdict:
        """The verdict as it is kept: texts are on the disk."""
        return replace(self, sources=())

    def with_sources(self) -> Verdict:
        """The verdict with the texts that something was found in, read anew. Raises what `read_source` raises."""
        paths = dict.fromkeys(found.path for found in self.report.diagnostics)
        read = (read_source(path) for path in paths)
        return replace(self, sources=tuple(one for one in read if not isinstance(one, Diagnostic)))
