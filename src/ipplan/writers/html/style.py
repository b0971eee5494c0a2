"""The style of web pages: a template in `templates/html` with the figures of a sheet filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.letter import LetterPlaces
    from ipplan.units import Length

DRAFT_MARK = "草　稿"
"""What a draft says at its top, and on each page when it is printed."""
_NOT_IN_A_STRING = re.compile(r"[^\w .\-]")


def style(sheet: Stylesheet, *, draft: bool, letter: LetterPlaces | None) -> str:
    """The rules of CSS, for the screen and for A4; a draft says so on each page, a letter frames its first page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  an import of 30 ms

    folder = templates_folder() / "html"
    environment = Environment(
        loader=FileSystemLoader(folder), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["pt"] = _points
    return environment.get_template("page.css.j2").render(
        length=sheet.length,
        number=sheet.number,
        lines=sheet.lines,
        characters=sheet.characters,
        character=sheet.character,
        family=lambda name: _families(sheet, name),
        latin=_quoted(sheet.latin_font) if sheet.latin_font else "",
        stack=lambda role: f"var(--{sheet.text(f'{role}.font')})",
        # digits too, where a clause names their font
        whole=lambda role: f"var(--{sheet.text(f'{role}.font')}-whole)",
        colour=lambda name: f"#{sheet.text(name)}",
        draft_mark=DRAFT_MARK if draft else "",
        letter=letter,
    )


def _points(length: Length) -> str:
    """A length of CSS, as fine as a browser draws."""
    return f"{round(length.pt, 3):g}pt"


def _families(sheet: Stylesheet, name: str) -> str:
    """The family of a font of the sheet, and behind it the one for characters that it lacks."""
    family = sheet.text(f"font.{name}")
    return ",".join(_quoted(one) for one in (family, sheet.spare_font(family)) if one)


def _quoted(family: str) -> str:
    """The name of a font as a string of CSS; what could end the string or the style is left out."""
    return f'"{_NOT_IN_A_STRING.sub("", family)}"'
