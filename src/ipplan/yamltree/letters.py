"""Where each character of a scalar stands in the file, however it is quoted, escaped or wrapped."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from yaml.scanner import Scanner

from ipplan.diagnostics import Edit
from ipplan.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.diagnostics import Span
    from ipplan.source import Source
    from ipplan.yamltree.places import Place

_PROPERTIES = lazy_pattern(r"(?:[&!]\S*\s+){0,2}")
_ESCAPED = lazy_pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)|.", re.DOTALL)
_SINGLE = lazy_pattern(r"''|.", re.DOTALL)
_PLAIN = lazy_pattern(r".", re.DOTALL)
_HEADER = lazy_pattern(r"[^\n]*\n?")
_ESCAPES = Scanner.ESCAPE_REPLACEMENTS
_BLANK = " \t\n"
"""What YAML may put in or take away where a text is wrapped."""


class Letter(NamedTuple):
    """A character of a value, and between which offsets of the raw text it is written."""

    character: str
    start: int
    end: int


def letters(raw: str, value: str) -> list[Letter | None]:
    """For every character of a scalar's value, where it is written; `raw` is the scalar as it stands in the file.

    None stands for white space that the file has in another form, such as a line that is wrapped. The list is empty
    if the value cannot be found in the raw text.
    """
    written = _trimmed([letter for letter in _written(raw) if letter.character not in _BLANK])
    said = value.strip()
    if [one.character for one in written] != [character for character in said if character not in _BLANK]:
        return []
    places: list[Letter | None] = [None] * len(value)
    spoken = [index for index, character in enumerate(value) if character not in _BLANK]
    spoken = spoken[next((n for n, index in enumerate(spoken) if not value[index].isspace()), 0) :][: len(written)]
    for index, letter in zip(spoken, written, strict=True):
        places[index] = letter
    _fill_gaps(places, spoken, raw, value)
    return places


def _fill_gaps(places: list[Letter | None], spoken: Sequence[int], raw: str, value: str) -> None:
    """Give white space between two characters its place, where the file has it in the same form."""
    for before, after in pairwise(spoken):
        first, last = places[before], places[after]
        gap = value[before + 1 : after]
        if gap and first is not None and last is not None and raw[first.end : last.start] == gap:
            for index in range(before + 1, after):
                start = first.end + index - before - 1
                places[index] = Letter(value[index], start, start + 1)


def _written(raw: str) -> Iterator[Letter]:
    """The characters that a scalar is written with, escapes resolved."""
    start = found.end() if (found := _PROPERTIES.match(raw)) else 0
    end = len(raw)
    pattern = _PLAIN
    match raw[start : start + 1]:
        case '"':
            start, end, pattern = start + 1, end - 1, _ESCAPED
        case "'":
            start, end, pattern = start + 1, end - 1, _SINGLE
        case "|" | ">":
            start = found.end() if (found := _HEADER.match(raw, start)) else end
    for one in pattern.finditer(raw, start, end):
        if character := _meant(one[0]):
            yield Letter(character, one.start(), one.end())


def _meant(written: str) -> str:
    """The character that is meant by a character or an escape; empty for an escaped line end."""
    if len(written) == 1:
        return written
    if written == "''":
        return "'"
    if written[1] in "xuU":
        code = int(written[2:], 16)
        return chr(code) if code <= _LAST_CHARACTER else ""
    return _ESCAPES.get(written[1], "")


_LAST_CHARACTER = 0x10FFFF


def _trimmed(written: list[Letter]) -> list[Letter]:
    """Without the white space at both ends that values lose."""
    spoken = [index for index, letter in enumerate(written) if not letter.character.isspace()]
    return written[spoken[0] : spoken[-1] + 1] if spoken else []


class Written:
    """A scalar as it stands in the file, for making edits of it."""

    def __init__(self, place: Place, source: Source) -> None:
        self._source = source
        self._value = place.text
        self._begin, end = source.offset(*place.span[:2]), source.offset(*place.span[2:])
        self._letters = letters(source.text[self._begin : end], self._value) if self._value else []

    def replacing(self, start: int, before: str, after: str) -> Edit | None:
        """The edit that puts `after` in place of `before`, which begins at `start` in the value.

        Only the characters between the first and the last that differ are touched. None if the value has other words
        there, or if the file has a line wrapped among them.
        """
        if self._value is None or self._value[start : start + len(before)] != before or before == after:
            return None
        head = _common(before, after)
        tail = _common(before[head:][::-1], after[head:][::-1])
        stretch = _stretch(self._letters, start + head, start + len(before) - tail)
        if stretch is None:
            return None
        begin, end = self._begin + stretch[0], self._begin + stretch[1]
        words = after[head : len(after) - tail]
        span = self._source.span(begin, end)
        if span.line != span.end_line:
            return None
        return Edit(self._source.path, span if words else self._with_blanks(span), words)

    def _with_blanks(self, span: Span) -> Span:
        """What is deleted of a line, with the blanks that the line would then end or begin with: YAML drops those."""
        line = self._source.line(span.line)
        before, behind = line[: span.column - 1], line[span.end_column - 1 :]
        if not behind.strip():
            return span._replace(column=len(before.rstrip()) + 1)
        if not before.strip():
            return span._replace(end_column=len(line) - len(behind.lstrip()) + 1)
        return span

    def span(self, start: int, words: str) -> Span | None:
        """Where words that begin at `start` in the value stand in the file; None if they are not there."""
        row = [letter for letter in self._letters[start : start + len(words)] if letter is not None]
        if not row or self._value is None or self._value[start : start + len(words)] != words:
            return None
        return self._source.span(self._begin + row[0].start, self._begin + row[-1].end)


def _stretch(written: Sequence[Letter | None], start: int, end: int) -> tuple[int, int] | None:
    """The offsets between which the characters from `start` to `end` are written; None unless they stand in a row."""
    if start == end:
        before, after = written[start - 1 : start] if start else [], written[start : start + 1]
        if before and before[0] is not None:
            return before[0].end, before[0].end
        return (after[0].start, after[0].start) if after and after[0] is not None else None
    row = [letter for letter in written[start:end] if letter is not None]
    if len(row) != end - start or any(one.end != other.start for one, other in pairwise(row)):
        return None
    return row[0].start, row[-1].end


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
