"""A Document tree to the bytes of a web page: one file, without scripts and without anything from elsewhere."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ipplan.transforms.colophon_face import ColophonFace, colophon_face
from ipplan.transforms.letter import letter_places
from ipplan.writers.html.body import PartWriter, attachment_identifiers, colophon
from ipplan.writers.html.markup import element, void, words
from ipplan.writers.html.style import DRAFT_MARK, style
from ipplan.writers.outline import outline

if TYPE_CHECKING:
    from ipplan.document import Document
    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.letter import LetterPlaces


def write(document: Document, sheet: Stylesheet) -> bytes:
    """The page; the same document gives the same bytes. Raises what `style` raises."""
    letter = document.letter_head
    places = None if letter is None else letter_places(letter, sheet)
    head = _head(document, _style(sheet, document.draft, places))
    content = element("html", head, "\n", _body(document, sheet), lang="zh-CN")
    return f"<!DOCTYPE html>\n{content}\n".encode()


@lru_cache(maxsize=8)
def _style(sheet: Stylesheet, draft: bool, letter: LetterPlaces | None) -> str:
    return style(sheet, draft=draft, letter=letter)


def _head(document: Document, rules: str) -> str:
    """What a browser and a search engine want to know; a draft is not to be found."""
    return element(
        "head",
        void("meta", charset="utf-8"),
        element("title", words(document.title)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="author", content=document.author) if document.author else "",
        void("meta", name="robots", content="noindex") if document.draft else "",
        element("style", rules),
    )


def _body(document: Document, sheet: Stylesheet) -> str:
    attachments = attachment_identifiers(document)
    parts = (
        PartWriter(part, levels, attachments, sheet).write()
        for part, levels in zip(document.parts, outline(document), strict=True)
    )
    mark = element("p", words(DRAFT_MARK), class_="draft-mark") if document.draft else ""
    foot = _foot(document, sheet)
    return element("body", element("main", mark, *parts, foot))


def _foot(document: Document, sheet: Stylesheet) -> str:
    """The colophon; where it has a face of its own on paper, in a box as high as the page."""
    if document.colophon is None:
        return ""
    foot = colophon(document.colophon)
    if colophon_face(document, sheet) is ColophonFace.WITH_TEXT:
        return foot
    return element("div", foot, class_="own-face even" if document.duplex else "own-face")
