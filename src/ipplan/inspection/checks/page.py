"""Paper, type area, lines and characters.

Source: GB/T 9704—2012 §5.1, §5.2.1, §5.2.3, §8
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipplan.inspection.check import Fact, Verdict, judge, unchecked
from ipplan.inspection.elements import Role
from ipplan.units import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Paragraph, Section
    from ipplan.inspection.elements import Paper

NO_SECTION = "文件里没有页面设置"
_PAPER_TOLERANCE = 0.5
_TIGHTENED_TEXT = 900
"""Characters on a page and a half: a part longer than that is not set tighter to bring text and signature together."""
_ROUNDING = 0.02
"""Lengths in points that round to one twip more or less must not decide."""


def _mm(points: float) -> float:
    return Length(points).mm


def paper_size(paper: Paper) -> Verdict:
    """A4, upright or turned."""
    wanted = sorted(paper.sheet.length(f"page.{side}").mm for side in ("width", "height"))
    return judge((_size(section, wanted, n) for n, section in enumerate(paper.docx.sections, 1)), NO_SECTION)


def _size(section: Section, wanted: list[float], number: int) -> Fact:
    found = _mm(section.width), _mm(section.height)
    off = max(abs(one - other) for one, other in zip(sorted(found), wanted, strict=True))
    return Fact(f"第 {number} 节", f"{found[0]:.0f} mm × {found[1]:.0f} mm", off <= _PAPER_TOLERANCE)


def margins(paper: Paper) -> Verdict:
    """The white above and at the binding edge of upright pages."""
    tolerance = paper.sheet.length("page.tolerance").mm
    wanted = {side: paper.sheet.length(f"page.margin_{side}").mm for side in ("top", "left")}
    wanted["top"] -= paper.sheet.length("page.overhang").mm

    def fact(number: int, section: Section) -> Fact:
        top, left = (_mm(section.margins[side]) for side in wanted)
        off = max(abs(top - wanted["top"]), abs(left - wanted["left"]))
        return Fact(f"第 {number} 节", f"天头 {top:.1f} mm，订口 {left:.1f} mm", off <= tolerance + _ROUNDING)

    upright = [(n, section) for n, section in enumerate(paper.docx.sections, 1) if not section.landscape]
    return judge((fact(n, section) for n, section in upright), "没有竖排的页")


def type_area(paper: Paper) -> Verdict:
    """The type area of upright pages."""
    return _area(paper, landscape=False)


def landscape_area(paper: Paper) -> Verdict:
    """The type area of landscape pages, which is that of upright ones turned."""
    return _area(paper, landscape=True)


def _area(paper: Paper, *, landscape: bool) -> Verdict:
    tolerance = paper.sheet.length("page.tolerance").mm + _ROUNDING
    width, height = (paper.sheet.length(f"page.text_{side}").mm for side in ("width", "height"))
    wanted = (height, width) if landscape else (width, paper.sheet.lines_height.mm)

    def fact(number: int, section: Section) -> Fact:
        found = _mm(section.text_width), _mm(section.text_height)
        off = max(abs(one - other) for one, other in zip(found, wanted, strict=True))
        return Fact(f"第 {number} 节", f"{found[0]:.1f} mm × {found[1]:.1f} mm", off <= tolerance)

    chosen = [(n, one) for n, one in enumerate(paper.docx.sections, 1) if one.landscape == landscape]
    return judge((fact(n, one) for n, one in chosen), "没有横排的页" if landscape else "没有竖排的页")


def lines_per_page(paper: Paper) -> Verdict:
    """How many lines of body text the type area holds, by the pitch of most of the text of each part.

    A short part with a signature may be set tighter, so that the signature's page carries text (§7.3.5.5).
    """
    section = next((one for one in paper.docx.sections if not one.landscape), None)
    if section is None:
        return unchecked("没有竖排的页")
    parts = [part for part in _parts(paper) if part]
    pitches = [_pitch(part, section) for part in parts]
    if parts and None in pitches:
        return unchecked("行距不是固定值，要看字体，用 --pages 量")
    wanted = int(paper.sheet.number("page.lines"))
    return judge(
        (
            _lines(section, pitch, wanted, tightened=n == 0 and _may_be_tightened(paper, part, pitch))
            for n, (part, pitch) in enumerate(zip(parts, pitches, strict=True))
            if pitch
        ),
        "没有正文",
    )


def _parts(paper: Paper) -> list[list[Paragraph]]:
    """The running text down to the signature, and what comes after it."""
    end = next(iter(paper.places(Role.DATE)), len(paper.roles))
    text = set(paper.text)
    paragraphs = paper.docx.paragraphs
    return [[one for one in half if one in text] for half in (paragraphs[:end], paragraphs[end:])]


def _pitch(part: list[Paragraph], section: Section) -> float | None:
    """The line pitch in pt that most of the text has, None where it depends on fonts."""
    pitches: Counter[float | None] = Counter()
    for paragraph in part:
        pitches[_pitch_of(paragraph, section)] += len(paragraph.text)
    return pitches.most_common(1)[0][0]


def _pitch_of(paragraph: Paragraph, section: Section) -> float | None:
    if paragraph.exact:
        return paragraph.exact
    single = paragraph.settings.get("line", "240") == "240" and paragraph.settings.get("lineRule", "auto") == "auto"
    snaps = section.grid in {"lines", "linesAndChars"} and paragraph.on("snapToGrid", unless_said=True)
    return section.pitch if single and snaps else None


def _may_be_tightened(paper: Paper, part: list[Paragraph], pitch: float | None) -> bool:
    least, most = paper.sheet.length("signature.least_pitch").pt, paper.sheet.length("page.pitch").pt
    short = sum(len(paragraph.text) for paragraph in part) < _TIGHTENED_TEXT
    return short and pitch is not None and least <= pitch < most and Role.DATE in paper.roles


def _lines(section: Section, pitch: float, wanted: int, *, tightened: bool) -> Fact:
    count = int(section.text_height / pitch + 1e-6)
    why = "，为使署名页有正文而调整" if tightened else ""
    return Fact(f"行距 {pitch:g} pt", f"{count} 行（行距 {pitch:g} pt{why}）", tightened or count == wanted)


def characters_per_line(paper: Paper) -> Verdict:
    """How many Chinese characters of body text fit in a line, tracking and character grid counted."""
    wanted = int(paper.sheet.number("page.characters"))

    def facts() -> Iterator[Fact]:
        for paragraph in paper.text:
            section = paper.docx.sections[min(paragraph.section, len(paper.docx.sections) - 1)]
            advance = _advance(paper, paragraph, section)
            if advance and not section.landscape:
                count = int(section.text_width / advance + 1e-6)
                yield Fact(paragraph.shown, f"{count} 字（字宽 {advance:.2f} pt）", count == wanted)

    return judge(facts(), "没有正文") if paper.docx.sections else unchecked(NO_SECTION)


def _advance(paper: Paper, paragraph: Paragraph, section: Section) -> float | None:
    """The width of a character in pt; Word's character grid adds the same to every character."""
    if paragraph.advance is None:
        return None
    by_grid = section.grid in {"linesAndChars", "snapToChars"} and paragraph.on("snapToGrid", unless_said=True)
    if by_grid and section.character_space is not None:
        return paper.docx.default_size + section.character_space
    return paragraph.advance


def widow_control(paper: Paper) -> Verdict:
    """Widow control, which is on unless switched off, ends pages a line early."""
    facts = (
        Fact(paragraph.shown, "开着" if on else "关着", not on)
        for paragraph in paper.text
        for on in [paragraph.on("widowControl", unless_said=True)]
    )
    return judge(facts, "没有正文")
