"""What can stand on a page: the shapes of `ipplan inspect`."""

from ipplan.inspection.pages.shapes import MM_PER_POINT, Box, Glyph, Rule, TextLine

__all__ = ["MM_PER_POINT", "Box", "Glyph", "Rule", "TextLine"]
