"""What stands on paper between head and colophon, tables excepted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document or of an attachment; `lines` are broken where the page shall break them."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The title in one piece."""
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class Addressees:
    """The addressees (主送机关) with the closing colon; `moved` is how they read where they stand in the colophon."""

    text: str
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (1–4), its number as printed (`（一）`, empty when there is none) and its words.

    The level says which of the standard's four kinds of heading it is; `depth` (1-based) how deep it stands in the
    paper, 0 for as deep as its level. `behind` is what stands in brackets behind the words and not in the table of
    contents; `anchor` a number that the table of contents points to, 0 for none.
    """

    level: int
    label: str
    text: str
    depth: int = 0
    behind: str = ""
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """The heading of a chapter (rank 1: 第一章) or of a section of one (rank 2: 第一节); see `Heading`."""

    rank: int
    label: str
    text: str
    behind: str = ""
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents: the depth of the heading (1-based), its words, and its anchor."""

    depth: int
    text: str
    anchor: int


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: its title (目　录) and its lines."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box with a title in the text (专栏)."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note in smaller print under a text or a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above a table: its title and the unit of its figures; either may be empty."""

    title: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Number or date of a paper that is passed on, centred under its title."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text. `lead` is a heading that runs into it (`1.加强宣传。围绕…`), None without one.

    Of a paragraph above a signature the last `tail` characters begin a line and stay on the signature's page; 0 for
    none, None for all of it.
    """

    text: str
    lead: Heading | None = None
    tail: int | None = None


@dataclass(frozen=True, slots=True)
class AttachmentList:
    """The list of attachments under the body (附件说明); one name is printed without a number."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The issuing bodies and the issue date under the text, with room for seals where `sealed`.

    `sealed_by` says in brackets who seals for a single issuer (代章), empty where it seals itself.
    """

    issuers: tuple[str, ...]
    date: str
    sealed: bool = True
    sealed_by: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The lines above the date."""
        return (*self.issuers, self.sealed_by) if self.sealed_by else self.issuers


@dataclass(frozen=True, slots=True)
class Remark:
    """The remark in brackets under the date (附注)."""

    text: str


@dataclass(frozen=True, slots=True)
class AttachmentLabel:
    """`附件` or `附件1` in the first line of an attachment."""

    text: str


@dataclass(frozen=True, slots=True)
class FillIn:
    """Lines of things to be filled in above a form, or `below` it (签字行): `填报单位：____`.

    `texts` are read up to where somebody writes. Layout decides `starts`, where each text of each line begins, in mm
    from the left of what is `width` mm wide.
    """

    texts: tuple[str, ...]
    below: bool = False
    starts: tuple[tuple[float, ...], ...] = ()
    width: float = 0.0

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The texts line by line; one line before layout."""
        rest = iter(self.texts)
        return tuple(tuple(islice(rest, len(line))) for line in self.starts) or (self.texts,)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs by hand: post and name. Without a name the place is left to a stamp of the signature (签名章)."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PersonalSignature:
    """The persons who sign, one a line, and the issue date, where a paper is signed instead of sealed."""

    signers: tuple[Signer, ...]
    date: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who took part in a meeting: lists of persons, each behind its label (`出席`, `请假`, `列席`)."""

    lists: tuple[tuple[str, str], ...]
