"""The fidelity check itself: a paper that differs from its document is found out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from fidelity.comparison import differences, missing
from fidelity.corrections import Malformed, parse_corrections
from fidelity.documents import real_document
from fidelity.ordering import Move, moved
from fidelity.paper import paper_units
from fidelity.replacing import DoesNotApply, Replacement, replace_all
from fidelity.seed import seed_rows
from fidelity.units import Unit, cell, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fidelity.conftest import Render
    from fidelity.documents import RealDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


def spoiled(docx: Path, target: Path, spoil: Callable[[etree._Element], None]) -> list[Unit]:
    """Return what a docx says after its main part has been tampered with."""
    with ZipFile(docx) as package, ZipFile(target, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == MAIN:
                root = etree.fromstring(content)
                spoil(root)
                content = etree.tostring(root)
            copy.writestr(name, content)
    return paper_units(target)


def body_paragraphs(root: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of the body that say something, outside tables."""
    return [node for node in root.iterfind(f"{W}body/{W}p") if node.findtext(f".//{W}t")]


def test_a_removed_paragraph_is_missed(document: RealDocument, render: Render, tmp_path: Path) -> None:
    """The report names the paragraph that was taken out of the docx."""

    def spoil(root: etree._Element) -> None:
        root[0].remove(body_paragraphs(root)[-3])

    paper = spoiled(render(document.name), tmp_path / "a.docx", spoil)
    (gone,) = set(document.expected) - set(paper)
    assert f"〔{gone.text}〕" in differences(document.expected, paper)[0]


def test_two_swapped_paragraphs_are_noticed(document: RealDocument, render: Render, tmp_path: Path) -> None:
    """The report says that the paragraph is there, but at another place."""

    def spoil(root: etree._Element) -> None:
        first, second = body_paragraphs(root)[4:6]
        first.addprevious(second)

    paper = spoiled(render(document.name), tmp_path / "a.docx", spoil)
    assert sorted(map(str, paper)) == sorted(map(str, document.expected))
    assert "不在这个位置" in differences(document.expected, paper)[0]


def test_a_number_changed_in_a_cell_is_noticed(render: Render, tmp_path: Path) -> None:
    """5500 turned into 5600 in the table is missed, and the cell as it is now is named as the nearest."""

    def spoil(root: etree._Element) -> None:
        (number,) = (node for node in root.iter(f"{W}t") if node.text == "5500")
        number.text = "5600"

    paper = spoiled(render("jiaxing-2008"), tmp_path / "a.docx", spoil)
    (lost,) = missing(real_document("jiaxing-2008").units, paper)
    assert "分别达到5500件以上" in lost.splitlines()[0]
    assert "分别达到5600件以上" in lost.splitlines()[-1]


def test_a_unit_in_the_wrong_column_is_noticed(render: Render, tmp_path: Path) -> None:
    """A responsible unit moved over into the empty column of supporting units is missed."""

    def spoil(root: etree._Element) -> None:
        cells = root.findall(f".//{W}tr")[1].findall(f"{W}tc")
        cells[-2].addprevious(cells[-1])

    assert missing(real_document("jiaxing-2008").units, spoiled(render("jiaxing-2008"), tmp_path / "a.docx", spoil))


def test_no_unit_can_be_left_out_doubled_or_exchanged(document: RealDocument) -> None:
    """Whichever unit of the paper is dropped, repeated or swapped with an unlike neighbour, the check fails."""
    units = document.expected
    for index, unit in enumerate(units):
        assert differences(units, units[:index] + units[index + 1 :]), f"dropped {unit}"
        assert differences(units, [*units[:index], unit, *units[index:]]), f"doubled {unit}"
        if index and units[index - 1] != unit:
            swapped = [*units[: index - 1], unit, units[index - 1], *units[index + 1 :]]
            assert differences(units, swapped), f"swapped {unit}"


def test_no_digit_can_be_changed(document: RealDocument) -> None:
    """Any unit with one more in its first number is missed."""
    for index, unit in enumerate(document.units):
        changed = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), unit.text, count=1)
        if changed != unit.text:
            paper = [*document.units[:index], replace(unit, text=changed), *document.units[index + 1 :]]
            assert missing(document.units, paper), f"changed {unit}"


def test_a_part_of_a_paragraph_is_not_the_paragraph() -> None:
    """A unit equals a unit; to be contained in one is not enough, nor to be a cell instead of a paragraph."""
    assert missing([paragraph("附件")], [paragraph("附件：计划")])
    assert missing([paragraph("附件")], [cell("附件")])
    assert not missing([paragraph("附件："), cell("1. 甲")], [paragraph("附件:"), paragraph("乙"), cell("1．甲")])


@pytest.mark.parametrize(
    ("quote", "count"), [("没有这句", 1), ("甲", 1), ("甲", 3)], ids=["absent", "more often", "less often"]
)
def test_a_correction_that_does_not_apply_is_refused(quote: str, count: int) -> None:
    """A quote must occur in the document exactly as often as it says."""
    with pytest.raises(DoesNotApply, match=quote):
        replace_all("甲乙甲", [Replacement(quote, "丙", "试", count)])


def test_corrections_that_overlap_are_refused() -> None:
    """Two quotes may not claim the same words, for then their order would matter."""
    with pytest.raises(DoesNotApply, match="重叠"):
        replace_all("甲乙丙", [Replacement("甲乙", "丁", "试"), Replacement("乙丙", "戊", "试")])


def test_a_move_of_what_is_not_there_is_refused() -> None:
    """Both the moved unit and the one it goes behind must be found once."""
    with pytest.raises(DoesNotApply, match="丙"):
        moved([paragraph("甲"), paragraph("乙")], [Move("甲", "丙", "试")])


@pytest.mark.parametrize(
    "row",
    ["| 甲 | `乙` | 1 | 试 |", "| `甲` | `乙` | 1 | |", "| `甲` | `乙` | 试 |"],
    ids=["bare", "no reason", "short"],
)
def test_a_correction_that_is_not_well_written_is_refused(row: str) -> None:
    """Quotes stand in backticks, and no column is empty or left out."""
    table = f"## 更正\n\n| 原文 | 改为 | 处数 | 理由 |\n|---|---|---|---|\n{row}\n"
    with pytest.raises(Malformed):
        parse_corrections(table)


def test_rows_of_a_seed_table_begin_on_a_line_of_their_own() -> None:
    """Cells end with a bar; an empty cell at the end of a row, or on a line of its own, is still a cell of it."""
    text = "前\n甲\n| 乙\n| 丙\n|\n1\n| 子\n| |\n2.丑\n| \n|\n后"
    assert seed_rows(text) == [["甲", "乙", "丙"], ["1", "子", ""], ["2.丑", ""]]
