"""What is reported of a plan's tasks, put to its entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ipplan.loader.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.ledger import Entry
    from ipplan.model.duty import Path
    from ipplan.model.progress import Progress, Report


class Unmatched(NamedTuple):
    """A report of something that is not in the plan: the path of the wrong words, a message, a hint."""

    path: Path
    message: str
    hint: str


def with_progress(entries: Sequence[Entry], progress: Progress) -> tuple[Entry, ...]:
    """The entries with what is reported of each; of two reports the later one holds."""
    return tuple(_reported(entry, progress) for entry in entries)


def _reported(entry: Entry, progress: Progress) -> Entry:
    report = next((one for one in reversed(progress.tasks) if _is_about(one, entry)), None)
    return entry if report is None else replace(entry, status=report.status, progress=report.note or "")


def _is_about(report: Report, entry: Entry) -> bool:
    return report.task == entry.task and (report.target is None or entry.target.startswith(report.target))


def unmatched(entries: Sequence[Entry], progress: Progress) -> Iterator[Unmatched]:
    """The reports that are about nothing in the plan."""
    names = dict.fromkeys(entry.task for entry in entries)
    for place, report in enumerate(progress.tasks):
        own = [entry for entry in entries if entry.task == report.task]
        if not own:
            near = nearest(report.task, names)
            hint = f"是不是“{near}”？" if near else "任务名称要和计划里的一样"
            yield Unmatched(("tasks", place, "task"), f"计划里没有“{report.task}”这项任务", hint)
        elif not any(_is_about(report, entry) for entry in own):
            targets = "、".join(f"“{entry.target}”" for entry in own if entry.target)
            hint = f"这项任务的目标：{targets}" if targets else "这项任务没有列目标，去掉 target 一行"
            path = ("tasks", place, "target")
            yield Unmatched(path, f"“{report.task}”没有以“{report.target}”开头的目标", hint)
