"""Measurements of signature, colophon, attachments and page numbers; each returns what is wrong, with figures in mm.

Source: GB/T 9704—2012 §7.3.4 to §7.5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from kit.fonts import POSTSCRIPT_NAMES
from kit.pdf import Box, ink_box, join_rules
from office.papers import PAGE_NUMBER, Paper, squeezed, text_of, type_area
from office.text_measures import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet
    from kit.pdf import Page, Rule, TextLine

DRAFT_MARK = "草稿"


def signed(paper: Paper) -> tuple[Page, list[TextLine], TextLine]:
    """Return the page of the signature, the lines of the names (several may share one), and the date."""
    (node,) = paper.nodes(tree.Signature)
    for page in paper.pages:
        lines = text_of(page, paper.sheet)
        for index, line in enumerate(lines):
            if squeezed(line.text) != node.date:
                continue
            for count in range(1, len(node.issuers) + 1):
                names = lines[max(0, index - count) : index]
                if squeezed("".join(name.text for name in names)) == squeezed("".join(node.issuers)):
                    return page, names, line
    raise AssertionError("no page has names and date together")


def sealed_signature(paper: Paper) -> Iterator[str]:
    """The date ends four characters from the edge; each name is centred on it, not more than 0.3 character off."""
    page, names, date = signed(paper)
    tolerance = 0.3 * paper.sheet.length("body.size").mm
    inset = type_area(page, paper.sheet).x1 - date.x1
    wanted = paper.sheet.characters("signature.sealed_date_right").mm
    if abs(inset - wanted) > tolerance:
        yield f"the date ends {inset:.2f} from the edge, not {wanted:.2f}"
    for name in names:
        if abs(_middle(name) - _middle(date)) > tolerance:
            yield f"“{name.text}” is centred on {_middle(name):.2f}, the date on {_middle(date):.2f}"


def unsealed_signature(paper: Paper) -> Iterator[str]:
    """The name ends two characters from the edge, the date begins two after it; a longer date ends there itself."""
    page, (name,), date = signed(paper)
    unit, edge = paper.sheet.length("body.size").mm, type_area(page, paper.sheet).x1
    wanted = paper.sheet.characters("signature.unsealed_right").mm
    outer = name if name.width >= date.width else date
    if abs(edge - outer.x1 - wanted) > 0.3 * unit:
        yield f"“{outer.text}” ends {edge - outer.x1:.2f} from the edge, not {wanted:.2f}"
    if abs(date.x0 - name.x0 - wanted) > 0.5 * unit:
        yield f"the date begins {date.x0 - name.x0:.2f} after the name, not {wanted:.2f}"


def text_beside_the_signature(paper: Paper) -> Iterator[str]:
    """The page of the signature carries text of the document or the list of attachments."""
    page, names, _ = signed(paper)
    texts = [squeezed(node.text) for node in paper.nodes(tree.Paragraph)]
    texts += [squeezed("附件：" + name) for node in paper.nodes(tree.AttachmentList) for name in node.names[:1]]
    above = [squeezed(line.text) for line in text_of(page, paper.sheet) if line.top < names[0].top]
    if not any(line in text for line in above for text in texts):
        yield f"page {page.number} has a signature and no text"


def attachments(paper: Paper) -> Iterator[str]:
    """Each attachment begins a page: its label in 黑体 at the left of line 1, its title on line 3.

    LibreOffice sets the label, which is on the grid, up to 1.2 mm higher in its line than the title, which is not.
    """
    pitch, wanted = paper.sheet.length("page.pitch").mm, paper.sheet.number("attachment_title.line") - 1
    labels = {node.text for node in paper.nodes(tree.AttachmentLabel)}
    firsts = [(page, text_of(page, paper.sheet)) for page in paper.pages]
    starts = [(page, lines) for page, lines in firsts if lines and lines[0].text in labels]
    if len(starts) != len(labels):
        yield f"{len(starts)} of {len(labels)} labels stand on the first line of a page"
    for page, (label, title, *_) in starts:
        if {glyph.font for glyph in label.glyphs} != {POSTSCRIPT_NAMES[paper.sheet.font("attachment_label")]}:
            yield f"“{label.text}” is set in {sorted({glyph.font for glyph in label.glyphs})}"
        if abs(label.x0 - type_area(page, paper.sheet).x0) > 0.5:
            yield f"“{label.text}” begins at {label.x0:.2f}"
        gap = title.baseline - label.baseline
        if not -0.1 <= gap - wanted * pitch <= 1.2:
            yield f"the title of “{label.text}” stands {gap / pitch:.2f} lines below"


def colophon(paper: Paper) -> Iterator[str]:
    """The colophon's last rule lies on the lower edge of the text area; outer rules are thick, inner ones thin."""
    last = paper.pages[-1]
    area = type_area(last, paper.sheet)
    rules = sorted(colophon_rules(last), key=lambda rule: rule.position)
    outer, inner = paper.sheet.length("colophon.thick_rule").pt, paper.sheet.length("colophon.thin_rule").pt
    if len(rules) < 2:
        yield f"{len(rules)} rules on page {last.number}"
        return
    if abs(rules[-1].position - area.bottom) > 1:
        yield f"the last rule lies at {rules[-1].position:.2f}, not {area.bottom:.2f}"
    for rule in rules:
        wanted = outer if rule in (rules[0], rules[-1]) else inner
        if abs(rule.thickness - wanted) > 0.15:
            yield f"the rule at {rule.position:.2f} is {rule.thickness} pt thick, not {wanted:.2f}"
        if abs(rule.x0 - area.x0) > 0.5 or abs(rule.x1 - area.x1) > 0.5:
            yield f"the rule at {rule.position:.2f} reaches from {rule.x0:.2f} to {rule.x1:.2f}"
    yield from _colophon_text(paper, rules)


def _colophon_text(paper: Paper, rules: list[Rule]) -> Iterator[str]:
    """Lines of 14 pt between the rules, one character in from both edges; half a mark may hang behind a line."""
    last, size = paper.pages[-1], paper.sheet.length("colophon.size")
    area, inset = type_area(last, paper.sheet), size.mm * paper.sheet.number("colophon.indent")
    lines = [line for line in last.lines if rules[0].position < line.baseline < rules[-1].position]
    for line in lines:
        if {glyph.size for glyph in line.glyphs} != {size.pt}:
            yield f"“{line.text}” has sizes {sorted({glyph.size for glyph in line.glyphs})}"
        hanging = line.glyphs[-1].width / 2 if line.glyphs[-1].char in MARKS else 0
        if line.x0 < area.x0 + inset - 0.3 or line.x1 - hanging > area.x1 - inset + 0.3:
            yield f"“{line.text}” reaches from {line.x0:.2f} to {line.x1:.2f}"
    if abs(area.x1 - lines[-1].x1 - inset) > 0.7 or abs(lines[-1].x0 - area.x0 - inset) > 0.7:
        yield f"“{lines[-1].text}” reaches from {lines[-1].x0:.2f} to {lines[-1].x1:.2f}"


def colophon_rules(page: Page) -> list[Rule]:
    """Return the black rules over the width of the text area."""
    return [rule for rule in join_rules(page.rules) if rule.length > 150 and rule.colour == "#000000"]


def page_numbers(paper: Paper) -> Iterator[str]:
    """Each upright page has its number, 7 mm below the text area, at the outer side, one character in.

    The first page of a letter has none.
    """
    for page in paper.pages[paper.document.letter_head is not None :]:
        if page.width < page.height:
            yield from _page_number(paper, page)


def _page_number(paper: Paper, page: Page) -> Iterator[str]:
    sheet, area = paper.sheet, type_area(page, paper.sheet)
    found = [line for line in page.lines if PAGE_NUMBER.fullmatch(squeezed(line.text))]
    if [squeezed(line.text) for line in found] != [f"—{page.number}—"]:
        yield f"page {page.number} has the numbers {[line.text for line in found]}"
        return
    (line,) = found
    dash = line.glyphs[0]
    ink = ink_box(paper.pdf, page.number, Box(dash.x0, dash.top, dash.x1, dash.bottom))
    wanted = area.bottom + sheet.length("page_number.distance").mm
    if ink is None or abs((ink.top + ink.bottom) / 2 - wanted) > 1:
        yield f"page {page.number}: the dash lies at {ink}, not {wanted:.2f}"
    inset = sheet.length("page_number.size").mm * sheet.number("page_number.indent")
    off = area.x1 - line.x1 if page.number % 2 else line.x0 - area.x0
    if abs(off - inset) > 0.7:
        yield f"page {page.number}: the number is {off:.2f} from its edge, not {inset:.2f}"
    if {(glyph.font, glyph.size) for glyph in line.glyphs} != _look(sheet):
        yield f"page {page.number}: the number is {sorted({(glyph.font, glyph.size) for glyph in line.glyphs})}"


def turned_page_numbers(paper: Paper) -> Iterator[str]:
    """On a landscape page the number reads along the left edge, 7 mm outside; low on odd pages, high on even ones."""
    for page in (page for page in paper.pages if page.width > page.height):
        area, distance = type_area(page, paper.sheet), paper.sheet.length("page_number.distance").mm
        glyphs = [glyph for glyph in page.glyphs if glyph.angle == 270 and not glyph.char.isspace()]
        if "".join(glyph.char for glyph in sorted(glyphs, key=lambda glyph: glyph.top)) != f"—{page.number}—":
            yield f"page {page.number}: turned are {[glyph.char for glyph in glyphs]}"
            continue
        if any(not glyph.x0 < area.x0 - distance + 2 or not glyph.x1 > area.x0 - distance - 3 for glyph in glyphs):
            yield f"page {page.number}: the number stands at {glyphs[0].x0:.2f}"
        inset = paper.sheet.length("page_number.size").mm * paper.sheet.number("page_number.indent")
        low, high = max(glyph.bottom for glyph in glyphs), min(glyph.top for glyph in glyphs)
        off = area.bottom - low if page.number % 2 else high - area.top
        if abs(off - inset) > 1:
            yield f"page {page.number}: the number is {off:.2f} from its edge, not {inset:.2f}"


def _look(sheet: Stylesheet) -> set[tuple[str, float]]:
    return {(POSTSCRIPT_NAMES[sheet.font("page_number")], sheet.length("page_number.size").pt)}


def draft_marks(paper: Paper) -> Iterator[str]:
    """草稿 stands above the text area on every page of a draft, and on no other page."""
    for page in paper.pages:
        above = [line for line in page.lines if line.baseline < type_area(page, paper.sheet).top]
        marked = any(squeezed(line.text) == DRAFT_MARK for line in above)
        if marked is not paper.document.draft:
            yield f"page {page.number} {'has' if marked else 'lacks'} the mark"


def _middle(line: Box) -> float:
    return (line.x0 + line.x1) / 2
