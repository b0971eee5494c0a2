"""Where rules and lines of a letter's first page stand, all told from the size of its masthead.

Source: GB/T 9704—2012 §10.1
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.transforms.joint_issue import masthead_size
from ipplan.units import Length

if TYPE_CHECKING:
    from ipplan.document import LetterHead
    from ipplan.stylesheet import Stylesheet

_ABOVE_BASELINE = 0.8
"""Word processors put this share of an exact line pitch above the baseline."""
_INK = (0.88, 0.12)
"""What glyphs reach above and below the baseline, in shares of their size."""
_BELOW_MASTHEAD = 0.14
"""The same for the large characters of 小标宋, whose square ends there."""


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule across the page: distance of its middle from the top edge of the paper, and its thickness."""

    middle: Length
    thickness: Length


@dataclass(frozen=True, slots=True)
class LetterPlaces:
    """Where things are on the first page: `left` is where the rules begin, from the edge of the paper.

    `rules` come from top to bottom; `first_line` is how far below the top of the type area the line of the document
    number begins.
    """

    left: Length
    rules: tuple[PageRule, ...]
    first_line: Length


def letter_places(head: LetterHead, sheet: Stylesheet) -> LetterPlaces:
    """The places for a head: a double rule under the ink of the masthead, one at the foot of the page, the first line.

    Of each pair the thick rule is the outer one.
    """
    thick, thin, gap = (sheet.length(f"letter.{name}") for name in ("thick_rule", "thin_rule", "rule_gap"))
    pair = thick + gap + thin
    size, page = Length(masthead_size(head.masthead, sheet)), sheet.length("page.height")
    ink_end = sheet.length("letter.top") + size * (_ABOVE_BASELINE + _BELOW_MASTHEAD)
    upper = ink_end + sheet.length("letter.rule_distance")
    lower = page - sheet.length("letter.foot_rule")
    rules = (
        PageRule(upper + thick * 0.5, thick),
        PageRule(upper + pair - thin * 0.5, thin),
        PageRule(lower - pair + thin * 0.5, thin),
        PageRule(lower - thick * 0.5, thick),
    )
    left = (sheet.length("page.width") - sheet.length("letter.rule_length")) * 0.5
    body, pitch = sheet.length("body.size"), sheet.length("page.pitch")
    ink = upper + pair + body * sheet.number("letter.line_distance")
    return LetterPlaces(left, rules, ink - (pitch * _ABOVE_BASELINE - body * _INK[0]) - sheet.length("page.margin_top"))
