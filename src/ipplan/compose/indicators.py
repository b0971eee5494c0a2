"""The table of indicators: up to three levels merged down, one column for each period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.plain_tables import caption, notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.compose.context import Context
    from ipplan.model.tables import Indicator, IndicatorTable

_LEVELS = ("一级指标", "二级指标", "三级指标")
_OPTIONAL = (("unit", "单位"), ("kind", "属性"), ("base", ""))
_AFTER = (("responsible", "责任单位"), ("formula", "计算方法"), ("source", "数据来源"))


def indicator_nodes(block: IndicatorTable, context: Context) -> list[tree.Node]:
    """Title, table and notes."""
    leaves = list(_leaves(block.indicators, ()))
    depth = max(len(way) for way in leaves)
    before, periods, after = _used(leaves, _OPTIONAL), _periods(leaves), _used(leaves, _AFTER)
    columns = [
        *(tree.Column(title) for title in (_LEVELS[:depth] if depth > 1 else ("指标",))),
        *(tree.Column(title or block.base_title, tree.Align.CENTER) for _, title in before),
        *(tree.Column(period, tree.Align.CENTER) for period in periods),
        *(tree.Column(title) for _, title in after),
    ]
    rows = []
    for number, way in enumerate(leaves):
        leaf = way[-1]
        names = _name_cells(leaves, number, depth, context)
        texts = [
            *(getattr(leaf, key) or "" for key, _ in before),
            *(leaf.values.get(period, "") for period in periods),
            *(getattr(leaf, key) or "" for key, _ in after),
        ]
        rows.append((*names, *(tree.Cell((context.fill(text),)) for text in texts)))
    return [*caption(block.title, None, context), tree.Table(tuple(columns), tuple(rows)), *notes(block.notes, context)]


def _leaves(indicators: Sequence[Indicator], above: tuple[Indicator, ...]) -> Iterator[tuple[Indicator, ...]]:
    """The ways from the top to each indicator that has no parts."""
    for indicator in indicators:
        way = (*above, indicator)
        if indicator.parts:
            yield from _leaves(indicator.parts, way)
        else:
            yield way


def _used(leaves: list[tuple[Indicator, ...]], fields: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, title) for key, title in fields if any(getattr(way[-1], key) for way in leaves)]


def _periods(leaves: list[tuple[Indicator, ...]]) -> list[str]:
    """The heads of the value columns, in the order in which they first appear."""
    return list(dict.fromkeys(period for way in leaves for period in way[-1].values))


def _name_cells(
    leaves: list[tuple[Indicator, ...]], number: int, depth: int, context: Context
) -> Iterator[tree.Cell | None]:
    """The cells of the levels in a row: merged down over what a group holds, across where a level is left out."""
    way = leaves[number]
    above = leaves[number - 1] if number else ()
    for level in range(depth):
        if level >= len(way) or (level < len(above) and above[level] is way[level]):
            yield None
            continue
        last = level + 1 == len(way)
        align = None if last else tree.Align.CENTER
        name = context.fill(way[level].name)
        yield tree.Cell((name,), rows=_size(way[level]), columns=depth - level if last else 1, align=align)


def _size(indicator: Indicator) -> int:
    """How many rows an indicator covers."""
    return sum(map(_size, indicator.parts)) or 1
