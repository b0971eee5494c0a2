"""A web page as sheets of paper on the screen.

The page carries two sets of rules, for the screen and for paper. Here those for paper hold on the screen, and
`templates/preview/sheets.css.j2` cuts the text into sheets: each is a column of text, and columns stand under each
other. A browser that cannot do that shows each part as one long sheet.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

_STYLE, _STYLE_END = "<style>", "</style>"
_COLOPHON, _COLOPHON_END = '<footer class="colophon">', "</footer>"
_PART_END = "</section>"


@dataclass(frozen=True, slots=True)
class Sheets:
    """The page, and the hash by which a security policy knows its style (`sha256-…`)."""

    html: str
    style_hash: str


def as_sheets(page: str, sheet: Stylesheet) -> Sheets:
    """What `ipplan.writers.html` wrote, as sheets. Words of the plan cannot pass for markup, for they are escaped."""
    head, _, rest = page.partition(_STYLE)
    rules, _, body = rest.partition(_STYLE_END)
    on_paper = rules.replace("@media screen{", "@media not all{").replace("@media print{", "@media screen{")
    style = on_paper + _sheet_rules(sheet)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Sheets(f"{head}{_STYLE}{style}{_STYLE_END}{_colophon_inside(body)}", f"sha256-{digest}")


def _sheet_rules(sheet: Stylesheet) -> str:
    """The rules that make sheets, with the sizes of the stylesheet in mm."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  an import of 30 ms

    template = (templates_folder() / "preview" / "sheets.css.j2").read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).render(mm=lambda name: f"{sheet.length(name).mm:.2f}mm")


def _colophon_inside(body: str) -> str:
    """The body with the colophon at the end of the last part, so that it stands on a sheet and not below it."""
    before, found, rest = body.partition(_COLOPHON)
    if not found or not before.endswith(_PART_END):
        return body
    content, end, after = rest.partition(_COLOPHON_END)
    return f"{before.removesuffix(_PART_END)}{found}{content}{end}{_PART_END}{after}"
