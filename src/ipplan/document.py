"""The Document tree: what stands on paper, never how it looks.

Composition makes it from a plan, transforms refine it, writers turn it into files. Every node is frozen; a writer must
handle all members of `Node` (a missing one fails the type check).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date


DRAFT_MARK = "草　稿"
"""What every page of a draft says."""


@dataclass(frozen=True, slots=True)
class Head:
    """The header of an official document (版头): masthead, document number, red rule; empty is for what is not there.

    `masthead` is the whole line in red (`连云港市知识产权局文件`); `number` the document number as printed.
    `classification` comes with its period (`机密★1年`). `signers` stand behind `signer_label` beside the number.
    `joint` holds the names of all issuers, the lead first, where they stand one under the other instead of `masthead`,
    with `beside` at their right. `preprinted` paper has masthead and rule already, so only their room is kept.
    `height` is what layout leaves a masthead in pt where room is short; None is the sheet's.
    """

    masthead: str
    number: str
    copy_number: str = ""
    classification: str = ""
    urgency: str = ""
    signer_label: str = ""
    signers: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    preprinted: bool = False
    height: float | None = None

    @property
    def beside(self) -> str:
        """What the masthead says behind the name of the lead (`文件`), in a joint issue."""
        return self.masthead.partition(self.joint[0])[2] if self.joint else ""


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
    """A paragraph of body text. `lead` is a heading that runs into it (`1.加强宣传。围绕…`), None without one."""

    text: str
    lead: Heading | None = None


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
    """A line of things to be filled in above a form: `填报单位：____`."""

    names: tuple[str, ...]


class Align(Enum):
    """How the text of a column stands in its cells."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, alignment, and width in mm (0.0 until the table has been laid out)."""

    title: str
    align: Align = Align.LEFT
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs and how many rows and columns it covers.

    `head` marks the title of the rows below it, in a row that it fills.
    """

    paragraphs: tuple[str, ...] = ("",)
    rows: int = 1
    columns: int = 1
    align: Align | None = None
    head: bool = False

    @property
    def text(self) -> str:
        """The paragraphs of the cell, one a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row holds one cell per column; None where a cell above or to the left reaches in.

    `blank` marks a form to be filled in by hand. `landscape` is decided by layout: True when the columns do not fit an
    upright page. `heights` are what the rows have at least, in pt; empty where each is as high as its text.
    `bands` are rows of the header above the titles of the columns; where no cell of a band covers a column, its title
    reaches up. `head_rows` puts both together.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    blank: bool = False
    landscape: bool = False
    heights: tuple[float, ...] = ()
    bands: tuple[tuple[Cell | None, ...], ...] = ()

    @property
    def head_rows(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The rows of the header: one cell per column, None where a cell above or to the left reaches in."""
        rows = [list(band) for band in self.bands] + [[None] * len(self.columns)]
        for index, column in enumerate(self.columns):
            top = len(self.bands)
            while top and not self._is_covered(top - 1, index):
                top -= 1
            lines = tuple(column.title.split("\n"))
            rows[top][index] = Cell(lines, rows=len(rows) - top, align=Align.CENTER, head=True)
        return tuple(map(tuple, rows))

    def _is_covered(self, row: int, column: int) -> bool:
        """Whether a cell of the bands stands over a column in a row of the header."""
        return any(
            cell is not None and above + cell.rows > row and start <= column < start + cell.columns
            for above, band in enumerate(self.bands[: row + 1])
            for start, cell in enumerate(band)
        )

    @property
    def width(self) -> float:
        """The width of all columns in mm, 0.0 before layout."""
        return sum(column.width for column in self.columns)


Node: TypeAlias = (
    Head
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
    | Remark
    | AttachmentLabel
    | FillIn
    | Table
)


@dataclass(frozen=True, slots=True)
class Colophon:
    """The colophon at the foot of the last page (版记). Empty strings leave a line out.

    `copy_to` comes with its label and full stop, `printed` is the date with 印发. `addressees` are here where
    they would leave page 1 without text.
    """

    copy_to: str = ""
    printing_office: str = ""
    printed: str = ""
    addressees: str = ""


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

    `duplex` says that it is printed on both sides, so that its last face is an even one. `stamp` is the day
    that a file which must name one names as that on which it was made, None for none.
    """

    title: str
    author: str
    parts: tuple[Part, ...]
    colophon: Colophon | None = None
    draft: bool = False
    duplex: bool = True
    stamp: date | None = None
