"""The PDF of a plan of five pages in a warm process, beside LibreOffice's conversion of the same docx.

    PYTHONPATH=. python -m benchmarks.pdf --fonts FOLDER

Each round makes another document, since typst remembers what it has laid out. LibreOffice starts each time, with a
profile that it has used before; so does everybody who converts with it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.inspection.pages.office import convert, version
from ipplan.pipeline import check
from ipplan.stylesheet import load_stylesheet
from ipplan.writers import docx, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.stylesheet import Stylesheet

PLAN = Path(__file__).parents[1] / "examples" / "liaoyuan-2018" / "plan.yaml"


def another(document: tree.Document, number: int) -> tree.Document:
    """The document with a number behind each of its paragraphs."""

    def marked(node: tree.Node) -> tree.Node:
        return replace(node, text=f"{node.text}（{number}）") if isinstance(node, tree.Paragraph) else node

    parts = tuple(replace(part, nodes=tuple(map(marked, part.nodes))) for part in document.parts)
    return replace(document, parts=parts)


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measured(document: tree.Document, sheet: Stylesheet, rounds: int, folder: Path) -> tuple[list[float], list[float]]:
    """Seconds of the PDF and of the conversion, taking turns; one round more is made to warm both up."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        paper, file = another(document, number), folder / "paper.docx"
        file.write_bytes(docx.write(paper, sheet))
        taken = (
            seconds(lambda paper=paper: pdf.write(paper, sheet)),
            seconds(lambda file=file: convert(file, folder, ("pdf", "writer_pdf_Export"), profile=folder / "profile")),
        )
        for kept, one in zip(times, taken, strict=True):
            kept.extend([one] if number else [])
    return times


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, action="append", default=[], help="a folder with fonts")
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    sheet = load_stylesheet(font_folders=tuple(wanted.fonts))
    document = Compiler().document(check(PLAN), draft=False)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = map(statistics.median, measured(document, sheet, wanted.rounds, Path(folder)))
    print(f"typst {ours * 1000:.0f} ms, {version()} {theirs * 1000:.0f} ms, ratio {ours / theirs:.3f}")


if __name__ == "__main__":
    main()
