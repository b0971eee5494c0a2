"""Title and addressees.

Source: GB/T 9704—2012 §7.3.1, §7.3.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.checks.fonts import font_verdict, size_verdict
from ipplan.inspection.checks.head import centred, lines_verdict
from ipplan.inspection.elements import Form, Role
from ipplan.widths import character_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.elements import Paper

NO_TITLE, NO_ADDRESSEES = "没有标题", "没有主送机关"
_FLUSH = 0.2
"""How far, in characters, a line that begins at the edge may be off."""


def title_font(paper: Paper) -> Verdict:
    """The recommended font of the title."""
    return font_verdict(paper, paper.title, "title", absent=NO_TITLE)


def title_size(paper: Paper) -> Verdict:
    """The size of the title."""
    return size_verdict(paper, paper.title, "title.size", absent=NO_TITLE)


def title_align(paper: Paper) -> Verdict:
    """In the middle."""
    return judge((centred(paragraph) for paragraph in paper.title), NO_TITLE)


def title_lines(paper: Paper) -> Verdict:
    """Blank lines between the red rule and the title."""
    if paper.form is Form.ORDER:
        return unchecked("命令没有标题")
    place = next(iter(paper.places(Role.TITLE)), None)
    if place is None or Role.NUMBER not in paper.roles:
        return unchecked(NO_TITLE if place is None else "没有版头，标题上面不是分隔线")
    return lines_verdict(paper, place, "title.lines_before")


def title_width(paper: Paper) -> Verdict:
    """No line of the title is longer than the type area; one that is, would be broken where it happens to end."""
    longest = paper.sheet.number("title.characters")

    def facts() -> Iterator[Fact]:
        for paragraph in paper.title:
            for line in paragraph.printed.split("\n"):
                width = character_width(line)
                yield Fact(f"“{line}”", f"{width:g} 字", width <= longest)

    return judge(facts(), NO_TITLE)


def addressees_indent(paper: Paper) -> Verdict:
    """The addressees begin at the edge."""
    facts = (
        Fact(one.shown, f"{indent:.2g} 字", abs(indent) <= _FLUSH)
        for one in paper.all(Role.ADDRESSEES)
        for indent in [one.first_line + one.inset("left")]
    )
    return judge(facts, NO_ADDRESSEES)


def addressees_end(paper: Paper) -> Verdict:
    """A full-width colon behind the last name."""
    wanted = paper.sheet.text("addressees.end")
    facts = (Fact(one.shown, f"“{one.printed[-1]}”", one.printed[-1] == wanted) for one in paper.all(Role.ADDRESSEES))
    return judge(facts, NO_ADDRESSEES)


def addressees_lines(paper: Paper) -> Verdict:
    """A blank line between title and addressees."""
    place = next(iter(paper.places(Role.ADDRESSEES)), None)
    return unchecked(NO_ADDRESSEES) if place is None else lines_verdict(paper, place, "addressees.lines_before")
