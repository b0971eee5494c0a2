"""Shows where the pages of the PDF that typst lays out begin, and where LibreOffice begins those of the docx.

    PYTHONPATH=tests python -m kit.page_breaks examples/*/plan.yaml

Both are drawn with the private fonts of the tests. For each page of the PDF that does not begin with the same words, it
says on which page and line LibreOffice has them.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.formats import Format
from ipplan.pipeline import check
from ipplan.stylesheet import load_stylesheet
from kit.fonts import find_fandol, make_fonts
from kit.libreoffice import convert_to_pdf
from kit.pdf import read_pdf
from office.papers import squeezed, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.fonts import FontSet
    from kit.pdf import Page

_TELLING = 10
"""Characters by which the beginning of a page is known."""


@dataclass(frozen=True)
class Beginning:
    """How a page of the PDF begins, and where LibreOffice has these words: page and line, or None if they are torn."""

    page: int
    words: str
    elsewhere: tuple[int, int] | None

    @property
    def agrees(self) -> bool:
        """Whether LibreOffice begins the same page with the same words."""
        return self.elsewhere == (self.page, 1)


def beginnings(typst: Iterable[Page], office: Iterable[Page], document: tree.Document) -> list[Beginning]:
    """Compare the pages of two PDFs of a document; the header of a table does not count."""
    heads = set(_head_lines(document))
    others = [_lines(page, heads) for page in office]
    found = []
    for number, page in enumerate(typst, start=1):
        words = "".join(_lines(page, heads))[:_TELLING]
        found.append(Beginning(number, words, _place(words, number, others)))
    return found


def _place(words: str, number: int, pages: list[list[str]]) -> tuple[int, int] | None:
    """Page and line of some words, on the page nearest to `number` that has them; None if none has."""
    found = ((page, _line_of(words, lines)) for page, lines in enumerate(pages, start=1))
    places = [(page, line) for page, line in found if line is not None]
    return min(places, key=lambda place: abs(place[0] - number), default=None)


def _lines(page: Page, heads: set[str]) -> list[str]:
    """The lines of a page, without white space and without the header of a table at its top."""
    lines = [squeezed(line.text) for line in text_of(page, load_stylesheet())]
    while lines and lines[0] in heads:
        del lines[0]
    return lines


def _head_lines(document: tree.Document) -> Iterator[str]:
    """The lines that the header of a table can come out as."""
    for part in document.parts:
        for table in (node for node in part.nodes if isinstance(node, tree.Table)):
            titles = [column.title.split("\n") for column in table.columns]
            for at in range(max(map(len, titles))):
                yield squeezed("".join(title[at] for title in titles if at < len(title)))
            yield squeezed("".join(title[0] for title in titles if len(title) == 1))


def _line_of(words: str, lines: list[str]) -> int | None:
    """The line (1-based) in which some words begin, wherever lines are broken."""
    place = "".join(lines).find(words)
    if place < 0:
        return None
    for number, line in enumerate(lines, start=1):
        if place < len(line):
            return number
        place -= len(line)
    return None


def compared(plan: Path, fonts: FontSet, folder: Path) -> tuple[int, int, list[Beginning]]:
    """Draw a plan both ways in a folder; return the number of LibreOffice's pages and of the PDF's, and these."""
    compiler, checked = Compiler(font_folders=(fonts.folder,)), check(plan)
    files = {form: folder / f"paper{form.suffix}" for form in (Format.DOCX, Format.PDF)}
    for form, file in files.items():
        file.write_bytes(compiler.write(checked, form, draft=True))
    office = read_pdf(convert_to_pdf(files[Format.DOCX], folder / "office", fonts=fonts, profile=folder / "profile"))
    typst = read_pdf(files[Format.PDF])
    return len(office), len(typst), beginnings(typst, office, compiler.document(checked, draft=True))


def main() -> None:
    """Print a line for each plan, and one for each page that begins elsewhere."""
    fandol = find_fandol()
    if fandol is None:
        sys.exit("the Fandol fonts are not here")
    with tempfile.TemporaryDirectory() as scratch:
        fonts = make_fonts(Path(scratch), fandol)
        for number, plan in enumerate(map(Path, sys.argv[1:])):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            office, typst, found = compared(plan, fonts, folder)
            same = sum(one.agrees for one in found)
            print(f"{plan.parent.name}: typst {typst}, LibreOffice {office} pages; {same} begin alike")
            for one in found:
                if not one.agrees:
                    print(f"  page {one.page} “{one.words}”: {_said(one)}")


def _said(one: Beginning) -> str:
    return "torn by LibreOffice" if one.elsewhere is None else "LibreOffice page {}, line {}".format(*one.elsewhere)


if __name__ == "__main__":
    main()
