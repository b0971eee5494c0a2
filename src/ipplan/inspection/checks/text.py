"""Fonts, sizes and indents of running text and its headings.

Source: GB/T 9704—2012 §5.2.2, §5.2.4, §7.3.3
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge
from ipplan.inspection.checks.fonts import CHINESE, font_facts, font_verdict, is_family, runs_with, size_verdict
from ipplan.inspection.classification import heading_level
from ipplan.inspection.elements import HEADINGS, Role, is_red

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipplan.inspection.docx import Paragraph, Run
    from ipplan.inspection.elements import Paper

NO_TEXT = "没有正文"
_MARKS = re.compile("[“”‘’—…]")
_MARK_NAMES = {"“": "引号", "”": "引号", "‘": "引号", "’": "引号", "—": "破折号", "…": "省略号"}
_INDENT_TOLERANCE = 0.15
"""How far an indent may be off, in characters: typed in points it is seldom a whole number of them."""
_RED_ROLES = frozenset({Role.MASTHEAD, Role.NUMBER, Role.BLANK})


def body_font(paper: Paper) -> Verdict:
    """The Chinese of body text. The first sentence may be a heading that runs into it, in the font of its level."""
    facts = (fact for paragraph in paper.all(Role.BODY) for fact in _body_fonts(paper, paragraph))
    return judge(facts, NO_TEXT)


def _body_fonts(paper: Paper, paragraph: Paragraph) -> Iterator[Fact]:
    level, position = heading_level(paragraph), 0
    sentence = paragraph.text.find("。")
    for run in paragraph.runs:
        run_in = level and position <= sentence
        roles = ("body", f"heading{level}") if run_in else ("body",)
        yield from font_facts(paper, [replace(paragraph, runs=(run,))], *roles)
        position += len(run.text)


def body_size(paper: Paper) -> Verdict:
    """The Chinese of body text and of headings inside it."""
    return size_verdict(paper, paper.text, "body.size", absent=NO_TEXT)


def quotation_marks(paper: Paper) -> Verdict:
    """Quotation marks, dashes and dots, which Word draws in the Latin font unless told otherwise."""
    families = ("仿宋", "楷体", "黑体", "宋体", "小标宋")

    def fact(paragraph: object, run: Run) -> Fact:
        font = run.font("eastAsia" if run.settings.get("hint") == "eastAsia" else "hAnsi")
        chinese = bool(CHINESE.search(font)) or any(is_family(font, family, paper.sheet) for family in families)
        mark = _MARKS.search(run.text)
        what = _MARK_NAMES[mark[0]] if mark else ""
        return Fact(str(paragraph), f"{what}用 {font or '西文字体'}" if not chinese else font, chinese)

    printed = [one for one, role in zip(paper.docx.paragraphs, paper.roles, strict=True) if role is not Role.BLANK]
    return judge((fact(one.shown, run) for one, run in runs_with(printed, _MARKS)), "没有这些标点")


def theme_fonts(paper: Paper) -> Verdict:
    """Fonts of Chinese text that the theme decides: another computer or template changes them."""
    facts = (
        Fact(paragraph.shown, f"主题字体 {run.font('eastAsia')}".strip() if theme else "写明了字体", not theme)
        for paragraph, run in runs_with(paper.docx.paragraphs, CHINESE)
        for theme in [run.by_theme("eastAsia")]
    )
    return judge(facts, "没有中文")


def black_text(paper: Paper) -> Verdict:
    """Everything is black but the masthead."""
    printed = re.compile(r"\S")
    facts = (
        Fact(paragraph.shown, f"颜色 {run.colour}" if run.colour != "000000" else "黑色", run.colour == "000000")
        for paragraph, role in zip(paper.docx.paragraphs, paper.roles, strict=True)
        if role is not Role.MASTHEAD
        for _, run in runs_with([paragraph], printed)
        if not (role in _RED_ROLES and is_red(run.colour))
    )
    return judge(facts, "没有文字")


def first_line_indent(paper: Paper) -> Verdict:
    """Every paragraph of text and every heading begins two characters in.

    What goes on with a paragraph whose last line is spread over the whole width is the same paragraph to the reader.
    """
    wanted = paper.sheet.number("body.indent")
    facts = (
        Fact(paragraph.shown, f"{indent:.2g} 字", abs(indent - wanted) <= _INDENT_TOLERANCE)
        for above, paragraph in pairwise((None, *paper.text))
        if paragraph is not None and not (above is not None and above.align == "distribute")
        for indent in [paragraph.first_line + paragraph.inset("left")]
    )
    return judge(facts, NO_TEXT)


def heading_font(level: int) -> Callable[[Paper], Verdict]:
    """The check for headings of a level (1 to 4) that stand alone in their paragraph."""

    def heading_font_of_level(paper: Paper) -> Verdict:
        role = HEADINGS[level - 1]
        return font_verdict(paper, paper.all(role), f"heading{level}", absent=f"没有单独成行的{role.value}")

    return heading_font_of_level
