"""Where the files of `templates/` are: inside the installed package, or in the checkout during development."""

from __future__ import annotations

from functools import cache
from pathlib import Path


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
