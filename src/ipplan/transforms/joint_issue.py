"""Where the issuers of a joint issue stand: sizes in the masthead, rows of seals in the signature.

Source: GB/T 9704—2012 §7.2.4, §7.3.5.1
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.units import Length
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from ipplan.document import Head, Signature
    from ipplan.stylesheet import Stylesheet


@dataclass(frozen=True, slots=True)
class JointMasthead:
    """The masthead of a joint issue: size of its characters in pt, distance of its lines, and widths of its columns."""

    size: int
    pitch: Length
    names: Length
    beside: Length

    def height(self, count: int) -> Length:
        """The height of so many names."""
        return self.pitch * (count - 1) + Length(self.size)


def joint_masthead(head: Head, sheet: Stylesheet) -> JointMasthead:
    """The largest masthead that fits the width of the text, and the height that leaves page 1 room for text."""
    longest = max(len(name) for name in head.joint)
    behind = sheet.number("masthead.joint_gap") + len(head.beside) if head.beside else 0.0
    factor = sheet.number("masthead.joint_pitch")
    height = head.height or sheet.length("masthead.joint_height").pt
    size = int(
        min(
            sheet.length("masthead.size").pt,
            (sheet.length("page.text_width").pt - _SLACK.pt) / (longest + behind),
            height / (len(head.joint) * factor),
        )
    )
    return JointMasthead(size, Length(size * factor), Length(size * longest) + _SLACK, Length(size * behind))


_SLACK = Length(2)
"""Room beyond the longest name, so that what word processors measure differently does not break it."""


def masthead_height(head: Head, sheet: Stylesheet) -> Length:
    """The height of the masthead, of one issuer or of several."""
    if head.joint:
        return joint_masthead(head, sheet).height(len(head.joint))
    return Length(masthead_size(head.masthead, sheet))


def masthead_size(masthead: str, sheet: Stylesheet) -> int:
    """The size in pt of a masthead in one line, as large as the line allows."""
    return min(int(sheet.length("page.text_width").pt / len(masthead)), int(sheet.length("masthead.size").pt))


@dataclass(frozen=True, slots=True)
class SealRows:
    """The names above their seals: row by row with the middle of each name, from the left edge of the text.

    `step` is the distance of the rows; `date_right` how far from the right edge the date ends.
    """

    rows: tuple[tuple[tuple[str, Length], ...], ...]
    step: Length
    date_right: Length


def seal_rows(node: Signature, sheet: Stylesheet) -> SealRows:
    """The names of a joint issue side by side, as many as their seals and their own widths allow.

    The last name stands above the date, which ends four characters from the right edge; every name stands left of the
    next one by at least a seal. A short row is the last one and stands at the right, above the date.
    """
    edge, seal = sheet.length("page.text_width").pt, _seal(sheet)
    date = _width(node.date, sheet)
    least = sheet.characters("signature.sealed_date_right").pt + date / 2
    for most in range(int(sheet.number("signature.seals_per_row")), 0, -1):
        rows = _rows(node.issuers, most)
        centres = _centres(rows, least, sheet)
        if centres[0] + max(seal, _width(rows[0][0], sheet)) / 2 <= edge:
            break
    placed = tuple(
        tuple((name, Length(edge - centre)) for name, centre in zip(row, centres[-len(row) :], strict=True))
        for row in rows
    )
    return SealRows(placed, Length(seal), Length(centres[-1] - date / 2))


def _rows(names: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    """The names in as few rows as so many a row allow, the rows as equal as can be."""
    count = -(-len(names) // most)
    wide = -(-len(names) // count)
    return [names[start : start + wide] for start in range(0, len(names), wide)]


def _centres(rows: list[tuple[str, ...]], least: float, sheet: Stylesheet) -> list[float]:
    """How far (pt) the middle of each column is from the right edge; the last one at least as far as said."""
    columns = range(-len(rows[0]), 0)
    widths = [max(_width(row[column], sheet) for row in rows if len(row) >= -column) for column in columns]
    gap = sheet.characters("signature.name_gap").pt
    centres = [max(least, widths[-1] / 2 + _SLACK.pt)]
    for right, left in pairwise(reversed(widths)):
        centres.insert(0, centres[0] + max(_seal(sheet), (right + left) / 2 + gap))
    return centres


def _seal(sheet: Stylesheet) -> float:
    """A seal and the room to the next one, in pt."""
    return (sheet.length("signature.seal") + sheet.length("signature.seal_gap")).pt


def _width(text: str, sheet: Stylesheet) -> float:
    """The width (pt) of a line of body text."""
    return sheet.characters("body.indent").pt / sheet.number("body.indent") * spaced_width(text)
