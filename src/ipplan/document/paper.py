"""A paper made of nodes: parts, colophon, the whole document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ipplan.document.heads import Head, LetterHead, OrderHead
from ipplan.document.nodes import (
    Addressees,
    AttachmentLabel,
    AttachmentList,
    Attendance,
    Box,
    Caption,
    Chapter,
    Contents,
    FillIn,
    Heading,
    Note,
    Origin,
    Paragraph,
    PersonalSignature,
    Remark,
    Signature,
    Title,
)
from ipplan.document.tables import Table

if TYPE_CHECKING:
    from datetime import date

DRAFT_MARK = "草　稿"
"""What every page of a draft says."""

Node: TypeAlias = (
    Head
    | LetterHead
    | OrderHead
    | Title
    | Addressees
    | Heading
    | Chapter
    | Contents
    | Box
    | Note
    | Caption
    | Origin
    | Paragraph
    | AttachmentList
    | Signature
    | PersonalSignature
    | Attendance
    | Remark
    | AttachmentLabel
    | FillIn
    | Table
)

ABOVE_TEXT = (Head, LetterHead, OrderHead, Title, Origin, Addressees)
"""What the first paragraph of a text stands below."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """The colophon at the foot of the last page (版记). Empty strings leave a line out.

    `copy_to` comes with its label and full stop, `printed` is the date with 印发. `addressees` are here where
    they would leave page 1 without text. A letter's is not `ruled`.
    """

    copy_to: str = ""
    printing_office: str = ""
    printed: str = ""
    addressees: str = ""
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own: the document itself, or an attachment.

    `pitch` is the line pitch in pt where layout had to change it so that text and signature share a page; None is the
    stylesheet's.
    """

    nodes: tuple[Node, ...]
    pitch: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as a whole. `draft` marks every page as 草稿; `author` and `title` go to the file's properties.

    `duplex` says that it is printed on both sides, so that its last face is an even one. `stamp` is the day that a file
    which must name one names as that on which it was made, None for none. `detached` are the attachments that are not
    bound with it, each printed as a paper of its own.
    """

    title: str
    author: str
    parts: tuple[Part, ...]
    colophon: Colophon | None = None
    draft: bool = False
    duplex: bool = True
    stamp: date | None = None
    detached: tuple[Document, ...] = ()

    @property
    def letter_head(self) -> LetterHead | None:
        """The head of a letter, whose first page has a look of its own; None in any other paper."""
        first = next((node for part in self.parts[:1] for node in part.nodes[:1]), None)
        return first if isinstance(first, LetterHead) else None
