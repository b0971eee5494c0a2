"""Reads what a PDF shows: every glyph, line of text and rule, in millimetres from the top left corner of its page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import pdfplumber
import pypdfium2

from ipplan.inspection.pages.shapes import MM_PER_POINT, Box, Glyph, Rule, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from PIL import Image

ASCENT, DESCENT = 859, 141
"""Where the em square of the office fonts lies around the baseline, in thousandths of the size."""
BASELINE_TOLERANCE = 0.3
"""Baselines closer than this (mm) belong to one line of text."""
THICKEST_RULE = 6.0
"""A filled rectangle is a rule up to this thickness (pt), and a coloured area above it."""


@dataclass(frozen=True)
class Page:
    """One page: its number from 1, its size in mm, and what is drawn on it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The upright text, line by line from top to bottom."""
        return text_lines(self.glyphs)

    @property
    def fonts(self) -> frozenset[str]:
        """The names of the fonts that draw something visible."""
        return frozenset(glyph.font for glyph in self.glyphs if not glyph.char.isspace())

    def within(self, box: Box) -> tuple[Glyph, ...]:
        """Return the glyphs whose middle lies in the box."""
        return tuple(
            glyph
            for glyph in self.glyphs
            if box.x0 <= (glyph.x0 + glyph.x1) / 2 <= box.x1 and box.top <= (glyph.top + glyph.bottom) / 2 <= box.bottom
        )


def read_pdf(path: Path) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    with pdfplumber.open(path) as document:
        return tuple(_page(page) for page in document.pages)


def text_lines(glyphs: Iterable[Glyph], *, gap: float | None = None) -> tuple[TextLine, ...]:
    """Group upright glyphs by baseline, top to bottom; spaces at the ends of a line are left out.

    With ``gap`` (mm) a wider empty stretch ends a line too, which keeps the cells of a table row apart.
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.angle == 0), key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - rows[-1][-1].baseline <= BASELINE_TOLERANCE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(_line(part) for row in rows for part in _parts(row, gap))


def join_rules(rules: Sequence[Rule], *, tolerance: float = 0.2) -> tuple[Rule, ...]:
    """Join rules of one direction, colour and position (mm) that touch: a table's borders are drawn cell by cell."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.direction, rule.colour, round(rule.position, 1), _start(rule))):
        last = joined[-1] if joined else None
        if last and _touch(last, rule, tolerance):
            box = _union((last, rule))
            joined[-1] = replace(
                last,
                x1=box.x1,
                bottom=box.bottom,
                top=box.top,
                x0=box.x0,
                thickness=max(last.thickness, rule.thickness),
            )
        else:
            joined.append(rule)
    return tuple(joined)


def ink_box(path: Path, page: int, box: Box, *, dpi: int = 300, darkest_white: int = 200) -> Box | None:
    """Return the extent (mm) of what is visible in a region of a page (from 1), or None when it is white.

    Pixels with a grey value below ``darkest_white`` count; at 300 dpi the edges are true to about 0.1 mm.
    """
    image = _picture(path, page, dpi).convert("L")
    per_mm = dpi / 25.4
    left, top = round(box.x0 * per_mm), round(box.top * per_mm)
    region = image.crop((left, top, round(box.x1 * per_mm), round(box.bottom * per_mm)))
    found = region.point([255 if grey < darkest_white else 0 for grey in range(256)]).getbbox()
    if found is None:
        return None
    x0, y0, x1, y1 = found
    return Box((left + x0) / per_mm, (top + y0) / per_mm, (left + x1) / per_mm, (top + y1) / per_mm)


def render_png(pdf: Path, page: int, path: Path, dpi: int = 100) -> Path:
    """Draw a page (from 1) as a picture for a person to look at, and return its path."""
    _picture(pdf, page, dpi).save(path, format="PNG")
    return path


def _picture(path: Path, page: int, dpi: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        image: Image.Image = document[page - 1].render(scale=dpi / 72).to_pil()
        return image
    finally:
        document.close()


def _page(page: Any) -> Page:
    height = float(page.height)
    glyphs = tuple(_glyph(char, height) for char in page.chars)
    rules = tuple(rule for drawn in (*page.lines, *page.rects, *page.curves) for rule in _rules(drawn))
    return Page(page.page_number, float(page.width) * MM_PER_POINT, height * MM_PER_POINT, glyphs, rules)


def _box(drawn: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Return x0, top, x1, bottom in mm."""
    return tuple(float(drawn[side]) * MM_PER_POINT for side in ("x0", "top", "x1", "bottom"))  # type: ignore[return-value]


def _glyph(char: Mapping[str, Any], page_height: float) -> Glyph:
    a, b, _, _, _, f = char["matrix"]
    angle = round(math.degrees(math.atan2(b, a)) % 360, 1) % 360
    x0, top, x1, bottom = _box(char)
    size, baseline = float(char["size"]), (page_height - f) * MM_PER_POINT
    if angle == 0:
        top, bottom = (baseline + part * size * MM_PER_POINT / 1000 for part in (-ASCENT, DESCENT))
    return Glyph(
        *(x0, top, x1, bottom),
        char=char["text"],
        font=char["fontname"].split("+", 1)[-1],
        size=round(size, 3),
        baseline=baseline,
        angle=angle,
        colour=_colour(char["non_stroking_color"]),
    )


def _rules(drawn: Mapping[str, Any]) -> Iterator[Rule]:
    """Yield the rules that a stroked line, a thin filled rectangle or a stroked rectangle shows."""
    x0, top, x1, bottom = _box(drawn)
    stroke = float(drawn.get("linewidth") or 0)
    thin = THICKEST_RULE * MM_PER_POINT
    if drawn["object_type"] == "line" or (drawn.get("stroke") and min(x1 - x0, bottom - top) < 0.01):
        yield from _straight(Box(x0, top, x1, bottom), stroke, _colour(drawn["stroking_color"]))
    elif drawn["object_type"] == "curve" and len(drawn["pts"]) > 5:
        return
    elif drawn.get("fill") and min(x1 - x0, bottom - top) <= thin:
        thickness = min(x1 - x0, bottom - top) / MM_PER_POINT
        yield from _straight(Box(x0, top, x1, bottom), thickness, _colour(drawn["non_stroking_color"]))
    elif drawn.get("stroke"):
        for edge in (
            Box(x0, top, x1, top),
            Box(x0, bottom, x1, bottom),
            Box(x0, top, x0, bottom),
            Box(x1, top, x1, bottom),
        ):
            yield from _straight(edge, stroke, _colour(drawn["stroking_color"]))


def _straight(box: Box, thickness: float, colour: str) -> Iterator[Rule]:
    """Yield a rule when the box is clearly longer one way, or as thin as a stroke."""
    long, short = max(box.width, box.height), min(box.width, box.height)
    if long >= 2 * short and long > 0:
        direction: Literal["horizontal", "vertical"] = "horizontal" if box.width >= box.height else "vertical"
        yield Rule(box.x0, box.top, box.x1, box.bottom, direction, round(thickness, 3), colour)


def _colour(value: object) -> str:
    """Return a PDF colour (grey, RGB or CMYK, each part from 0 to 1) as ``#rrggbb``; none set means black."""
    parts = [float(part) for part in value] if isinstance(value, list | tuple) else [float(value or 0)]  # type: ignore[arg-type]
    match parts:
        case [cyan, magenta, yellow, black]:
            rgb = [(1 - part) * (1 - black) for part in (cyan, magenta, yellow)]
        case [red, green, blue]:
            rgb = [red, green, blue]
        case [grey]:
            rgb = [grey] * 3
        case _:
            rgb = [0.0] * 3
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def _parts(row: list[Glyph], gap: float | None) -> Iterator[list[Glyph]]:
    """Yield the stretches of a row that hold visible glyphs, cut at gaps wider than ``gap`` mm."""
    visible = sorted((glyph for glyph in row if not glyph.char.isspace()), key=lambda glyph: glyph.x0)
    spaces = [glyph for glyph in row if glyph.char.isspace()]
    cuts = [
        index for index in range(1, len(visible)) if gap is not None and visible[index].x0 - visible[index - 1].x1 > gap
    ]
    for start, end in zip([0, *cuts], [*cuts, len(visible)], strict=True):
        part = visible[start:end]
        if part:
            inner = [space for space in spaces if part[0].x0 <= space.x0 < part[-1].x0]
            yield sorted([*part, *inner], key=lambda glyph: glyph.x0)


def _line(glyphs: list[Glyph]) -> TextLine:
    box = _union(glyphs)
    return TextLine(box.x0, box.top, box.x1, box.bottom, tuple(glyphs), glyphs[0].baseline)


def _union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def _start(rule: Rule) -> float:
    return rule.x0 if rule.direction == "horizontal" else rule.top


def _end(rule: Rule) -> float:
    return rule.x1 if rule.direction == "horizontal" else rule.bottom


def _touch(first: Rule, second: Rule, tolerance: float) -> bool:
    return (
        (first.direction, first.colour) == (second.direction, second.colour)
        and abs(first.position - second.position) <= tolerance
        and _start(second) - _end(first) <= tolerance
    )
