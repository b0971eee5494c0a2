"""Measurements of what only some notices have: marks, joint masthead, signers, rows of seals; figures in mm.

Source: GB/T 9704—2012 §7.2, §7.3.5
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.units import Length
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import text_lines
from office.end_measures import colophon_rules
from office.head_measures import CENTRE, PLACE, ink_of, red_rules
from office.papers import Paper, squeezed, text_of, type_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.pdf import Box, TextLine

APART = 2.5
"""An empty stretch (mm) that divides two pieces of a line."""


def piece(paper: Paper, words: str) -> tuple[int, TextLine]:
    """Return a piece of text that says just this, with its page; the last one on paper."""
    found = [
        (page.number, line)
        for page in paper.pages
        for line in text_lines(page.glyphs, gap=APART)
        if squeezed(line.text) == squeezed(words)
    ]
    return found[-1]


def marks(paper: Paper) -> Iterator[str]:
    """Copy number, classification and urgency, one a line from the top of the type area, at its left edge."""
    (head,), sheet = paper.nodes(tree.Head), paper.sheet
    page, pitch = paper.pages[0], sheet.length("page.pitch").mm
    area = type_area(page, sheet)
    first = [head.copy_number] if head.copy_number or not head.classification else [""]
    wanted = [*filter(None, first), *([""] if first == [""] else []), head.classification, head.urgency]
    lines = text_of(page, sheet)
    for number, words in ((n, words) for n, words in enumerate(filter(None, wanted), first == [""])):
        line = next((line for line in lines if squeezed(line.text) == words), None)
        if line is None:
            yield f"“{words}” is not on page 1"
            continue
        if abs(line.x0 - area.x0) > PLACE:
            yield f"“{words}” begins at {line.x0:.2f}, not {area.x0:.2f}"
        if not number * pitch < line.baseline - area.top < (number + 1) * pitch:
            yield f"“{words}” stands {(line.baseline - area.top) / pitch:.2f} lines below the top, not on line {number}"
    yield from _fonts(paper, lines, head.classification, "classification")
    yield from _fonts(paper, lines, head.urgency, "urgency")


def _fonts(paper: Paper, lines: list[TextLine], words: str, role: str) -> Iterator[str]:
    wanted = {POSTSCRIPT_NAMES[paper.sheet.font(role)]}
    for line in (line for line in lines if words and squeezed(line.text) == words):
        if {glyph.font for glyph in line.glyphs} - wanted:
            yield f"“{words}” is set in {sorted({glyph.font for glyph in line.glyphs})}"


def joint_masthead(paper: Paper) -> Iterator[str]:
    """Names under names, the lead first, all of one width, from 35 mm below the top; 文件 beside their middle."""
    (head,), page = paper.nodes(tree.Head), paper.pages[0]
    area, red = type_area(page, paper.sheet), f"#{paper.sheet.text('colour.red').lower()}"
    glyphs = sorted((g for g in page.glyphs if g.colour == red and not g.char.isspace()), key=lambda glyph: glyph.x0)
    names, beside = glyphs[: -len(head.beside)], glyphs[-len(head.beside) :]
    rows = text_lines(names)
    if [squeezed(row.text) for row in rows] != list(head.joint) or "".join(g.char for g in beside) != head.beside:
        yield f"the masthead says {[row.text for row in rows]} and {[glyph.char for glyph in beside]}"
        return
    inks = [ink_of(paper, row) for row in rows]
    if max(ink.x0 for ink in inks) - min(ink.x0 for ink in inks) > PLACE + 0.5:
        yield f"the names begin at {[round(ink.x0, 1) for ink in inks]}"
    if max(row.x1 for row in rows) - min(row.x1 for row in rows) > PLACE:
        yield f"the names end at {[round(row.x1, 1) for row in rows]}"
    wanted = area.top + paper.sheet.length("masthead.top").mm
    if abs(inks[0].top - wanted) > PLACE:
        yield f"the names begin at {inks[0].top:.2f}, not {wanted:.2f}"
    (line,) = text_lines(beside)
    if abs(_height(ink_of(paper, line)) - (inks[0].top + inks[-1].bottom) / 2) > PLACE:
        yield f"“{head.beside}” is at {_height(ink_of(paper, line)):.2f}, the names at {inks[0].top}–{inks[-1].bottom}"
    if inks[0].x0 < area.x0 or line.x1 > area.x1 or abs((rows[0].x0 + line.x1) / 2 - (area.x0 + area.x1) / 2) > CENTRE:
        yield f"the masthead reaches from {rows[0].x0:.2f} to {line.x1:.2f}"


def signers(paper: Paper) -> Iterator[str]:
    """The number a character from the left on the line of the last signer; the signers a character from the right."""
    (head,), sheet = paper.nodes(tree.Head), paper.sheet
    area, character = type_area(paper.pages[0], sheet), sheet.characters("signer.indent").mm
    pieces = {squeezed(line.text): line for line in text_lines(paper.pages[0].glyphs, gap=APART)}
    lines = [pieces.get(squeezed(name), pieces.get(head.signer_label + name)) for name in head.signers]
    number = pieces.get(squeezed(head.number))
    if number is None or None in lines:
        yield f"page 1 says {sorted(pieces)}"
        return
    found = [line for line in lines if line is not None]
    if abs(number.x0 - area.x0 - character) > 0.3 * character:
        yield f"the number begins {number.x0 - area.x0:.2f} from the edge"
    if abs(number.baseline - found[-1].baseline) > 0.1:
        yield "the number is not on the line of the last signer"
    if abs(area.x1 - max(line.x1 for line in found) - character) > 0.3 * character:
        yield f"the names end {area.x1 - max(line.x1 for line in found):.2f} from the edge"
    starts = [line.x0 if at else line.glyphs[len(head.signer_label)].x0 for at, line in enumerate(found)]
    per_line = int(sheet.number("signer.per_line"))
    if any(abs(start - starts[at % per_line]) > 0.5 for at, start in enumerate(starts)):
        yield f"the names begin at {starts}"
    fonts = {glyph.font for line in found for glyph in line.glyphs[-2:]}
    if fonts != {POSTSCRIPT_NAMES[sheet.font("signer")]}:
        yield f"the names are set in {sorted(fonts)}"
    yield from _rule_below(paper, number)


def _rule_below(paper: Paper, number: TextLine) -> Iterator[str]:
    area = type_area(paper.pages[0], paper.sheet)
    (rule,) = red_rules(paper)
    gap = rule.position - ink_of(paper, number).bottom
    if abs(gap - paper.sheet.length("red_rule.distance").mm) > PLACE:
        yield f"the red rule is {gap:.2f} below the number"
    if abs(rule.x0 - area.x0) > 0.5 or abs(rule.x1 - area.x1) > 0.5:
        yield f"the red rule reaches from {rule.x0:.2f} to {rule.x1:.2f}"


def seals(paper: Paper) -> Iterator[str]:
    """Seals upon the names neither touch nor leave the type area, and the last name stands on the date."""
    (node,), sheet = paper.nodes(tree.Signature), paper.sheet
    pages = {piece(paper, words)[0] for words in (*node.issuers, node.date)}
    names, date = [piece(paper, name)[1] for name in node.issuers], piece(paper, node.date)[1]
    if len(pages) != 1:
        yield f"names and date are on the pages {sorted(pages)}"
        return
    area, seal = type_area(paper.pages[pages.pop() - 1], sheet), sheet.length("signature.seal").mm
    for at, one in enumerate(names):
        if _middle(one) - seal / 2 < area.x0 or _middle(one) + seal / 2 > area.x1:
            yield f"the seal of “{one.text}” leaves the type area"
        for other in names[:at]:
            away = ((_middle(one) - _middle(other)) ** 2 + (one.baseline - other.baseline) ** 2) ** 0.5
            if away <= seal:
                yield f"“{one.text}” and “{other.text}” are {away:.2f} apart"
    rows = [sum(abs(one.baseline - other.baseline) < 1 for other in names) for one in names]
    if max(rows) > sheet.number("signature.seals_per_row"):
        yield f"{max(rows)} seals stand in a row"
    if abs(_middle(names[-1]) - _middle(date)) > 0.3 * sheet.length("body.size").mm:
        yield f"the last name is centred on {_middle(names[-1]):.2f}, the date on {_middle(date):.2f}"
    wanted = sheet.characters("signature.sealed_date_right").mm
    if abs(area.x1 - date.x1 - wanted) > 0.3 * sheet.length("body.size").mm:
        yield f"the date ends {area.x1 - date.x1:.2f} from the edge, not {wanted:.2f}"


def company(paper: Paper) -> Iterator[str]:
    """Page 1 shows text; names, date and remark share a page, and the text above them has its last line there.

    Source: GB/T 9704—2012 §7.3.3, §7.3.5.5, §7.3.6
    """
    (node,), texts = paper.nodes(tree.Signature), [one.text for one in paper.nodes(tree.Paragraph)]
    number, date = piece(paper, node.date)
    remarks = [one.text for one in paper.nodes(tree.Remark)]
    others = {words: piece(paper, words)[0] for words in (*node.issuers, *remarks)}
    if set(others.values()) != {number}:
        yield f"the date is on page {number}, the rest on {others}"
    written = squeezed("".join(texts))
    running = {page.number: [line for line in page.lines if squeezed(line.text) in written] for page in paper.pages}
    if not running[1]:
        yield "page 1 has no text"
    if not any(line.bottom < date.top for line in running[number]):
        yield f"the signature is alone on page {number}"


def full_lines(paper: Paper) -> Iterator[str]:
    """Every line of a paragraph but the last reaches the right edge, and only the first is indented."""
    area = type_area(paper.pages[0], paper.sheet)
    (text,) = (squeezed(one.text) for one in paper.nodes(tree.Paragraph))
    lines = [line for page in paper.pages for line in page.lines if squeezed(line.text) in text]
    for line in lines[:-1]:
        if line.x1 < area.x1 - PLACE:
            yield f"“{line.text}” ends at {line.x1:.2f}, not {area.x1:.2f}"
    for line in lines[1:]:
        if line.x0 > area.x0 + PLACE:
            yield f"“{line.text}” begins at {line.x0:.2f}"


def names_under_names(paper: Paper) -> Iterator[str]:
    """Without seals the names begin under each other, a line apart, and the date two characters to their right."""
    (node,), sheet = paper.nodes(tree.Signature), paper.sheet
    lines = [piece(paper, words)[1] for words in (*node.issuers, node.date)]
    *names, date = lines
    pitch = Length(paper.document.parts[0].pitch or sheet.length("page.pitch").pt).mm
    wanted = sheet.characters("signature.unsealed_right").mm
    if max(name.x0 for name in names) - min(name.x0 for name in names) > 0.5:
        yield f"the names begin at {[round(name.x0, 1) for name in names]}"
    if any(abs(below.baseline - above.baseline - pitch) > 0.2 for above, below in pairwise(lines)):
        yield f"the lines stand at {[round(line.baseline, 1) for line in lines]}"
    if abs(date.x0 - names[0].x0 - wanted) > 0.5 * sheet.length("body.size").mm:
        yield f"the date begins {date.x0 - names[0].x0:.2f} after the names"


def addressees_in_the_colophon(paper: Paper) -> Iterator[str]:
    """Addressees above the copies without a rule between, continued behind their colon."""
    colophon, last = paper.document.colophon, paper.pages[-1]
    assert colophon is not None
    rules = sorted(rule.position for rule in colophon_rules(last))
    lines = [line for line in last.lines if rules[0] < line.baseline < rules[1]]
    said = squeezed("".join(line.text for line in lines))
    if said != squeezed(colophon.addressees + colophon.copy_to):
        yield f"the colophon says {said}"
    continued = {round(line.x0 - lines[0].x0, 1) for line in lines if not line.text.startswith(("主送", "抄送"))}
    wanted = 3 * paper.sheet.length("colophon.size").mm
    if any(abs(off - wanted) > 0.5 for off in continued):
        yield f"continued lines begin {sorted(continued)} after the label"


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _height(box: Box) -> float:
    return (box.top + box.bottom) / 2
