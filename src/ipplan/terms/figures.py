"""Figures in tables: what a cell is worth, and what a column adds up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.terms.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIGURE = lazy_pattern(r"(-?[0-9]{1,15}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?)([^0-9,.]{0,8})")


def parse_figure(words: str) -> tuple[Decimal, str] | None:
    """The value of a cell and the unit written behind it; None when the cell is no plain figure."""
    match = _FIGURE.fullmatch(fold(words).strip())
    return (Decimal(match[1].replace(",", "")), match[2].strip()) if match else None


def add_figures(cells: Iterable[str]) -> tuple[Decimal, str] | None:
    """The sum of cells with its unit; None when a cell is no figure, units differ, or they are shares."""
    figures = [parse_figure(cell) for cell in cells]
    known = [figure for figure in figures if figure is not None]
    units = {unit for _, unit in known}
    if not known or len(known) != len(figures) or len(units) > 1 or units & {"%", "‰"}:
        return None
    return sum((value for value, _ in known), Decimal(0)), known[0][1]


def column_total(cells: Iterable[str]) -> str:
    """The sum of a column, written like its cells; empty when it cannot be added up. Empty cells count as nothing."""
    written = [cell for cell in cells if cell.strip()]
    total = add_figures(written)
    if total is None:
        return ""
    value, unit = total
    return f"{value:,}{unit}" if any("," in fold(cell) for cell in written) else f"{value}{unit}"


def say_figure(value: Decimal, unit: str) -> str:
    """A figure with its unit as a paper would write it: in 万 or 亿 where two decimals at most say it in full."""
    for scale, name in ((100_000_000, "亿"), (10_000, "万")):
        if value >= scale and value % (scale // 100) == 0:
            return f"{(value / scale).normalize():f}{name}{unit}"
    return f"{value.normalize():f}{unit}"
