"""The PDF says what the docx says, in the same order; a page may begin a few lines earlier or later."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pypdfium2
import pytest

from ipplan import document as tree
from kit.wordml import read_word
from office.papers import EXAMPLES, PAGE_NUMBER, squeezed, text_of
from office.table_measures import repeated_labels


def extracted(pdf):
    """The text of a PDF as a reader copies it, page by page, without page numbers and draft marks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()
    return [PAGE_NUMBER.sub("", text).replace("草稿", "") for text in pages]


def without_repeated_heads(paper, pages):
    """The pages with the header of a table only where it first stands."""
    for node in paper.nodes(tree.Table):
        head = squeezed("".join(column.title for column in node.columns))
        first = next(number for number, text in enumerate(pages) if head in text)
        pages = [text if number <= first else text.replace(head, "", 1) for number, text in enumerate(pages)]
    return pages


@pytest.mark.parametrize("name", EXAMPLES)
def test_words_and_order_are_those_of_the_docx(example, name):
    """Every word of the docx, in its order, and beside them only labels of a table again on a new page."""
    paper = example(name)
    drawn = "".join(without_repeated_heads(paper, extracted(paper.pdf)))
    written = squeezed(read_word(paper.docx).text)
    assert Counter(drawn) == Counter(written + "".join(repeated_labels(paper)))
    texts = [node.text for node in paper.nodes(tree.Paragraph)] + [node.text for node in paper.nodes(tree.Heading)]
    places = [drawn.find(squeezed(text)) for text in texts]
    assert -1 not in places
    running = [drawn.find(squeezed(node.text)) for node in paper.nodes(tree.Paragraph) if len(node.text) > 20]
    assert all(before < after for before, after in pairwise(running))


def test_marks_of_typst_are_words(draw_document):
    """What would be markup in typst is printed as it stands."""
    words = "#let x = 1 *粗* _斜_ $x^2$ @引用 <标记> \\n = 标题 // 注 [方] `码` -- --- ... ~ https://a.b/#c \"q\" 'q'"
    paper = draw_document(
        tree.Document(words, words, (tree.Part((tree.Paragraph(words), tree.Heading(1, "", words))),))
    )
    assert "".join(extracted(paper.pdf)) == squeezed(words) * 2


@pytest.mark.parametrize("mark", [*"，。；：、！？）》”"])
def test_no_mark_is_lost_behind_a_full_line(draw_document, mark):
    """A mark behind 28 characters is drawn, and none begins a line."""
    texts = ["国" * count + mark + "家" * 40 for count in (24, 25, 26, 27, 54)]
    paper = draw_document(tree.Document("", "", (tree.Part(tuple(tree.Paragraph(text) for text in texts)),)))
    lines = [squeezed(line.text) for page in paper.pages for line in page.lines]
    assert "".join(lines).count(mark) == len(texts)
    assert not [line for line in lines if line.startswith(mark)]


def test_an_opening_bracket_is_as_wide_as_a_character(draw_document):
    """A line that begins with one begins at the edge of the text; marks side by side are not pushed together."""
    paper = draw_document(
        tree.Document("", "", (tree.Part((tree.Addressees("（" + "国" * 26 + "，“家》。（（甲乙"),)),))
    )
    lines = text_of(paper.pages[0], paper.sheet)
    first = lines[0]
    assert first.x0 == pytest.approx(paper.sheet.length("page.margin_left").mm, abs=0.1)
    steps = [after.x0 - before.x0 for line in lines for before, after in pairwise(line.glyphs)]
    assert min(steps) > 0.95 * (paper.sheet.length("body.size") + paper.sheet.length("page.tracking")).mm
    assert [line.text[-1] for line in lines] == ["，", "乙"]
