"""What a web page is made of: valid markup, an outline without gaps, nothing from elsewhere, text that stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from ipplan.errors import BrokenTemplate
from ipplan.formats import Format
from ipplan.stylesheet import Stylesheet, load_stylesheet
from ipplan.writers import html
from kit.html import ParseError, attribute_values, grid, headings, read_html, said
from office.papers import EXAMPLES
from plans.plan_folders import NAMES
from web.specimen import PLAIN, specimen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from xml.etree.ElementTree import Element

HOSTILE = """</title></style><script>alert(1)</script><img src=x onerror="alert(2)">&amp;"' --><!--"""


@pytest.fixture
def page(sheet: Stylesheet) -> Element:
    """The page of a document with every kind of node."""
    return read_html(html.write(specimen(), sheet))


@pytest.mark.parametrize("name", [*EXAMPLES, *NAMES])
def test_every_plan(name: str, plan: Callable, made: Callable) -> None:
    """The page of every plan is valid, has one title of level 1, and leaves out no level."""
    if plan(name).hindrances(draft=True):
        pytest.skip("refused")
    check_page(read_html(made(name, Format.HTML)))


def check_page(page: Element) -> None:
    """What holds for every page."""
    levels = [level for level, _ in headings(page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    identifiers = attribute_values(page, "id")
    assert len(identifiers) == len(set(identifiers))
    assert {link.removeprefix("#") for link in attribute_values(page, "href")} <= set(identifiers)
    assert page.get("lang") == "zh-CN"


def test_specimen(page: Element) -> None:
    """So has the page of a document in which everything occurs; every text of it is there."""
    check_page(page)
    assert [level for level, _ in headings(page)] == [1, 2, 3, 2, 2, 2]
    document = specimen()
    assert said(page).count(PLAIN) == repr((document.parts, document.colophon)).count(PLAIN)


def test_parser_is_strict() -> None:
    """The parser of these tests does not mend what it reads."""
    with pytest.raises(ParseError):
        read_html(b"<!DOCTYPE html><title>-</title><p><table></p></table>")


def test_text_stays_text(sheet: Stylesheet) -> None:
    """Markup in any text of a plan is shown as it is written, and makes no element and no attribute."""
    as_long = PLAIN * 9  # the colophon's face depends on how much there is
    tame, wild = (read_html(html.write(specimen(words), sheet)) for words in (as_long, HOSTILE))
    assert _shape(wild) == _shape(tame)
    assert said(wild) == said(tame).replace(as_long, HOSTILE)
    assert [node.text for node in wild.iter("title")] == [HOSTILE]


def _shape(root: Element) -> list[tuple[str, list[str]]]:
    """The elements in their order with the names of their attributes; whether a cell is short is not looked at."""
    return [(node.tag, sorted(node.attrib.keys() - {"class"})) for node in root.iter()]


def test_nothing_from_elsewhere(page: Element, sheet: Stylesheet) -> None:
    """No script, no picture, no frame, no address but those inside the page; no font is fetched."""
    names = {node.tag for node in page.iter()}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "svg"}
    assert not [name for node in page.iter() for name in node.attrib if name.startswith("on") or name == "src"]
    assert all(link.startswith("#") for link in attribute_values(page, "href"))
    text = html.write(specimen(), sheet).decode()
    assert not re.search(r"https?:|url\(|@import|//", text)


def test_links_of_the_contents(page: Element) -> None:
    """The table of contents leads to its headings, the list of attachments to the attachments."""
    targets = {node.get("id"): node.tag for node in page.iter() if node.get("id")}
    led_to = [targets[link.removeprefix("#")] for link in attribute_values(page, "href")]
    assert led_to == ["h2", "h3", "section", "section"]


def test_labels_that_two_attachments_share(sheet: Stylesheet) -> None:
    """A label that stands twice is no target, because the list does not say which one it means."""
    attachment = tree.Part((tree.AttachmentLabel("附件"), tree.Title(("甲",))))
    first = tree.Part((tree.Title(("题目",)), tree.AttachmentList(("甲",))))
    document = tree.Document("题目", "", (first, attachment, attachment))
    assert attribute_values(read_html(html.write(document, sheet)), "href") == []


def test_header_cells(web: Callable[..., bytes]) -> None:
    """Columns are headed by their titles, rows by what does not only number them, groups by their banner."""
    rows = (
        (tree.Cell(("一、宣传",), columns=3), None, None),
        (tree.Cell(("1",)), tree.Cell(("甲",), rows=2), tree.Cell(("5场",))),
        (tree.Cell(("2",)), None, tree.Cell(("6场",))),
    )
    table = tree.Table(tuple(map(tree.Column, ("序号", "单位", "目标"))), rows)
    page = read_html(web(tree.Title(("题目",)), table))
    scopes = [[(cell.tag, cell.scope) for cell in row] for row in grid(next(page.iter("table")))]
    numbered = [("td", None), ("th", "row"), ("td", None)]
    assert scopes == [[("th", "col")] * 3, [("th", "rowgroup")] * 3, numbered, numbered]
    assert [len(body) for body in page.iter("tbody")] == [3]


def test_caption_and_unit(web: Callable[..., bytes]) -> None:
    """Title and unit above a table belong to it; a table without them is named after its heading."""
    table = tree.Table((tree.Column("甲"),), ((tree.Cell(("乙",)),),))
    page = read_html(
        web(tree.Title(("题目",)), tree.Caption("表1", "单位：件"), table, tree.Heading(1, "一、", "附"), table)
    )
    assert ["".join(node.itertext()) for node in page.iter("caption")] == ["表1单位：件"]
    assert attribute_values(page, "aria-label") == ["表1", "附"]


def test_draft(sheet: Stylesheet) -> None:
    """A draft says so on the screen and on paper, and asks not to be found; a paper that is issued does neither."""
    draft, issued = (html.write(replace(specimen(), draft=is_draft), sheet).decode() for is_draft in (True, False))
    assert draft.count("草　稿") == 2
    assert "noindex" in draft
    assert "草　稿" not in issued
    assert "noindex" not in issued


def overlaid(tmp_path: Path, line: str) -> str:
    """The page made with a sheet in which an office has a line of its own."""
    (tmp_path / "own.yaml").write_text(line, "utf-8")
    return html.write(specimen(), load_stylesheet(tmp_path / "own.yaml")).decode()


def test_figures_of_an_office(tmp_path: Path) -> None:
    """The sheet of an office decides about the printed page."""
    assert "margin:104.882pt" in overlaid(tmp_path, "page.text_width: 156 mm\n")
    assert "margin:85.039pt" in overlaid(tmp_path, "page.margin_top: 30 mm\n")
    assert '"某某仿宋"' in overlaid(tmp_path, "font.仿宋: 某某仿宋\n")


def test_sheet_cannot_end_the_style(tmp_path: Path) -> None:
    """The name of a font is a name and nothing else; a colour that is none is a mistake in the sheet."""
    with pytest.raises(BrokenTemplate, match="要写字体的名称"):
        overlaid(tmp_path, """font.仿宋: 'x"} </style><script>'\n""")
    figures = dict(load_stylesheet().figures)
    figures["font.仿宋"] = replace(figures["font.仿宋"], value='x"} </style><script>')
    assert '"x stylescript"' in html.write(specimen(), Stylesheet(figures)).decode()
    with pytest.raises(BrokenTemplate, match=r"“colour\.red”不能是“red;}”"):
        overlaid(tmp_path, "colour.red: 'red;}'\n")
