"""The file itself: outline, properties, archive standard, same bytes; and that every node is known to the template."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pypdfium2
import pytest

from ipplan import document as tree
from ipplan.resources import templates_folder
from ipplan.writers import pdf
from ipplan.writers.pdf.writer import PdfWriter
from kit.pdf import read_pdf

HEADINGS = (
    tree.Chapter(1, "第一章", "总则", anchor=1),
    tree.Chapter(2, "第一节", "依据", anchor=2),
    tree.Heading(1, "一、", "目标", depth=3, behind="（市科技局）", anchor=3),
    tree.Paragraph("正文。"),
)
CONTENTS = tree.Contents("目　录", (tree.Entry(1, "第一章　总则", 1), tree.Entry(2, "第一节　依据", 2)))


@pytest.fixture(scope="module")
def stamped():
    """A paper with a day, a table of contents, and headings of three depths."""
    parts = tree.Part((tree.Title(("题目",)), CONTENTS, *HEADINGS))
    return tree.Document("题目", "某局", (parts,), stamp=date(2026, 3, 2))


@pytest.fixture
def opened(stamped, sheet):
    """The paper as a PDF reader sees it."""
    document = pypdfium2.PdfDocument(pdf.write(stamped, sheet))
    yield document
    document.close()


def test_headings_are_bookmarks(opened):
    """Words and depths of the outline are those of the headings, and it leads to their pages."""
    outline = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in opened.get_toc()]
    assert outline == [(0, "第一章　总则", 1), (1, "第一节　依据", 1), (2, "一、目标（市科技局）", 1)]


def test_contents_name_the_pages(draw_document):
    """The numbers behind the entries are those of the pages; leaders lead to the edge."""
    parts = tree.Part((CONTENTS, *HEADINGS[:1], *(tree.Paragraph("文" * 300) for _ in range(4)), *HEADINGS[1:]))
    paper = draw_document(tree.Document("", "", (parts,)))
    lines = [line for line in paper.pages[0].lines if "…" in line.text or "..." in line.text.replace(" ", "")]
    assert [(line.text[:6], line.text[-1]) for line in lines] == [("第一章　总则", "2"), ("第一节　依据", "4")]
    assert {round(line.x1, 1) for line in lines} == {184.0}


def test_properties(opened):
    """Title and author, and the day of issue without a time of the clock."""
    properties = opened.get_metadata_dict()
    assert (properties["Title"], properties["Author"]) == ("题目", "某局")
    assert properties["CreationDate"].startswith("D:20260302")


def test_the_file_says_that_it_is_for_archives(stamped, sheet):
    """PDF/A-2a in the metadata, with the language of the text."""
    data = pdf.write(stamped, sheet)
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"/Lang(zh-CN)" in data.replace(b"/Lang (", b"/Lang(")


def test_same_bytes(stamped, sheet):
    """Another writer makes the same file, also without a day."""
    for document in (stamped, tree.Document("题目", "某局", stamped.parts)):
        assert PdfWriter(sheet).write(document) == PdfWriter(sheet).write(document)


def test_every_node_is_known_to_the_template():
    """A new kind of node needs a line in the template."""
    template = (templates_folder() / "pdf" / "paper.typ").read_text("utf-8")
    assert [kind.__name__ for kind in get_args(tree.Node) if f"  {kind.__name__}: " not in template] == []


def test_every_figure_reaches_the_paper(stamped, sheet, tmp_path):
    """An office's own sheet changes the page; no figure is written down in the template."""
    changed = {"page.margin_left": "30 mm", "body.size": "15 pt", "page.pitch": "26 pt"}
    figures = {name: replace(sheet.figures[name], value=value) for name, value in changed.items()}
    path = tmp_path / "own.pdf"
    path.write_bytes(pdf.write(stamped, replace(sheet, figures={**sheet.figures, **figures})))
    line = next(line for line in read_pdf(path)[1].lines if line.text == "正文。")
    assert line.x0 == pytest.approx(30 + 2 * (15 - 0.3) * 25.4 / 72, abs=0.1)
    assert {glyph.size for glyph in line.glyphs} == {15}
