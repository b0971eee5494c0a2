"""Measurements of the header, title and addressees; each function returns what is wrong, with its figures in mm.

Source: GB/T 9704—2012 §7.2.4 to §7.3.3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import Box, TextLine, ink_box, join_rules
from office.papers import Paper, squeezed, text_of, type_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.pdf import Rule

CENTRE, PLACE = 1.0, 1.0
"""How far (mm) a centre, and a place that a clause names, may be off."""
DESCENT = 0.2
"""Lines: the box of a large masthead reaches that much further below its baseline than a line of text."""


def line_with(paper: Paper, text: str, page: int = 1) -> TextLine:
    """Return the line of a page that says just this."""
    return next(line for line in paper.pages[page - 1].lines if squeezed(line.text) == squeezed(text))


def ink_of(paper: Paper, line: TextLine, page: int = 1) -> Box:
    """Return the extent of what is printed of a line."""
    ink = ink_box(paper.pdf, page, Box(line.x0 - 1, line.top - 1, line.x1 + 1, line.bottom + 1))
    assert ink is not None
    return ink


def red_rules(paper: Paper) -> list[Rule]:
    """Return the red rules of page 1 that are as long as half a line; one drawn twice in one place counts once."""
    red = f"#{paper.sheet.text('colour.red').lower()}"
    return [rule for rule in join_rules(paper.pages[0].rules) if rule.colour == red and rule.length > 78]


def masthead(paper: Paper) -> Iterator[str]:
    """The ink of the masthead begins 35 mm below the top of the type area, centred on it, in red 小标宋."""
    (head,) = paper.nodes(tree.Head)
    line, area = line_with(paper, head.masthead), type_area(paper.pages[0], paper.sheet)
    ink = ink_of(paper, line)
    wanted = area.top + paper.sheet.length("masthead.top").mm
    if abs(ink.top - wanted) > PLACE:
        yield f"masthead ink begins at {ink.top:.2f}, not {wanted:.2f}"
    if abs(_middle(ink) - _middle(area)) > CENTRE:
        yield f"masthead is centred on {_middle(ink):.2f}, not {_middle(area):.2f}"
    if ink.x0 < area.x0 or ink.x1 > area.x1:
        yield f"masthead reaches from {ink.x0:.2f} to {ink.x1:.2f}"
    colours = {glyph.colour for glyph in line.glyphs}
    if colours != {f"#{paper.sheet.text('colour.red').lower()}"}:
        yield f"masthead is {colours}"
    fonts = {glyph.font for glyph in line.glyphs}
    if fonts != {POSTSCRIPT_NAMES[paper.sheet.font("masthead")]}:
        yield f"masthead is set in {fonts}"


def document_number(paper: Paper) -> Iterator[str]:
    """Two blank lines lie between masthead and number; the number is centred."""
    (head,) = paper.nodes(tree.Head)
    mark, number = line_with(paper, head.masthead), line_with(paper, head.number)
    lines = (number.baseline - mark.baseline) / paper.sheet.length("page.pitch").mm
    wanted = paper.sheet.number("number.lines_before") + 1
    if not wanted - 1 <= lines <= wanted + DESCENT:
        yield f"the number stands {lines:.2f} lines below the masthead"
    centre = _middle(type_area(paper.pages[0], paper.sheet))
    if abs(_middle(number) - centre) > CENTRE:
        yield f"the number is centred on {_middle(number):.2f}, not {centre:.2f}"


def red_rule(paper: Paper) -> Iterator[str]:
    """One red rule as wide as the type area, 4 mm below the ink of the number."""
    rules, area = red_rules(paper), type_area(paper.pages[0], paper.sheet)
    if len(rules) != 1:
        yield f"{len(rules)} red rules"
        return
    (rule,) = rules
    if abs(rule.x0 - area.x0) > 0.5 or abs(rule.x1 - area.x1) > 0.5:
        yield f"the red rule reaches from {rule.x0:.2f} to {rule.x1:.2f}"
    (head,) = paper.nodes(tree.Head)
    gap = rule.position - ink_of(paper, line_with(paper, head.number)).bottom
    if abs(gap - paper.sheet.length("red_rule.distance").mm) > PLACE:
        yield f"the red rule is {gap:.2f} below the number"
    if abs(rule.thickness - paper.sheet.length("red_rule.width").pt) > 0.1:
        yield f"the red rule is {rule.thickness} pt thick"


def titles(paper: Paper) -> Iterator[str]:
    """Every title stands in the lines that layout chose, centred, 小标宋 of 22 pt, at most 20 characters a line."""
    size, font = paper.sheet.length("title.size").pt, POSTSCRIPT_NAMES[paper.sheet.font("title")]
    widest = paper.sheet.number("title.characters") * size * 25.4 / 72
    drawn = [(page, line) for page in paper.pages for line in page.lines if line.glyphs[0].size == size]
    wanted = [line for title in paper.nodes(tree.Title) for line in title.lines]
    if [squeezed(line.text) for _, line in drawn] != [squeezed(line) for line in wanted]:
        yield f"titles are {[line.text for _, line in drawn]}"
    for page, line in drawn:
        centre = _middle(type_area(page, paper.sheet))
        if abs(_middle(line) - centre) > CENTRE:
            yield f"“{line.text}” is centred on {_middle(line):.2f}, not {centre:.2f}"
        if line.width > widest + 0.5:
            yield f"“{line.text}” is {line.width:.2f} wide"
        if {glyph.font for glyph in line.glyphs if not glyph.char.isascii()} != {font}:
            yield f"“{line.text}” is set in {sorted({glyph.font for glyph in line.glyphs})}"


def title_under_the_red_rule(paper: Paper) -> Iterator[str]:
    """Two blank lines lie between red rule and title: the title is on the third line below the rule."""
    (rule,), pitch = red_rules(paper), paper.sheet.length("page.pitch").mm
    title = line_with(paper, paper.nodes(tree.Title)[0].lines[0])
    lines = (title.baseline - rule.position) / pitch
    blank = paper.sheet.number("title.lines_before")
    if not blank + 0.5 <= lines <= blank + 1:
        yield f"the title's baseline is {lines:.2f} lines below the red rule"


def addressees(paper: Paper) -> Iterator[str]:
    """The addressees begin at the left edge in every line, one blank line under the title."""
    (node,), area = paper.nodes(tree.Addressees), type_area(paper.pages[0], paper.sheet)
    lines = text_of(paper.pages[0], paper.sheet)
    last_of_title = line_with(paper, paper.nodes(tree.Title)[0].lines[-1])
    own, rest = [], squeezed(node.text)
    for line in (line for line in lines if line.top > last_of_title.top):
        if rest and rest.startswith(squeezed(line.text)):
            own.append(line)
            rest = rest.removeprefix(squeezed(line.text))
    if rest:
        yield f"not found of the addressees: {rest}"
        return
    for line in own:
        if abs(line.x0 - area.x0) > 0.5:
            yield f"“{line.text}” begins at {line.x0:.2f}"
    gap = (own[0].baseline - last_of_title.baseline) / paper.sheet.length("page.pitch").mm
    if not 1.75 <= gap <= 2.1:
        yield f"the addressees stand {gap:.2f} lines below the title"


def text_on_page_one(paper: Paper) -> Iterator[str]:
    """Page 1 shows text of the body: the beginning of the first paragraph."""
    words = squeezed(paper.nodes(tree.Paragraph)[0].text)[:12]
    if words not in squeezed("".join(line.text for line in paper.pages[0].lines)):
        yield f"page 1 does not show “{words}”"


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2
