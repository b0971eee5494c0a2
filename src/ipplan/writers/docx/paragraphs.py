"""Paragraph elements with their properties in the order of the schema."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph sets beyond its style; None, False and empty leave the style's value. Lengths in twips.

    `leader` fills the way to the tab stops; `line` is an exact line pitch off the grid, `outline` a 0-based outline
    level, `section` the properties of a section that ends with this paragraph.
    """

    keep_next: bool = False
    page_break: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    leader: str = ""
    before: int | None = None
    after: int | None = None
    line: int | None = None
    indent: str = ""
    align: str = ""
    outline: int | None = None
    section: str = ""

    def xml(self) -> str:
        """The children of `w:pPr` after `w:pStyle`."""
        leader = f' w:leader="{self.leader}"' if self.leader else ""
        stops = "".join(f'<w:tab w:val="{kind}"{leader} w:pos="{position}"/>' for kind, position in self.tabs)
        parts = (
            "<w:keepNext/>" if self.keep_next else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            f"<w:tabs>{stops}</w:tabs>" if stops else "",
            '<w:snapToGrid w:val="0"/>' if self.line is not None else "",
            self._spacing(),
            self.indent,
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
            f"{_HIDDEN}{self.section}" if self.section else "",
        )
        return "".join(parts)

    def _spacing(self) -> str:
        before = "" if self.before is None else f' w:before="{self.before}"'
        before += "" if self.after is None else f' w:after="{self.after}"'
        line = "" if self.line is None else f' w:line="{self.line}" w:lineRule="exact"'
        return f"<w:spacing{before}{line}/>" if before or line else ""


_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
"""The mark of a paragraph that only ends a section takes no room, or a full page would be followed by an empty one."""
_PLAIN = Properties()


def paragraph(style: str, content: str, properties: Properties = _PLAIN) -> str:
    """A `w:p` of a named style around runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties.xml()}</w:pPr>{content}</w:p>'


def indent(left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """A `w:ind`, lengths in points."""
    hang = f' w:hanging="{round(hanging * 20)}"' if hanging else ""
    return f'<w:ind w:left="{round(left * 20)}" w:right="{round(right * 20)}"{hang}/>'
