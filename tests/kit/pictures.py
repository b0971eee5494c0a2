"""Draws the pages that README shows: `make pictures`. Needs LibreOffice and the Fandol fonts, like the office tests."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

from ipplan.compiler import Compiler
from ipplan.pipeline import check
from kit.availability import missing_for_office
from kit.fonts import find_fandol, make_fonts
from kit.libreoffice import convert_to_pdf
from kit.pdf import render_png

PICTURES = {"notice": ("lianyungang-2017", 1), "table": ("jiaxing-2008", 4)}
"""Name of the picture: the example it shows and the 1-based page."""
_DPI = 72
_COLOURS = 64
"""A page is paper, ink and red: few colours keep a picture at some tens of kB."""


def draw(root: Path) -> list[Path]:
    """Render the examples and write the pictures to ``docs/pictures`` below ``root``; returns the files."""
    fandol = find_fandol()
    if fandol is None:
        raise SystemExit(str(missing_for_office()))
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        fonts = make_fonts(work / "fonts", fandol)
        written = []
        for name, (example, page) in PICTURES.items():
            docx = work / f"{example}.docx"
            docx.write_bytes(Compiler().docx(check(root / "examples" / example / "plan.yaml"), draft=False))
            drawn = render_png(convert_to_pdf(docx, work, fonts=fonts), page, work / f"{name}.png", _DPI)
            written.append(_framed(drawn, root / "docs" / "pictures" / f"{name}.png"))
    return written


def _framed(drawn: Path, target: Path) -> Path:
    """Put a thin grey frame round a page, so that its edge shows on white, and save it small."""
    page = Image.open(drawn).convert("RGB")
    framed = Image.new("RGB", (page.width + 2, page.height + 2), "#999999")
    framed.paste(page, (1, 1))
    target.parent.mkdir(parents=True, exist_ok=True)
    framed.quantize(_COLOURS).save(target, optimize=True)
    return target


if __name__ == "__main__":
    for path in draw(Path(sys.argv[1])):
        print(path)
