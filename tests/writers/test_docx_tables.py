"""Tables of the writer: merges, blanks, turned pages, and what a long one costs."""

import cProfile
import pstats

import pytest

from ipplan import document as tree
from ipplan.transforms.columns import lay_out
from ipplan.writers.docx.tables import table
from kit.wordml import read_word
from writers import docx_facts as facts
from writers.docx_facts import W, root_of

COLUMNS = tuple(tree.Column(title) for title in ("序号", "工作内容", "目标要求", "工作进度"))


def rows_of(groups: int, height: int = 4) -> tuple[tuple[tree.Cell | None, ...], ...]:
    """Return tasks with `height` targets each: number and content merged down."""
    rows: list[tuple[tree.Cell | None, ...]] = []
    for group in range(groups):
        for at in range(height):
            label = tree.Cell((str(group + 1),), rows=height) if at == 0 else None
            content = tree.Cell((f"工作内容{group + 1}",), rows=height) if at == 0 else None
            rows.append((label, content, tree.Cell((f"{at + 1}.目标", "第二段")), tree.Cell(("2009年底",))))
    return tuple(rows)


def calls_for(count: int, sheet) -> int:
    """Return how many Python and C calls a table of so many rows costs, from layout to XML."""
    node = tree.Table(COLUMNS, rows_of(count // 4))
    profile = cProfile.Profile()
    profile.enable()
    table(lay_out(node, (), sheet), sheet)
    profile.disable()
    return pstats.Stats(profile).total_calls


def test_two_thousand_rows(write, sheet):
    """Each row of a long table is written, with its merges in order."""
    path = write(lay_out(tree.Table(COLUMNS, rows_of(500)), (), sheet))
    (found,) = read_word(path).tables
    assert len(found.rows) == 2001
    assert [row.header for row in found.rows[:3]] == [True, False, False]
    assert all(row.whole for row in found.rows)
    assert [cell.merge for cell in found.rows[1].cells] == ["start", "start", None, None]
    assert [cell.merge for cell in found.rows[4].cells] == ["continued", "continued", None, None]
    assert found.rows[2000].texts == ("", "", "4.目标\n第二段", "2009年底")
    assert list(facts.table_facts(path)) == []


def test_cost_grows_with_the_rows_only(sheet):
    """Twice the rows cost about twice the calls; a quadratic writer would need four times as many."""
    calls_for(40, sheet)
    thousand, two_thousand = calls_for(1000, sheet), calls_for(2000, sheet)
    assert two_thousand < 2.2 * thousand


def test_spans_in_both_directions(write, sheet):
    """A note over three columns, and a cell that spans two columns and two rows, keep the grid."""
    block = tree.Cell(("合并",), rows=2, columns=2)
    rows = (
        (block, None, tree.Cell(("甲",)), tree.Cell(("乙",))),
        (None, None, tree.Cell(("丙",)), tree.Cell(("丁",))),
        (tree.Cell(("备注",)), tree.Cell(("说明",), columns=3), None, None),
    )
    path = write(lay_out(tree.Table(COLUMNS, rows), (), sheet))
    assert list(facts.table_facts(path)) == []
    (found,) = read_word(path).tables
    assert [[cell.span for cell in row.cells] for row in found.rows[1:]] == [[2, 1, 1], [2, 1, 1], [1, 3]]
    assert [row.texts for row in found.rows[1:]] == [("合并", "甲", "乙"), ("", "丙", "丁"), ("备注", "说明")]


def test_a_form_has_room_to_write(write, sheet):
    """The rows of a blank form have at least the height of the sheet."""
    path = write(lay_out(tree.Table(COLUMNS, ((tree.Cell(),) * 4,) * 3, blank=True), (), sheet))
    heights = list(root_of(path).iter(f"{W}trHeight"))
    wanted = str(sheet.length("table.blank_row").twips)
    assert [(node.get(f"{W}val"), node.get(f"{W}hRule")) for node in heights] == [(wanted, "atLeast")] * 3


@pytest.mark.parametrize("landscape", [False, True])
def test_section_of_a_table(write, landscape):
    """A table that layout turned stands in a landscape section of its own size."""
    columns = tuple(tree.Column(title, width=30.0) for title in ("甲", "乙"))
    path = write(tree.Table(columns, ((tree.Cell(), tree.Cell()),), landscape=landscape))
    (size,) = root_of(path).iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == (("16838", "11906") if landscape else ("11906", "16838"))
    assert list(facts.page_facts(path)) == []


def test_real_table_of_jiaxing(examples):
    """Fourteen tasks, merged down as far as their targets or the page, and the note over five columns at the end."""
    (found,) = read_word(examples["jiaxing-2008"]).tables
    numbers = [row.cells[0].text for row in found.rows[1:] if row.cells[0].merge != "continued"]
    assert list(dict.fromkeys(numbers)) == [*(str(number) for number in range(1, 15)), "备注"]
    assert found.rows[-1].cells[1].span == 5
