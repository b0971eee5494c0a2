"""Draws what README, `docs/views.md` and `docs/plan-format.md` show: `make pictures`.

Needs LibreOffice with Calc, Chromium and the Fandol fonts, like the tests.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from textwrap import indent
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
_FORM = "version: 2\nplan:\n  title: 2026年度市知识产权专家库专家登记表\n  body:\n"
"""A plan but for its body, a registration form."""
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
        drawn = (*_pages(root, work, fonts), _form(root, work, fonts), *_views(root, work, fonts))
        pages = [_framed(page, target, _COLOURS) for page in drawn]
        return [*pages, _framed(draw_preview(work, fonts), target, _ON_SCREEN)]


def _pages(root: Path, work: Path, fonts: FontSet) -> Iterator[Path]:
    """Pages of the examples, drawn into a scratch folder."""
    for name, (example, page) in PICTURES.items():
        yield _page(root / "examples" / example / "plan.yaml", page, work / f"{name}.png", fonts)


def _page(plan: Path, number: int, picture: Path, fonts: FontSet) -> Path:
    """A page (1-based) of a plan's docx."""
    docx = picture.with_suffix(".docx")
    docx.write_bytes(Compiler().docx(check(plan), draft=False))
    return render_png(convert_to_pdf(docx, picture.parent, fonts=fonts), number, picture, _DPI)


def _form(root: Path, work: Path, fonts: FontSet) -> Path:
    """The registration form that the reference of the plan file has as its example."""
    page = (root / "docs" / "plan-format.md").read_text("utf-8")
    example = next(text for text in re.findall(r"```yaml fragment:body\n(.*?)```", page, re.DOTALL) if "grid:" in text)
    plan = work / "form.yaml"
    plan.write_text(_FORM + indent(example, "    "), "utf-8")
    return _page(plan, 1, work / "form.png", fonts)


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
