"""Measurements of running text; each function returns what is wrong, with its figures in mm.

Source: GB/T 9704—2012 §5.2.1 to §5.2.4, §7.3.3
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan import document as tree
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import text_lines
from kit.wordml import read_word
from office.papers import Paper, squeezed, text_of, type_area

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.pdf import Page, TextLine

MARKS = "，。、；：！？）》”’】〉〕"
"""LibreOffice lets one of these hang beyond the right edge, whatever `w:overflowPunct` says; typst lets half of it."""
EDGE = 0.5
_HAN = re.compile(r"[\u4e00-\u9fff" + MARKS + r"（《“‘【〈—…]+")


def full_pages(paper: Paper) -> Iterator[tuple[Page, list[TextLine]]]:
    """Yield the pages of text alone that the text of the next page runs on from, with their lines."""
    size = paper.sheet.length("body.size").pt
    for page, following in pairwise(paper.pages):
        lines, after = text_of(page, paper.sheet), text_of(following, paper.sheet)
        plain = all(abs(line.glyphs[-1].size - size) < 0.1 for line in lines)
        if plain and lines and after and _runs_on(paper, lines[-1], after[0]):
            yield page, lines


def _runs_on(paper: Paper, last: TextLine, first: TextLine) -> bool:
    """Whether two lines are in one paragraph."""
    return any(squeezed(last.text) + squeezed(first.text) in squeezed(text) for text in _texts(paper))


def _texts(paper: Paper) -> Iterator[str]:
    for node in paper.nodes(tree.Paragraph):
        yield (node.lead.label + node.lead.text if node.lead else "") + node.text


def lines_of_full_pages(paper: Paper) -> Iterator[str]:
    """A page that the text runs over has 22 lines, at equal distances."""
    pitch, wanted = paper.sheet.length("page.pitch").mm, int(paper.sheet.number("page.lines"))
    for page, lines in full_pages(paper):
        if len(lines) != wanted:
            yield f"page {page.number} has {len(lines)} lines"
        distances = [below.baseline - above.baseline for above, below in pairwise(lines)]
        if max(abs(distance - pitch) for distance in distances) > 0.1:
            yield f"page {page.number}: lines are {min(distances):.2f} to {max(distances):.2f} apart"


def characters_of_full_lines(paper: Paper) -> Iterator[str]:
    """A line of Chinese that the text runs over has 28 characters.

    One or two fewer where the rules for line ends send a character (with the marks behind it) down, one more where
    LibreOffice lets a mark hang.
    """
    wanted = int(paper.sheet.number("page.characters"))
    counts = Counter(len(line.glyphs) for line in full_lines(paper))
    if counts and counts.most_common(1)[0][0] != wanted:
        yield f"most full lines have {counts.most_common(1)[0][0]} characters: {dict(counts)}"
    odd = [line.text for line in full_lines(paper) if not wanted - 2 <= len(line.glyphs) <= wanted + 1]
    if odd:
        yield f"full lines of another length: {odd}"


def full_lines(paper: Paper) -> Iterator[TextLine]:
    """Yield the lines without Latin that begin at the left edge and run on."""
    texts = [squeezed(text) for text in _texts(paper)]
    for page in paper.pages:
        for line in text_of(page, paper.sheet):
            at_edge = abs(line.x0 - type_area(page, paper.sheet).x0) < EDGE
            words = squeezed(line.text)
            runs_on = any(words in text and not text.endswith(words) for text in texts)
            if at_edge and runs_on and len(words) > 20 and _HAN.fullmatch(words):
                yield line


def indents(paper: Paper) -> Iterator[str]:
    """Each paragraph and heading begins two characters in from the edge."""
    wanted = paper.sheet.characters("body.indent").mm
    beginnings = [squeezed(text) for text in (*_texts(paper), *_headings(paper))]
    for page in paper.pages:
        for line in text_of(page, paper.sheet):
            indent = line.x0 - type_area(page, paper.sheet).x0
            words = squeezed(line.text)
            begins = len(words) > 3 and any(text.startswith(words) for text in beginnings)
            if begins and abs(indent - wanted) > 0.4:
                yield f"page {page.number}: “{line.text}” is {indent:.2f} in"


def _headings(paper: Paper) -> list[str]:
    return [node.label + node.text for node in paper.nodes(tree.Heading)]


def heading_fonts(paper: Paper) -> Iterator[str]:
    """Headings of level 1 are 黑体, of level 2 楷体, of level 3 and 4 仿宋, run-in ones too."""
    level_of = {squeezed(node.label + node.text): node.level for node in paper.nodes(tree.Heading)}
    latin = {glyph.font for page in paper.pages for glyph in page.glyphs} - set(POSTSCRIPT_NAMES.values())
    leads = {squeezed(n.lead.label + n.lead.text): n.lead.level for n in paper.nodes(tree.Paragraph) if n.lead}
    for page in paper.pages:
        for line in text_of(page, paper.sheet):
            words = squeezed(line.text)
            lead = next((text for text in leads if words.startswith(text)), "")
            level = level_of.get(words) or leads.get(lead)
            if level:
                glyphs = [glyph for glyph in line.glyphs if not glyph.char.isspace()][: len(lead) or None]
                fonts = {glyph.font for glyph in glyphs} - latin
                wanted = POSTSCRIPT_NAMES[paper.sheet.font(f"heading{level}")]
                if fonts != {wanted}:
                    yield f"page {page.number}: “{line.text}” is set in {fonts}, not {wanted}"


def headings_at_the_foot(paper: Paper) -> Iterator[str]:
    """No heading is the last line of a page."""
    headings = {squeezed(text) for text in _headings(paper)}
    for page in paper.pages:
        lines = text_of(page, paper.sheet)
        if lines and squeezed(lines[-1].text) in headings:
            yield f"page {page.number} ends with “{lines[-1].text}”"


def outside(paper: Paper) -> Iterator[str]:
    """Nothing stands outside the type area but page number, draft mark and one hanging mark a line.

    The first page of a letter has its masthead and its red rules outside; they are measured elsewhere.
    """
    for page in paper.pages:
        area, letter = type_area(page, paper.sheet), paper.document.letter_head if page.number == 1 else None
        for line in page.lines:
            if letter is not None and squeezed(line.text) == squeezed(letter.masthead):
                continue
            if area.top < line.baseline < area.bottom:
                yield from _outside_of_line(page, line, paper)
            elif not re.fullmatch(r"— ?\d+ ?—|草　稿", line.text):
                yield f"page {page.number}: “{line.text}” at {line.baseline:.2f}"
        for rule in page.rules if letter is None else ():
            across = area.x0 - EDGE < rule.x0 and rule.x1 < area.x1 + EDGE
            if not (across and area.top - EDGE < rule.top and rule.bottom < area.bottom + EDGE):
                yield f"page {page.number}: a rule from {rule.x0:.2f} to {rule.x1:.2f} at {rule.top:.2f}"


def _outside_of_line(page: Page, line: TextLine, paper: Paper) -> Iterator[str]:
    area = type_area(page, paper.sheet)
    beyond = [glyph for glyph in line.glyphs if glyph.x1 > area.x1 + EDGE and not glyph.char.isspace()]
    hanging = len(beyond) == 1 and beyond[0] is line.glyphs[-1] and beyond[0].char in MARKS
    if beyond and not hanging:
        yield f"page {page.number}: “{line.text}” ends at {line.x1:.2f}"
    if line.x0 < area.x0 - EDGE:
        yield f"page {page.number}: “{line.text}” begins at {line.x0:.2f}"
    if line.top < area.top - EDGE or line.bottom > area.bottom + EDGE:
        yield f"page {page.number}: “{line.text}” reaches from {line.top:.2f} to {line.bottom:.2f}"


def overlapping(paper: Paper) -> Iterator[str]:
    """No two lines and no two characters stand on each other, and no rule goes through a character."""
    for page in paper.pages:
        lines = text_lines(page.glyphs, gap=2.5)
        for number, line in enumerate(lines):
            for other in lines[number + 1 :]:
                across = _overlap(line.x0, line.x1, other.x0, other.x1)
                if min(across, _overlap(line.top, line.bottom, other.top, other.bottom)) > 0.3:
                    yield f"page {page.number}: “{line.text}” and “{other.text}”"
            for left, right in pairwise(line.glyphs):
                if left.x1 - right.x0 > 0.12 * left.width + 0.1 and not (left.char + right.char).isspace():
                    yield f"page {page.number}: {left.char}{right.char} in “{line.text}”"
        yield from _struck_through(page)


def _struck_through(page: Page) -> Iterator[str]:
    for glyph in (glyph for glyph in page.glyphs if not glyph.char.isspace()):
        for rule in page.rules:
            inside = (
                glyph.x0 + 0.3 < rule.position < glyph.x1 - 0.3 and rule.top < glyph.baseline < rule.bottom
                if rule.direction == "vertical"
                else glyph.top + 0.9 < rule.position < glyph.baseline and rule.x0 < glyph.x0 < rule.x1
            )
            if inside:
                yield f"page {page.number}: a rule goes through {glyph.char} at {glyph.x0:.1f}, {glyph.baseline:.1f}"


def _overlap(start: float, end: float, other_start: float, other_end: float) -> float:
    return min(end, other_end) - max(start, other_start)


def lost_or_added(paper: Paper, again: Sequence[str] = ()) -> Iterator[str]:
    """Every character of the docx is on paper, as often as it is written there; repeated table heads count once.

    ``again`` are texts that the paper has once more than the docx.
    """
    written = Counter(squeezed(read_word(paper.docx).text) + "".join(again))
    drawn: Counter[str] = Counter()
    headers = {squeezed("".join(column.title for column in node.columns)) for node in paper.nodes(tree.Table)}
    for page in paper.pages:
        for line in text_of(page, paper.sheet):
            words = squeezed(line.text)
            drawn += Counter("" if words in headers else words)
    for node in paper.nodes(tree.Table):
        if squeezed("".join(column.title for column in node.columns)) in headers & _lines_of(paper):
            drawn += Counter(squeezed("".join(column.title for column in node.columns)))
    if written != drawn:
        yield f"lost: {dict(written - drawn)}, added: {dict(drawn - written)}"


def _lines_of(paper: Paper) -> set[str]:
    return {squeezed(line.text) for page in paper.pages for line in text_of(page, paper.sheet)}


def foreign_fonts(paper: Paper, times_stand_in: str | None) -> Iterator[str]:
    """Only the private fonts draw, and the stand-in for Times New Roman; no fallback has taken part."""
    allowed = {*POSTSCRIPT_NAMES.values(), (times_stand_in or "").replace(" ", "")}
    for page in paper.pages:
        strange = sorted(font for font in page.fonts if font not in allowed and font.split("-")[0] not in allowed)
        if strange:
            yield f"page {page.number}: {strange}"
