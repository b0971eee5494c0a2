"""What several rules ask of the same plan in turn, worked out once and kept with the plan's subject."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipplan.rules.rule import Subject

Answer = TypeVar("Answer")


def once(read: Callable[[Subject], Answer]) -> Callable[[Subject], Answer]:
    """A function of a subject that is called once for each; the subject keeps its answer as long as it lives."""

    @wraps(read)
    def answer(subject: Subject) -> Answer:
        kept: dict[Any, Any] = subject.answers
        if read not in kept:
            kept[read] = read(subject)
        known: Answer = kept[read]
        return known

    return answer
