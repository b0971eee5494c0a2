"""What a project file wants of findings (`checks:`): which are not reported and why, and how bad they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from ipplan.checker import CODES
from ipplan.codes import described
from ipplan.diagnostics import Diagnostic, Report, Severity
from ipplan.selection import is_reading
from ipplan.source import is_inside, name_from
from ipplan.suppressions import Suppressed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ipplan.loader.load import Loaded
    from ipplan.model.project import Checking, Exceptions, Project
    from ipplan.yamltree.places import Path as Way

_LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE}
_NOT_SELECTED = "项目文件的 select 里没有"


@dataclass(frozen=True, slots=True)
class Policy:
    """The wishes of a project file; `folder` is where it lies, which names of files start from."""

    checks: Checking
    folder: Path

    def applied(self, report: Report) -> tuple[Report, tuple[Suppressed, ...]]:
        """The report as the project wants it, and what it does not want to see."""
        if not self.checks.model_fields_set - {"baseline"}:
            return report, ()
        kept: list[Diagnostic] = []
        hidden: list[Suppressed] = []
        for found in report.diagnostics:
            layers = list(self._layers(found.path))
            reason = None if _indispensable(found.code) else self._reason(found.code, layers)
            if reason is None:
                kept.append(_at_its_level(found, layers))
            else:
                hidden.append(Suppressed(found, reason, "project"))
        return Report(tuple(kept)), tuple(hidden)

    def _reason(self, code: str, layers: list[Exceptions]) -> str | None:
        """Why a code is not reported; None where it is. A longer `select` wins over a shorter `ignore`."""
        wanted = max((len(begin) for begin in self.checks.select if code.startswith(begin.upper())), default=-1)
        if self.checks.select and wanted < 0:
            return _NOT_SELECTED
        for layer in layers:
            begin = _longest(layer.ignore, code)
            if begin is not None and len(begin) >= wanted:
                return layer.ignore[begin]
        return None

    def _layers(self, path: Path) -> Iterator[Exceptions]:
        """What holds for a file, the most particular first."""
        name = name_from(self.folder, path)
        for pattern, exceptions in self.checks.paths.items():
            if fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern.rstrip('/')}/*"):
                yield exceptions
        yield self.checks


def mistakes(project: Loaded[Project]) -> Iterator[Diagnostic]:
    """What is wrong with the files and codes that a project file names."""
    if project.model is None:
        return
    yield from _outside(project, project.model)
    checks = project.model.checks
    at: Way = ("checks",)
    for index, code in enumerate(checks.select):
        yield from _mistake(project, (*at, "select", index), code, fixed=False)
    for way, layer in [(at, checks), *(((*at, "paths", name), one) for name, one in checks.paths.items())]:
        for key in ("ignore", "severity"):
            for code in getattr(layer, key):
                yield from _mistake(project, (*way, key, code), code, fixed=True)


def _outside(project: Loaded[Project], model: Project) -> Iterator[Diagnostic]:
    """The files that lie outside of the project's folder: whoever writes a project may not read what is elsewhere."""
    named: dict[Way, str | None] = {
        ("wording",): model.wording,
        **{("styles", index): name for index, name in enumerate(model.styles)},
        ("checks", "baseline"): model.checks.baseline,
    }
    folder = project.source.path.parent
    for way, name in named.items():
        if name is not None and not is_inside(folder, folder / name):
            message, hint = f"“{name}”在项目文件的文件夹外面", "只能用同一文件夹或下级文件夹里的文件"
            yield Diagnostic(project.source.path, project.place.find(way).span, "IP105", Severity.ERROR, message, hint)


def _mistake(project: Loaded[Project], way: Way, code: str, *, fixed: bool) -> Iterator[Diagnostic]:
    """The finding about a code that does not exist, or, where it would be changed, that is `fixed`."""
    begun = [known for known in described() if code and known.startswith(code.upper())]
    span = (project.place.find_key(way) if fixed else project.place.find(way)).span
    if not begun:
        near = nearest(code.upper(), described())
        hint = f"是不是 {near}？" if near else "代码像 IP303 这样写，也可以只写开头，如 IP3"
        yield Diagnostic(project.source.path, span, "IP105", Severity.ERROR, f"没有“{code}”这个问题代码", hint)
    elif fixed and all(_indispensable(known) for known in begun):
        message = f"{code} 的级别不能改，也不能忽略：改好了才能生成公文"
        yield Diagnostic(project.source.path, span, "IP105", Severity.ERROR, message, "删掉这一行")


def _indispensable(code: str) -> bool:
    return is_reading(code) or code in CODES.indispensable


def _at_its_level(found: Diagnostic, layers: list[Exceptions]) -> Diagnostic:
    """The finding with the severity that the project gives it."""
    if _indispensable(found.code):
        return found
    for layer in layers:
        begin = _longest(layer.severity, found.code)
        if begin is not None:
            return replace(found, severity=_LEVELS[layer.severity[begin]])
    return found


def _longest(beginnings: Mapping[str, object], code: str) -> str | None:
    """The longest beginning that a code has; None where it has none."""
    return max((begin for begin in beginnings if code.startswith(begin.upper())), key=len, default=None)
