"""The plans of this folder: each a folder with `plan.yaml` beside `expected.txt`, which people have read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.pipeline import check

if TYPE_CHECKING:
    from ipplan.pipeline import Checked

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/plan.yaml")))


def checked_plan(name: str) -> Checked:
    """The plan of a folder, checked."""
    return check(FOLDER / name / "plan.yaml")


def expected_path(name: str) -> Path:
    """Where the text of the paper stands."""
    return FOLDER / name / "expected.txt"
