"""Markdown in which text stays text, and what is headings, lists and tables in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.writers import md
from ipplan.writers.md.escaping import escaped, table_lines
from kit.html import grid, headings, said
from office.papers import squeezed
from web.specimen import PLAIN, specimen
from web.test_words import rendered

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = "|*_#<>`~[]()&$!\\-+=.0123456789 ab甲。\n"
HOSTILE = (
    "# 不是标题",
    "- 不是列表",
    "1. 不是列表",
    "12) 不是列表",
    "+ 不是列表",
    "---",
    "***",
    "===",
    "> 不是引用",
    "<b>不是粗体</b>",
    "**不是粗体**",
    "_不是_斜体",
    "~~没有删去~~",
    "`不是代码`",
    "[不是](链接)",
    "![不是](图)",
    "甲|乙",
    "&amp;",
    "\\*",
    "    不是代码",
    "    - 不是列表",
    "甲\n===",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, markdown: Callable[..., str]) -> None:
    """What Markdown would read as a sign is shown as it is written, in a paragraph and in a table."""
    table = tree.Table((tree.Column(text),), ((tree.Cell((text,)),),))
    page = rendered(markdown(tree.Paragraph(text), table))
    (paragraph,) = (node for node in page.find("body") or () if node.tag == "p")
    assert [squeezed("".join(paragraph.itertext())), len(paragraph)] == [squeezed(text), 0]
    assert [squeezed(row[0].text) for row in grid(next(page.iter("table")))] == [squeezed(text)] * 2


@given(st.text(SIGNS, min_size=1, max_size=20))
def test_any_text(text: str) -> None:
    """Any mixture of signs is one paragraph of text without elements, and one cell of a table."""
    if not text.strip():
        return
    page = rendered(f"{escaped(text)}\n\n{table_lines([escaped(text)], [[escaped(text)]])}\n")
    assert [node.tag for node in page.find("body") or ()] == ["p", "table"]
    assert squeezed(said(page)) == squeezed(text) * 3
    assert not {node.tag for node in page.iter()} - {"html", "head", "title", "body", "p", *TABLE}


TABLE = {"table", "thead", "tbody", "tr", "th", "td"}


def test_specimen() -> None:
    """Headings have the levels of the web page; the table of contents, the box and the lists are there."""
    text = md.write(specimen(), load_stylesheet()).decode()
    assert [level for level, _ in headings(rendered(text))] == [1, 2, 3, 2, 2, 2]
    assert f"- [{PLAIN}](#heading1)\n  - [{PLAIN}](#heading2)\n" in text
    assert f'### <a id="heading2"></a>{PLAIN * 3}\n' in text
    assert f"> **{PLAIN}**\n>\n> {PLAIN}\n" in text
    assert f"附件：\n\n1. {PLAIN}\n2. {PLAIN}\n" in text
    assert text.startswith("**草　稿**\n")


def test_merged_cells(markdown: Callable[..., str]) -> None:
    """What a cell covers says what the cell says, downwards and sideways; lines of a cell are lines."""
    rows = (
        (tree.Cell(("甲", "乙"), rows=2, columns=2), None, tree.Cell(("1",))),
        (None, None, tree.Cell(("2",))),
        (tree.Cell(("丙",)), tree.Cell(), tree.Cell(("3",))),
    )
    text = markdown(tree.Table(tuple(map(tree.Column, "ABC")), rows))
    assert text.splitlines()[2:] == [
        "| 甲<br>乙 | 甲<br>乙 | 1 |",
        "| 甲<br>乙 | 甲<br>乙 | 2 |",
        "| 丙 |  | 3 |",
    ]
