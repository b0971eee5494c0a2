"""The reader of PDFs that `ipplan inspect` measures with."""

from ipplan.inspection.pages.pdf import Page, ink_box, join_rules, read_pdf, render_png, text_lines
from kit.shapes import Box, Glyph, Rule, TextLine

__all__ = [
    "Box",
    "Glyph",
    "Page",
    "Rule",
    "TextLine",
    "ink_box",
    "join_rules",
    "read_pdf",
    "render_png",
    "text_lines",
]
