"""What stands in the cells of the tables of a page, told by their rules."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.inspection.pages.pdf import join_rules, text_lines
from ipplan.inspection.pages.shapes import Box

if TYPE_CHECKING:
    from ipplan.inspection.pages.pdf import Page
    from ipplan.inspection.pages.shapes import Rule

_ACROSS = 0.5
"""Millimetres by which rules may miss each other."""
_LEAST_HEIGHT = 3.0


def cell_rows(page: Page) -> list[list[list[str]]]:
    """The rows of cells on a page from top to bottom; each cell is the texts of its lines, without white space.

    A cell that reaches over several rows is cut up like its neighbours.
    """
    rules = join_rules(page.rules)
    across = sorted({round(rule.position, 1) for rule in rules if rule.direction == "horizontal"})
    down = [rule for rule in rules if rule.direction == "vertical"]
    bands = [(top, bottom) for top, bottom in pairwise(across) if bottom - top > _LEAST_HEIGHT]
    rows = (_row(page, top, bottom, down) for top, bottom in bands)
    return [row for row in rows if row]


def _row(page: Page, top: float, bottom: float, down: list[Rule]) -> list[list[str]]:
    """The cells between two rules across; none where fewer than three rules go down, as in the colophon or a box."""
    middle = (top + bottom) / 2
    edges = sorted({round(rule.position, 1) for rule in down if rule.top - _ACROSS < middle < rule.bottom + _ACROSS})
    if len(edges) < 3:
        return []
    return [_lines(page, Box(left, top, right, bottom)) for left, right in pairwise(edges)]


def _lines(page: Page, box: Box) -> list[str]:
    return ["".join(line.text.split()) for line in text_lines(page.within(box))]
