"""What a check is and what it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipplan.stylesheet import Strength, Stylesheet

_MANY = 3
"""So many values or places are named in a verdict; more are counted."""


class Outcome(Enum):
    """What became of a check."""

    FAILED = "failed"
    UNCHECKED = "unchecked"
    PASSED = "passed"

    @property
    def word(self) -> str:
        """The outcome as users read it."""
        return {"failed": "不合", "unchecked": "没查", "passed": "合格"}[self.value]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with what was measured, or why nothing was; `places` name what is wrong, the first ones."""

    outcome: Outcome
    measured: str
    places: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One measurement: where, what was found in words, and whether that is right."""

    place: str
    found: str
    right: bool


def judge(facts: Iterable[Fact], absent: str) -> Verdict:
    """One verdict of many facts: failed with the wrong values if one is wrong; unchecked where there is none at all."""
    facts = list(facts)
    if not facts:
        return Verdict(Outcome.UNCHECKED, absent)
    wrong = [fact for fact in facts if not fact.right]
    values = list(dict.fromkeys(fact.found for fact in wrong or facts))
    words = "、".join(values[:_MANY]) + (f"等 {len(values)} 种" if len(values) > _MANY else "")
    if not wrong:
        return Verdict(Outcome.PASSED, words)
    places = list(dict.fromkeys(fact.place for fact in wrong if fact.place))
    more = (f"等 {len(places)} 处",) if len(places) > _MANY else ()
    return Verdict(Outcome.FAILED, words, (*places[:_MANY], *more))


def unchecked(reason: str) -> Verdict:
    """A verdict of what cannot be told, and why."""
    return Verdict(Outcome.UNCHECKED, reason)


Subject = TypeVar("Subject")
"""What a check looks at: a `Paper` (the file) or `Pages` (the file laid out)."""


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """A check: its stable name, in Chinese what it is about, the figures of the sheet that it rests on, its function.

    The clause and its strength are those of the first figure. `required` says what is wanted in words, with figures of
    the sheet in braces: `{title.size}`, or `{font title}` for the family of a role.
    """

    name: str
    title: str
    figures: tuple[str, ...]
    required: str
    measure: Callable[[Subject], Verdict]

    def clause(self, sheet: Stylesheet) -> str:
        """The clause of GB/T 9704—2012."""
        return sheet.figures[self.figures[0]].clause

    def strength(self, sheet: Stylesheet) -> Strength:
        """How binding it is."""
        return sheet.figures[self.figures[0]].strength

    def requirement(self, sheet: Stylesheet) -> str:
        """What is required, with the figures of the sheet."""
        return re.sub(r"\{([^{}]+)\}", lambda found: _value(sheet, found[1]), self.required)


def _value(sheet: Stylesheet, name: str) -> str:
    kind, _, role = name.rpartition(" ")
    return sheet.font(role) if kind == "font" else sheet.text(name)
