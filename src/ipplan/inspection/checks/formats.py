"""What letters, orders and minutes have that documents have not, or in other places.

Source: GB/T 9704—2012 §10
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.fonts import CHINESE, is_family, runs_with
from ipplan.inspection.checks.head import NO_MASTHEAD, NO_NUMBER, lines_verdict, top_verdict
from ipplan.inspection.elements import Role
from ipplan.units import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Paragraph, Run
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


_NO_LISTS = "没有出席、请假、列席名单"
_LABEL = re.compile(r"(出席|请假|列席)(.)")
_PRINTED, _COLON = re.compile(r"\S"), re.compile("[：:]")
_IN_CHARACTERS = 0.3
"""How far an indent may be off."""


def attendance_form(paper: Paper) -> Verdict:
    """Each list begins a line with its label and a full-width colon."""

    def fact(one: Paragraph) -> Fact:
        label = _LABEL.match(one.printed)
        return Fact(one.shown, label[0] if label else one.printed[:4], label is not None and label[2] == "：")

    return judge(map(fact, paper.all(Role.ATTENDANCE)), _NO_LISTS)


def attendance_lines(paper: Paper) -> Verdict:
    """A blank line above the first list."""
    place = next(iter(paper.places(Role.ATTENDANCE)), None)
    return unchecked(_NO_LISTS) if place is None else lines_verdict(paper, place, "attendance.lines_before")


def attendance_indent(paper: Paper) -> Verdict:
    """Each list begins two characters in."""
    wanted = paper.sheet.number("attendance.indent")
    found = ((one, one.inset("left") + one.first_line) for one in paper.all(Role.ATTENDANCE))
    return judge((Fact(one.shown, f"{at:.2g} 字", abs(at - wanted) <= _IN_CHARACTERS) for one, at in found), _NO_LISTS)


def attendance_wrapping(paper: Paper) -> Verdict:
    """The other lines of a list begin below the first character behind its colon."""
    facts = (
        Fact(one.shown, f"回行比第一行多空 {-one.first_line:.2g} 字", abs(-one.first_line - wanted) <= _IN_CHARACTERS)
        for one in paper.all(Role.ATTENDANCE)
        for wanted in [1 + len(_COLON.split(one.printed)[0])]
    )
    return judge(facts, _NO_LISTS)


def attendance_label(paper: Paper) -> Verdict:
    """The font of the labels."""
    return _fonts_of_lists(paper, "attendance", behind=False)


def attendance_names(paper: Paper) -> Verdict:
    """The font of the names behind them."""
    return _fonts_of_lists(paper, "attendance_names", behind=True)


def _fonts_of_lists(paper: Paper, role: str, *, behind: bool) -> Verdict:
    """Whether what stands before or behind the colons is in the font of a role."""
    family = paper.sheet.text(f"{role}.font")
    facts = (
        Fact(one.shown, font or "没有写明", is_family(font, family, paper.sheet))
        for one, run, after in _pieces(paper)
        if after is behind
        for font in [run.font("eastAsia")]
    )
    return judge(facts, _NO_LISTS)


def _pieces(paper: Paper) -> Iterator[tuple[Paragraph, Run, bool]]:
    """The Chinese runs of all lists, and whether each stands behind its colon."""
    for one in paper.all(Role.ATTENDANCE):
        behind = False
        for _, run in runs_with([one], _PRINTED):
            behind = behind or run.text[0] in "：:"
            if CHINESE.search(run.text):
                yield one, run, behind
            behind = behind or bool(_COLON.search(run.text))


def _off(paper: Paper) -> float:
    return paper.sheet.length("page.tolerance").mm
