"""On which face the colophon stands: at the foot of the text's last page, or on a face of its own.

Paper is printed on both sides, and its last face is an even one. No word processor has a break for "this page if it is
even, else the next"; a section that begins on an even page comes nearest, but after an even page it costs a sheet. So
the end of the text is worked out, and the section is used wherever that end is not certain to be an even page with room
for the colophon: at worst a blank sheet is spent, and the colophon is on an even face in any case.

Source: GB/T 9704—2012 §7.4.1, §7.5
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from ipplan.transforms.paging import Setter, end_of_paper
from ipplan.units import Length

if TYPE_CHECKING:
    from ipplan.document import Colophon, Document
    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.paging import End

LABEL_CHARACTERS = 3
"""`主送：`, `抄送：`: what a continued line of such a list is indented by."""
_KEPT_TOGETHER = 2
"""Characters a line may lack because a mark may not begin the next one; a box too high shows nothing of it."""
_FOR_RULES = Length(4)


class ColophonFace(Enum):
    """Where the colophon stands."""

    WITH_TEXT = "with text"
    NEXT = "next"
    """On the next face, an even one where the paper has two sides; it is numbered as usual."""
    AFTER_BLANK = "after blank"
    """On the next even face but one; neither it nor the blank one before it has a number."""
    UNCERTAIN = "uncertain"
    """On the next even face, before which a blank one stands where the text ends on an even page; without a number.

    §7.5 forbids the number behind a blank face; of others it says only how they look as a rule, so none breaks nothing.
    """


def colophon_face(document: Document, sheet: Stylesheet) -> ColophonFace:
    """Where the colophon of a document stands; it must have one."""
    assert document.colophon is not None
    height = colophon_height(document.colophon, sheet).pt
    ends = [end_of_paper(document, sheet, setter) for setter in Setter]
    if not document.duplex:
        return ColophonFace.NEXT if ends[0].landscape else ColophonFace.WITH_TEXT
    if all(_takes(end, height) for end in ends):
        return ColophonFace.WITH_TEXT
    odd = {end.page % 2 == 1 for end in ends}
    if len(odd) > 1:
        return ColophonFace.UNCERTAIN
    return ColophonFace.NEXT if odd.pop() else ColophonFace.AFTER_BLANK


def _takes(end: End, height: float) -> bool:
    """Whether the colophon finds room where the text ends, on an upright even page."""
    return end.page % 2 == 0 and not end.landscape and end.room >= height


def colophon_height(node: Colophon, sheet: Stylesheet) -> Length:
    """The height of the colophon with its rules."""
    return sheet.length("colophon.pitch") * _line_count(node, sheet) + _FOR_RULES


def _line_count(node: Colophon, sheet: Stylesheet) -> int:
    size = sheet.length("colophon.size").pt
    room = sheet.length("page.text_width").pt / size - 2 * sheet.number("colophon.indent") - LABEL_CHARACTERS
    lists = (node.addressees, node.copy_to)
    lines = sum(-(-max(0, len(words) - LABEL_CHARACTERS) // (int(room) - _KEPT_TOGETHER)) for words in lists)
    return lines + bool(node.printing_office or node.printed)
