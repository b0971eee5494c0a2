"""`python -m kit.rule_pages FOLDER` writes the pages of docs/rules: one for each code, and their index."""

from __future__ import annotations

import sys
from pathlib import Path

from ipplan.codes import described
from ipplan.explanations import explain, index_markdown


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {"README.md": index_markdown(), **{f"{code}.md": explain(code).markdown() for code in described()}}


def write_pages(folder: Path) -> None:
    """Write all pages and remove those of codes that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
