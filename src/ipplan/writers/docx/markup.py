"""What every part of a package begins with."""

from __future__ import annotations

from ipplan.writers.docx.textbox import NAMESPACES

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    **NAMESPACES,
}


def opening(root: str) -> str:
    """The beginning of a part up to its first element, with all prefixes that the writer uses."""
    prefixes = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())
    return f"{DECLARATION}<{root} {prefixes}>"


def part(root: str, content: str) -> str:
    """A whole part."""
    return f"{opening(root)}{content}</{root}>"
