"""Web page and Markdown say what the docx says, word for word and in its order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from ipplan.formats import Format
from kit.html import grid, read_html, said
from kit.wordml import read_word
from office.papers import EXAMPLES, squeezed
from plans.plan_folders import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from ipplan.pipeline import Checked

    Made = Callable[[str, Format], bytes]

DRAFT = "草稿"
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_ROOM = "＿"


@pytest.fixture(params=[*EXAMPLES, *NAMES])
def name(request: pytest.FixtureRequest, plan: Callable[[str], Checked]) -> str:
    """The name of a plan that can be rendered."""
    if plan(request.param).hindrances(draft=True):
        pytest.skip("refused")
    return str(request.param)


def test_web_page(name: str, made: Made, tmp_path: Path) -> None:
    """The text of the page is that of the docx; the mark of a draft stands on the page once."""
    docx = tmp_path / "paper.docx"
    docx.write_bytes(made(name, Format.DOCX))
    words = squeezed(said(read_html(made(name, Format.HTML))))
    assert words.removeprefix(DRAFT) == docx_words(docx)
    assert words.startswith(DRAFT)


def docx_words(docx: Path) -> str:
    """Return the text of a docx; the page numbers of a table of contents, which Word fills in, are left out."""
    paragraphs = read_word(docx).paragraphs
    texts = (
        one.text.removesuffix("\t1") if (one.style_id or "").startswith("Contents") else one.text for one in paragraphs
    )
    return squeezed("".join(texts))


def test_markdown(name: str, made: Made) -> None:
    """Outside its tables Markdown has the text of the page; in them it has the same texts at the same places."""
    page, text = read_html(made(name, Format.HTML)), rendered(made(name, Format.MD).decode())
    for shown, printed in zip(text.iter("table"), page.iter("table"), strict=True):
        is_form = printed.find("thead") is None
        assert cells_of(shown, is_form=is_form) == cells_of(printed, is_form=is_form)
    assert squeezed(said(without_tables(text))).replace(_ROOM, "") == squeezed(said(without_tables(page)))


def cells_of(table: Element, *, is_form: bool) -> list[list[str]]:
    """Return the texts of a table row by row, the rows of its header as one, each text in it once.

    Of a registration form, whose cells move up in Markdown, return its words.
    """
    if is_form:
        return [[squeezed(said(table))]]
    rows = [[squeezed(cell.text) for cell in row] for row in grid(table)]
    count = len([*(table.find("thead") or ())])
    head = ["".join(dict.fromkeys(column)) for column in zip(*rows[:count], strict=True)]
    return [head, *rows[count:]]


def rendered(text: str) -> Element:
    """Return Markdown as a page; the numbers of its lists are made text."""
    numbered = re.sub(r"^(\d+)\. ", r"- \1\\. ", text, flags=re.MULTILINE)
    return read_html(f"<!DOCTYPE html><title>-</title><body>{_MARKDOWN.render(numbered)}</body>".encode())


def without_tables(root: Element) -> Element:
    """Return the page, its captions left and everything else of its tables taken away."""
    for table in root.iter("table"):
        for part in [part for part in table if part.tag != "caption"]:
            table.remove(part)
    return root


@pytest.mark.parametrize("spoil", [(b"<td", b"<td>lost</td><td"), ("市科技局".encode(), b"")])
def test_a_word_more_or_less_is_seen(made: Made, tmp_path: Path, spoil: tuple[bytes, bytes]) -> None:
    """The comparison fails where the page has a word more or less."""
    docx = tmp_path / "paper.docx"
    docx.write_bytes(made("jiaxing-2008", Format.DOCX))
    page = made("jiaxing-2008", Format.HTML).replace(*spoil, 1)
    assert squeezed(said(read_html(page))).removeprefix(DRAFT) != docx_words(docx)
