"""Draws the pages that README and `docs/views.md` show: `make pictures`.

Needs LibreOffice with Calc, Chromium and the Fandol fonts, like the tests.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from ipplan.compiler import Compiler
from ipplan.formats import Format
from ipplan.inspection.pages.office import convert
from ipplan.pipeline import check
from kit.availability import missing_for_browser, missing_for_office
from kit.browser import find_browser, open_browser
from kit.fonts import find_fandol, make_fonts
from kit.libreoffice import convert_to_pdf
from kit.pdf import render_png

if TYPE_CHECKING:
    from kit.fonts import FontSet

PICTURES = {"notice": ("lianyungang-2017", 1), "table": ("jiaxing-2008", 4)}
"""Name of the picture: the example it shows and the 1-based page."""
_SHOWN = "jiaxing-2008"
"""The example whose PDF, web page and ledger are shown."""
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
        return [*written, *_views(root, work, fonts)]


def _views(root: Path, work: Path, fonts: FontSet) -> list[Path]:
    """An example as PDF, as web page on a telephone, and its ledger."""
    compiler, checked = Compiler(font_folders=(fonts.folder,)), check(root / "examples" / _SHOWN / "plan.yaml")
    files = {form: work / f"view{form.suffix}" for form in (Format.PDF, Format.HTML, Format.XLSX)}
    for form, file in files.items():
        file.write_bytes(compiler.write(checked, form, draft=False))
    sheets = convert(files[Format.XLSX], work / "ledger", ("pdf", "calc_pdf_Export"), environment=fonts.environment())
    drawn = {
        "pdf": render_png(files[Format.PDF], 4, work / "pdf.png", _DPI),
        "ledger": render_png(sheets, 1, work / "ledger.png", 3 * _DPI // 2),
        "web": work / "web.png",
    }
    program = find_browser()
    if program is None:
        raise SystemExit(str(missing_for_browser()))
    with open_browser(program, fonts) as browser:
        page = browser.new_page(viewport={"width": 420, "height": 840})
        page.goto(files[Format.HTML].as_uri())
        page.screenshot(path=drawn["web"])
    return [_framed(picture, root / "docs" / "pictures" / f"{name}.png") for name, picture in drawn.items()]


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
