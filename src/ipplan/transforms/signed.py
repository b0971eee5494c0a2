"""Where the persons who sign a paper stand: post and name side by side, or a post beside the room for a stamp.

Source: GB/T 9704—2012 §7.3.5.3
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.units import Length
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from ipplan.document import PersonalSignature
    from ipplan.stylesheet import Stylesheet


@dataclass(frozen=True, slots=True)
class SignedLines:
    """Where posts end and names begin, from the left edge of the text; the room above each line and above the date."""

    post_end: Length
    name_start: Length
    above: tuple[Length, ...]
    above_date: Length


def signed_lines(node: PersonalSignature, sheet: Stylesheet) -> SignedLines:
    """The places. Where a name is missing, a stamp is as wide as it is; the post stands at half its height."""
    character = sheet.characters("signed.right").pt / sheet.number("signed.right")
    widest = max(_width(one.name, character, sheet) for one in node.signers)
    start = sheet.length("page.text_width").pt - sheet.characters("signed.right").pt - widest
    room = [_beyond_a_line(one.name, sheet) for one in node.signers]
    first = sheet.lines("signed.lines_before").pt
    above = [first + room[0], *(before + after for before, after in pairwise(room))]
    return SignedLines(
        Length(start) - sheet.characters("signed.gap"),
        Length(start),
        tuple(map(Length, above)),
        sheet.lines("signed.date_lines_before") + Length(room[-1]),
    )


def _width(name: str, character: float, sheet: Stylesheet) -> float:
    """The width in pt of a name, or of the stamp that stands for it."""
    return character * spaced_width(name) if name else sheet.length("signed.stamp_width").pt


def _beyond_a_line(name: str, sheet: Stylesheet) -> float:
    """How far (pt) a stamp reaches above and below the line of its post, each; nothing for a printed name."""
    return 0.0 if name else max(0.0, (sheet.length("signed.stamp_height") - sheet.length("page.pitch")).pt / 2)
