"""IP706–IP710: what an upper plan wants, and what the plans that implement it take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.loader.suggestions import nearest
from ipplan.rules.across import AcrossFinding, Level, Name, PlanFacts, Run, TargetFact
from ipplan.terms.quantity import find_quantities
from ipplan.terms.quantity_types import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.terms.quantity_types import Amount

_AT_MOST = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


def upper_missing(run: Run) -> Iterator[AcrossFinding]:
    """An upper plan that is not where the plan says."""
    for one in run.missing:
        yield AcrossFinding(one.name.spot, one.message, one.hint)


def target_not_taken_up(run: Run) -> Iterator[AcrossFinding]:
    """A named target of an upper plan that no plan of the level below takes up."""
    for level in _judged(run):
        taken = _taken(level)
        for target in level.upper.work.targets:
            if target.name is not None and _packed(target.name) not in taken:
                message = f"目标“{target.name}”（{target.words.words}）没有下级计划承接"
                hint = f"在下级计划里写同名的目标，或者在对应的目标里写 implements: {target.name}"
                yield AcrossFinding(target.words.spot, message, hint)


def task_not_taken_up(run: Run) -> Iterator[AcrossFinding]:
    """A task of an upper plan that no plan of the level below takes up; one with named targets is judged by them."""
    for level in _judged(run):
        taken = _taken(level)
        for task in level.upper.work.tasks:
            if not task.measured and _packed(task.name.words) not in taken:
                message = f"任务“{task.name.words}”没有下级计划承接"
                hint = f"在下级计划里写同名的任务，或者在对应的任务里写 implements: {task.name.words}"
                yield AcrossFinding(task.name.spot, message, hint)


def _judged(run: Run) -> Iterator[Level]:
    """Levels of which the run can know all: the upper plan is checked as well, and nothing below is broken."""
    return (level for level in run.levels if level.in_run and all(lower.understood for lower in run.plans))


def _taken(level: Level) -> set[str]:
    """The names of all that the lower plans take up, by having it under the same name or by saying so."""
    names: set[str] = set()
    for lower in level.lowers:
        for task in lower.work.tasks:
            names |= {_packed(task.name.words), *(_packed(name.words) for name in task.takes_up)}
        for target in lower.work.targets:
            names |= {_packed(name) for name in _takes_up(target)}
    return names


def _takes_up(target: TargetFact) -> tuple[str, ...]:
    """The names of upper targets that a target takes up: its own where it names no others."""
    named = tuple(name.words for name in target.takes_up)
    return named or ((target.name,) if target.name is not None else ())


def unknown_name(run: Run) -> Iterator[AcrossFinding]:
    """`implements:` with a name that the upper plans do not have."""
    unread = {one.name.spot for one in run.missing}
    for lower in run.plans:
        if not any(_said(lower)) or any(name.spot in unread for name in lower.uppers):
            continue
        uppers = [level.upper for level in run.levels if lower in level.lowers]
        if all(upper.understood for upper in uppers):
            yield from _unknown_in(lower, uppers)


def _unknown_in(lower: PlanFacts, uppers: list[PlanFacts]) -> Iterator[AcrossFinding]:
    known = {task.name.words for upper in uppers for task in upper.work.tasks}
    known |= {target.name for upper in uppers for target in upper.work.targets if target.name is not None}
    packed = {_packed(name) for name in known}
    for name in _said(lower):
        if not uppers:
            message = f"说承接“{name.words}”，没有说是哪份计划的"
            yield AcrossFinding(name.spot, message, "在 plan: 下面写 implements: 和上级计划的文件名")
        elif _packed(name.words) not in packed:
            near = nearest(name.words, known)
            hint = f"是不是“{near}”？" if near else "写上级计划里任务的名称，或者目标的名字"
            yield AcrossFinding(name.spot, f"上级计划里没有叫“{name.words}”的任务或目标", hint)


def _said(plan: PlanFacts) -> Iterator[Name]:
    for task in plan.work.tasks:
        yield from task.takes_up
    for target in plan.work.targets:
        yield from target.takes_up


def below_upper(run: Run) -> Iterator[AcrossFinding]:
    """A target that is taken up with less than the upper plan wants."""
    for level in run.levels:
        for target in level.upper.work.targets:
            if target.name is not None:
                taken = [(lower, own) for lower in level.lowers for own in _takers(lower, target.name)]
                yield from _short(level, target, taken)


def _takers(lower: PlanFacts, name: str) -> Iterator[TargetFact]:
    for target in lower.work.targets:
        if _packed(name) in {_packed(one) for one in _takes_up(target)}:
            yield target


def _short(level: Level, target: TargetFact, taken: list[tuple[PlanFacts, TargetFact]]) -> Iterator[AcrossFinding]:
    """Shares and rates hold for everybody; a total is divided, so that all together must reach it.

    Where the upper plan says how a total is divided, each area is held to its part; how it is divided otherwise is only
    seen by a run that has the upper plan and, as is then assumed, all those below it.
    """
    wanted = _amount(target.words.words)
    if target.by_area:
        yield from _below_part(target, taken)
    elif wanted is not None and not _divided(wanted):
        for _, own in taken:
            yield from _less(own, target.words.words, f"上级计划“{target.name}”的", "核对，不低于上级的要求")
    elif wanted is not None and level.in_run and len(taken) == 1:
        hint = "核对；上级的数是分给几家的，在上级的目标里写 by_area"
        yield from _less(taken[0][1], target.words.words, f"上级计划“{target.name}”的", hint)
    elif wanted is not None and level.in_run:
        yield from _too_small_together(target, wanted, [own for _, own in taken])


def _below_part(target: TargetFact, taken: list[tuple[PlanFacts, TargetFact]]) -> Iterator[AcrossFinding]:
    """The area that a lower plan is of is told from its titles."""
    for lower, own in taken:
        for area, words in target.by_area.items():
            if any(area in title for title in lower.titles):
                yield from _less(own, words, f"上级计划“{target.name}”分给{area}的", "核对，不低于分给的数")


def _less(own: TargetFact, upper_words: str, upper_name: str, hint: str) -> Iterator[AcrossFinding]:
    ours, wanted = _amount(own.words.words), _amount(upper_words)
    if ours is None or wanted is None or not _comparable(ours, wanted):
        return
    at_most = wanted.comparator in _AT_MOST
    if ours.high > wanted.high if at_most else ours.low < wanted.low:
        message = f"“{own.words.words}”{'高' if at_most else '低'}于{upper_name}“{upper_words}”"
        yield AcrossFinding(own.words.spot, message, hint)


def _too_small_together(target: TargetFact, wanted: Amount, taken: list[TargetFact]) -> Iterator[AcrossFinding]:
    amounts = [_amount(own.words.words) for own in taken]
    known = [amount for amount in amounts if amount is not None and _comparable(amount, wanted)]
    if not amounts or len(known) < len(amounts) or wanted.comparator in _AT_MOST:
        return
    total = sum(amount.low for amount in known)
    if total < wanted.low:
        message = f"承接“{target.name}”的下级计划合计 {total:f}{wanted.unit}，低于这里的“{target.words.words}”"
        yield AcrossFinding(target.words.spot, message, "核对各下级计划的数")


def _amount(words: str) -> Amount | None:
    """The one quantity in the words of a target; None where there is none, or several, or an approximate one."""
    found = [quantity.quantity.meaning for quantity in find_quantities(words)]
    amount = found[0] if len(found) == 1 else None
    return None if amount is None or amount.comparator is Comparator.ABOUT or amount.descending else amount


def _comparable(one: Amount, other: Amount) -> bool:
    measures = [(a.unit, a.growth, a.falling, a.per, a.each, a.parts, a.total) for a in (one, other)]
    return measures[0] == measures[1] and (one.comparator in _AT_MOST) == (other.comparator in _AT_MOST)


def _divided(amount: Amount) -> bool:
    """Whether a quantity is a total of which every lower plan takes a part."""
    rate = amount.growth is not None or amount.per is not None or amount.each or "/" in amount.unit
    return amount.share is None and amount.parts == 1 and not rate


def _packed(name: str) -> str:
    return "".join(name.split())
