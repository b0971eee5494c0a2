"""嘉兴 2008: the decomposition table, row by row."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from fidelity.documents import real_document
from fidelity.folding import fold
from fidelity.paper import is_merged_away, task_rows
from fidelity.seed import seed_rows

if TYPE_CHECKING:
    from fidelity.conftest import Render
    from kit.wordml import Row

NAME = "jiaxing-2008"
TASKS = 14
TARGET_ROWS = 44
COLUMNS = 6
TARGETS_OF_TASKS = [1, 1, 1, 1, 3, 4, 3, 6, 3, 8, 5, 5, 2, 1]


@pytest.fixture(scope="module")
def rows(render: Render) -> list[Row]:
    """The rows of the rendered table."""
    return task_rows(render(NAME))


def test_there_is_a_row_for_each_row_of_the_seed(rows: list[Row]) -> None:
    """44 targets under a header, and the notes at the end."""
    assert len(rows) == len(seed_rows(real_document(NAME).corrected)) == 1 + TARGET_ROWS + 1


def test_the_cells_of_every_row_are_those_of_the_seed(rows: list[Row]) -> None:
    """Row for row, what is not merged into the row above says what the seed says, empty cells too."""
    rendered = [[fold(cell.text) for cell in row.cells if not is_merged_away(cell)] for row in rows]
    assert rendered == [[fold(cell) for cell in row] for row in seed_rows(real_document(NAME).corrected)]


def test_the_fourteen_tasks_are_numbered_and_merged_down(rows: list[Row]) -> None:
    """序号 and 工作内容 run over all targets of a task, and only these two columns are merged."""
    body = rows[1:-1]
    starts = [row.cells[0].text for row in body if not is_merged_away(row.cells[0])]
    assert starts == [str(number) for number in range(1, TASKS + 1)]
    merged = [tuple(is_merged_away(cell) for cell in row.cells) for row in body]
    assert set(merged) == {(False,) * COLUMNS, (True, True, *(False,) * 4)}
    firsts = [index for index, flags in enumerate(merged) if not flags[0]]
    ends = [*firsts[1:], len(merged)]
    assert [end - first for first, end in zip(firsts, ends, strict=True)] == TARGETS_OF_TASKS


def test_several_targets_are_numbered_and_a_single_one_is_not(rows: list[Row]) -> None:
    """Targets count from 1 within a task; task 14 has one target without a number, tasks 1 to 4 have none."""
    owner = 0
    targets: list[tuple[int, str]] = []
    for row in rows[1:-1]:
        owner += not is_merged_away(row.cells[0])
        targets.append((owner, row.cells[2].text))
    for task, group in groupby(targets, key=lambda pair: pair[0]):
        texts = [text for _, text in group]
        if len(texts) > 1:
            assert [text.split(".")[0] for text in texts] == [str(n) for n in range(1, len(texts) + 1)]
        else:
            assert texts == ["每半年开展一次督查" if task == TASKS else ""]


def test_the_header_is_repeated_and_no_row_is_torn(rows: list[Row]) -> None:
    """Only the first row repeats; every row stays in one piece."""
    assert [row.header for row in rows] == [True] + [False] * (len(rows) - 1)
    assert all(row.whole for row in rows)


def test_the_notes_run_over_the_other_columns(rows: list[Row]) -> None:
    """备注 is the last row: a label, and two numbered notes over five columns."""
    label, notes = rows[-1].cells
    assert (label.text, label.span, notes.span) == ("备注", 1, COLUMNS - 1)
    assert [line[:2] for line in notes.text.split("\n")] == ["1.", "2."]
