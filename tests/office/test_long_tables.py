"""A table of 300 rows off LibreOffice's press, with groups that reach over pages."""

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.columns import lay_out
from ipplan.writers.docx import writer
from kit.wordml import read_word
from office import table_measures as measure
from office.long_table import GROUPS, long_table
from office.papers import squeezed

pytestmark = pytest.mark.office


def paper_of(draw_document, table: tree.Table):
    """Return a paper with label, title and the laid-out table."""
    nodes = (tree.AttachmentLabel("附件"), tree.Title(("任务分解表",)), lay_out(table, (), load_stylesheet()))
    return draw_document(tree.Document("任务分解表", "", (tree.Part(nodes),)))


def pages_without_label(paper) -> list[int]:
    """Return the pages on which the first row of the table has no number."""
    return [rows[1][0].page for rows in measure.drawn_tables(paper) if not rows[1][0].text.isdigit()]


@pytest.fixture(scope="module")
def paper(draw_document):
    """The 300 rows on paper."""
    return paper_of(draw_document, long_table())


def test_each_page_begins_with_the_label_of_its_rows(paper):
    """Number and name of the task are shown again at the top of each page, and nowhere between."""
    assert pages_without_label(paper) == []
    assert len(measure.drawn_tables(paper)) > 40
    numbers = [squeezed(row.cells[0].text) for row in read_word(paper.docx).tables[0].rows[1:]]
    assert len([number for number in numbers if number]) < len(GROUPS) + len(measure.drawn_tables(paper))


def test_columns_are_readable(paper):
    """No column is narrower than a short phrase: a line of long text has at least ten characters."""
    for rows in measure.drawn_tables(paper):
        for row in rows[1:]:
            target = row[-3]
            assert len(target.lines) < 2 or len(squeezed(target.lines[0].text)) >= 10


def test_without_repetition_pages_begin_unlabelled(draw_document, monkeypatch):
    """The measurement sees a table whose merges are left as they were."""
    monkeypatch.setattr(writer, "repeat_labels", lambda part, *_, **__: part)
    assert len(pages_without_label(paper_of(draw_document, long_table()))) > 20


def test_what_is_higher_than_a_page_is_not_lost(draw_document):
    """A merged label and a single cell of several pages: each sentence of both is printed."""
    label = "".join(f"内容第{number}句。" for number in range(300))
    target = "".join(f"目标第{number}句。" for number in range(300, 700))
    group = [(tree.Cell((label,), rows=3), tree.Cell(("甲目标",))), (None, tree.Cell(("乙目标",)))]
    rows = (*group, (None, tree.Cell(("丙目标",))), (tree.Cell(("短",)), tree.Cell((target,))))
    paper = paper_of(draw_document, tree.Table((tree.Column("工作内容"), tree.Column("目标要求")), rows))
    printed = squeezed("".join(line.text for page in paper.pages for line in page.lines))
    assert [word for word in ("甲目标", "乙目标", "丙目标") if word not in printed] == []
    assert printed.count("句。") == 700


def test_a_header_of_three_rows_is_repeated_whole(draw_document):
    """Groups, indicators and years stand at the top of each page, over the areas of three counties."""
    columns = tuple(tree.Column(title) for title in ("县", "乡", "2026年", "2027年", "商标"))
    head = {"align": tree.Align.CENTER, "head": True}
    bands = (
        (None, None, tree.Cell(("创造",), columns=3, **head), None, None),
        (None, None, tree.Cell(("授权量（件）",), columns=2, **head), None, None),
    )
    rows = [
        (tree.Cell((f"第{county}县",), rows=40) if at == 0 else None, *(tree.Cell((f"{at}",)) for _ in range(4)))
        for county in range(3)
        for at in range(40)
    ]
    paper = paper_of(draw_document, tree.Table(columns, tuple(rows), bands=bands))
    heads = [[cell.text for row in rows[:3] for cell in row] for rows in measure.drawn_tables(paper)]
    assert len(heads) > 4
    assert set(map(tuple, heads)) == {("县", "乡", "创造", "授权量（件）", "商标", "2026年", "2027年")}
    assert [rows[3][0].text for rows in measure.drawn_tables(paper) if not rows[3][0].text.endswith("县")] == []
