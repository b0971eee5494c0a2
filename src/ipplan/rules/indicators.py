"""The indicators of a plan that have values of their own, wherever their table stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.tables import IndicatorTable
from ipplan.rules.contents import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.model.tables import Indicator
    from ipplan.rules.rule import Subject


class Leaf(NamedTuple):
    """An indicator without parts, with its path in the file."""

    path: Path
    indicator: Indicator

    def figures(self) -> Iterator[tuple[Path, str]]:
        """The base and the values, each with the steps to it from the indicator."""
        if self.indicator.base is not None:
            yield ("base",), self.indicator.base
        yield from ((("values", title), words) for title, words in self.indicator.values.items())


def indicator_tables(subject: Subject) -> Sequence[tuple[Path, IndicatorTable]]:
    """Every table of indicators with its path."""
    return blocks_of(subject, IndicatorTable)


def leaves(subject: Subject) -> Iterator[Leaf]:
    """The indicators that have no parts, in the order of the file."""
    for path, table in indicator_tables(subject):
        yield from leaves_of(table.indicators, (*path, "indicators"))


def leaves_of(indicators: Sequence[Indicator], path: Path) -> Iterator[Leaf]:
    """The indicators without parts in and below a list."""
    for index, indicator in enumerate(indicators):
        if indicator.parts:
            yield from leaves_of(indicator.parts, (*path, index, "parts"))
        else:
            yield Leaf((*path, index), indicator)
