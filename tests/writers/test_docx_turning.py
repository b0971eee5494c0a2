"""Wide tables inside a text: only they are turned, and the pages after them are upright again."""

from __future__ import annotations

import io
import re
import zipfile

from ipplan import document as tree
from ipplan.transforms.turning import stretches
from ipplan.writers.docx.writer import DocxWriter

WIDE = tree.Table((tree.Column("甲", width=225.0),), (), landscape=True)
TEXT = tree.Paragraph("文")


def cut(*nodes: tree.Node) -> list[tuple[bool, int]]:
    """Orientation and number of nodes of each stretch of a part."""
    document = tree.Document("", "", (tree.Part(nodes),))
    return [(one.landscape, len(one.part.nodes)) for one in stretches(document)]


def test_a_wide_table_in_a_text_is_turned_alone():
    """The text before and behind it stays upright; heading, caption and notes go with the table."""
    heading, caption, note = tree.Heading(1, "一、", "表"), tree.Caption("表1"), tree.Note("注：一。")
    assert cut(TEXT, heading, caption, WIDE, note, note, TEXT) == [(False, 1), (True, 5), (False, 1)]
    assert cut(TEXT, WIDE, WIDE, TEXT) == [(False, 1), (True, 2), (False, 1)]


def test_a_part_that_is_a_wide_table_is_turned_as_a_whole():
    """Label and title of such an attachment stand on the turned page too."""
    assert cut(tree.AttachmentLabel("附件"), tree.Title(("表",)), WIDE) == [(True, 3)]
    assert cut(tree.Title(("表",)), TEXT, WIDE) == [(False, 2), (True, 1)]


def test_upright_pages_after_a_turned_one_have_their_own_headers(sheet):
    """A section without headers would take over the turned page number of the section before it."""
    written = DocxWriter(sheet).write(tree.Document("", "", (tree.Part((TEXT, WIDE, TEXT)),)))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", parts["word/document.xml"].decode())
    assert ['w:orient="landscape"' in section for section in sections] == [False, True, False]
    assert all(section.count("<w:headerReference") == 2 for section in sections)
    assert all(section.count("<w:footerReference") == 2 for section in sections)
