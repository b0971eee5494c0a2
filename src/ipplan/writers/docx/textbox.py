"""Text boxes at a fixed place of the page: what Word and LibreOffice both keep where it is put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipplan.units import Length

NAMESPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
"""Prefixes that the part around a text box must declare, besides `w`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text box is: its distances from the left and the top edge of the page.

    `behind` lets text run through the box instead of stopping above it; `turned` sets its text from top to bottom.
    """

    left: Length
    top: Length
    behind: bool = False
    turned: bool = False


def text_box(name: str, content: str, width: Length, height: Length, place: Place) -> str:
    """A run that holds an anchored text box without border around block-level `content`.

    The name is that of one box in the document; its identifier is made from it.
    """
    size = f'cx="{width.emu}" cy="{height.emu}"'
    wrap = "<wp:wrapNone/>" if place.behind else "<wp:wrapTopAndBottom/>"
    direction = "eaVert" if place.turned else "horz"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        f'behindDoc="{int(place.behind)}" locked="0" layoutInCell="1" allowOverlap="{int(place.behind)}">'
        f'<wp:simplePos x="0" y="0"/>{_position("H", place.left)}{_position("V", place.top)}'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
        f'<wp:docPr id="{_IDENTIFIERS[name]}" name="{name}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr rot="0" vert="{direction}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b" '
        'anchorCtr="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


_IDENTIFIERS = {"版记": 1, "单页页码": 2, "双页页码": 3}
"""Word wants every drawing of a document to have an identifier of its own."""


def _position(axis: str, distance: Length) -> str:
    offset = f"<wp:posOffset>{distance.emu}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="page">{offset}</wp:position{axis}>'
