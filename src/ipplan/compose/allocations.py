"""The allocation table (指标分解表): areas down, indicators and years across, a row of sums on each level."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from ipplan import document as tree
from ipplan.compose.plain_tables import TOTAL_LABEL, caption, notes
from ipplan.model.allocations import amounts, every_area, figure_of, sum_of, written
from ipplan.terms.figures import parse_figure
from ipplan.terms.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.compose.context import Context
    from ipplan.model.allocations import AllocationTable, Amount, Area

Row: TypeAlias = tuple[tree.Cell | None, ...]
SUBTOTAL_LABEL = "小计"


def allocation_nodes(block: AllocationTable, context: Context) -> list[tree.Node]:
    """Title and unit line, the table, and its notes."""
    wanted = _in_groups(block, amounts(block.allocation))
    depth = _depth(block.allocation)
    names = [*block.levels, *["下级"] * depth][:depth]
    columns = (
        *(tree.Column(context.fill(name), tree.Align.CENTER) for name in names),
        *(tree.Column(one.year or _named(one.indicator, block, context), tree.Align.CENTER) for one in wanted),
    )
    thousands = any(
        "," in fold(written(area.values, one)) for _, area in every_area(block.allocation) for one in wanted
    )
    rows = list(_rows(block.allocation, 0, depth, wanted, thousands=thousands))
    if block.total is not None:
        sums = (_sum(sum_of(block.allocation, one), thousands=thousands) for one in wanted)
        total = (tree.Cell((TOTAL_LABEL,), columns=depth), *[None] * (depth - 1), *sums)
        rows = [total, *rows] if block.total == "first" else [*rows, total]
    table = tree.Table(columns, tuple(rows), bands=_bands(block, wanted, depth, context))
    return [*caption(block.title, block.unit, context), table, *notes(block.notes, context)]


def _named(indicator: str, block: AllocationTable, context: Context) -> str:
    unit = block.units.get(indicator)
    return context.fill(f"{indicator}（{unit}）" if unit else indicator)


def _group(indicator: str, block: AllocationTable) -> str:
    """The group of an indicator, empty for none."""
    return next((name for name, members in block.groups.items() if indicator in members), "")


def _in_groups(block: AllocationTable, wanted: list[Amount]) -> list[Amount]:
    """What is allocated, with the members of a group side by side where the first of them stands."""
    first: dict[str, int] = {}
    for place, one in enumerate(wanted):
        first.setdefault(_group(one.indicator, block), place)
    places = {
        one: first[group] if (group := _group(one.indicator, block)) else place for place, one in enumerate(wanted)
    }
    return sorted(wanted, key=places.__getitem__)


def _bands(block: AllocationTable, wanted: list[Amount], depth: int, context: Context) -> tuple[Row, ...]:
    """The rows above the titles: groups, and indicators that have years; one that is in no group reaches up."""
    groups = [context.fill(_group(one.indicator, block)) for one in wanted]
    yearly = [_named(one.indicator, block, context) if one.year else "" for one in wanted]
    upper, lower = _band(groups, depth), _band(yearly, depth)
    if not any(groups) or not any(yearly):
        return tuple(tuple(band) for band, names in ((upper, groups), (lower, yearly)) if any(names))
    for column, cell in enumerate(lower):
        if cell is not None and not groups[column - depth]:
            upper[column] = tree.Cell(cell.paragraphs, 2, cell.columns, cell.align, head=True)
            lower[column] = None
    return tuple(upper), tuple(lower)


def _band(names: Sequence[str], depth: int) -> list[tree.Cell | None]:
    """A row of the header with a cell over each run of the same name; none over columns without one."""
    band: list[tree.Cell | None] = [None] * depth
    for name, run in groupby(names):
        width = len(list(run))
        cell = tree.Cell((name,), columns=width, align=tree.Align.CENTER, head=True) if name else None
        band += [cell, *[None] * (width - 1)]
    return band


def _sum(figure: str, *, thousands: bool) -> tree.Cell:
    """A figure with its thousands parted, if those of the table are."""
    known = parse_figure(figure) if thousands else None
    return tree.Cell((f"{known[0]:,}{known[1]}" if known is not None else figure,))


def _rows(areas: Sequence[Area], level: int, depth: int, wanted: Sequence[Amount], *, thousands: bool) -> Iterator[Row]:
    """The rows of areas on a level: the name merged down over the parts, which begin with the sum of them."""
    for area in areas:
        left = depth - level - 1
        figures = tuple(_sum(figure_of(area, one), thousands=thousands) for one in wanted)
        if not area.parts:
            name = tree.Cell((area.area,), columns=left + 1)
            yield (*[None] * level, name, *[None] * left, *figures)
            continue
        name = tree.Cell((area.area,), rows=_size(area))
        yield (*[None] * level, name, tree.Cell((SUBTOTAL_LABEL,), columns=left), *[None] * (left - 1), *figures)
        yield from _rows(area.parts, level + 1, depth, wanted, thousands=thousands)


def _size(area: Area) -> int:
    """How many rows an area covers: its own, and those of its parts."""
    return 1 + sum(map(_size, area.parts))


def _depth(areas: Sequence[Area]) -> int:
    """How many levels of areas there are."""
    return max((1 + _depth(area.parts) for area in areas), default=0)
