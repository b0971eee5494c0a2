"""The breakdown table (目标分解表): an allocation table made of what targets say of areas, classes or years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from ipplan.model.allocations import AllocationTable, Area
from ipplan.model.duty import Strict
from ipplan.model.fields import Text
from ipplan.terms.figures import parse_figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.model.allocations import Figures
    from ipplan.model.duty import Target

_LEVELS = {"area": "地区", "class": "分类", "year": "年度"}


class Breakdown(Strict):
    """A table of named targets: areas, classes or years down, the targets across. It has no figures of its own."""

    breakdown: list[Text] = Field(
        min_length=1,
        title="目标分解表",
        description="哪些目标，写目标的名字；数用目标里写好的，不再写一遍。",
        examples=[["专利授权量", "有效注册商标"]],
    )
    by: Literal["area", "class", "year"] = Field(
        "area",
        title="按什么分",
        description="按目标的 by_area（area）、by_class（class）还是 by_year（year）分行。",
        examples=["class"],
    )
    level: Text | None = Field(
        None, title="首栏名", description="第一栏的栏名；不写就是地区、分类、年度。", examples=["县（市、区）"]
    )
    title: Text | None = Field(None, title="表名", description="表上方的标题。", examples=["2026年专利指标分解表"])
    total: Literal["first", "last"] | None = Field(
        None, title="合计", description="合计行放在最前（first）还是最后（last），数由程序加。", examples=["last"]
    )
    notes: list[Text] = Field(
        default_factory=list, title="注", description="表下方的注。", examples=[["数据为年末数。"]]
    )

    def parts(self, target: Target) -> Mapping[str, str]:
        """What a target says of its areas, classes or years."""
        parts: Mapping[str, str] = getattr(target, self.key)
        return parts

    @property
    def key(self) -> str:
        """The key of a target that this table shows."""
        return f"by_{self.by}"

    def allocation(self, targets: Mapping[str, Target]) -> AllocationTable:
        """The table as an allocation of the named targets; units stand once, in the header or above the table.

        Raises:
            KeyError: if there is no target of a name; `ipplan.rules` reports such names before anything is composed.
        """
        shown = {name: self.parts(targets[name]) for name in self.breakdown}
        units = {name: _unit(parts) for name, parts in shown.items()}
        common = set(units.values())
        rows = dict.fromkeys(row for parts in shown.values() for row in parts)
        return AllocationTable.model_construct(
            allocation=[_area(row, shown, units) for row in rows],
            title=self.title,
            unit=common.pop() or None if len(common) == 1 else None,
            units={name: unit for name, unit in units.items() if unit} if common else {},
            levels=(self.level or _LEVELS[self.by],),
            total=self.total,
            notes=self.notes,
        )


def _area(name: str, shown: Mapping[str, Mapping[str, str]], units: Mapping[str, str]) -> Area:
    """A row with the figures of all targets, empty where one has none here, so that their order is kept."""
    values: dict[str, Figures] = {
        target: parts.get(name, "").removesuffix(units[target]) for target, parts in shown.items()
    }
    return Area.model_construct(area=name, values=values)


def _unit(parts: Mapping[str, str]) -> str:
    """The unit behind all figures of a target; empty where they have several or none, or are shares."""
    figures = [parse_figure(words) for words in parts.values()]
    units = {figure[1] if figure is not None else "" for figure in figures}
    return units.pop() if len(units) == 1 and not units & {"%", "‰"} else ""
