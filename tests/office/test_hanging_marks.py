"""What LibreOffice lets stand outside of a line is what is counted so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from ipplan.transforms.line_counts import line_count
from office.papers import squeezed, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.office
MARKS = "，。、；：！？）》〉」』】〕”’％·"


def test_lines_are_counted_as_they_are_drawn(draw_document: Callable) -> None:
    """A paragraph of a full line and a mark has one line where the mark hangs, else two."""
    texts = [f"{mark}{'国' * 25}{mark}" for mark in MARKS]
    nodes = (tree.Title(("题",)), *map(tree.Paragraph, texts))
    paper = draw_document(tree.Document("题", "", (tree.Part(nodes),)))
    drawn = "\n".join(squeezed(line.text) for page in paper.pages for line in text_of(page, paper.sheet))
    for mark, text in zip(MARKS, texts, strict=True):
        assert line_count(text, 26.0, hanging=True) == (1 if text in drawn else 2), mark
