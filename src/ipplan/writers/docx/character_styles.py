"""Word styles for words inside of a paragraph: their font, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet


class InsideLines(NamedTuple):
    """A character style: its identifier, its name, and the element whose font it has."""

    identifier: str
    name: str
    element: str


INSIDE_LINES = (
    InsideLines("Signer", "签发人姓名", "signer"),
    InsideLines("SignedName", "签署人姓名", "signed"),
    InsideLines("SecrecyText", "密级文字", "classification"),
    InsideLines("UrgencyText", "紧急程度文字", "urgency"),
    InsideLines("AttendanceLabel", "出席人员标注", "attendance"),
    *(InsideLines(f"RunIn{level}", f"接排标题 {level}", f"heading{level}") for level in range(1, 5)),
)
"""Names and labels inside of a line, and the fonts of headings that run into their paragraph."""


def own_font(family: str) -> str:
    """The fonts of a run, one family for all characters."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>'


def character_styles(sheet: Stylesheet) -> list[str]:
    """Latin text, and `INSIDE_LINES` each with a style for the Latin in it."""
    latin = sheet.latin_font
    fonts = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}"/>' if latin else ""
    written = [_character_style("Latin", "西文", fonts)]
    for identifier, name, element in INSIDE_LINES:
        written.append(_character_style(identifier, name, own_font(sheet.font(element))))
        written.append(_character_style(f"{identifier}Latin", f"{name} 西文", fonts, identifier))
    return written


def _character_style(identifier: str, name: str, properties: str, base: str = "DefaultParagraphFont") -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )
