"""The files that belong to a plan file: its project file above it, its progress file beside it."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_FILE = "ipplan.yaml"
PROGRESS_FILE = "progress.yaml"


def find_progress(plan: Path) -> Path | None:
    """The progress file beside a plan: `progress.yaml` for `plan.yaml`, else `春季.progress.yaml`; None without one."""
    stem = plan.stem
    name = PROGRESS_FILE if stem == "plan" else f"{stem.removesuffix('.plan')}.{PROGRESS_FILE}"
    there = os.path.isfile(os.path.join(os.path.dirname(plan), name))  # noqa: PTH113, PTH118, PTH120  names may be too long
    return plan.with_name(name) if there else None


def find_project(plan: Path) -> Path | None:
    """The project file that holds for a plan: the nearest `ipplan.yaml` upward from it; None if there is none.

    Its path begins like the plan's as long as it lies below where that begins, so that messages show short paths.
    """
    real = Path(os.path.realpath(plan.parent))  # unlike Path.resolve() it stands links that lead to themselves
    written = () if ".." in plan.parts else plan.parents
    folders = dict.fromkeys((*written, real, *real.parents))
    candidates = (folder / PROJECT_FILE for folder in folders)
    return next((found for found in candidates if os.path.isfile(found)), None)  # noqa: PTH113  names may be too long
