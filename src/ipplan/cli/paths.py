"""Which plans a command means, and what its outputs are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.errors import UnreadableFile, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PLAN_NAME = "plan.yaml"
PLAN_SUFFIX = ".plan.yaml"


def find_plans(paths: Sequence[Path]) -> list[Path]:
    """The plan files meant by the arguments: files as given, and in folders every `plan.yaml` and `*.plan.yaml`.

    Raises:
        UsageProblem: if a folder holds no plan.
        UnreadableFile: if a path does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise UnreadableFile(f"{path}：没有这个文件")
        found.update(dict.fromkeys(_plans_in(path) if path.is_dir() else [path]))
    return list(found)


def _plans_in(folder: Path) -> list[Path]:
    plans = sorted(path for path in _visible_files(folder) if path.name == PLAN_NAME or path.name.endswith(PLAN_SUFFIX))
    if not plans:
        raise UsageProblem(f"{folder}：文件夹里没有计划（{PLAN_NAME} 或 *{PLAN_SUFFIX}）")
    return plans


def _visible_files(folder: Path) -> Iterator[Path]:
    """Files below a folder, hidden folders left out."""
    for path in folder.rglob("*.yaml"):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts) and path.is_file():
            yield path


def output_name(plan: Path) -> str:
    """The name of the papers made from a plan, without a suffix: that of the file, or of its folder for `plan.yaml`."""
    if plan.name == PLAN_NAME:
        return plan.resolve().parent.name or "plan"
    return plan.name.removesuffix(PLAN_SUFFIX) if plan.name.endswith(PLAN_SUFFIX) else plan.stem


def output_paths(plans: Sequence[Path], folder: Path | None, suffix: str) -> dict[Path, Path]:
    """Where the paper of each plan goes: beside the plan, or into `folder`.

    Raises:
        UsageProblem: if two plans would be written to the same file.
    """
    targets = {plan: (folder or plan.parent) / f"{output_name(plan)}{suffix}" for plan in plans}
    first: dict[Path, Path] = {}
    for plan, target in targets.items():
        if target in first:
            raise UsageProblem(f"{first[target]} 和 {plan} 都要写成 {target}：改一个文件名，或分两次生成")
        first[target] = plan
    return targets
