"""Keeping a signature on a page with text.

Source: GB/T 9704—2012 §7.3.3 (page 1 shows text), §7.3.5.5 (spacing may be adjusted so that the seal fits)

A notice often has one paragraph that fills the first page but for a line or two. The lines of the page are then set
closer, as print rooms do by hand, until the signature fits; where that is not enough for a text of one line, the names
of a joint masthead, whose size is free, are set smaller.

A signature that goes to the next page takes the last lines of its text with it. Word processors can only move whole
paragraphs: page 1 would be left without text, and a signature below a paragraph too long for its page is torn. So the
last lines of a paragraph become a tail that stays with the signature. They are cut off where a line will end; the line
above is spread over the width, should one break the paragraph a few characters earlier. A text of one line gives its
last words, if what is left fills a line with a little more space between the characters.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.joint_issue import joint_masthead, masthead_height
from ipplan.transforms.line_counts import unbroken
from ipplan.transforms.paging import Setter, end_of_part, lines_of
from ipplan.transforms.text_heights import fixed_height, flowing_lines
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.paging import End

_STEP = 0.05
"""Points: line pitches are told in twentieths of a point."""
_MOVED_WHOLE = 3
"""Lines of a paragraph that goes to the signature's page as a whole."""
_TAIL = 2
"""Lines that go there of a longer one."""
_SEARCHED = 1.5
"""Lines before it in which the best place to cut off a tail is looked for."""
_LEAST_TAIL = 3
"""Characters, or a mark and a word would be all the text of a page."""
_FULL, _FULL_FOR_SOME = 0.75, 0.5
"""The share of a line that words must fill to be spread over it; and where only some break a paragraph so."""


def settle_signature_pages(document: tree.Document, sheet: Stylesheet) -> tree.Document:
    """The document with signatures on pages with text: closer lines on a first page, or the end of a text cut off."""
    return replace(document, parts=tuple(_settled(part, sheet) for part in document.parts))


def _settled(part: tree.Part, sheet: Stylesheet) -> tree.Part:
    place = next((index for index, node in enumerate(part.nodes) if isinstance(node, _SIGNATURES)), None)
    if place is None:
        return part
    return _kept_together(_on_one_page(part, place, sheet) if _is_plain_notice(part) else part, place, sheet)


def _on_one_page(part: tree.Part, signature: int, sheet: Stylesheet) -> tree.Part:
    """The part with lines so close that text and signature share page 1, where else the signature alone leaves it."""
    text = replace(part, nodes=part.nodes[:signature])
    if _most_pages(part, sheet) == 1 or _most_pages(text, sheet) > 1:
        return part
    pitch = _closest_fit(part, sheet)
    if pitch is not None:
        return replace(part, pitch=pitch)
    return _with_smaller_masthead(part, sheet) if _lines_of_the_only_paragraph(part, sheet) == 1 else part


def _most_pages(part: tree.Part, sheet: Stylesheet) -> int:
    return max(end.page for end in _ends(part, sheet))


def _ends(part: tree.Part, sheet: Stylesheet) -> Iterator[End]:
    return (end_of_part(part, sheet, setter) for setter in Setter)


def _closest_fit(part: tree.Part, sheet: Stylesheet) -> float | None:
    """The largest pitch in pt with which the part has one page whoever sets it; None where the least is too large."""
    least, normal = sheet.length("signature.least_pitch").pt, sheet.length("page.pitch").pt
    fits, above = 0, round((normal - least) / _STEP)
    if _most_pages(replace(part, pitch=least), sheet) > 1:
        return None
    while above - fits > 1:
        middle = (fits + above) // 2
        one = _most_pages(replace(part, pitch=least + middle * _STEP), sheet) == 1
        fits, above = (middle, above) if one else (fits, middle)
    return round(least + fits * _STEP, 2)


def _with_smaller_masthead(part: tree.Part, sheet: Stylesheet) -> tree.Part:
    """The part with its lines as close as may be, and the names of a joint masthead so small that all find room.

    As it was where that is too small, or where there are no such names.

    Source: GB/T 9704—2012 §7.2.4 (the size is not fixed), §7.3.5.5
    """
    head = next((node for node in part.nodes if isinstance(node, tree.Head)), None)
    if head is None or not head.joint:
        return part
    pitch = sheet.length("signature.least_pitch").pt
    lines = sum(flowing_lines(node, sheet) for node in part.nodes)
    room = sheet.lines_height.pt - sum(fixed_height(node, sheet) for node in part.nodes)
    height = masthead_height(head, sheet).pt + room - lines * pitch
    smaller = replace(head, height=height)
    if height <= 0 or joint_masthead(smaller, sheet).size < sheet.length("masthead.least_size").pt:
        return part
    return replace(part, nodes=tuple(smaller if node is head else node for node in part.nodes), pitch=pitch)


def _kept_together(part: tree.Part, signature: int, sheet: Stylesheet) -> tree.Part:
    """The part with it decided what of the paragraph above the signature stays with it.

    Short paragraphs go over as a whole, of longer ones two lines do, unless as many do anyway.
    """
    text = part.nodes[signature - 1] if signature else None
    if not isinstance(text, tree.Paragraph):
        return part
    only = signature == 1 or isinstance(part.nodes[signature - 2], tree.ABOVE_TEXT)
    loose = _with_text(part, signature, replace(text, tail=0))
    if part.pitch is not None or _have_room(loose, signature, sheet):
        return loose if only else part
    lines = len(lines_of(text, sheet, Setter.WIDE_FONTS))
    if lines <= _MOVED_WHOLE and not only:
        return part
    tail = 0 if _share_a_page(loose, signature, sheet) else _tail(text, sheet)
    if tail:
        return _with_text(part, signature, replace(text, tail=tail))
    return loose


def _with_text(part: tree.Part, signature: int, text: tree.Paragraph) -> tree.Part:
    """The part with another paragraph above the signature."""
    return replace(part, nodes=(*part.nodes[: signature - 1], text, *part.nodes[signature:]))


def _have_room(part: tree.Part, signature: int, sheet: Stylesheet) -> bool:
    """Whether the paragraph above the signature and this are on one page whoever sets them, with a line to spare."""
    above = _ends(replace(part, nodes=part.nodes[: signature - 1]), sheet)
    below = _ends(replace(part, nodes=part.nodes[: signature + 1]), sheet)
    spare = sheet.length("page.pitch").pt
    return all(begins.page == ends.page and ends.room >= spare for begins, ends in zip(above, below, strict=True))


def _share_a_page(part: tree.Part, signature: int, sheet: Stylesheet) -> bool:
    """Whether the end of the text, two lines or more, is on the signature's page whoever sets it."""
    above = _ends(replace(part, nodes=part.nodes[:signature]), sheet)
    below = _ends(replace(part, nodes=part.nodes[: signature + 1]), sheet)
    most = (sheet.lines_height - sheet.length("page.pitch") * _TAIL).pt
    return all(text.page == ends.page and text.room < most for text, ends in zip(above, below, strict=True))


def _tail(node: tree.Paragraph, sheet: Stylesheet) -> int:
    """The characters to cut off a paragraph so that, whoever sets it, the line above is as full as can be.

    0 where it would not be full enough to be spread.
    """
    settings = [lines_of(node, sheet, setter) for setter in Setter]
    least = sum(map(len, settings[0][-_TAIL:])) if len(settings[0]) > _MOVED_WHOLE else _LEAST_TAIL
    share = _FULL if min(map(len, settings)) == 1 else _FULL_FOR_SOME
    best, fullest = 0, share * sheet.number("page.characters")
    tail = 0
    for piece in reversed(unbroken(node.text)):
        tail += len(piece)
        if tail >= len(node.text) or tail > least + _SEARCHED * sheet.number("page.characters"):
            break
        filled = min(_filled(lines, len(node.text) - tail, sheet) for lines in settings)
        if tail >= least and filled > fullest:
            best, fullest = tail, filled
    return best


def _filled(lines: list[str], cut: int, sheet: Stylesheet) -> float:
    """How many characters the last line has where lines end after so many of all."""
    start = 0
    for number, line in enumerate(lines):
        if start + len(line) >= cut:
            indent = 0.0 if number else sheet.number("body.indent")
            return spaced_width(line[: cut - start]) + indent
        start += len(line)
    return 0.0


def leaves_signature_alone(part: tree.Part, sheet: Stylesheet) -> bool:
    """Whether someone may set the signature of a settled part on a page without text all the same."""
    place = next((index for index, node in enumerate(part.nodes) if isinstance(node, _SIGNATURES)), 0)
    text = part.nodes[place - 1] if place else None
    return isinstance(text, tree.Paragraph) and text.tail == 0 and not _share_a_page(part, place, sheet)


def _lines_of_the_only_paragraph(part: tree.Part, sheet: Stylesheet) -> int:
    """The lines of the only paragraph, which stands above the signature; else 0."""
    paragraphs = [node for node in part.nodes if isinstance(node, tree.Paragraph)]
    listed = any(isinstance(node, tree.AttachmentList) for node in part.nodes)
    return flowing_lines(paragraphs[0], sheet) if len(paragraphs) == 1 and not listed else 0


_SIGNATURES = (tree.Signature, tree.PersonalSignature)
_COUNTED = {
    tree.Head, tree.LetterHead, tree.Title, tree.Addressees, tree.Heading, tree.Paragraph, tree.AttachmentList,
    tree.Signature, tree.Remark,
}  # fmt: skip


def _is_plain_notice(part: tree.Part) -> bool:
    """Whether the part is a text sealed or unsealed without headings and tables, whose lines may be set closer."""
    kinds = {type(node) for node in part.nodes}
    return tree.Signature in kinds and not kinds - _COUNTED
