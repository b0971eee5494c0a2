"""The page about the clauses is what the checks and the sheet say."""

from __future__ import annotations

from pathlib import Path

from ipplan.inspection.clauses import CLAUSES, clause_key
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.registry import FILE_CHECKS
from ipplan.stylesheet import load_stylesheet
from kit.clause_page import page

PAGE = Path(__file__).parents[2] / "docs" / "gbt9704.md"


def test_page_is_fresh():
    """`make rules` has been run since checks or figures changed."""
    assert PAGE.read_text("utf-8") == page()


def test_clauses_are_known_and_in_order():
    """Every check and every figure is from a clause of the list, which is in the order of the standard."""
    sheet, known = load_stylesheet(), [clause.number for clause in CLAUSES]
    assert known == sorted(known, key=clause_key)
    assert {check.clause(sheet) for check in (*FILE_CHECKS, *PAGE_CHECKS)} <= set(known)
    assert {figure.clause for figure in sheet.figures.values()} <= set(known)


def test_names_of_checks_are_given_once():
    """A check is known by its name in JSON and SARIF."""
    names = [check.name for check in (*FILE_CHECKS, *PAGE_CHECKS)]
    assert len(names) == len(set(names))
