"""What falls to each area of an allocation: the figures in the file, and the sums over the levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.terms.figures import column_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.model.duty import Path
    from ipplan.model.tables import Area, Figures


class Amount(NamedTuple):
    """What is allocated: an indicator, and the year, empty where the indicator has one figure only."""

    indicator: str
    year: str

    @property
    def steps(self) -> Path:
        """The way to the figure below `values` in the file."""
        return (self.indicator, self.year) if self.year else (self.indicator,)


def amounts(areas: Sequence[Area]) -> list[Amount]:
    """Everything that is allocated, each indicator and each of its years where it first appears."""
    found: dict[str, dict[str, None]] = {}
    for _, area in every_area(areas):
        for indicator, figures in area.values.items():
            years = figures if isinstance(figures, dict) else {"": figures}
            found.setdefault(indicator, {}).update(dict.fromkeys(years))
    return [Amount(indicator, year) for indicator, years in found.items() for year in years]


def every_area(areas: Sequence[Area], path: Path = ()) -> Iterator[tuple[Path, Area]]:
    """All areas, each before its parts, with its path below that of the areas."""
    for index, area in enumerate(areas):
        here = (*path, index)
        yield here, area
        yield from every_area(area.parts, (*here, "parts"))


def written(values: Mapping[str, Figures], amount: Amount) -> str:
    """The figure as it stands in the file; empty where there is none."""
    figures = values.get(amount.indicator, "")
    if isinstance(figures, dict):
        return figures.get(amount.year, "")
    return "" if amount.year else figures


def figure_of(area: Area, amount: Amount) -> str:
    """What falls to an area: what the file says, else the sum of its parts; empty where that cannot be told."""
    return written(area.values, amount) or sum_of(area.parts, amount)


def sum_of(areas: Sequence[Area], amount: Amount) -> str:
    """The sum over areas, written like their figures; empty where they cannot be added up."""
    return column_total(figure_of(area, amount) for area in areas)
