"""What can be wrong with a plan: diagnostics as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Severity(IntEnum):
    """How bad a finding is; a higher value is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The Chinese word shown to the user."""
        return {Severity.NOTE: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"}[self]


class Span(NamedTuple):
    """A stretch of a file: 1-based lines and columns, columns counted in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START_OF_FILE = Span(1, 1, 1, 1)


class Edit(NamedTuple):
    """New words in place of what stands at a span, which lies on one line; an empty span is a place to insert."""

    path: Path
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What makes a finding go away.

    `safe` ones change no meaning whatever was meant; the others want a person to look at the result. The edits belong
    `together` if one without the others would make things worse.
    """

    edits: tuple[Edit, ...]
    safe: bool
    together: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where it stands, what is wrong, and what would be right.

    `code` is stable (`IP101`); `message` is Chinese and names the offending value; `hint` says what to do, None when
    the message already does. `fix` is None where a person must decide; it does not tell findings apart.
    """

    path: Path
    span: Span
    code: str
    severity: Severity
    message: str
    hint: str | None = None
    fix: Correction | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """Order of reports: by file, place, code, message."""
        return (str(self.path), self.span, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted by place and without duplicates."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """Sort the findings and drop exact repetitions."""
        return cls(tuple(sorted(set(diagnostics), key=lambda found: found.sort_key)))

    @property
    def worst(self) -> Severity | None:
        """The highest severity in the report; None when nothing was found."""
        return max((found.severity for found in self.diagnostics), default=None)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(found.severity is severity for found in self.diagnostics)
