"""Units put at another place, and units put in: both say behind which unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fidelity.folding import fold
from fidelity.replacing import DoesNotApply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fidelity.units import Unit

START = "（文首）"
END = "（文末）"


@dataclass(frozen=True, slots=True)
class Move:
    """A unit that stands at another place in the paper: behind the one that begins with `after`."""

    quote: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Added:
    """Units that the paper has and the real document has not."""

    after: str
    reason: str
    units: tuple[Unit, ...]


def moved(units: Sequence[Unit], moves: Sequence[Move]) -> list[Unit]:
    """Return the units in the order of the paper."""
    result = list(units)
    for move in moves:
        taken = result.pop(_index(result, move.quote))
        result.insert(_behind(result, move.after), taken)
    return result


def with_added(units: Sequence[Unit], additions: Sequence[Added]) -> list[Unit]:
    """Return the units together with what the paper adds."""
    result = list(units)
    for added in additions:
        at = _behind(result, added.after)
        result[at:at] = added.units
    return result


def _behind(units: Sequence[Unit], after: str) -> int:
    if after == START:
        return 0
    return len(units) if after == END else _index(units, after) + 1


def _index(units: Sequence[Unit], beginning: str) -> int:
    """Return where the one unit stands that begins so."""
    found = [index for index, unit in enumerate(units) if unit.text.startswith(fold(beginning))]
    if len(found) != 1:
        raise DoesNotApply(f"以“{beginning}”开头的有{len(found)}段（格），应为1段")
    return found[0]
