"""Labels that are shown again where a page ends among their rows."""

import pytest

from ipplan import document as tree
from ipplan.transforms.columns import lay_out
from ipplan.transforms.line_counts import line_count
from ipplan.transforms.repeated_labels import repeat_labels
from ipplan.transforms.row_heights import TableHeights

COLUMNS = tuple(tree.Column(title) for title in ("序号", "工作内容", "目标要求"))


def group(number: int, rows: int, label: str = "促进产业化") -> list[tuple[tree.Cell | None, ...]]:
    """Return the rows of one task, its number and name merged down."""
    first = (tree.Cell((str(number),), rows=rows), tree.Cell((label,), rows=rows))
    return [(*(first if at == 0 else (None, None)), tree.Cell((f"{at + 1}.目标",))) for at in range(rows)]


def repeated(sheet, *groups, above: tuple[tree.Node, ...] = (), landscape: bool = False) -> tree.Table:
    """Return the table of the groups as it comes out behind what stands above it."""
    rows = tuple(row for rows in groups for row in rows)
    part = tree.Part((*above, lay_out(tree.Table(COLUMNS, rows), (), sheet)))
    table = repeat_labels(part, sheet, landscape=landscape).nodes[-1]
    assert isinstance(table, tree.Table)
    return table


def labels(table: tree.Table) -> list[tuple[int, str, int]]:
    """Return where each label of the first column begins, what it says, and over how many rows it reaches."""
    return [(at, row[0].text, row[0].rows) for at, row in enumerate(table.rows) if row[0] is not None]


def test_a_label_begins_anew_on_each_page(sheet):
    """27 rows of 23.04 pt fit under the header in 225 mm: 637.8 pt."""
    assert labels(repeated(sheet, group(1, 10), group(2, 50))) == [
        (0, "1", 10),
        (10, "2", 16),
        (26, "2", 26),
        (52, "2", 8),
    ]


def test_what_stands_above_takes_room(sheet):
    """A label and a title take four lines of 28.95 pt, a turned page has 156 mm."""
    above = (tree.AttachmentLabel("附件"), tree.Title(("任务分解表",)))
    assert labels(repeated(sheet, group(1, 30), above=above)) == [(0, "1", 21), (21, "1", 9)]
    assert labels(repeated(sheet, group(1, 30), landscape=True)) == [(0, "1", 18), (18, "1", 12)]


def test_a_table_on_one_page_stays_as_it_is(sheet):
    """Where no page ends there is nothing to repeat, and no height is set."""
    table = repeated(sheet, group(1, 10), group(2, 10))
    assert labels(table) == [(0, "1", 10), (10, "2", 10)]
    assert not table.settled


def test_a_page_that_ends_between_two_labels(sheet):
    """A label that begins the page is not begun twice."""
    assert labels(repeated(sheet, group(1, 26), group(2, 3))) == [(0, "1", 26), (26, "2", 3)]


def test_a_label_higher_than_a_page_stands_in_a_row_of_its_own(sheet):
    """A row can be torn, a merged cell cannot; below it the column is empty."""
    table = repeated(sheet, group(1, 4, "工作内容很长。" * 300))
    assert [row[1] and (len(row[1].text), row[1].rows) for row in table.rows] == [(2100, 1), (0, 3), None, None]
    assert [row[2].text for row in table.rows] == ["1.目标", "2.目标", "3.目标", "4.目标"]


def test_no_text_is_lost(sheet):
    """Beside the labels that are repeated, each cell keeps its place and words."""
    rows = [*group(1, 40), *group(2, 40)]
    table = repeated(sheet, rows)
    assert [row[2] for row in table.rows] == [row[2] for row in rows]
    assert len(table.heights) == len(table.rows)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("一二三四五", 5, 1),
        ("一二三四五六", 5, 2),
        ("一二三四五，六", 5, 2),
        ("一二三四（五六", 5, 2),
        ("申请5500件", 4, 2),
        ("GB/T9704-2012", 3, 3),
        ("", 5, 1),
    ],
)
def test_lines(text, room, lines):
    """A mark does not begin a line, a bracket does not end one, a number is not torn unless nothing else helps."""
    assert line_count(text, room) == lines


@pytest.mark.parametrize(
    ("mark", "lines"), [*((mark, 1) for mark in "，。、；：！？"), *((mark, 2) for mark in "）》〉」』】〕”’％·")]
)
def test_marks_that_hang(mark, lines):
    """As LibreOffice sets them: a comma may stand outside of a line, a bracket takes a character over with it."""
    assert line_count("国" * 5 + mark, 5, hanging=True) == lines


def test_heights_of_rows(sheet):
    """A row is as high as its highest cell."""
    table = lay_out(tree.Table(COLUMNS, ((*(tree.Cell(("甲",)),) * 2, tree.Cell(("乙", "丙", "丁"))),)), (), sheet)
    assert TableHeights(table, sheet).rows == (pytest.approx(3 * 18 + 2 * 0.8 * 72 / 25.4 + 0.5),)
