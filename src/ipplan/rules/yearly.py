"""IP406, IP409: what is to be reached in each year against the whole, and cumulative figures that fall."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.duty import Target
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import full_duties, targets, timing
from ipplan.rules.indicators import leaves
from ipplan.rules.rule import Finding
from ipplan.rules.sentences import quantities_in
from ipplan.terms.figures import parse_figure, say_figure
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.quantity_types import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipplan.model.full_duties import FullDuty
    from ipplan.model.timing import Timing
    from ipplan.rules.rule import Subject
    from ipplan.terms.quantity_types import Amount

_YEAR = lazy_pattern(r"((?:19|20)\d\d)年?", re.ASCII)
_YEAR_IN_TEXT = lazy_pattern(r"((?:19|20)\d\d)年", re.ASCII)
_CUMULATIVE = lazy_pattern("累计(?!减|下降|压减|退出|淘汰|关停)")


def years_do_not_fit(subject: Subject) -> Iterator[Finding]:
    """Yearly figures that neither add up to the target nor lead to it, with or without the base."""
    if not any(target.by_year for _, target in targets(subject)):
        return
    when = timing(subject)
    for full in full_duties(subject):
        target = full.own
        if not isinstance(target, Target) or len(target.by_year) < 2:
            continue
        years = _years(target.by_year)
        if years is None or _goes_on(years, _end(full, when)):
            continue
        totals = _totals(target.text, years.amounts[-1].unit)
        if totals and not any(_fits(total, years, _base(target)) for total in totals):
            yield Finding((*full.path, "by_year"), _message(years, totals[0]), _HINT, at_key=True)


_HINT = "各年是当年数的，加起来要等于目标；是累计数的，最后一年要等于目标"


class _Years(NamedTuple):
    years: list[int]
    amounts: list[Amount]


def _years(by_year: Mapping[str, str]) -> _Years | None:
    """The yearly figures in the order of the years; None where one is not understood or units differ."""
    found: list[tuple[int, Amount]] = []
    for title, words in by_year.items():
        year, amount = _YEAR.fullmatch(title.strip()), parse_quantity(words).meaning
        if year is None or amount is None or amount.growth is not None or amount.is_range or amount.per is not None:
            return None
        found.append((int(year[1]), amount))
    found.sort(key=lambda pair: pair[0])
    if len({amount.unit for _, amount in found}) > 1:
        return None
    return _Years([year for year, _ in found], [amount for _, amount in found])


def _goes_on(years: _Years, end: int | None) -> bool:
    """Whether the target is due after the last year that is listed, or is one of an earlier year."""
    return end is not None and end != years.years[-1]


def _end(full: FullDuty, when: Timing) -> int | None:
    """The year in which a target is due; None where nothing tells."""
    said = _YEAR_IN_TEXT.findall(full.own.text) if isinstance(full.own, Target) else []
    if said:
        return int(said[-1])
    interval = when.resolve(full.duty.due) if full.duty.due is not None else when.periods.get("计划")
    return interval.end.year if interval is not None and interval.end is not None else None


def _totals(text: str, unit: str) -> list[Amount]:
    found = [one.quantity.meaning for one in quantities_in(text)]
    plain = [one for one in found if one is not None and one.unit == unit and not one.is_range]
    bounded = (Comparator.EXACT, Comparator.AT_LEAST)
    return [
        one for one in plain if one.growth is None and one.per is None and not one.each and one.comparator in bounded
    ]


def _base(target: Target) -> Decimal | None:
    base = parse_quantity(target.base.value).meaning if target.base else None
    return base.low if base is not None else None


def _fits(total: Amount, years: _Years, base: Decimal | None) -> bool:
    values = [amount.low for amount in years.amounts]
    whole = sum(values)
    if total.comparator is Comparator.AT_LEAST or any(one.comparator is not Comparator.EXACT for one in years.amounts):
        return max(whole + (base or 0), *values) >= total.low
    if total.unit in ("%", "‰"):
        return total.low in values
    return total.low in (*values, whole, whole + (base or 0))


def _message(years: _Years, total: Amount) -> str:
    values = [amount.low for amount in years.amounts]
    last = f"{years.years[-1]}年是{say_figure(values[-1], total.unit)}"
    if total.unit in ("%", "‰"):
        return f"分年度里{last}，目标是{say_figure(total.low, total.unit)}"
    said = f"分年度合计{say_figure(sum(values, Decimal(0)), total.unit)}，{last}"
    return f"{said}，都不是目标{say_figure(total.low, total.unit)}"


def cumulative_falls(subject: Subject) -> Iterator[Finding]:
    """A cumulative indicator or target that is less in a later year."""
    for leaf in leaves(subject):
        if _CUMULATIVE.search(leaf.indicator.name):
            for title, words, before in _falling(leaf.indicator.values.items()):
                yield Finding((*leaf.path, "values", title), _fell(title, words, before), _FALLS)
    for path, target in targets(subject):
        if target.by_year and _CUMULATIVE.search(f"{path[-1]}{target.text}"):
            for title, words, before in _falling(target.by_year.items()):
                yield Finding((*path, "by_year", title), _fell(title, words, before), _FALLS)


_FALLS = "累计数只会增加；填的是当年数的，名称里不写“累计”"


def _fell(title: str, words: str, before: str) -> str:
    return f"累计数变小了：{title}是“{words}”，前面已经是“{before}”"


def _falling(cells: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Title and words of each figure that is below the year before it, and the words of that."""
    known = [(year[1], title, words, parse_figure(words)) for title, words in cells if (year := _YEAR.match(title))]
    figures = [(title, words, figure) for _, title, words, figure in sorted(known, key=lambda cell: cell[0]) if figure]
    for (_, before, (low, unit)), (title, words, (value, own)) in pairwise(figures):
        if own == unit and value < low:
            yield title, words, before
