"""Text boxes and rules at a fixed place of the page: what Word and LibreOffice both keep where it is put."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Where a shape is: its distances from the left and the top edge of the page.

    `behind` lets text run through it instead of stopping above it; `turned` sets the text of a box from top to bottom.
    """

    left: Length
    top: Length
    behind: bool = False
    turned: bool = False


def text_box(name: str, content: str, width: Length, height: Length, place: Place) -> str:
    """A run that holds an anchored text box without border around block-level `content`; see `_anchored`."""
    direction = "eaVert" if place.turned else "horz"
    shape = (
        f'<wps:cNvSpPr txBox="1"/><wps:spPr>{_outline("rect", width, height)}<a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr rot="0" vert="{direction}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b" '
        'anchorCtr="0"/>'
    )
    return _anchored(name, shape, width, height, place)


def drawn_rule(name: str, length: Length, thickness: Length, colour: str, place: Place) -> str:
    """A run that holds an anchored horizontal line, whose middle is at the place; see `_anchored`."""
    shape = (
        f'<wps:cNvCnPr/><wps:spPr>{_outline("line", length, _FLAT)}<a:ln w="{thickness.emu}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
    )
    return _anchored(name, shape, length, _FLAT, place)


_FLAT = Length(0)


def _anchored(name: str, shape: str, width: Length, height: Length, place: Place) -> str:
    """A run with a shape at a place. The name is that of one shape in the document; its identifier is made from it."""
    wrap = "<wp:wrapNone/>" if place.behind else "<wp:wrapTopAndBottom/>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        f'behindDoc="{int(place.behind)}" locked="0" layoutInCell="1" allowOverlap="{int(place.behind)}">'
        f'<wp:simplePos x="0" y="0"/>{_position("H", place.left)}{_position("V", place.top)}'
        f'<wp:extent {_size(width, height)}/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
        f'<wp:docPr id="{_IDENTIFIERS[name]}" name="{name}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _outline(kind: str, width: Length, height: Length) -> str:
    return (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {_size(width, height)}/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    )


def _size(width: Length, height: Length) -> str:
    return f'cx="{width.emu}" cy="{height.emu}"'


_NAMES = ("版记", "单页页码", "双页页码", "发文机关标志", "首条粗线", "首条细线", "末条细线", "末条粗线")
_IDENTIFIERS = {name: number for number, name in enumerate(_NAMES, 1)}
"""Word wants every drawing of a document to have an identifier of its own."""


def _position(axis: str, distance: Length) -> str:
    offset = f"<wp:posOffset>{distance.emu}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="page">{offset}</wp:position{axis}>'
