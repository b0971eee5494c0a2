"""Draws what README and `docs/views.md` show: `make pictures`.

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
from kit.fonts import FontSet, find_fandol, make_fonts
from kit.libreoffice import convert_to_pdf
from kit.pdf import render_png
from kit.preview_picture import draw_preview

if TYPE_CHECKING:
    from collections.abc import Iterator

PICTURES = {"notice": ("lianyungang-2017", 1), "table": ("jiaxing-2008", 4)}
"""Name of the picture: the example it shows and the 1-based page."""
_SHOWN = "jiaxing-2008"
"""The example whose PDF, web page and ledger are shown."""
_DPI = 72
_COLOURS, _ON_SCREEN = 64, 256
"""A page is paper, ink and red: few colours keep a picture at some tens of kB. A screen has a few more."""


def draw(root: Path) -> list[Path]:
    """Draw the pages and the preview into ``docs/pictures`` below ``root``; returns the files."""
    fandol = find_fandol()
    lacking = missing_for_office() or missing_for_browser()
    if fandol is None or lacking:
        raise SystemExit(str(lacking))
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        fonts = make_fonts(work / "fonts", fandol)
        target = root / "docs" / "pictures"
        pages = [_framed(page, target, _COLOURS) for page in (*_pages(root, work, fonts), *_views(root, work, fonts))]
        return [*pages, _framed(draw_preview(work, fonts), target, _ON_SCREEN)]


def _pages(root: Path, work: Path, fonts: FontSet) -> Iterator[Path]:
    """Pages of the examples, drawn into a scratch folder."""
    for name, (example, page) in PICTURES.items():
        docx = work / f"{example}.docx"
        docx.write_bytes(Compiler().docx(check(root / "examples" / example / "plan.yaml"), draft=False))
        yield render_png(convert_to_pdf(docx, work, fonts=fonts), page, work / f"{name}.png", _DPI)


def _views(root: Path, work: Path, fonts: FontSet) -> Iterator[Path]:
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
    yield from drawn.values()


def _framed(drawn: Path, folder: Path, colours: int) -> Path:
    """Put a thin grey frame round a picture, so that its edge shows on white, and save it small in a folder."""
    page = Image.open(drawn).convert("RGB")
    framed = Image.new("RGB", (page.width + 2, page.height + 2), "#999999")
    framed.paste(page, (1, 1))
    folder.mkdir(parents=True, exist_ok=True)
    framed.quantize(colours, Image.Quantize.MAXCOVERAGE).save(folder / drawn.name, optimize=True)
    return folder / drawn.name


if __name__ == "__main__":
    for path in draw(Path(sys.argv[1])):
        print(path)
