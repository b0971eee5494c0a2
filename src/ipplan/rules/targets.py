"""IP401: quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.references import named_targets
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.schedule import parse_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator


def not_understood(subject: Subject) -> Iterator[Finding]:
    """A named target that is neither a quantity nor a cadence, so that nothing can be computed from it."""
    for path, target in named_targets(subject.plan_file):
        if parse_quantity(target.text).meaning is None and parse_schedule(target.text).meaning is None:
            hint = "有名字的目标要写成数量，例如 不少于4篇、5～7家、30所左右、年均增长20%以上"
            yield Finding(path, f"看不懂数量“{target.text}”", hint)
