"""A 300-task plan and a 48,000-character plan: both compile at a cost that grows with their length, and look right."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.pipeline import check
from office import table_measures, text_measures
from office.papers import PAGE_NUMBER, Paper, printed, squeezed
from plans.big_plans import characters_of, in_six_files, long_plan, many_tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kit.fonts import FontSet

TASKS, CHARACTERS = 300, 48_000


def compiled(text: str, folder: Path, compiler: Compiler) -> tuple[tree.Document, Path]:
    """The document and the docx of a plan without findings."""
    plan, docx = folder / "plan.yaml", folder / "paper.docx"
    plan.write_text(text, "utf-8")
    checked = check(plan)
    assert [(found.code, found.message) for found in checked.report.diagnostics] == []
    docx.write_bytes(compiler.docx(checked, draft=False))
    return compiler.document(checked, draft=False), docx


def calls(text: str, folder: Path, compiler: Compiler) -> int:
    """How many functions are called, Python's and C's, from reading a plan to its docx."""
    counted: Counter[str] = Counter()
    sys.setprofile(lambda _frame, event, _argument: counted.update((event,)))
    try:
        compiled(text, folder, compiler)
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize(
    ("write", "small"), [(many_tasks, TASKS // 3), (long_plan, CHARACTERS)], ids=["tasks", "characters"]
)
def test_the_cost_grows_with_the_length(write: Callable[[int], str], small: int, tmp_path: Path) -> None:
    """Three times the length takes less than three and a half times the calls."""
    compiler = Compiler()
    compiled(write(small // 10), tmp_path, compiler)
    first, second = (calls(write(size), tmp_path, compiler) for size in (small, 3 * small))
    assert second / first < 3.5


def test_the_long_plan_is_long() -> None:
    """It has the characters that it should have."""
    assert sum(1 for _ in characters_of(long_plan(CHARACTERS))) >= CHARACTERS


@pytest.mark.schemas
@pytest.mark.parametrize("text", [many_tasks(TASKS), long_plan(CHARACTERS)], ids=["tasks", "characters"])
def test_the_docx_is_valid(text: str, tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    """ISO/IEC 29500 has nothing against the docx."""
    _, docx = compiled(text, tmp_path, Compiler())
    assert validate(docx) == []


def test_every_task_is_in_text_and_table(tmp_path: Path) -> None:
    """300 tasks in the text numbered without a break, and as many in the table, in two rows each."""
    document, _ = compiled(many_tasks(TASKS), tmp_path, Compiler())
    (part,) = document.parts
    leads = [node.lead.label for node in part.nodes if isinstance(node, tree.Paragraph) and node.lead]
    (table,) = (node for node in part.nodes if isinstance(node, tree.Table))
    assert (len(leads), leads[-1], len(table.rows)) == (TASKS, "（三百）", 2 * TASKS)


def written(files: dict[str, str], folder: Path) -> Path:
    """The plan file of a plan in several files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / "plan.yaml"


def test_six_files_make_the_same_paper(tmp_path: Path) -> None:
    """A plan written by several hands is the plan in one file, byte for byte on paper."""
    files = in_six_files(TASKS)
    assert len(files) == 1 + 6
    (tmp_path / "one").mkdir()
    (tmp_path / "six").mkdir()
    _, docx = compiled(many_tasks(TASKS), tmp_path / "one", Compiler())
    checked = check(written(files, tmp_path / "six"))
    assert checked.report.diagnostics == ()
    assert Compiler().docx(checked, draft=False) == docx.read_bytes()


def test_a_mistake_in_one_of_six_files_is_placed_there(tmp_path: Path) -> None:
    """A finding names the file, the line and the column of the hand that made it."""
    files = in_six_files(TASKS)
    lines = files["分册/4.yaml"].split("\n")
    line = next(number for number, text in enumerate(lines) if "{{ 第200项 }}" in text)
    lines[line] = lines[line].replace("第200项", "第二百项")
    (found,) = check(written({**files, "分册/4.yaml": "\n".join(lines)}, tmp_path)).report.diagnostics
    column = lines[line].index("{{") + 1
    assert (found.path, found.code) == (tmp_path / "分册/4.yaml", "IP203")
    assert found.span[:2] == (line + 1, column)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, to_pdf: Callable[[Path], Path]) -> Callable[[str], Paper]:
    """A function that draws one of the two plans, once."""
    done: dict[str, Paper] = {}

    def draw(name: str) -> Paper:
        if name not in done:
            text = many_tasks(TASKS) if name == "tasks" else long_plan(CHARACTERS)
            done[name] = printed(name, *compiled(text, tmp_path_factory.mktemp(name), Compiler()), to_pdf)
        return done[name]

    return draw


MEASURES = (
    text_measures.lines_of_full_pages,
    text_measures.characters_of_full_lines,
    text_measures.indents,
    text_measures.heading_fonts,
    text_measures.headings_at_the_foot,
    text_measures.outside,
    text_measures.overlapping,
)


@pytest.mark.office
@pytest.mark.parametrize("name", ["tasks", "characters"])
@pytest.mark.parametrize("measured", MEASURES, ids=lambda measured: measured.__name__)
def test_text_and_headings(
    drawn: Callable[[str], Paper], name: str, measured: Callable[[Paper], Iterator[str]]
) -> None:
    """Full pages have 22 lines, full lines 28 characters, and nothing stands where it should not."""
    assert list(measured(drawn(name))) == []


@pytest.mark.office
@pytest.mark.parametrize("name", ["tasks", "characters"])
def test_there_are_full_pages(drawn: Callable[[str], Paper], name: str) -> None:
    """There is something to measure."""
    assert len(list(text_measures.full_pages(drawn(name)))) >= 5


@pytest.mark.office
@pytest.mark.parametrize("name", ["tasks", "characters"])
def test_fonts(drawn: Callable[[str], Paper], name: str, office_fonts: FontSet) -> None:
    """No fallback font takes part."""
    assert list(text_measures.foreign_fonts(drawn(name), office_fonts.times_stand_in)) == []


@pytest.mark.office
@pytest.mark.parametrize(
    "measured",
    [table_measures.header_rows, table_measures.torn_rows, table_measures.crowded_cells, table_measures.widths],
    ids=lambda measured: measured.__name__,
)
def test_the_long_table(drawn: Callable[[str], Paper], measured: Callable[[Paper], Iterator[str]]) -> None:
    """The header stands on each page of the table and no row is torn."""
    assert list(measured(drawn("tasks"))) == []


@pytest.mark.office
def test_the_contents_list_tells_the_pages(drawn: Callable[[str], Paper]) -> None:
    """The number behind each entry is the page where its heading stands."""
    paper = drawn("characters")
    (contents,) = paper.nodes(tree.Contents)
    listed, stand = _listed_pages(paper), _pages_of_headings(paper)
    assert set(listed) == {squeezed(entry.text) for entry in contents.entries}
    assert listed == stand


def _listed_pages(paper: Paper) -> dict[str, str]:
    """What the contents list says: the page number behind the words of each entry."""
    found = {}
    for page in paper.pages:
        for line in page.lines:
            entry = re.fullmatch(r"(第.+?[章节].+?)[.…·]*(\d+)", squeezed(line.text))
            if entry:
                found[entry[1]] = entry[2]
    return found


def _pages_of_headings(paper: Paper) -> dict[str, str]:
    """The number printed at the foot of the page on which each chapter and section begins."""
    chapters = {squeezed(node.label + node.text) for node in paper.nodes(tree.Chapter)}
    found = {}
    for page in paper.pages:
        numbers = [match[1] for line in page.lines if (match := PAGE_NUMBER.fullmatch(squeezed(line.text)))]
        for line in page.lines:
            if squeezed(line.text) in chapters:
                (found[squeezed(line.text)],) = numbers
    return found
