"""A baseline: the findings that a repository had when it began to be checked, so that only new ones fail.

    {"version": 1, "findings": {"2008/plan.yaml": [{"code": "IP303", "text": "due: 6月前", "count": 2}]}}

A finding is known by its file, its code and the words of its line, so that it stays known while lines are added above
it, and is new again when its line changes. Files are named from the folder of the baseline, with slashes.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ipplan.diagnostics import Report
from ipplan.errors import UnreadableFile, UsageProblem
from ipplan.selection import is_reading
from ipplan.source import name_from
from ipplan.suppressions import Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic
    from ipplan.source import Source

VERSION = 1


class Known(NamedTuple):
    """What makes two findings the same: the file's name, the code, and the words of the line without its indent."""

    file: str
    code: str
    text: str


class Baseline:
    """The findings of a baseline, each to be met as often as it was there; `folder` is where the file lies."""

    def __init__(self, folder: Path, known: Mapping[Known, int]) -> None:
        self._folder = folder
        self._left = Counter(known)
        self._met: dict[Diagnostic, bool] = {}

    def knows(self, found: Diagnostic, source: Source | None) -> bool:
        """Whether a finding was there before; a finding that is asked for again gets the same answer.

        A file that cannot be understood is never old news: what else is wrong in it is not known.
        """
        if is_reading(found.code):
            return False
        if found not in self._met:
            key = _known(found, source, self._folder)
            self._met[found] = self._left[key] > 0
            self._left[key] -= self._met[found]
        return self._met[found]

    def gone(self, files: Iterable[Path]) -> int:
        """How many findings of these files, all checked by now, are not there any more."""
        names = {name_from(self._folder, file) for file in files}
        return sum(count for known, count in self._left.items() if known.file in names)


class Baselines:
    """The baselines of a run: the one asked for, or those that the projects of the plans name.

    With `judge_anew` there are none.
    """

    def __init__(self, asked: Path | None, *, judge_anew: bool = False) -> None:
        self._asked = asked
        self._judge_anew = judge_anew
        self._read: dict[Path, Baseline] = {}
        self._of: dict[Path, Baseline] = {}

    def hold_for(self, files: Iterable[Path], named: Path | None) -> None:
        """Remember which baseline holds for the files of a plan whose project names one. Raises as `read_baseline`."""
        path = self._asked or named
        if path is None or self._judge_anew:
            return
        if path not in self._read:
            self._read[path] = read_baseline(path)
        self._of.update(dict.fromkeys(files, self._read[path]))

    def divide(self, report: Report, sources: Mapping[Path, Source]) -> tuple[Report, list[Suppressed]]:
        """What is new, and what the baselines know."""
        if not self._of:
            return report, []
        old = {one for one in report.diagnostics if self._knows(one, sources.get(one.path))}
        new = Report(tuple(one for one in report.diagnostics if one not in old))
        return new, [Suppressed(one, "基线里已有", "baseline") for one in old]

    def _knows(self, found: Diagnostic, source: Source | None) -> bool:
        baseline = self._of.get(found.path)
        return baseline is not None and baseline.knows(found, source)

    def gone(self, files: Iterable[Path]) -> int:
        """How many findings of the baselines are not there any more in files that were all checked."""
        checked = list(files)
        return sum(baseline.gone(checked) for baseline in self._read.values())


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        UnreadableFile: if there is none, or it may not be read.
        UsageProblem: if it is no baseline.
    """
    try:
        document = json.loads(path.read_bytes())
        if document["version"] != VERSION:
            raise UsageProblem(f"{path}：这是第 {document['version']} 版的基线文件，用 --write-baseline 重新写一个")
        rows = [(name, row) for name, listed in document["findings"].items() for row in listed]
        known = {Known(str(name), str(row["code"]), str(row["text"])): int(row["count"]) for name, row in rows}
    except OSError as error:
        raise UnreadableFile(f"{path}：读不了基线文件（{error.strerror}），用 --write-baseline 写一个") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UsageProblem(f"{path}：不是基线文件，用 --write-baseline 重新写一个") from None
    return Baseline(path.parent, known)


def write_baseline(found: Iterable[Diagnostic], sources: Mapping[Path, Source], folder: Path) -> bytes:
    """The baseline file, to lie in a folder, of what is found now."""
    lasting = (one for one in found if not is_reading(one.code))
    counts = Counter(_known(one, sources.get(one.path), folder) for one in lasting)
    files = {
        name: [_row(known, counts[known]) for known in group]
        for name, group in groupby(sorted(counts), key=lambda known: known.file)
    }
    document = {"version": VERSION, "findings": files}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _row(known: Known, count: int) -> dict[str, Any]:
    return {"code": known.code, "text": known.text, "count": count}


def _known(found: Diagnostic, source: Source | None, folder: Path) -> Known:
    text = source.line(found.span.line).strip() if source is not None else ""
    return Known(name_from(folder, found.path), found.code, text.encode(errors="replace").decode())
