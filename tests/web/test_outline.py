"""Levels of headings, without gaps whatever the depths of the paper."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ipplan import document as tree
from ipplan.writers.outline import outline


def levels(*parts: tuple[tree.Node, ...]) -> list[tuple[int, ...]]:
    return list(outline(tree.Document("", "", tuple(map(tree.Part, parts)))))


TITLE = tree.Title(("题目",))


def heading(depth: int) -> tree.Heading:
    return tree.Heading(1, "", "标题", depth)


def test_titles() -> None:
    """The first title is the one of the page; headings stand below the title of their part."""
    notice, plan = (TITLE, tree.Paragraph("印发。"), heading(1)), (tree.AttachmentLabel("附件"), TITLE, heading(1))
    assert levels(notice, plan) == [(1, 0, 2), (0, 2, 3)]


def test_masthead_for_a_title() -> None:
    """An order has no title; its masthead takes the place of one. Above a title a masthead is none."""
    order = (tree.OrderHead("市政府令", "第7号"), heading(1))
    assert levels(order, (TITLE, heading(1))) == [(1, 2), (2, 3)]
    assert levels((tree.Head("纪要", "第5期"), TITLE)) == [(0, 1)]


def test_chapters() -> None:
    """Chapters and their sections stand above the headings in them."""
    chapters = (
        tree.Chapter(1, "第一章", "甲"),
        tree.Chapter(2, "第一节", "乙"),
        heading(3),
        tree.Chapter(1, "第二章", "丙"),
    )
    assert levels((TITLE, *chapters)) == [(1, 2, 3, 4, 2)]


def test_kind_of_heading_without_a_depth() -> None:
    """Where the paper says nothing, a heading is as deep as its kind."""
    assert levels((TITLE, tree.Heading(2, "", "甲"), tree.Heading(1, "", "乙"), tree.Heading(2, "", "丙"))) == [
        (1, 2, 2, 3)
    ]


@given(st.lists(st.lists(st.integers(1, 6), max_size=12), min_size=1, max_size=3))
def test_never_a_gap(depths: list[list[int]]) -> None:
    """Whatever comes in, no heading is more than one level below the one before it, and none is deeper than 6."""
    found = [level for part in levels(*((TITLE, *map(heading, part)) for part in depths)) for level in part]
    assert all(below <= above + 1 for above, below in pairwise(found))
    assert max(found) <= 6
