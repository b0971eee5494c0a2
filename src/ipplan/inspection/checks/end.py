"""What follows the text: attachment list, signature, date, remark, attachments.

Source: GB/T 9704—2012 §7.3.4 to §7.3.7
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.fonts import font_verdict
from ipplan.inspection.checks.head import lines_verdict
from ipplan.inspection.elements import Role
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Paragraph
    from ipplan.inspection.elements import Paper

NO_LIST, NO_SIGNATURE, NO_DATE = "没有附件说明", "没有发文机关署名", "没有成文日期"
NO_REMARK, NO_ATTACHMENT = "没有附注", "没有附件"
_OFF = 0.5
"""How far, in characters, a place may be off that is counted from the widths of words."""
_LIST_LABEL = re.compile(r"附件：")
_ITEM = re.compile(r"(?:附 ?件 ?\d* ?[:：] ?)?(?:(\d{1,2}) ?[.．、] ?)?(.*)", re.DOTALL)
_DATE = re.compile(r"([12]\d{3})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_LABEL = re.compile(r"([\u4e00-\u9fff]{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号|第[1-9]\d{0,4}[号期])?附件((?:[1-9]\d?)?)")


def list_form(paper: Paper) -> Verdict:
    """`附件：` and, where there are several names, 1. 2. 3. in order."""
    items = paper.all(Role.ATTACHMENT_LIST)
    if not items:
        return unchecked(NO_LIST)
    words = items[0].printed
    numbers = [number for number, _ in _names(items)]
    wanted = [str(n) for n in range(1, len(numbers) + 1)] if len(numbers) > 1 else [""]
    facts = [
        Fact(items[0].shown, words[:3], bool(_LIST_LABEL.match(words))),
        Fact(items[0].shown, f"序号 {'、'.join(numbers) or '没有'}" if any(numbers) else "不编号", numbers == wanted),
    ]
    return judge(facts, NO_LIST)


def _names(items: list[Paragraph]) -> list[tuple[str, str]]:
    """Number and name of each attachment; a line without either goes on with the name above."""
    found: list[tuple[str, str]] = []
    for line in (line for item in items for line in item.printed.split("\n")):
        match = _ITEM.match(line.strip())
        number, name = (match[1] or "", match[2].strip()) if match else ("", "")
        if not found or number:
            found.append((number, name))
        elif not found[-1][1] and not found[-1][0]:
            found[-1] = (number, name)
        else:
            found[-1] = (found[-1][0], found[-1][1] + name)
    return [one for one in found if one[1]]


def list_end(paper: Paper) -> Verdict:
    """No mark behind a name."""
    facts = (
        Fact(f"“{name[-12:]}”", f"“{name[-1]}”" if marked else "没有标点", not marked)
        for _, name in _names(paper.all(Role.ATTACHMENT_LIST))
        for marked in [name[-1] in "。；;，,、."]
    )
    return judge(facts, NO_LIST)


def list_indent(paper: Paper) -> Verdict:
    """The list begins two characters in."""
    wanted, first = paper.sheet.number("attachments.indent"), paper.first(Role.ATTACHMENT_LIST)
    if first is None:
        return unchecked(NO_LIST)
    found = first.inset("left") + first.first_line
    return judge([Fact(first.shown, f"{found:.2g} 字", abs(found - wanted) <= 0.15)], NO_LIST)


def list_lines(paper: Paper) -> Verdict:
    """A blank line above the list."""
    place = next(iter(paper.places(Role.ATTACHMENT_LIST)), None)
    return unchecked(NO_LIST) if place is None else lines_verdict(paper, place, "attachments.lines_before")


def signature_place(paper: Paper) -> Verdict:
    """Where name and date stand: as under a seal, or as without one. Widths are counted, not measured.

    Under a seal the date ends four characters from the edge and the name is centred on it; a name too long for that
    ends at the edge. Without a seal the name ends two characters from the edge and the date begins two further right; a
    date longer than the name ends two from the edge.
    """
    names, date = paper.all(Role.SIGNATURE), paper.first(Role.DATE)
    if date is None or not names:
        return unchecked(NO_DATE if date is None else NO_SIGNATURE)
    width = _width(paper, date)
    widest = max(names, key=lambda one: spaced_width(one.printed))
    spans = [_span(one, width) for one in (widest, date)]
    if None in spans:
        return unchecked("署名或日期的对齐方式看不出位置，用 --pages 量")
    (name_left, name_right), (date_left, date_right) = [span for span in spans if span]
    sealed = abs((name_left - name_right) - (date_left - date_right)) / 2 <= _OFF and (
        abs(date_right - paper.sheet.number("signature.sealed_date_right")) <= _OFF or name_right <= 1
    )
    edge, gap = paper.sheet.number("signature.unsealed_right"), paper.sheet.number("signature.gap")
    outer = min(name_right, date_right)
    unsealed = abs(outer - edge) <= _OFF and abs(date_left - name_left - gap) <= _OFF
    words = f"署名右空 {name_right:.1f} 字，日期右空 {date_right:.1f} 字"
    return judge([Fact(date.shown, words, sealed or unsealed)], NO_DATE)


def _width(paper: Paper, paragraph: Paragraph) -> float:
    """The width of the text area in characters of a paragraph."""
    section = paper.docx.sections[min(paragraph.section, len(paper.docx.sections) - 1)]
    return section.text_width / (paragraph.advance or paper.sheet.characters("body.indent").pt / 2)


def _span(paragraph: Paragraph, width: float) -> tuple[float, float] | None:
    """How far the ends of a line are from the left and right edge, in characters; None for an unknown alignment."""
    text = paragraph.text.strip(" ")
    lead = len(text) - len(text.lstrip("\u3000"))
    words = spaced_width(text)
    left = paragraph.inset("left") + (paragraph.first_line - lead if paragraph.align != "center" else 0)
    free = width - left - paragraph.inset("right") - words
    tail = len(text) - len(text.rstrip("\u3000"))
    match paragraph.align:
        case "right":
            return left + free + lead, paragraph.inset("right") + tail
        case "center":
            return left + free / 2 + lead, paragraph.inset("right") + free / 2 + tail
        case "left" | "both":
            return left + lead, paragraph.inset("right") + free + tail
        case _:
            return None


def signature_lines(paper: Paper) -> Verdict:
    """At least one blank line above the name; under a seal there is room for it."""
    place = next(iter(paper.places(Role.SIGNATURE)), None)
    lines = None if place is None else paper.lines_above(place)
    if place is None or lines is None:
        return unchecked(NO_SIGNATURE)
    least = paper.sheet.number("signature.unsealed_lines_before") - 0.3
    return judge([Fact(paper.docx.paragraphs[place].shown, f"{lines:.1f} 行", lines >= least)], NO_SIGNATURE)


def date_form(paper: Paper) -> Verdict:
    """A day of the calendar in digits, nothing padded."""
    return judge((Fact(one.shown, one.printed, _is_day(one.printed)) for one in paper.all(Role.DATE)), NO_DATE)


def _is_day(words: str) -> bool:
    found = _DATE.fullmatch(words)
    try:
        return found is not None and bool(datetime.date(*(int(part) for part in found.groups())))
    except ValueError:
        return False


def remark_indent(paper: Paper) -> Verdict:
    """The remark begins two characters in."""
    wanted = paper.sheet.number("remark.indent")
    facts = (
        Fact(one.shown, f"{found:.2g} 字", abs(found - wanted) <= 0.15)
        for one in paper.all(Role.REMARK)
        for found in [one.first_line + one.inset("left")]
    )
    return judge(facts, NO_REMARK)


def label_form(paper: Paper) -> Verdict:
    """`附件`, or `附件1` where there are several; nothing behind it, before it the number of a paper bound apart."""
    facts = (Fact(one.shown, one.printed, bool(_LABEL.fullmatch(one.printed))) for one in _labels(paper))
    return judge(facts, NO_ATTACHMENT)


def _labels(paper: Paper) -> list[Paragraph]:
    return paper.all(Role.ATTACHMENT_LABEL)


def label_font(paper: Paper) -> Verdict:
    """The font of the label."""
    return font_verdict(paper, _labels(paper), "attachment_label", absent=NO_ATTACHMENT)


def label_place(paper: Paper) -> Verdict:
    """On a new page, at the edge."""

    def facts() -> Iterator[Fact]:
        for place in paper.places(Role.ATTACHMENT_LABEL):
            one = paper.docx.paragraphs[place]
            indent, fresh = one.first_line + one.inset("left"), _begins_page(paper, place)
            words = f"{'另起一面' if fresh else '没有另起一面'}，左空 {abs(indent):.2g} 字"
            yield Fact(one.shown, words, fresh and abs(indent) <= 0.2 and one.align in {"left", "both"})

    return judge(facts(), NO_ATTACHMENT)


def _begins_page(paper: Paper, place: int) -> bool:
    """Whether something makes a paragraph begin a page: its own setting, a break before it, a new section."""
    paragraphs = paper.docx.paragraphs
    one = paragraphs[place]
    if place == 0 or one.on("pageBreakBefore", unless_said=False) or one.page_break:
        return True
    for above in range(place - 1, -1, -1):
        if paragraphs[above].page_break or paragraphs[above].section != one.section:
            return True
        if paper.roles[above] is not Role.BLANK:
            break
    return False


def attachment_title_line(paper: Paper) -> Verdict:
    """The title of an attachment stands on the third line: a blank one lies between label and title."""
    wanted = paper.sheet.number("attachment_title.line") - 2

    def facts() -> Iterator[Fact]:
        for place in paper.places(Role.ATTACHMENT_TITLE):
            lines = paper.lines_above(place)
            if paper.roles[place - 1] is not Role.ATTACHMENT_TITLE and lines is not None:
                shown = paper.docx.paragraphs[place].shown
                yield Fact(shown, f"第 {lines + 2:.1f} 行", abs(lines - wanted) <= 0.3)

    return judge(facts(), "附件没有标题" if _labels(paper) else NO_ATTACHMENT)


def attachment_agreement(paper: Paper) -> Verdict:
    """Number and title of each attachment are those of the list."""
    listed = _names(paper.all(Role.ATTACHMENT_LIST))
    if not listed or not _labels(paper):
        return unchecked(NO_ATTACHMENT if listed else NO_LIST)
    attached = [(_serial(label), title) for label, title in _attachments(paper)]

    def fact(found: tuple[str, str]) -> Fact:
        right = any(number == found[0] and _squeezed(name) == _squeezed(found[1]) for number, name in listed)
        return Fact(f"附件{found[0]}", "一致" if right else f"附件说明里没有“{' '.join(found[1].split())}”", right)

    return judge((fact(one) for one in attached if one[1]), "附件没有标题")


def _serial(label: str) -> str:
    """The number of an attachment in its label; empty where there is none."""
    return re.sub(r"\D", "", label.rpartition("件")[2])


def _attachments(paper: Paper) -> Iterator[tuple[str, str]]:
    """The label and the title of each attachment."""
    for place in paper.places(Role.ATTACHMENT_LABEL):
        title = []
        for role, paragraph in zip(paper.roles[place + 1 :], paper.docx.paragraphs[place + 1 :], strict=True):
            if role is Role.ATTACHMENT_TITLE:
                title.append(paragraph.printed)
            elif role is not Role.BLANK:
                break
        yield paper.docx.paragraphs[place].printed, "".join(title)


def _squeezed(text: str) -> str:
    return "".join(text.split()).strip("《》").rstrip("。；;，,、.")
