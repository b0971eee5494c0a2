"""The lines above and below a form: how many things to be filled in stand side by side, and where each begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING

from ipplan.document import Table
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipplan.document import FillIn, Node
    from ipplan.stylesheet import Stylesheet


def lay_out_fill_in(node: FillIn, beside: Iterable[Node], sheet: Stylesheet) -> FillIn:
    """The texts as wide as the first table `beside` them, in as few lines as leave room to write behind each.

    Texts under each other begin at one place.
    """
    table = next((one for one in beside if isinstance(one, Table)), None)
    width = table.width if table is not None and table.width else sheet.length("page.text_width").mm
    needs = _needs(node, sheet)
    columns = _columns(needs, width)
    starts = _starts(columns, width)
    counts = (min(len(columns), len(needs) - done) for done in range(0, len(needs), len(columns)))
    return replace(node, starts=tuple(starts[:count] for count in counts), width=width)


def _columns(needs: list[float], width: float) -> list[float]:
    """What columns of texts need, as many as fit side by side with as many texts in each."""
    columns = needs
    for lines in range(1, len(needs) + 1):
        per_line = -(-len(needs) // lines)
        rows = [needs[start : start + per_line] for start in range(0, len(needs), per_line)]
        columns = [max(column) for column in zip_longest(*rows, fillvalue=0.0)]
        if sum(columns) <= width:
            break
    return columns


def _starts(needs: list[float], width: float) -> tuple[float, ...]:
    """Where columns begin that need so much, what is left shared evenly."""
    spare = (width - sum(needs)) / len(needs)
    return tuple(round(start, 2) for start in accumulate((need + spare for need in needs[:-1]), initial=0.0))


def _needs(node: FillIn, sheet: Stylesheet) -> list[float]:
    """The width in mm of each text with what is left free behind it; a day has its room inside."""
    size, room = sheet.length("table.size" if node.below else "body.size").mm, sheet.length("table.fill_in_room").mm
    return [spaced_width(text) * size + (room if text.endswith("：") else 0.0) for text in node.texts]
