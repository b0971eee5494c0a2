"""Tables of several pages: nothing lost, no row torn. A table of 300 rows is in `tests/formats`."""

from __future__ import annotations

import pytest

from ipplan import document as tree
from office import table_measures as measure
from office.papers import squeezed

HEADS = ("序号", "工作内容", "目标要求", "责任单位")
WIDTHS = (12.0, 50.0, 60.0, 34.0)


def table_of(rows, **kwargs):
    columns = tuple(tree.Column(title, width=width) for title, width in zip(HEADS, WIDTHS, strict=True))
    return tree.Table(columns, tuple(rows), **kwargs)


def paper_of(draw_document, *nodes):
    return draw_document(tree.Document("表", "", (tree.Part(nodes),)))


def cell(text, **kwargs):
    return tree.Cell(tuple(text.split("\n")), **kwargs)


def row(number, text="开展活动"):
    return cell(str(number)), cell(f"第{number}项"), cell(text), cell("市科技局")


@pytest.mark.parametrize("size", [2, 5, 60])
def test_a_merged_cell_over_pages_loses_no_row(draw_document, size):
    """Groups of rows under one label that each page shows, also longer than a page (typst by itself drops rows)."""
    rows = []
    for number in range(1, 121):
        first = (number - 1) % size == 0
        label = cell(f"第{number}组的工作内容有这样长一个名称", rows=size) if first else None
        rows.append((cell(str(number)), label, cell("开展活动"), cell("市科技局")))
    paper = paper_of(draw_document, table_of(rows))
    numbers = [cells[0].text for drawn in measure.drawn_tables(paper) for cells in drawn[1:]]
    assert numbers == [str(number) for number in range(1, 121)]
    assert list(measure.torn_rows(paper)) == []
    assert len(measure.repeated_labels(paper)) >= {2: 1, 5: 3, 60: 4}[size]


def test_a_row_taller_than_a_page_is_divided_and_whole(draw_document):
    """What does not fit a page goes on on the next one; the rows beside it stay whole."""
    long = "".join(f"第{number}句话。" for number in range(1, 801))
    paper = paper_of(draw_document, table_of([row(1), row(2, long), row(3)]))
    tables = measure.drawn_tables(paper)
    drawn = "".join(cells[2].text for rows in tables for cells in rows[1:])
    assert drawn == "开展活动" + squeezed(long) + "开展活动"
    assert list(measure.header_rows(paper)) == []


def test_cells_over_columns_and_lines(draw_document):
    """A cell over all columns, and one of several paragraphs."""
    banner = (cell("一、宣传工作", columns=4, align=tree.Align.CENTER), None, None, None)
    paper = paper_of(draw_document, table_of([banner, row(1, "（一）甲\n（二）乙")]))
    (drawn,) = measure.drawn_tables(paper)
    assert [[found.text for found in cells] for cells in drawn[1:]] == [
        ["一、宣传工作"],
        ["1", "第1项", "（一）甲（二）乙", "市科技局"],
    ]
    assert len(drawn[2][2].lines) == 2


def test_the_name_of_a_group_is_set_as_a_head(draw_document):
    """A row over all columns that names those below it has the font of the header, other cells have not."""
    banner = (tree.Cell(("一、宣传工作",), columns=4, align=tree.Align.LEFT, head=True), None, None, None)
    paper = paper_of(draw_document, table_of([banner, row(1, "目标")]))
    (drawn,) = measure.drawn_tables(paper)
    head, group, text = ({glyph.font for glyph in cells[-1].lines[0].glyphs} for cells in drawn[:3])
    assert group == head
    assert text != head


def test_rows_of_a_form_can_be_written_in(draw_document, sheet):
    """Empty rows have the height of the sheet."""
    empty = tuple(cell("") for _ in HEADS)
    paper = paper_of(draw_document, table_of([empty] * 3, blank=True))
    (drawn,) = measure.drawn_tables(paper)
    wanted = pytest.approx(sheet.length("table.blank_row").mm, abs=0.3)
    assert [cells[0].box.height for cells in drawn[1:]] == [wanted] * 3
