"""Where the files of `templates/` are: inside the installed package, or in the checkout during development."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def templates_folder() -> Path:
    """The folder with stylesheets, wording and the docx skeleton.

    Raises:
        FileNotFoundError: if the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_templates", package.parents[1] / "templates"):
        if (folder / "wording").is_dir():
            return folder
    raise FileNotFoundError(f"templates of ipplan not found near {package}")


STANDARD_SHEET = "gbt9704-2012"


@cache
def named_sheets() -> Mapping[str, Path]:
    """The sheets of ours that can be laid over that of the standard, by name."""
    files = sorted((templates_folder() / "styles").glob("*.yaml"))
    return {file.stem: file for file in files if file.stem != STANDARD_SHEET}


def is_sheet_file(name: str) -> bool:
    """Whether what is written for a sheet is the name of a file, not of a sheet of ours."""
    return name.lower().endswith((".yaml", ".yml"))
