"""Moving addressees that fill page 1 to the colophon.

Source: GB/T 9704—2012 §7.3.2, §7.4.2
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.text_heights import fixed_height, flowing_lines

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet


def move_long_addressees(document: tree.Document, sheet: Stylesheet) -> tree.Document:
    """The document with its addressees in the colophon where they would leave page 1 without a line of text."""
    first = document.parts[0] if document.parts else tree.Part(())
    found = next((node for node in first.nodes if isinstance(node, tree.Addressees)), None)
    if found is None or not found.moved or _leave_room(first, found, sheet):
        return document
    kept = replace(first, nodes=tuple(node for node in first.nodes if node is not found))
    colophon = replace(document.colophon or tree.Colophon(), addressees=found.moved)
    return replace(document, parts=(kept, *document.parts[1:]), colophon=colophon)


def _leave_room(part: tree.Part, addressees: tree.Addressees, sheet: Stylesheet) -> bool:
    """Whether a line of text fits below the addressees.

    Lines end early before a mark that must not begin one, so a long list is taken to need one more line than counted.
    """
    lines = flowing_lines(addressees, sheet)
    needed = lines + (lines > _LONG) + 1
    fixed = sum(fixed_height(node, sheet) for node in part.nodes)
    return fixed + needed * sheet.length("page.pitch").pt <= sheet.lines_height.pt


_LONG = 5
"""Lines."""
