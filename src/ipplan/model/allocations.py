"""The allocation table (指标分解表): what falls to each area, as the file says it, and the sums over the levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from ipplan.model.duty import Strict
from ipplan.model.fields import Text, TextsField
from ipplan.terms.figures import column_total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipplan.model.duty import Path


def _figures_kind(value: Any) -> str:
    return "years" if isinstance(value, dict) else "one"


Figures: TypeAlias = Annotated[
    Annotated[Text, Tag("one")] | Annotated[dict[str, Text], Tag("years")],
    Discriminator(_figures_kind),
]
"""What falls to an area of one indicator: a figure, or one for each year."""


class Area(Strict):
    """An area or unit in an allocation: with its figures, or with those of its parts, which are added up."""

    area: Text = Field(title="地区或单位", description="分到谁。", examples=["南湖区"])
    values: dict[str, Figures] = Field(
        default_factory=dict,
        title="分解数",
        description="各指标的数，指标名就是键；分年度的写成各年的数。有下级的可以不写，由程序加；写了就核对。",
        examples=[{"专利授权量": "120"}, {"专利授权量": {"2026年": "120", "2027年": "130"}}],
    )
    parts: list[Area] = Field(
        default_factory=list,
        title="下级地区",
        description="下一级的地区或单位。",
        examples=[[{"area": "新丰镇", "values": {"专利授权量": "50"}}]],
    )


class AllocationTable(Strict):
    """An allocation table: areas down, indicators (and years) across, with sums on every level."""

    allocation: list[Area] = Field(
        min_length=1,
        title="指标分解表",
        description="各地区、各单位分到的数，可以分几级。",
        examples=[[{"area": "南湖区", "values": {"专利授权量": "120"}}]],
    )
    title: Text | None = Field(None, title="表名", description="表上方的标题。", examples=["2026年专利指标分解表"])
    unit: Text | None = Field(None, title="单位", description="表右上方的“单位：”。", examples=["件"])
    units: dict[str, Text] = Field(
        default_factory=dict,
        title="各指标的单位",
        description="单位不止一种时，各指标的单位，印在指标名后的括号里。",
        examples=[{"专利授权量": "件", "技术合同额": "万元"}],
    )
    groups: dict[str, list[Text]] = Field(
        default_factory=dict,
        title="指标分组",
        description="表头里几个指标合成一组，组名在上面。",
        examples=[{"创造": ["专利授权量", "注册商标"]}],
    )
    levels: TextsField = Field(
        ("地区",), title="地区栏名", description="地区各级的栏名。", examples=[["县（市、区）", "镇（街道）"]]
    )
    total: Literal["first", "last"] | None = Field(
        None, title="合计", description="合计行放在最前（first）还是最后（last），数由程序加。", examples=["last"]
    )
    whole: dict[str, Figures] = Field(
        default_factory=dict,
        title="总数",
        description="各指标要分解的总数，检查时和各地区的合计核对，不另印。",
        examples=[{"专利授权量": "500"}],
    )
    notes: list[Text] = Field(
        default_factory=list, title="注", description="表下方的注。", examples=[["数据为年末数。"]]
    )

    @model_validator(mode="after")
    def _indicators_are_allocated(self) -> AllocationTable:
        known = {amount.indicator for amount in amounts(self.allocation)}
        said: dict[str, Iterable[str]] = {"units": self.units, "whole": self.whole, **self.groups}
        for key, names in said.items():
            for name in names:
                if name not in known:
                    message = "“{key}”里的“{name}”没有分解数；各地区的 values 里有：{known}"
                    details = {"key": key, "name": name, "known": "、".join(sorted(known))}
                    raise PydanticCustomError("unknown_indicator", message, details)
        return self


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
