"""The head of a letter, and the rules that frame its first page.

The masthead stands above the text area, where nothing flows: it and the rules are anchored to the page by a paragraph
that takes no room, and the first line below them keeps the distance.

Source: GB/T 9704—2012 §10.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.joint_issue import masthead_size
from ipplan.transforms.letter import letter_places
from ipplan.units import Length
from ipplan.writers.docx.paragraphs import Properties, paragraph
from ipplan.writers.docx.runs import runs, solid
from ipplan.writers.docx.textbox import Place, drawn_rule, text_box

if TYPE_CHECKING:
    from ipplan.document import LetterHead
    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.letter import LetterPlaces

_RULES = ("首条粗线", "首条细线", "末条细线", "末条粗线")
_THIN = 20
"""Twips: the height of the paragraph that anchors the rest."""
_TAB = "<w:r><w:tab/></w:r>"


def letter_head(node: LetterHead, sheet: Stylesheet) -> str:
    """Masthead, rules, then marks at the left with the document number at the right of the first of them."""
    places = letter_places(node, sheet)
    anchor = paragraph("Anchor", _masthead(node, sheet) + _rules(places, sheet), Properties(line=_THIN))
    return anchor + _first_lines(node, places, sheet)


def _masthead(node: LetterHead, sheet: Stylesheet) -> str:
    size = masthead_size(node.masthead, sheet)
    content = paragraph("Masthead", runs(node.masthead, size=size), Properties(line=size * 20))
    place = Place(sheet.length("page.margin_left"), sheet.length("letter.top"), behind=True)
    return text_box("发文机关标志", content, sheet.length("page.text_width"), Length(size), place)


def _rules(places: LetterPlaces, sheet: Stylesheet) -> str:
    length, colour = sheet.length("letter.rule_length"), sheet.text("colour.red")
    return "".join(
        drawn_rule(name, length, rule.thickness, colour, Place(places.left, rule.middle, behind=True))
        for name, rule in zip(_RULES, places.rules, strict=True)
    )


def _first_lines(node: LetterHead, places: LetterPlaces, sheet: Stylesheet) -> str:
    marks = [runs(node.copy_number)] if node.copy_number else []
    styled = (node.classification, "SecrecyText"), (node.urgency, "UrgencyText")
    marks += [solid(words, style) for words, style in styled if words]
    first, *others = marks or [""]
    right = (("right", sheet.length("page.text_width").twips),)
    above = places.first_line.twips - _THIN
    line = paragraph("LetterNumber", first + _TAB + runs(node.number), Properties(tabs=right, before=above))
    return line + "".join(paragraph("LetterNumber", mark) for mark in others)
