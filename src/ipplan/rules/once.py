"""What several rules ask of the same plan file in turn, worked out once."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.model.plan import PlanFile

Answer = TypeVar("Answer")


class _Same:
    """A plan file that is equal to itself only: it is frozen, but too deep to be compared with others."""

    def __init__(self, plan_file: PlanFile) -> None:
        self.plan_file = plan_file

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan_file is other.plan_file

    def __hash__(self) -> int:
        return id(self.plan_file)


def once_per_plan(read: Callable[[PlanFile], Answer]) -> Callable[[PlanFile], Answer]:
    """A function of a plan file that keeps its last answer; rules run on one plan after the other."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> Answer:
        return read(same.plan_file)

    @wraps(read)
    def answer(plan_file: PlanFile) -> Answer:
        return kept(_Same(plan_file))

    return answer
