"""The lines to be signed below a form stay with its last row in each format that has pages, wherever the page ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from ipplan import document as tree
from ipplan.blanks import Band, Blank
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.columns import lay_out_tables
from ipplan.writers import docx, html, pdf
from kit.browser import print_page
from kit.pdf import read_pdf
from office.papers import squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FORMATS = [
    pytest.param("docx", marks=pytest.mark.office),
    "pdf",
    pytest.param("html", marks=pytest.mark.browser),
]
ROWS = range(14, 20)
"""Rows of 10 mm: below the title 17 fit a page with the header, and one or two less with lines to be signed."""


class Form(NamedTuple):
    """A form that begins a page: its nodes, what is printed in its last row, and how its first line to sign begins."""

    nodes: tuple[tree.Node, ...]
    last: str
    signed: str


def form(tag: str, table: tree.Table, last: str, fields: int = 2, above: tuple[tree.Node, ...] = ()) -> Form:
    """A table with so many things to be signed below it, which fill up to three lines."""
    line = tree.FillIn(tuple(f"{tag}签字{number}：" for number in range(1, fields + 1)), below=True)
    return Form((tree.AttachmentLabel(tag), tree.Title(("表",)), *above, table, line), last, line.texts[0])


def listing(tag: str, rows: int) -> tuple[tree.Table, str]:
    """A table of columns, and what is printed in its last row."""
    columns = (tree.Column("序号", tree.Align.CENTER), tree.Column("内容", room=8))
    written = tuple((tree.Cell((f"{tag}第{row}行",)), tree.Cell()) for row in range(1, rows + 1))
    return tree.Table(columns, written, blank=True), f"{tag}第{rows}行"


def registration(tag: str, rows: int, *bands: Band) -> tree.Table:
    """A registration form whose last row but for these `bands` is one of a small table."""
    history = Band(((Blank("年月"), Blank("职务")),), f"{tag}历", copies=rows)
    return tree.Table((), (), blank=True, grid=(Band(((Blank("姓名"), Blank("性别")),)), history, *bands))


def forms() -> list[Form]:
    """Forms of each kind that end around the end of a page."""
    found = []
    for rows in ROWS:
        found.append(form(f"A{rows}", *listing(f"A{rows}", rows)))
        found.append(form(f"B{rows}", *listing(f"B{rows}", rows), fields=9))
        found.append(form(f"C{rows}", registration(f"C{rows}", rows), f"C{rows}历"))
        box = Band(((Blank(f"D{rows}盖章", lines=2),),))
        found.append(form(f"D{rows}", registration(f"D{rows}", rows, box), f"D{rows}盖章"))
        text = (tree.Paragraph("甲"),) * rows
        found.append(form(f"E{rows}", *listing(f"E{rows}", 1), fields=9, above=text))
    return found


@pytest.fixture(scope="module")
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A function from the name of a format and forms to what is printed on each page."""
    folder = tmp_path_factory.mktemp("forms")
    sheet = load_stylesheet(font_folders=(request.getfixturevalue("office_fonts").folder,))

    def pages(suffix: str, forms: Sequence[Form]) -> list[str]:
        parts = tuple(tree.Part(form.nodes) for form in forms)
        document = lay_out_tables(tree.Document("表", "", parts), (), sheet)
        file = folder / f"forms.{suffix}"
        file.write_bytes({"docx": docx, "pdf": pdf, "html": html}[suffix].write(document, sheet))
        if suffix == "html":
            printed = print_page(request.getfixturevalue("browser"), file, folder / "printed.pdf")
        else:
            printed = read_pdf(request.getfixturevalue("to_pdf")(file) if suffix == "docx" else file)
        return [squeezed("".join(line.text for line in page.lines)) for page in printed]

    return pages


def alone(forms: Sequence[Form], pages: Sequence[str]) -> list[str]:
    """The lines to be signed that are on a page without the last row of their form, or not together."""
    lines = [tuple(text for text in form.nodes[-1].texts) for form in forms]
    return [
        form.signed
        for form, texts in zip(forms, lines, strict=True)
        if not any(form.last in page and all(text in page for text in texts) for page in pages)
    ]


def rows_on_first_page(tag: str, rows: int, pages: Sequence[str]) -> int:
    """How many rows of a listing are on the page on which it begins."""
    first = next(page for page in pages if f"{tag}第1行" in page)
    return sum(f"{tag}第{row}行" in first for row in range(1, rows + 1))


@pytest.mark.parametrize("suffix", FORMATS)
def test_lines_to_sign_are_below_the_last_row(suffix: str, pages: Callable) -> None:
    """Whatever ends the table: a plain row, one of several under a label, a box, the only row."""
    assert alone(forms(), pages(suffix, forms())) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_more_than_the_last_row_leaves_its_page(suffix: str, pages: Callable) -> None:
    """All rows that fit stay, but for the one that goes with the lines."""
    printed = pages(suffix, forms())
    assert [rows_on_first_page(f"A{rows}", rows, printed) for rows in ROWS] == [14, 15, 16, 16, 17, 17]
    assert [rows_on_first_page(f"B{rows}", rows, printed) for rows in ROWS] == [14, 15, 15, 16, 17, 17]


@pytest.mark.parametrize("suffix", FORMATS)
def test_lines_below_something_else_are_seen_alone(suffix: str, pages: Callable) -> None:
    """The measurement catches a form whose lines follow a note: nothing keeps a note with the row above it."""
    noted = [
        one._replace(nodes=(*one.nodes[:-1], tree.Note("备注"), one.nodes[-1])) for one in forms() if "A" in one.signed
    ]
    assert alone(noted, pages(suffix, noted)) != []
