"""The head of the document: marks in the corner, masthead, number, red rule.

Source: GB/T 9704—2012 §7.2
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.fonts import CHINESE, font_verdict, is_family, runs_with
from ipplan.inspection.docx import Place
from ipplan.inspection.elements import Form, Role, is_red
from ipplan.units import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Border, Paragraph
    from ipplan.inspection.elements import Paper

NO_MASTHEAD, NO_NUMBER = "没有发文机关标志", "没有发文字号"
_LINES = 0.3
"""How far a distance counted in lines may be off."""
_FORM = re.compile(r"[\u4e00-\u9fff]{2,20}〔(?:19|20)\d{2}〕[1-9]\d*号")
_COUNTED = re.compile(rf"{_FORM.pattern}|第[1-9]\d*[号期]")
_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]")
_CLASSIFIED = re.compile(r"(?:绝密|机密|秘密)(?:★(?:[1-9]\d*年|[1-9]\d*个月|长期))?")


def copy_number(paper: Paper) -> Verdict:
    """Six digits."""
    digits = int(paper.sheet.number("copy_number.digits"))
    found = paper.all(Role.COPY_NUMBER)
    facts = (Fact(one.shown, f"{len(one.printed)} 位", len(one.printed) == digits) for one in found)
    return judge(facts, "没有份号")


def classification_form(paper: Paper) -> Verdict:
    """The degree of secrecy, a star and the period."""
    found = paper.all(Role.CLASSIFICATION)
    return judge((Fact(one.shown, one.printed, bool(_CLASSIFIED.fullmatch(one.printed))) for one in found), "没有密级")


def classification_font(paper: Paper) -> Verdict:
    """The font of the degree of secrecy."""
    return font_verdict(paper, paper.all(Role.CLASSIFICATION), "classification", absent="没有密级")


def urgency_font(paper: Paper) -> Verdict:
    """The font of the degree of urgency."""
    return font_verdict(paper, paper.all(Role.URGENCY), "urgency", absent="没有紧急程度")


def masthead_font(paper: Paper) -> Verdict:
    """The recommended font of the masthead."""
    return font_verdict(paper, paper.all(Role.MASTHEAD), "masthead", absent=NO_MASTHEAD)


def masthead_colour(paper: Paper) -> Verdict:
    """Red, all of it."""
    facts = (
        Fact(one.shown, f"颜色 {run.colour}", is_red(run.colour))
        for one, run in runs_with(paper.all(Role.MASTHEAD), CHINESE)
    )
    return judge(facts, NO_MASTHEAD)


def masthead_align(paper: Paper) -> Verdict:
    """In the middle."""
    found = [one for one in paper.all(Role.MASTHEAD) if one.place is Place.BODY]
    if not found and Role.MASTHEAD in paper.roles:
        return unchecked("标志在文本框或表格里，用 --pages 量")
    return judge((centred(one) for one in found), NO_MASTHEAD)


def masthead_top(paper: Paper) -> Verdict:
    """How far the masthead is below the top of the type area, by the space and the blank lines above it."""
    return _other_format(paper) or top_verdict(paper, "masthead.top")


def _other_format(paper: Paper) -> Verdict | None:
    """Why something is not looked at here: another clause says where it stands in the format of the paper."""
    clause = {Form.LETTER: "10.1", Form.ORDER: "10.2"}.get(paper.form)
    return None if clause is None else unchecked(f"{paper.form.value}格式，见 {clause}")


def top_verdict(paper: Paper, figure: str) -> Verdict:
    """How far the masthead is below the top of the type area, against a figure."""
    place = next(iter(paper.places(Role.MASTHEAD)), None)
    if place is None:
        return unchecked(NO_MASTHEAD)
    above = paper.docx.paragraphs[: place + 1]
    if any(one.place is not Place.BODY for one in above):
        return unchecked("标志在文本框或表格里，用 --pages 量")
    if any(one.exact is None for one in above[:-1]):
        return unchecked("标志上面的行距不是固定值，用 --pages 量")
    room = sum((one.exact or 0) + one.length("before") + one.length("after") for one in above[:-1])
    found, wanted = Length(room + above[-1].length("before")).mm, paper.sheet.length(figure).mm
    wanted += paper.sheet.length("page.overhang").mm
    right = abs(found - wanted) <= paper.sheet.length("page.tolerance").mm
    return judge([Fact(above[-1].shown, f"{found:.1f} mm", right)], NO_MASTHEAD)


def centred(paragraph: Paragraph) -> Fact:
    """Whether a paragraph is centred between equal indents."""
    lopsided = abs(paragraph.inset("left") + paragraph.first_line - paragraph.inset("right")) > 0.5
    right = paragraph.align in {"center", "distribute"} and not lopsided
    word = {"center": "居中", "left": "居左", "right": "居右", "both": "两端对齐"}.get(paragraph.align, paragraph.align)
    return Fact(paragraph.shown, f"{word}，左右缩进不等" if lopsided else word, right)


def _number_text(paragraph: Paragraph) -> str:
    """The document number, without what stands beside it in its line."""
    behind = [piece.strip() for piece in paragraph.printed.split("\t")[1:] if _FORM.fullmatch(piece.strip())]
    if behind:
        return behind[0]
    return re.split(r"[\t\n]|\s{2,}|签\s*发\s*人", paragraph.printed)[0].strip()


def number_form(paper: Paper) -> Verdict:
    """The form of the number: the year in six-sided brackets, no 第, no padding."""
    found = [_number_text(one) for one in paper.all(Role.NUMBER)]
    form = _COUNTED if paper.form in {Form.ORDER, Form.MINUTES} else _FORM
    return judge((Fact(f"“{words}”", words, bool(form.fullmatch(words))) for words in found), NO_NUMBER)


def number_align(paper: Paper) -> Verdict:
    """Centred; in an upward document one character from the left."""

    def fact(paragraph: Paragraph) -> Fact:
        if not _SIGNER.search(paragraph.text):
            return centred(paragraph)
        inset = paragraph.inset("left") + paragraph.first_line
        return Fact(paragraph.shown, f"居左空 {inset:.1f} 字", abs(inset - 1) <= _LINES)

    found = paper.all(Role.NUMBER)
    if paper.form is Form.LETTER:
        return unchecked("信函格式，见 10.1")
    if any(one.place is not Place.BODY for one in found):
        return unchecked("发文字号在文本框或表格里，用 --pages 量")
    if any(one.text.startswith("\t") for one in found):
        return unchecked("发文字号前面有制表位，位置由制表位定")
    return judge(map(fact, found), NO_NUMBER)


def number_lines(paper: Paper) -> Verdict:
    """Blank lines between masthead and number."""
    place = next(iter(paper.places(Role.NUMBER)), None)
    if (other := _other_format(paper)) is not None:
        return other
    if place is None or Role.MASTHEAD not in paper.roles:
        return unchecked(NO_NUMBER if place is None else NO_MASTHEAD)
    if any(one.place is Place.TABLE for one in paper.all(Role.MASTHEAD)):
        return unchecked("标志在表格里，表格的高度由内容定")
    if any(_SIGNER.search(one.text) for one in paper.docx.paragraphs[:place]):
        return unchecked("发文字号在最后一行签发人的那一行，上面是别的签发人")
    return lines_verdict(paper, place, "number.lines_before")


def lines_verdict(paper: Paper, place: int, figure: str) -> Verdict:
    """Whether the blank lines above a paragraph are those of a figure."""
    paragraph, lines, wanted = paper.docx.paragraphs[place], paper.lines_above(place), paper.sheet.number(figure)
    if lines is None or paragraph.place is not Place.BODY:
        return unchecked("上面没有别的要素" if lines is None else "在文本框或表格里，用 --pages 量")
    return judge([Fact(paragraph.shown, f"{lines:.1f} 行", abs(lines - wanted) <= _LINES)], "")


def signer_font(paper: Paper) -> Verdict:
    """The names of those who sign an upward document."""

    def facts() -> Iterator[Fact]:
        for paragraph in paper.docx.paragraphs[:20]:
            found = _SIGNER.search(paragraph.text)
            position = 0
            for run in paragraph.runs if found else ():
                if found and position >= found.end() and CHINESE.search(run.text):
                    font = run.font("eastAsia")
                    yield Fact(paragraph.shown, font, is_family(font, paper.sheet.text("signer.font"), paper.sheet))
                position += len(run.text)

    return judge(facts(), "没有签发人")


def _rule(paper: Paper) -> tuple[Paragraph, Border] | None:
    """The rule under the number: the bottom border of its paragraph, or a border of the next."""
    place = next(iter(paper.places(Role.NUMBER)), None)
    if place is None:
        return None
    for paragraph in paper.docx.paragraphs[place : place + 3]:
        for side in ("bottom", "top"):
            border = paragraph.border(side)
            if border is not None:
                return paragraph, border
        if paragraph.printed and paragraph is not paper.docx.paragraphs[place]:
            break
    return None


def _no_rule(paper: Paper) -> Verdict:
    if Role.NUMBER not in paper.roles:
        return unchecked(NO_NUMBER)
    return unchecked("字号下面没有段落边框，红线若是画的图形，用 --pages 量")


def _drawn_rule(paper: Paper) -> Paragraph | None:
    end = next(iter(paper.places(Role.TITLE)), 0)
    return next((one for one in paper.docx.paragraphs[: end + 1] if one.drawing is not None), None)


def red_rule_colour(paper: Paper) -> Verdict:
    """The colour of the rule."""
    found, drawn = _rule(paper), _drawn_rule(paper)
    if found is not None:
        return judge([Fact(found[0].shown, f"颜色 {found[1].colour}", is_red(found[1].colour))], "")
    if drawn is not None and drawn.drawing is not None and drawn.drawing.colour:
        return judge([Fact(drawn.shown, f"颜色 {drawn.drawing.colour}", is_red(drawn.drawing.colour))], "")
    return _no_rule(paper)


def red_rule_length(paper: Paper) -> Verdict:
    """The rule is as wide as the type area."""
    if (other := _other_format(paper)) is not None:
        return other
    found, drawn, wanted = _rule(paper), _drawn_rule(paper), paper.sheet.length("page.text_width")
    if found is not None:
        paragraph = found[0]
        section = paper.docx.sections[min(paragraph.section, len(paper.docx.sections) - 1)]
        length = Length(section.text_width - paragraph.length("left") - paragraph.length("right")).mm
    elif drawn is not None and drawn.drawing is not None:
        length = drawn.drawing.length
    else:
        return _no_rule(paper)
    right = abs(length - wanted.mm) <= paper.sheet.length("page.tolerance").mm
    return judge([Fact("版头分隔线", f"{length:.1f} mm", right)], "")


def red_rule_distance(paper: Paper) -> Verdict:
    """How far the rule is below the number.

    The distance of a border counts from the line box, in which a fifth of an exact pitch is below the baseline; glyphs
    reach 0.12 of their size below it.
    """
    found = _rule(paper)
    if found is None:
        return _no_rule(paper)
    paragraph, border = found
    if paragraph.exact is None or paragraph.size is None:
        return unchecked("分隔线所在段的行距不是固定值，用 --pages 量")
    below = Length(paragraph.exact * 0.2 - paragraph.size * 0.12 + border.space).mm
    right = abs(below - paper.sheet.length("red_rule.distance").mm) <= paper.sheet.length("page.tolerance").mm
    return judge([Fact("版头分隔线", f"约 {below:.1f} mm", right)], "")
