"""The checks of the pages: where lines, rules and numbers stand.

Source: GB/T 9704—2012 §5.2, §7.2, §7.3.5.5, §7.4, §7.5
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from ipplan.inspection.check import Check, Fact, Verdict, judge, unchecked
from ipplan.inspection.elements import Form, Role, is_red
from ipplan.inspection.pages.laid_out import named, squeezed, tolerance
from ipplan.inspection.pages.shapes import Box
from ipplan.inspection.pages.table_checks import column_widths, turned_number, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.pages.laid_out import LaidOut
    from ipplan.inspection.pages.pdf import Page
    from ipplan.inspection.pages.shapes import Rule, TextLine

_NO_FULL_PAGE = "没有排满正文的面"
_HAN = re.compile("[\u3400-\u9fff，。、；：！？（）《》“”‘’〔〕—…·]+")
_HANGING = "，。、；：！？）》”’〕"
"""LibreOffice lets one of these stand beyond the right edge."""
_NUMBER = re.compile(r"\D?\d+\D?")
_LEAST_LINE = 25
"""Characters from which a line of a longer paragraph counts as full."""


def first_row(laid_out: LaidOut) -> Verdict:
    """The first line of a full page begins in the type area, not more than the leading of a line below its top."""
    leading, off = _leading(laid_out), tolerance(laid_out)

    def fact(page: Page, lines: list[TextLine]) -> Fact:
        top, wanted = lines[0].top, laid_out.paper.sheet.length("page.margin_top").mm
        return Fact(named(page), f"{top:.1f} mm", wanted - off <= top <= wanted + leading + off)

    return judge((fact(page, lines) for page, lines in laid_out.full_pages), _NO_FULL_PAGE)


def last_row(laid_out: LaidOut) -> Verdict:
    """The last line of a full page ends in the type area, not more than the leading of a line above its bottom."""
    leading, off = _leading(laid_out), tolerance(laid_out)
    length = laid_out.paper.sheet.length
    wanted = length("page.margin_top").mm + length("page.text_height").mm

    def fact(page: Page, lines: list[TextLine]) -> Fact:
        bottom = lines[-1].bottom
        return Fact(named(page), f"{bottom:.1f} mm", wanted - leading - off <= bottom <= wanted + off)

    return judge((fact(page, lines) for page, lines in laid_out.full_pages), _NO_FULL_PAGE)


def _leading(laid_out: LaidOut) -> float:
    """The white of a line inside the type area, in mm; none where lines stand out of it as far as they are white."""
    length = laid_out.paper.sheet.length
    return max(0.0, (length("page.pitch") - length("body.size") - length("page.overhang") * 2).mm)


def lines_on_page(laid_out: LaidOut) -> Verdict:
    """How many lines a full page has."""
    wanted = int(laid_out.paper.sheet.number("page.lines"))
    found = laid_out.full_pages
    return judge((Fact(named(page), f"{len(lines)} 行", len(lines) == wanted) for page, lines in found), _NO_FULL_PAGE)


def characters_on_line(laid_out: LaidOut) -> Verdict:
    """How many characters the lines of Chinese alone have that are full: most of them must have the wanted number."""
    wanted = int(laid_out.paper.sheet.number("page.characters"))
    counts = Counter(_length(words) for words in _full_lines(laid_out))
    if not counts:
        return unchecked("没有全是汉字的整行")
    count = counts.most_common(1)[0][0]
    return judge([Fact("正文", f"多数整行 {count} 字", count == wanted)], "")


def _full_lines(laid_out: LaidOut) -> Iterator[str]:
    texts = "\n".join(squeezed(one.text) for one in laid_out.paper.all(Role.BODY))
    for _, lines in laid_out.text_pages:
        for line in lines:
            words = squeezed(line.text)
            first_or_last = f"{words}\n" in f"{texts}\n" or f"\n{words}" in f"\n{texts}"
            if len(words) >= _LEAST_LINE and not first_or_last and _HAN.fullmatch(words):
                yield words


def _length(words: str) -> int:
    """The characters inside the type area: a mark may hang outside."""
    return len(words) - (words[-1] in _HANGING and len(words) > 28)


def masthead_ink(laid_out: LaidOut) -> Verdict:
    """The ink of the masthead begins where the clause says, in letters and orders another one."""
    found = laid_out.line_of(Role.MASTHEAD)
    ink = None if found is None else laid_out.ink(*found)
    if ink is None:
        return unchecked("没有发文机关标志，或在页上认不出它")
    length, form = laid_out.paper.sheet.length, laid_out.paper.form
    figure = {Form.LETTER: "letter.top", Form.ORDER: "order.top"}.get(form, "masthead.top")
    wanted = length(figure).mm + (0 if form is Form.LETTER else length("page.margin_top").mm)
    right = abs(ink.top - wanted) <= tolerance(laid_out)
    return judge([Fact("发文机关标志", f"距纸边 {ink.top:.1f} mm", right)], "")


def _red_rule(laid_out: LaidOut) -> Rule | None:
    """The first long rule below the document number on its page, red or not."""
    found = laid_out.line_of(Role.NUMBER)
    if found is None:
        return None
    below = [rule for rule in laid_out.rules(found[0]) if rule.position > found[1].baseline]
    rule = min(below, key=lambda rule: rule.position, default=None)
    return rule if rule is not None and rule.position < found[1].baseline + 30 else None


def drawn_rule(laid_out: LaidOut) -> Verdict:
    """The rule under the number is red and as long as the type area is wide."""
    rule, wanted = _red_rule(laid_out), laid_out.paper.sheet.length("red_rule.length").mm
    if rule is None:
        return unchecked("发文字号下面没有看到分隔线")
    red = is_red(rule.colour.removeprefix("#").upper())
    words = f"{rule.length:.1f} mm，{'红色' if red else rule.colour}"
    return judge([Fact("版头分隔线", words, red and abs(rule.length - wanted) <= tolerance(laid_out))], "")


def rule_distance(laid_out: LaidOut) -> Verdict:
    """From the ink of the number to the rule."""
    rule, number = _red_rule(laid_out), laid_out.line_of(Role.DATELINE) or laid_out.line_of(Role.NUMBER)
    ink = None if number is None else laid_out.ink(*number)
    if rule is None or ink is None:
        return unchecked("发文字号下面没有看到分隔线")
    found, wanted = rule.top - ink.bottom, laid_out.paper.sheet.length("red_rule.distance").mm
    return judge([Fact("版头分隔线", f"{found:.1f} mm", abs(found - wanted) <= tolerance(laid_out))], "")


def signature_page(laid_out: LaidOut) -> Verdict:
    """The page of the signature has text or the list of attachments above it."""
    found = laid_out.line_of(Role.SIGNATURE, last=True)
    if found is None:
        return unchecked("没有发文机关署名，或在页上认不出它")
    page, name = found
    roles = (Role.BODY, Role.ATTACHMENT_LIST, Role.ADDRESSEES)
    texts = "\n".join(squeezed(one.text) for one in laid_out.paper.all(*roles))
    above = [line for line in page.lines if line.bottom < name.top and squeezed(line.text) in texts]
    return judge([Fact(named(page), f"署名上面有 {len(above)} 行正文", bool(above))], "")


def _colophon(laid_out: LaidOut) -> tuple[Page, TextLine] | Verdict:
    """The last line of the colophon with its page, or why it cannot be told."""
    if not laid_out.paper.all(Role.PRINTING, Role.COPY_TO):
        return unchecked("没有版记")
    found = laid_out.line_of(Role.PRINTING) or laid_out.line_of(Role.COPY_TO)
    return unchecked("在页上认不出版记") if found is None else found


def colophon_face(laid_out: LaidOut) -> Verdict:
    """The colophon stands on an even face, unless the sheet says that paper is printed on one side."""
    found = _colophon(laid_out)
    if isinstance(found, Verdict):
        return found
    even = found[0].number % 2 == 0
    return judge([Fact("版记", named(found[0]), even or laid_out.paper.sheet.text("colophon.face") != _EVEN)], "")


_EVEN = "双数面"


def colophon_bottom(laid_out: LaidOut) -> Verdict:
    """The last rule of the colophon lies on the bottom edge of the type area of the last page."""
    found = _colophon(laid_out)
    if isinstance(found, Verdict):
        return found
    page, line = found
    below = [rule for rule in laid_out.rules(page) if rule.position > line.baseline]
    if not below:
        return unchecked("版记下面没有看到分隔线")
    length, lowest = laid_out.paper.sheet.length, max(rule.position for rule in below)
    wanted = length("page.margin_top").mm + length("page.text_height").mm
    last = page.number == len(laid_out.pages)
    right = last and abs(lowest - wanted) <= tolerance(laid_out)
    return judge([Fact(named(page), f"距纸边 {lowest:.1f} mm{'' if last else '，不是最后一面'}", right)], "")


def number_place(laid_out: LaidOut) -> Verdict:
    """The dashes of the page number lie below the type area at the distance of the clause, on the right side."""
    facts = [fact for page in laid_out.pages for fact in _number_place(laid_out, page)]
    return judge(facts, "没有看到页码")


def _number_place(laid_out: LaidOut, page: Page) -> Iterator[Fact]:
    area, sheet = laid_out.area(page), laid_out.paper.sheet
    below = [line for line in page.lines if area and line.baseline > area.bottom]
    number = next((line for line in below if _NUMBER.fullmatch(squeezed(line.text))), None)
    dash = None if number is None else laid_out.ink(page, _dash(number))
    if area is None or number is None or dash is None:
        return
    found = (dash.top + dash.bottom) / 2 - area.bottom
    inset = sheet.length("page_number.size").mm * sheet.number("page_number.indent")
    odd = page.number % 2 == 1
    room = area.x1 - number.x1 if odd else number.x0 - area.x0
    right = abs(found - sheet.length("page_number.distance").mm) <= tolerance(laid_out) and abs(room - inset) <= 1
    yield Fact(named(page), f"版心下 {found:.1f} mm，{'右' if odd else '左'}空 {room:.1f} mm", right)


def _dash(number: TextLine) -> TextLine:
    """The first character of a page number as a line of its own, narrowed so that its neighbours are not seen."""
    glyph = number.glyphs[0]
    box = Box(glyph.x0 + 1, glyph.top + 1, glyph.x1 - 1, glyph.bottom - 1)
    return type(number)(box.x0, box.top, box.x1, box.bottom, (glyph,), number.baseline)


PageCheck: TypeAlias = "Check[LaidOut]"

PAGE_CHECKS: tuple[PageCheck, ...] = (
    Check("page-first-row", "首行位置", ("page.margin_top",), "距纸边 {page.margin_top} 起，行内空白不算", first_row),
    Check("page-last-row", "末行位置", ("page.text_height",), "到版心下边缘为止，行内空白不算", last_row),
    Check("page-lines", "一面的行数", ("page.lines",), "{page.lines} 行", lines_on_page),
    Check("page-characters", "一行的字数", ("page.characters",), "{page.characters} 字", characters_on_line),
    Check("page-masthead", "标志墨迹上边", ("masthead.top",), "距版心上边缘 {masthead.top}", masthead_ink),
    Check("page-red-rule", "画出来的分隔线", ("red_rule.length",), "{red_rule.length}，{red_rule.colour}", drawn_rule),
    Check("page-rule-distance", "分隔线到字号", ("red_rule.distance",), "{red_rule.distance}", rule_distance),
    Check("page-signature", "署名所在的面", ("signature.page",), "{signature.page}", signature_page),
    Check("page-colophon", "版记末条线的位置", ("colophon.place",), "{colophon.place}", colophon_bottom),
    Check("page-colophon-face", "版记所在的面", ("colophon.face",), "{colophon.face}", colophon_face),
    Check("page-number", "页码位置", ("page_number.distance", "page_number.indent"),
          "版心下 {page_number.distance}，距边 {page_number.indent} 字", number_place),
    Check("page-landscape-number", "横排页页码位置", ("landscape.number", "page_number.distance"),
          "版心左边 {page_number.distance}，单页在下端，双页在上端", turned_number),
    Check("page-table-rows", "表格的行在页上", ("table.rows",), "{table.rows}", whole_rows),
    Check("page-column-widths", "表格各栏的宽度", ("table.least_characters", "table.long_text"),
          "{table.long_text} 字以上的，一行不少于 {table.least_characters} 字", column_widths),
)  # fmt: skip
"""Every check of the pages, in the order of the clauses."""
