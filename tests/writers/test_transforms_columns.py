"""Widths of columns and the choice between an upright and a landscape page."""

import pytest

from ipplan import document as tree
from ipplan.transforms.columns import lay_out
from office.papers import compiled


def table_of(*columns: tuple[str, list[str]]) -> tree.Table:
    """Return a table of columns, each a title and its texts."""
    rows = zip(*([tree.Cell((text,)) for text in texts] for _, texts in columns), strict=True)
    return tree.Table(tuple(tree.Column(title) for title, _ in columns), tuple(rows))


NARROW = table_of(
    ("序号", ["1", "2"]), ("工作内容", ["提高创造能力", "加强保护"]), ("完成时限", ["2009年底", "2009年3月"])
)
LONG = "年专利申请量和授权量分别达到5500件以上和3300件以上，其中发明专利年均增长20%以上"
WIDE = table_of(*((title, [LONG, LONG]) for title in ("内容", "目标", "措施", "进度", "责任单位", "配合单位")))


@pytest.mark.parametrize(("table", "room"), [(NARROW, "page.text_width"), (WIDE, "page.text_height")])
def test_columns_fill_the_page(sheet, table, room):
    """The widths add up to the text area, of the turned page where it is turned."""
    laid_out = lay_out(table, (), sheet)
    assert laid_out.width == pytest.approx(sheet.length(room).mm, abs=0.1)
    assert laid_out.landscape is (room == "page.text_height")


def test_every_column_gets_its_longest_word(sheet):
    """A Latin word, a number with its unit and a short phrase fit into their column beside the padding."""
    words = {"编号": "GB/T9704-2012", "时限": "2009年10月", "比例": "20%", "单位": "市人大办公室"}
    table = lay_out(
        table_of(*((title, [word, "甲"]) for title, word in words.items()), ("内容", [LONG, LONG])), (), sheet
    )
    character, padding = sheet.length("table.size").mm, 2 * sheet.length("table.padding").mm
    for column, needed in zip(table.columns, [6.5, 5.5, 1.5, 6], strict=False):
        assert column.width >= needed * character + padding, column


def test_more_text_gets_more_room(sheet):
    """The rest of the width goes to the columns by the length of their texts."""
    laid_out = lay_out(table_of(("甲", ["短"]), ("乙", [LONG]), ("丙", [LONG * 2])), (), sheet)
    short, long, longest = (column.width for column in laid_out.columns)
    assert short < long < longest


def test_text_of_merged_and_spanning_cells(sheet):
    """A note over all columns widens none of them; a label merged down counts once."""
    note = (tree.Cell(("备注",)), tree.Cell((LONG * 3,), columns=2), None)
    with_note = tree.Table(NARROW.columns, (*NARROW.rows, note))
    assert [c.width for c in lay_out(with_note, (), sheet).columns][1:] == pytest.approx(
        [c.width for c in lay_out(NARROW, (), sheet).columns][1:], abs=3
    )


def test_a_table_of_many_narrow_columns_is_turned(sheet):
    """What needs more than 156 mm is turned; what needs more than 225 mm is squeezed to that."""
    many = table_of(*((f"指标{number}", ["1234567890"]) for number in range(12)))
    too_many = table_of(*((f"指标{number}", ["1234567890"]) for number in range(30)))
    assert lay_out(many, (), sheet).landscape
    assert lay_out(too_many, (), sheet).width == pytest.approx(225, abs=0.5)


def test_an_empty_table_and_a_form(sheet):
    """Columns without texts share the width by their titles."""
    form = tree.Table((tree.Column("序号"), tree.Column("专利标志使用情况")), ((tree.Cell(), tree.Cell()),), blank=True)
    number, long = lay_out(form, (), sheet).columns
    assert number.width < long.width
    assert number.width + long.width == pytest.approx(156, abs=0.1)


def test_tables_of_the_examples():
    """Jiaxing's six columns need a turned page; Jiangsu's form stands upright."""
    found = {}
    for name in ("jiaxing-2008", "jiangsu-2020"):
        document, _ = compiled(name)
        (found[name],) = (node for part in document.parts for node in part.nodes if isinstance(node, tree.Table))
    assert (found["jiaxing-2008"].landscape, found["jiangsu-2020"].landscape) == (True, False)
    assert len(found["jiaxing-2008"].columns) == 6
