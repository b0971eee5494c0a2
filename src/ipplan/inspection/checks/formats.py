"""What letters and orders have in other places than documents.

Source: GB/T 9704—2012 §10.1, §10.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.head import NO_MASTHEAD, NO_NUMBER, lines_verdict, top_verdict
from ipplan.inspection.elements import Role
from ipplan.units import Length

if TYPE_CHECKING:
    from ipplan.inspection.elements import Paper

_NO_RULES = "双线不是画在页上固定位置的，用 --pages 看"
_INK = 0.94
"""Share of the size of a masthead down to which its characters reach in a line as high as they are."""


def letter_top(paper: Paper) -> Verdict:
    """Where the name in a letter begins, from the edge of the paper."""
    masthead, wanted = paper.first(Role.MASTHEAD), paper.sheet.length("letter.top").mm
    if masthead is None or masthead.box_top is None:
        return unchecked(NO_MASTHEAD if masthead is None else "标志不在页上的固定位置，用 --pages 看")
    right = abs(masthead.box_top - wanted) <= _off(paper)
    return judge([Fact(masthead.shown, f"距纸边 {masthead.box_top:.1f} mm", right)], NO_MASTHEAD)


def letter_rule_length(paper: Paper) -> Verdict:
    """How long the rules are."""
    wanted = paper.sheet.length("letter.rule_length").mm
    lengths = [line.length for line in paper.frame]
    return judge((Fact("红色双线", f"{one:.1f} mm", abs(one - wanted) <= _off(paper)) for one in lengths), _NO_RULES)


def letter_rule_distance(paper: Paper) -> Verdict:
    """How far the first rule is below the name."""
    masthead, wanted = paper.first(Role.MASTHEAD), paper.sheet.length("letter.rule_distance").mm
    if masthead is None or masthead.box_top is None or not masthead.size or not paper.frame:
        return unchecked(_NO_RULES)
    first = paper.frame[0]
    found = (first.middle or 0.0) - first.thickness / 2 - masthead.box_top - Length(masthead.size * _INK).mm
    return judge([Fact("首条双线", f"约 {found:.1f} mm", abs(found - wanted) <= _off(paper))], _NO_RULES)


def letter_foot(paper: Paper) -> Verdict:
    """How far the last rule is from the lower edge of the paper."""
    if not paper.frame:
        return unchecked(_NO_RULES)
    last, wanted = paper.frame[-1], paper.sheet.length("letter.foot_rule").mm
    found = Length(paper.docx.sections[0].height).mm - (last.middle or 0.0) - last.thickness / 2
    return judge([Fact("末条双线", f"距下页边 {found:.1f} mm", abs(found - wanted) <= _off(paper))], _NO_RULES)


def letter_weights(paper: Paper) -> Verdict:
    """Thick above thin at the top, thin above thick at the foot."""
    weights = [line.thickness for line in paper.frame]
    if len(weights) != len(_WEIGHTS):
        return unchecked(f"有 {len(weights)} 条红线，看不出两条双线")
    upper, lower = weights[0] > weights[1], weights[3] > weights[2]
    facts = [Fact("首条双线", "上粗下细" if upper else "不是上粗下细", upper)]
    return judge([*facts, Fact("末条双线", "上细下粗" if lower else "不是上细下粗", lower)], _NO_RULES)


_WEIGHTS = ("首条粗线", "首条细线", "末条细线", "末条粗线")


def order_top(paper: Paper) -> Verdict:
    """Where the masthead of an order begins."""
    return top_verdict(paper, "order.top")


def order_number(paper: Paper) -> Verdict:
    """Blank lines between masthead and number of an order."""
    place = next(iter(paper.places(Role.NUMBER)), None)
    return unchecked(NO_NUMBER) if place is None else lines_verdict(paper, place, "order.number_lines_before")


def _off(paper: Paper) -> float:
    return paper.sheet.length("page.tolerance").mm
