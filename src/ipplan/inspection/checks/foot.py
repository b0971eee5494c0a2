"""Colophon and page numbers.

Source: GB/T 9704—2012 §7.4, §7.5, §8
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.fonts import is_family, size_verdict
from ipplan.inspection.docx import Place
from ipplan.inspection.elements import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Border, Paragraph, Run, Section, Table
    from ipplan.inspection.elements import Paper

NO_COLOPHON, NO_NUMBER = "没有版记", "没有页码"
_COLOPHON = (Role.COPY_TO, Role.PRINTING)
_RULE_OFF = 0.15
"""How far the width of a rule may be off, in pt: Word keeps eighths of a point."""
_PRINTED = re.compile(r".*?[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日印发", re.DOTALL)
_OF_DATES = "0123456789〇○零一二三四五六七八九十年月日"
"""Characters of a date, which ends the line that an office begins."""
_DASHED = re.compile(r"—\d+—")


def _table(paper: Paper) -> Table | None:
    """The table that draws the rules of the colophon."""
    tables = {one.table for one in paper.all(*_COLOPHON) if one.table is not None}
    return paper.docx.tables[min(tables)] if tables else None


def _rules(paper: Paper) -> dict[str, Border]:
    """The rules of the colophon: `top`, `bottom`, and `insideH` between its lines, from its table or its paragraphs."""
    table = _table(paper)
    if table is not None:
        return dict(table.borders)
    lines = paper.all(*_COLOPHON)
    sides = {"top": lines[0].border("top"), "bottom": lines[-1].border("bottom")} if lines else {}
    inside = [one.border("top") for one in lines[1:]] + [one.border("bottom") for one in lines[:-1]]
    sides["insideH"] = next((border for border in inside if border is not None), None)
    return {side: border for side, border in sides.items() if border is not None}


def _no_rules(paper: Paper) -> Verdict:
    if not paper.all(*_COLOPHON):
        return unchecked(NO_COLOPHON)
    return unchecked("版记的线若是画的图形，用 --pages 量")


def outer_rules(paper: Paper) -> Verdict:
    """The first and the last rule."""
    wanted = paper.sheet.length("colophon.thick_rule")
    return _rule_widths(paper, {"top": "首条", "bottom": "末条"}, wanted.pt)


def inner_rules(paper: Paper) -> Verdict:
    """The rules between the lines of the colophon."""
    if len(paper.all(*_COLOPHON)) < 2:
        return unchecked(NO_COLOPHON if not paper.all(*_COLOPHON) else "版记只有一行，没有中间的线")
    return _rule_widths(paper, {"insideH": "中间"}, paper.sheet.length("colophon.thin_rule").pt)


def _rule_widths(paper: Paper, sides: dict[str, str], wanted: float) -> Verdict:
    found = _rules(paper)
    if not found:
        return _no_rules(paper)

    def fact(side: str, word: str) -> Fact:
        if side not in found:
            return Fact(f"{word}分隔线", "没有线", right=False)
        width = found[side].width
        return Fact(f"{word}分隔线", f"{width * 25.4 / 72:.2f} mm", abs(width - wanted) <= _RULE_OFF)

    return judge((fact(side, word) for side, word in sides.items()), NO_COLOPHON)


def colophon_rule_length(paper: Paper) -> Verdict:
    """The rules are as wide as the type area."""
    table, wanted = _table(paper), paper.sheet.length("page.text_width").mm
    if table is None or table.width is None:
        return _no_rules(paper)
    right = abs(table.width - wanted) <= paper.sheet.length("page.tolerance").mm
    return judge([Fact("版记", f"{table.width:.1f} mm", right)], NO_COLOPHON)


def colophon_rule_colour(paper: Paper) -> Verdict:
    """The rules are black."""
    found = _rules(paper)
    if not found:
        return _no_rules(paper)
    facts = (
        Fact("版记分隔线", "黑色" if black else f"颜色 {rule.colour}", black)
        for rule in found.values()
        for black in [rule.colour == "000000"]
    )
    return judge(facts, NO_COLOPHON)


def colophon_size(paper: Paper) -> Verdict:
    """The size of the colophon."""
    return size_verdict(paper, paper.all(*_COLOPHON), "colophon.size", absent=NO_COLOPHON)


def copy_to_end(paper: Paper) -> Verdict:
    """A full stop behind the last name."""
    wanted = paper.sheet.text("copy_to.end")
    facts = (Fact(one.shown, f"“{one.printed[-1]}”", one.printed[-1] == wanted) for one in paper.all(Role.COPY_TO))
    return judge(facts, "没有抄送机关")


def printing_form(paper: Paper) -> Verdict:
    """The date of printing in digits, nothing padded, with 印发."""

    def fact(paragraph: Paragraph) -> Fact:
        words = "".join(paragraph.printed.split())
        office = words.removesuffix("印发").rstrip(_OF_DATES)
        return Fact(paragraph.shown, words[len(office) :] or words, bool(_PRINTED.fullmatch(words)))

    return judge(map(fact, paper.all(Role.PRINTING)), "没有印发机关和印发日期")


def _numbers(paper: Paper, *kinds: str) -> Iterator[tuple[str, Section, Paragraph]]:
    """The page numbers of the sections by kind; one that several sections share comes once."""
    seen: list[Paragraph] = []
    for section in paper.docx.sections:
        for kind, number in section.numbers.items():
            if number is not None and kind in (kinds or section.numbers) and number not in seen:
                seen.append(number)
                yield kind, section, number


def number_form(paper: Paper) -> Verdict:
    """A 一字线 on each side of the number."""

    def fact(section: Section, number: Paragraph) -> Fact:
        words = "".join(number.printed.split())
        words = f"-{words}-" if section.number_format == "numberInDash" else words
        return Fact("页码", words, bool(_DASHED.fullmatch(words)))

    return judge((fact(section, number) for _, section, number in _numbers(paper)), NO_NUMBER)


def number_size(paper: Paper) -> Verdict:
    """The size of the number."""
    wanted = paper.sheet.length("page_number.size").pt
    facts = (
        Fact("页码", "没有写明" if run.size is None else f"{run.size:g} pt", run.size == wanted)
        for run in _number_runs(paper)
    )
    return judge(facts, NO_NUMBER)


def number_font(paper: Paper) -> Verdict:
    """The font of the digits."""
    family = paper.sheet.text("page_number.font")
    facts = (
        Fact("页码", run.font("ascii") or "没有写明", is_family(run.font("ascii"), family, paper.sheet))
        for run in _number_runs(paper)
        if re.search(r"\d", run.text)
    )
    return judge(facts, NO_NUMBER)


def _number_runs(paper: Paper) -> Iterator[Run]:
    return (run for _, _, number in _numbers(paper) for run in number.runs if run.text.strip())


def both_numbers(paper: Paper) -> Verdict:
    """Odd and even pages both have a number, and differ: the file must say that they may."""

    def fact(number: int, section: Section) -> Fact:
        lacking = [word for kind, word in (("default", "单页"), ("even", "双页")) if section.numbers.get(kind) is None]
        words = "、".join(f"{word}没有页码" for word in lacking)
        if not lacking and not paper.docx.odd_and_even:
            words = "没有设“奇偶页不同”"
        return Fact(f"第 {number} 节", words or "单双页都有", not words)

    numbered = [(n, one) for n, one in enumerate(paper.docx.sections, 1) if any(one.numbers.values())]
    return judge((fact(n, one) for n, one in numbered), NO_NUMBER)


def number_sides(paper: Paper) -> Verdict:
    """The number stands right on odd pages and left on even ones, as far as the file itself places it."""
    facts = []
    for kind, section, number in _upright_numbers(paper):
        wanted, word = ("left", "双页") if kind == "even" else ("right", "单页")
        if kind != "even" and not paper.docx.odd_and_even:
            continue
        side = number.settings.get("xAlign", number.align) if number.place is Place.FRAME else number.align
        side = "left" if side == "both" else side
        right = side in {wanted, "outside"}
        name = {"right": "居右", "left": "居左", "center": "居中", "outside": "居外侧"}.get(side, side)
        facts.append(Fact(f"{word}页码", f"{word}{name}", right))
        del section
    return judge(facts, "不分单双页，左右没法查" if any(_upright_numbers(paper)) else NO_NUMBER)


def number_indent(paper: Paper) -> Verdict:
    """One character of its own size between the number and the edge."""
    wanted = paper.sheet.number("page_number.indent")

    def fact(kind: str, number: Paragraph) -> Fact:
        side = "right" if number.align == "right" else "left"
        typed = len(number.text) - len(number.text.strip("\u3000"))
        room = number.inset(side) + typed + (number.first_line if side == "left" and not typed else 0)
        return Fact("双页页码" if kind == "even" else "单页页码", f"{room:.2g} 字", abs(room - wanted) <= 0.2)

    placed = [(kind, number) for kind, _, number in _upright_numbers(paper) if number.place is Place.BODY]
    placed = [(kind, number) for kind, number in placed if number.align != "center"]
    return judge((fact(kind, number) for kind, number in placed), "页码不靠边，或在文本框里，用 --pages 量")


def _upright_numbers(paper: Paper) -> Iterator[tuple[str, Section, Paragraph]]:
    return (
        (kind, section, number)
        for kind, section, number in _numbers(paper, "default", "even")
        if not section.landscape and number.place is not Place.TEXT_BOX
    )


def landscape_number(paper: Paper) -> Verdict:
    """The number of a landscape page stands in a box at the left edge; a footer would put it at the wrong edge."""

    def fact(number: int, section: Section) -> Fact:
        found = [one for one in section.numbers.values() if one is not None]
        boxed = all(one.place in {Place.TEXT_BOX, Place.FRAME} for one in found)
        words = "在文本框里" if boxed else "在横排页的下边，转过来不在原处"
        return Fact(f"第 {number} 节", words if found else "没有页码", boxed and bool(found))

    turned = [(n, section) for n, section in enumerate(paper.docx.sections, 1) if section.landscape]
    return judge((fact(n, section) for n, section in turned), "没有横排的页")
