"""The sheets that come with the program: what they make is found right, by file and by page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ipplan.compiler import Compiler
from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.pages.laid_out import LaidOut
from ipplan.inspection.pages.pdf import read_pdf
from ipplan.inspection.reading import read_docx
from ipplan.inspection.results import inspect_file
from ipplan.pipeline import check
from ipplan.resources import named_sheets
from ipplan.stylesheet import load_stylesheet, sheet_files

EXAMPLES = Path(__file__).parents[2] / "examples"
INK = 0.3
"""Millimetres that a row may be off: a tenth of what divides it from the next."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A function that renders an example with a sheet of ours and returns the docx."""

    def render(example, *names):
        folder = tmp_path_factory.mktemp("own") / example
        shutil.copytree(EXAMPLES / example, folder)
        project = folder / "ipplan.yaml"
        styles = f"\nstyles: [{', '.join(names)}]\n" if names else ""
        project.write_text(project.read_text("utf-8") + styles, "utf-8")
        docx = folder / "paper.docx"
        docx.write_bytes(Compiler().docx(check(folder / "plan.yaml"), draft=False))
        return docx

    return render


def sheet_of(*names):
    return load_stylesheet(*sheet_files(names, None))


def failed(results):
    return [(one.name, one.verdict.measured) for one in results if one.outcome is Outcome.FAILED]


@pytest.mark.parametrize("name", named_sheets())
@pytest.mark.parametrize("example", ["lianyungang-2017", "jiangsu-2020"])
def test_nothing_is_wrong_by_its_own_sheet(made, example, name):
    """What a sheet makes is right for whoever inspects it with that sheet."""
    assert failed(inspect_file(made(example, name), sheet_of(name)).results) == []


@pytest.mark.parametrize("name", ["windows", "wps", "no-latin-font"])
def test_other_fonts_are_no_mistake(made, name):
    """The standard says 仿宋体, not which: whatever edition an office has is right without its sheet."""
    assert failed(inspect_file(made("lianyungang-2017", name), load_stylesheet()).results) == []


def test_another_design_is_one(made):
    """宋体 in place of 仿宋 is wrong."""
    docx = made("lianyungang-2017")
    (docx.parent / "own.yaml").write_text("font.仿宋: 宋体\n", "utf-8")
    project = docx.parent / "ipplan.yaml"
    project.write_text(project.read_text("utf-8") + "\nstyles: own.yaml\n", "utf-8")
    docx.write_bytes(Compiler().docx(check(docx.parent / "plan.yaml"), draft=False))
    assert "body-font" in dict(failed(inspect_file(docx, load_stylesheet()).results))


def test_ink_true_differs(made):
    """By the sheet of the standard its margins are too small and its lines too far apart."""
    found = dict(failed(inspect_file(made("lianyungang-2017", "ink-true"), load_stylesheet()).results))
    assert {"margins", "type-area"} <= set(found)


@pytest.fixture(scope="module")
def laid_out(made, to_pdf):
    """A function that returns the pages of an example drawn with sheets of ours, as inspected with others."""

    def draw(example, names, seen_with):
        docx = made(example, *names)
        pdf = to_pdf(docx)
        return LaidOut(classify(read_docx(docx), seen_with), read_pdf(pdf), pdf)

    return draw


@pytest.mark.office
def test_ink_true_fills_the_type_area(laid_out):
    """The rows of full pages begin at 37 mm and end at 262 mm, 22 of them; nothing else is where it should not be."""
    paper = laid_out("jiangsu-2020", ["ink-true"], sheet_of("ink-true"))
    rows = [(len(lines), lines[0].top, lines[-1].bottom) for _, lines in paper.full_pages]
    assert len(rows) >= 2
    assert all(count == 22 and abs(top - 37) < INK and abs(bottom - 262) < INK for count, top, bottom in rows), rows
    wrong = {one.name: one.measure(paper) for one in PAGE_CHECKS}
    assert {name: one.measured for name, one in wrong.items() if one.outcome is Outcome.FAILED} == {}


@pytest.mark.office
def test_pages_of_the_standard_sheet_are_not_ink_true(laid_out):
    """The check of rows sees the white above the first one."""
    paper = laid_out("jiangsu-2020", [], sheet_of("ink-true"))
    found = {one.name for one in PAGE_CHECKS if one.measure(paper).outcome is Outcome.FAILED}
    assert {"page-first-row", "page-last-row"} <= found
