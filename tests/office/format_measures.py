"""Measurements of letters, orders and minutes; each function returns what is wrong, with its figures in mm.

Source: GB/T 9704—2012 §7.3.5.3, §10
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan import document as tree
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import text_lines
from office import end_measures, head_measures
from office.end_measures import colophon_rules
from office.head_measures import CENTRE, PLACE, ink_of, line_with, red_rules
from office.papers import Paper, squeezed, text_of, type_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.pdf import Box, TextLine

_APART = 2.5
"""An empty stretch (mm) that divides two pieces of a line."""
_LINE = 0.2
"""Lines of text that a distance may be off."""


def letter_masthead(paper: Paper) -> Iterator[str]:
    """The ink of the name begins 30 mm below the edge of the paper, centred, in red, with no number on its page."""
    (head,), page = paper.nodes(tree.LetterHead), paper.pages[0]
    yield from _mark(paper, head.masthead, paper.sheet.length("letter.top").mm)
    numbers = [line.text for line in page.lines if "—" in line.text]
    if numbers:
        yield f"page 1 has the numbers {numbers}"


def _mark(paper: Paper, words: str, top: float) -> Iterator[str]:
    line = line_with(paper, words)
    ink = ink_of(paper, line)
    if abs(ink.top - top) > PLACE:
        yield f"masthead ink begins at {ink.top:.2f}, not {top:.2f}"
    middle = _middle(type_area(paper.pages[0], paper.sheet))
    if abs(_middle(ink) - middle) > CENTRE:
        yield f"masthead is centred on {_middle(ink):.2f}, not {middle:.2f}"
    colours, fonts = ({getattr(glyph, what) for glyph in line.glyphs} for what in ("colour", "font"))
    if colours != {_red(paper)} or fonts != {POSTSCRIPT_NAMES[paper.sheet.font("masthead")]}:
        yield f"masthead is {colours} in {fonts}"


def letter_rules(paper: Paper) -> Iterator[str]:
    """A thick rule above a thin one 4 mm below the ink of the name, a thin above a thick one 20 mm from the foot."""
    rules, sheet = sorted(red_rules(paper), key=lambda rule: rule.position), paper.sheet
    thick, thin = (sheet.length(f"letter.{name}_rule") for name in ("thick", "thin"))
    if [round(rule.thickness, 1) for rule in rules] != [round(one.pt, 1) for one in (thick, thin, thin, thick)]:
        yield f"the red rules are {[rule.thickness for rule in rules]} pt thick"
        return
    length = sheet.length("letter.rule_length").mm
    left = (sheet.length("page.width").mm - length) / 2
    for rule in rules:
        if abs(rule.x0 - left) > 0.5 or abs(rule.length - length) > 0.5:
            yield f"a red rule reaches from {rule.x0:.2f} to {rule.x1:.2f}"
    (head,) = paper.nodes(tree.LetterHead)
    gap = rules[0].position - thick.mm / 2 - ink_of(paper, line_with(paper, head.masthead)).bottom
    if abs(gap - sheet.length("letter.rule_distance").mm) > PLACE:
        yield f"the first rule is {gap:.2f} below the masthead"
    foot = paper.pages[0].height - rules[-1].position - thick.mm / 2
    if abs(foot - sheet.length("letter.foot_rule").mm) > 0.5:
        yield f"the last rule is {foot:.2f} from the foot of the page"


def letter_lines(paper: Paper) -> Iterator[str]:
    """Marks at the left edge, one a line, the number at the right of the first, 7/8 of a character below the rule."""
    (head,), sheet = paper.nodes(tree.LetterHead), paper.sheet
    area, number = type_area(paper.pages[0], sheet), _piece(paper, head.number)
    wanted = sheet.length("body.size").mm * sheet.number("letter.line_distance")
    gap = ink_of(paper, number).top - sorted(rule.bottom for rule in red_rules(paper))[1]
    if abs(gap - wanted) > PLACE:
        yield f"the number is {gap:.2f} below the rule, not {wanted:.2f}"
    if abs(number.x1 - area.x1) > PLACE:
        yield f"the number ends at {number.x1:.2f}, not {area.x1:.2f}"
    pitch, marks = sheet.length("page.pitch").mm, [*filter(None, (head.copy_number, head.classification, head.urgency))]
    for place, words in enumerate(marks):
        mark = _piece(paper, words)
        lines = (mark.baseline - number.baseline) / pitch
        if abs(lines - place) > _LINE or abs(mark.x0 - area.x0) > PLACE:
            yield f"“{words}” stands {lines:.2f} lines below the number, at {mark.x0:.2f}"
    title = line_with(paper, paper.nodes(tree.Title)[0].lines[0])
    lines = (title.baseline - number.baseline) / pitch - max(0, len(marks) - 1)
    if abs(lines - sheet.number("title.lines_before") - 1) > _LINE:
        yield f"the title stands {lines:.2f} lines below what is above it"


def letter_foot(paper: Paper) -> Iterator[str]:
    """Text on page 1 ends in the type area and keeps 7/8 of a character from the double rule at the foot."""
    sheet, page = paper.sheet, paper.pages[0]
    lowest = max((line for line in page.lines if line.glyphs[0].colour != _red(paper)), key=lambda line: line.baseline)
    area, ink = type_area(page, sheet), ink_of(paper, lowest)
    rule = sorted(rule.top for rule in red_rules(paper))[2]
    if ink.bottom > area.bottom + 0.5:
        yield f"“{lowest.text}” ends at {ink.bottom:.2f}, the type area at {area.bottom:.2f}"
    if rule - ink.bottom < sheet.length("body.size").mm * sheet.number("letter.line_distance"):
        yield f"“{lowest.text}” is {rule - ink.bottom:.2f} above the rule"


def letter_colophon(paper: Paper) -> Iterator[str]:
    """Copies stand in the last line of the type area of the last page, without rules."""
    last = paper.pages[-1]
    if colophon_rules(last):
        yield f"{len(colophon_rules(last))} rules on page {last.number}"
    lowest = text_of(last, paper.sheet)[-1]
    bottom = type_area(last, paper.sheet).bottom
    if not lowest.text.startswith("抄送") or not 0 < bottom - lowest.baseline < 4:
        yield f"“{lowest.text}” stands {bottom - lowest.baseline:.2f} above the foot of the type area"


def order_head(paper: Paper) -> Iterator[str]:
    """The name 20 mm below the top of the type area; two blank lines, the number; two blank lines, the text."""
    (head,), sheet = paper.nodes(tree.OrderHead), paper.sheet
    area, pitch = type_area(paper.pages[0], sheet), sheet.length("page.pitch").mm
    yield from _mark(paper, head.masthead, area.top + sheet.length("order.top").mm)
    mark, number = line_with(paper, head.masthead), line_with(paper, head.number)
    lines = (number.baseline - mark.baseline) / pitch
    wanted = sheet.number("order.number_lines_before") + 1
    if not wanted - 1 <= lines <= wanted + _LINE:
        yield f"the number stands {lines:.2f} lines below the masthead"
    if abs(_middle(number) - _middle(area)) > CENTRE:
        yield f"the number is centred on {_middle(number):.2f}"
    text = min((line for line in text_of(paper.pages[0], sheet) if line.top > number.bottom), key=lambda line: line.top)
    lines = (text.baseline - number.baseline) / pitch
    if abs(lines - sheet.number("order.number_lines_after") - 1) > _LINE:
        yield f"the text stands {lines:.2f} lines below the number"
    if red_rules(paper):
        yield "an order has no red rule"


def personal_signature(paper: Paper) -> Iterator[str]:
    """Two blank lines, post and name two characters apart, one blank line, the date; four characters at the right."""
    (node,), sheet = paper.nodes(tree.PersonalSignature), paper.sheet
    area, pitch = type_area(paper.pages[0], sheet), sheet.length("page.pitch").mm
    post, name, date = (_piece(paper, words) for words in (node.signers[-1].post, node.signers[-1].name, node.date))
    names = [_piece(paper, one.name) for one in node.signers]
    for end in (max(line.x1 for line in names), date.x1):
        if abs(area.x1 - end - sheet.characters("signed.right").mm) > 1.5:
            yield f"names or date end {area.x1 - end:.2f} from the edge"
    if max(line.x0 for line in names) - min(line.x0 for line in names) > 0.1:
        yield f"names begin at {[round(line.x0, 2) for line in names]}"
    if abs(name.x0 - post.x1 - sheet.characters("signed.gap").mm) > 0.7:
        yield f"post and name are {name.x0 - post.x1:.2f} apart"
    first = _piece(paper, node.signers[0].post)
    above = max((line for line in text_of(paper.pages[0], sheet) if line.bottom < first.top), key=lambda line: line.top)
    distances = (
        ("signed.lines_before", first.baseline - above.baseline),
        (
            "signed.date_lines_before",
            date.baseline - post.baseline,
        ),
    )
    for figure, distance in distances:
        if abs(distance / pitch - sheet.number(figure) - 1) > _LINE:
            yield f"{figure}: {distance / pitch:.2f} lines"


def stamps(paper: Paper) -> Iterator[str]:
    """Where a name is missing its stamp finds room: beside its post at half height, with the blank lines of the clause.

    Source: GB/T 9704—2012 §7.3.5.3
    """
    (node,), sheet = paper.nodes(tree.PersonalSignature), paper.sheet
    area, pitch = type_area(paper.pages[0], sheet), sheet.length("page.pitch").mm
    posts, date = [_piece(paper, one.post) for one in node.signers], _piece(paper, node.date)
    right = area.x1 - sheet.characters("signed.right").mm
    left = right - sheet.length("signed.stamp_width").mm
    ends = {round(left - sheet.characters("signed.gap").mm - post.x1, 1) for post in posts}
    if any(abs(off) > 0.7 for off in ends):
        yield f"the posts end {ends} from where a stamp of {sheet.text('signed.stamp_width')} leaves two characters"
    if abs(date.x1 - right) > 1.5:
        yield f"the date ends at {date.x1:.2f}, the stamps at {right:.2f}"
    half = sheet.length("signed.stamp_height").mm / 2
    middles = [_height(post) for post in posts]
    text = max((line for line in text_of(paper.pages[0], sheet) if line.bottom < posts[0].top), key=lambda one: one.top)
    above = (middles[0] - half - text.bottom) / pitch - sheet.number("signed.lines_before")
    below = (date.top - middles[-1] - half) / pitch - sheet.number("signed.date_lines_before")
    if not 0 <= above + _LINE < 1 or not 0 <= below + _LINE < 1:
        yield f"{above:.2f} lines too many above the stamps, {below:.2f} below"
    if any(under - over < 2 * half for over, under in pairwise(middles)):
        yield f"stamps around {[round(one, 1) for one in middles]} overlap"


def _height(line: Box) -> float:
    return (line.top + line.bottom) / 2


def attendance(paper: Paper) -> Iterator[str]:
    """Labels two characters in, in 黑体, one blank line under the text; names aligned behind the colon."""
    (node,), sheet = paper.nodes(tree.Attendance), paper.sheet
    character, area = sheet.characters("body.indent").mm / 2, type_area(paper.pages[0], sheet)
    lines = [line for page in paper.pages for line in text_of(page, sheet)]
    heavy = POSTSCRIPT_NAMES[sheet.font("attendance")]
    for label, names in node.lists:
        place = next(n for n, line in enumerate(lines) if squeezed(line.text).startswith(f"{label}："))
        first, inset = lines[place], sheet.number("attendance.indent")
        if abs(first.x0 - area.x0 - inset * character) > 0.5:
            yield f"“{label}” begins at {first.x0:.2f}"
        if {glyph.font for glyph in first.glyphs[: len(label)]} != {heavy}:
            yield f"“{label}” is set in {sorted({glyph.font for glyph in first.glyphs[: len(label)]})}"
        rest = squeezed(f"{label}：{names}").removeprefix(squeezed(first.text))
        start = area.x0 + (inset + len(label) + 1) * character
        while rest:
            place += 1
            if abs(lines[place].x0 - start) > 0.7 or not rest.startswith(squeezed(lines[place].text)):
                yield f"“{lines[place].text}” begins at {lines[place].x0:.2f}, not {start:.2f}"
                break
            rest = rest.removeprefix(squeezed(lines[place].text))
    first = next(n for n, line in enumerate(lines) if squeezed(line.text).startswith(f"{node.lists[0][0]}："))
    gap = (lines[first].baseline - lines[first - 1].baseline) / sheet.length("page.pitch").mm
    if abs(gap - sheet.number("attendance.lines_before") - 1) > _LINE:
        yield f"the lists stand {gap:.2f} lines below the text"


def minutes_line(paper: Paper) -> Iterator[str]:
    """Who issues the minutes and when share the line above the red rule, at the edges of the text."""
    (head,), area = paper.nodes(tree.Head), type_area(paper.pages[0], paper.sheet)
    office, date = _piece(paper, head.office), _piece(paper, head.date)
    if abs(office.x0 - area.x0) > PLACE or abs(date.x1 - area.x1) > PLACE or abs(office.baseline - date.baseline) > 0.1:
        yield f"office from {office.x0:.2f}, date to {date.x1:.2f}"
    (rule,) = red_rules(paper)
    gap = rule.position - ink_of(paper, office).bottom
    if abs(gap - paper.sheet.length("red_rule.distance").mm) > PLACE:
        yield f"the red rule is {gap:.2f} below the line"


def _piece(paper: Paper, words: str) -> TextLine:
    """The first piece of text on page 1 that says just this."""
    return next(
        line for line in text_lines(paper.pages[0].glyphs, gap=_APART) if squeezed(line.text) == squeezed(words)
    )


def _red(paper: Paper) -> str:
    return f"#{paper.sheet.text('colour.red').lower()}"


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


LETTERS, ORDERS, MINUTES = ("letter", "letter-one-page"), ("order", "order-two-signers"), ("minutes", "minutes-titled")
NAMES = (*LETTERS, *ORDERS, *MINUTES)
OF_LETTERS = (letter_masthead, letter_rules, letter_lines, letter_foot, letter_colophon)
OF_ORDERS = (order_head, personal_signature, end_measures.colophon)
OF_MINUTES = (
    head_measures.masthead,
    head_measures.document_number,
    minutes_line,
    attendance,
    end_measures.colophon,
)
CASES = [
    (name, one)
    for names, measures in ((LETTERS, OF_LETTERS), (ORDERS, OF_ORDERS), (MINUTES, OF_MINUTES))
    for name in names
    for one in measures
]
