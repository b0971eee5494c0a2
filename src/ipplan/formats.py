"""What can be made of a plan: the formats by name, and what lists can be grouped by.

To add a format: a member here, and a module or package of its name in `ipplan.writers`.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Shows(Enum):
    """Which composition of a plan a format shows.

    PAPER: the Document tree, all that is printed. LEDGER: what is followed up (`ipplan.ledger`), a row a target.
    """

    PAPER = "paper"
    LEDGER = "ledger"


class Format(StrEnum):
    """A format: its name, what it shows, and the extra of ipplan that brings its library, None where none is needed."""

    shows: Shows
    extra: str | None

    def __new__(cls, name: str, shows: Shows, extra: str | None = None) -> Format:
        """A member from its line below."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.shows, member.extra = shows, extra
        return member

    DOCX = "docx", Shows.PAPER
    PDF = "pdf", Shows.PAPER, "pdf"
    HTML = "html", Shows.PAPER
    MD = "md", Shows.PAPER
    XLSX = "xlsx", Shows.LEDGER
    ICS = "ics", Shows.LEDGER
    CSV = "csv", Shows.LEDGER

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot."""
        return f".{self.value}"


DEFAULT_FORMAT = Format.DOCX
"""What is made where neither the command nor the project file names a format."""


class By(StrEnum):
    """What the entries of a ledger (`ipplan.ledger`) can be put in groups by."""

    UNIT = "unit"
    DATE = "date"
    SECTION = "section"
    STATUS = "status"
