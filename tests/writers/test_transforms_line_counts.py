"""Lines of texts and heights of rows, found by jumping, beside what going piece by piece finds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.line_counts import line_count
from ipplan.transforms.row_heights import TableHeights
from ipplan.widths import spaced_width

SHEET = load_stylesheet()
HANGING = "，。、；：！？"
MARKS = HANGING + "）》〉」』】〕｝”’％·"
PIECES = re.compile(f"[（《“‘〈「『【]*(?:[!-~]+(?:·[!-~]+)*|[^!-~])[{MARKS}]*")
TEXTS = st.text("知识产权市局开展工作，。、；）》”％·（《“2026年abc 5.%-", max_size=80)
ROOMS = st.integers(48, 160).map(lambda quarters: quarters / 4)


def piece_by_piece(text, room, hanging):
    """Return the lines of a text, each as long as the next piece allows; None where a piece is longer than a line."""
    lines, line = 1, ""
    for piece in PIECES.findall(text):
        if spaced_width(piece) >= room:
            return None
        outside = 1 if hanging and piece[-1] in HANGING else 0
        if line and spaced_width(line + piece) - outside > room:
            lines, line = lines + 1, ""
        line += piece
    return lines


@given(TEXTS, ROOMS, st.booleans())
def test_lines_end_where_the_next_piece_finds_no_room(text, room, hanging):
    """A piece is a word or a character with the marks that belong to it."""
    expected = piece_by_piece(text, room, hanging)
    assert expected is None or line_count(text, room, hanging=hanging) == expected


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, 1),
        ("知识产权局", 5, 1),
        ("知识产权局）", 5, 2),
        ("http://www.sipo.gov.cn", 4, 3),
        ("一，，，，，，", 5, 2),
    ],
)
def test_ends_of_lines(text, room, lines):
    """A full line is one, a mark takes its character along, and what is longer than a line is torn."""
    assert line_count(text, room) == lines


def test_a_mark_may_hang():
    """LibreOffice lets one mark stand outside, not two."""
    assert line_count("知识产权局，", 5, hanging=True) == 1
    assert line_count("知识产权局），", 5, hanging=True) == 2


@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_a_row_is_as_high_as_its_highest_cell(texts):
    """Cells whose lines are not counted could not have been higher."""
    columns = tuple(tree.Column("题", width=width) for width in (25.0, 40.0, 60.0))
    cells = tuple(tree.Cell((text,)) for text in texts)
    rows = [tuple(cell if at == place else None for at in range(3)) for place, cell in enumerate(cells)]
    together = TableHeights(tree.Table(columns, (cells,)), SHEET).rows
    assert together == (max(TableHeights(tree.Table(columns, tuple(rows)), SHEET).rows),)


def test_half_empty_lines_are_counted():
    """Ten pieces of six characters, of which a line of ten holds one, are higher than seventy characters in seven."""
    table = tree.Table((tree.Column("甲", width=46.2), tree.Column("乙", width=46.2)), ())
    full, half_empty = tree.Cell(("知" * 70,)), tree.Cell(("（《知》）、" * 10,))
    heights = [
        TableHeights(replace(table, rows=(row,)), SHEET).rows for row in [(full, half_empty), (None, half_empty)]
    ]
    assert heights[0] == heights[1] > TableHeights(replace(table, rows=((full, None),)), SHEET).rows
