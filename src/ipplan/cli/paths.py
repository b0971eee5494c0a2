"""Which plans a command means, and what its outputs are called."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.errors import UnreadableFile, UsageProblem
from ipplan.source import why_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLAN_NAME = "plan.yaml"
PLAN_SUFFIX = ".plan.yaml"


def find_plans(paths: Sequence[Path]) -> list[Path]:
    """The plan files meant by the arguments: files as given, and in folders every `plan.yaml` and `*.plan.yaml`.

    A file that is named twice, also by two different paths, is taken once.

    Raises:
        UsageProblem: if a folder holds no plan.
        UnreadableFile: if a path does not exist.
    """
    found: dict[str, Path] = {}
    real_folder = lru_cache(os.path.realpath)  # a thousand plans may lie in one folder
    for path in paths:
        for plan in _plans_at(path):
            folder, name = os.path.split(plan)
            linked = os.path.islink(plan)  # noqa: PTH114
            found.setdefault(os.path.realpath(plan) if linked else os.path.join(real_folder(folder), name), plan)  # noqa: PTH118
    return list(found.values())


def _plans_at(path: Path) -> list[Path]:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFile(f"{path}：没有这个文件") from None
    except OSError as error:
        raise UnreadableFile(f"{path}：读不了（{why_unreadable(error)}）") from None
    return _plans_in(path) if path.is_dir() else [path]


def _plans_in(folder: Path) -> list[Path]:
    plans = sorted(_visible_plans(folder), key=lambda path: path.parts)
    if not plans:
        raise UsageProblem(f"{folder}：文件夹里没有计划（{PLAN_NAME} 或 *{PLAN_SUFFIX}）")
    return plans


def _visible_plans(folder: Path) -> Iterator[Path]:
    """Plans below a folder; hidden files and folders are left out, and not even looked into."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found = [os.path.join(here, name) for name in names if _is_plan(name) and not name.startswith(".")]  # noqa: PTH118
        yield from (Path(path) for path in found if os.path.islink(path) or os.path.isfile(path))  # noqa: PTH113, PTH114


def _is_plan(name: str) -> bool:
    """Whether a file of this name in a folder is a plan."""
    return name == PLAN_NAME or name.endswith(PLAN_SUFFIX)


def output_name(plan: Path) -> str:
    """The name of the papers made from a plan, without a suffix: that of the file, or of its folder for `plan.yaml`."""
    if plan.name == PLAN_NAME:
        return plan.parent.resolve().name or "plan"
    return plan.name.removesuffix(PLAN_SUFFIX) if plan.name.endswith(PLAN_SUFFIX) else plan.stem


def output_paths(plans: Sequence[Path], folder: Path | None) -> dict[Path, Path]:
    """Where the papers of each plan go, without a suffix: beside the plan, or into `folder`.

    Raises:
        UsageProblem: if papers of two plans would have the same name.
    """
    targets = {plan: (folder or plan.parent) / output_name(plan) for plan in plans}
    first: dict[str, Path] = {}
    here = Path.cwd()
    for plan, target in targets.items():
        # Windows and macOS keep only one of two names that differ in case.
        same = os.path.join(here, target).casefold()  # noqa: PTH118  faster
        if same in first:
            raise UsageProblem(f"{first[same]} 和 {plan} 的公文都叫 {target}：改一个文件名，或分两次生成")
        first[same] = plan
    return targets


def with_suffix(target: Path, suffix: str, plan: Path) -> Path:
    """The file of a plan with a suffix (`.docx`).

    Raises:
        UsageProblem: if that is the plan itself.
    """
    file = target.with_name(target.name + suffix)
    if os.path.realpath(file) == os.path.realpath(plan):
        raise UsageProblem(f"{plan} 会被生成的文件覆盖：计划文件的扩展名要用 .yaml")
    return file
