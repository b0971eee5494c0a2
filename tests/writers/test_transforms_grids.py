"""Registration forms laid out as tables, and the lines above and below a form."""

import pytest

from ipplan import document as tree
from ipplan.blanks import Band, Blank, Kind
from ipplan.transforms.columns import lay_out
from ipplan.transforms.fill_in import lay_out_fill_in

PLAIN = Band(((Blank("姓名"), Blank("性别"), Blank("出生年月")),))
WIDE_FIRST = Band(((Blank("工作单位", width=9), Blank("职务")),))
GROUP = Band(((Blank("手机"), Blank("邮箱")), (Blank("地址"),)), "联系方式")
SMALL_TABLE = Band(((Blank("起止年月"), Blank("单位及职务")),), "主要经历", copies=2)
BOX = Band(((Blank("单位意见", lines=4, sign="（盖章）"),),))


def form_of(sheet, *bands):
    """The laid-out table of a form."""
    return lay_out(tree.Table((), (), blank=True, grid=bands), (), sheet)


def begun(row):
    """The cells that begin in a row, each with where it begins and how many columns it covers."""
    return [(cell.text.replace("\n", ""), index, cell.columns) for index, cell in enumerate(row) if cell is not None]


def test_rows_fill_the_page_and_cover_each_column_once(sheet):
    """Whatever the rows hold, their cells cover the columns without a gap, and the form is as wide as the text."""
    form = form_of(sheet, PLAIN, WIDE_FIRST, GROUP, SMALL_TABLE, BOX)
    assert form.width == pytest.approx(156, abs=0.2)
    covered = [[0] * len(form.columns) for _ in form.rows]
    for top, row in enumerate(form.rows):
        for left, cell in enumerate(row):
            if cell is not None:
                for line in covered[top : top + cell.rows]:
                    line[left : left + cell.columns] = [count + 1 for count in line[left : left + cell.columns]]
    assert all(count == 1 for line in covered for count in line)
    assert form.head_rows == ()


def test_cells_stand_under_each_other(sheet):
    """Where a row has fewer cells, the one that asks for most room takes what is left, else the last."""
    wide = [cell[1:] for cell in begun(form_of(sheet, PLAIN, WIDE_FIRST).rows[1])]
    assert wide == [(0, 1), (1, 3), (4, 1), (5, 1)]
    last = [cell[1:] for cell in begun(form_of(sheet, PLAIN, Band(((Blank("工作单位"), Blank("职务")),))).rows[1])]
    assert last == [(0, 1), (1, 1), (2, 1), (3, 3)]


def test_a_group_has_its_label_beside_its_rows(sheet):
    """The label is merged down; labels of other rows are as wide as it and those beside it together."""
    form = form_of(sheet, PLAIN, GROUP)
    label = form.rows[1][0]
    assert (label.text.replace("\n", ""), label.rows, label.names) == ("联系方式", 2, "row")
    assert form.rows[0][0].columns == 2
    assert [text for text, *_ in begun(form.rows[2])] == ["地址", ""]


def test_a_small_table_has_heads_and_empty_rows(sheet):
    """Its heads say what stands below them."""
    form = form_of(sheet, SMALL_TABLE)
    assert [cell.names for cell in form.rows[0] if cell is not None] == ["row", "col", "col"]
    assert [begun(row) for row in form.rows[1:]] == [[("", 1, 1), ("", 2, 1)]] * 2
    assert form.columns[2].width > form.columns[0].width


def test_what_is_printed_in_a_cell(sheet):
    """Choices to tick, a day to fill in, and in the corner of a tall box where it is signed."""
    form = form_of(
        sheet, Band(((Blank("性质", Kind.CHOICE, choices=("企业", "高校")), Blank("日期", Kind.DATE)),)), BOX
    )
    texts = [text for text, *_ in begun(form.rows[0])]
    assert texts == ["性质", "□企业　□高校", "日期", "　　　年　　月　　日"]
    box = form.rows[1][1]
    assert (box.paragraphs, box.align) == (("（盖章）", "　　　年　　月　　日"), tree.Align.CORNER)
    assert form.lines == (1, 4)


@pytest.mark.parametrize(("beside", "printed"), [(1, "　　　年　　月　　日"), (2, "年　月　日"), (3, "")])
def test_a_day_is_never_broken(sheet, beside, printed):
    """In a narrow cell a day has less room, and in a very narrow one nothing is printed."""
    row = (Blank("日期", Kind.DATE), *(Blank(f"栏目{n}") for n in range(beside)))
    assert begun(form_of(sheet, Band((row,))).rows[0])[1][0] == printed


def test_four_cells_in_a_row_can_be_written_in(sheet):
    """However long their labels are, a place for two or three characters is left."""
    form = form_of(sheet, Band((tuple(Blank(f"很长很长的栏名{n}") for n in "甲乙丙丁"),)))
    assert min(column.width for column in form.columns[1::2]) >= 13.9


def test_columns_to_fill_in_have_room(sheet):
    """A width that is asked for is kept; figures need less than words; a form that needs more is turned."""

    def widths(*blanks):
        columns = tuple(tree.Column(one.label, room=one.room, grows=one.kind is Kind.TEXT) for one in blanks)
        return lay_out(tree.Table(columns, ((tree.Cell(),) * len(columns),), blank=True), (), sheet)

    table = widths(Blank("名", width=12), Blank("数", Kind.WHOLE), Blank("注"))
    assert table.columns[0].width >= 12 * sheet.length("table.handwritten").mm
    assert table.columns[1].width < table.columns[2].width
    assert not table.landscape
    assert widths(*(Blank(title, width=8) for title in "甲乙丙丁")).landscape


@pytest.mark.parametrize(("texts", "below", "lines"), [
    (("填报单位（盖章）：", "填报人：", "联系电话："), False, [3]),
    (("填表人：", "审核人：", "联系电话：", "填表日期：　　　年　　月　　日"), True, [4]),
    (("填报单位（盖章）：", "负责人：", "联系人：", "联系电话：", "填报日期：　　　年　　月　　日"), False, [2, 2, 1]),
])  # fmt: skip
def test_lines_to_be_filled_in(sheet, texts, below, lines):
    """As many side by side as have room to be written in; those under each other begin at one place."""
    line = lay_out_fill_in(tree.FillIn(texts, below), (), sheet)
    assert [*map(len, line.lines)] == lines
    assert all(start[0] == 0.0 for start in line.starts)
    assert len({start[: lines[-1]] for start in line.starts}) == 1
