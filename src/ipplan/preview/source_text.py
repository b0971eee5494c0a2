"""The text of a plan with the wrong places marked, and the place of a finding in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.source import name_from
from ipplan.writers.html.markup import element, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic, Span
    from ipplan.source import Source

_BEFORE, _AFTER = 16, 48
"""Characters of a line that are shown before and behind a wrong place."""


@dataclass(frozen=True, slots=True)
class ShownFiles:
    """The files whose text is on the page, by number, and the folder from which files are named there."""

    folder: Path
    numbers: Mapping[Path, int]

    @classmethod
    def of(cls, sources: Iterable[Source], folder: Path) -> ShownFiles:
        """Number the files from 1."""
        return cls(folder, {source.path: number for number, source in enumerate(sources, 1)})

    def name(self, path: Path) -> str:
        """What a file is called on the page, whether its text is there or not."""
        return name_from(self.folder, path)

    def line_id(self, path: Path, line: int) -> str | None:
        """The id of a 1-based line on the page; None where the text of the file is not there."""
        return f"file{self.numbers[path]}-line{line}" if path in self.numbers else None


def source_text(source: Source, findings: Sequence[Diagnostic], files: ShownFiles) -> str:
    """A file as a numbered list of lines, the wrong places marked."""
    marks: dict[int, list[Diagnostic]] = {}
    for found in findings:
        if found.path == source.path:
            marks.setdefault(found.span.line, []).append(found)
    lines = (
        _line(text, marks.get(number, ()), files.line_id(source.path, number))
        for number, text in enumerate(source.lines, 1)
    )
    return element("h2", words(files.name(source.path))) + element("ol", *lines, class_="lines")


def excerpt(source: Source, span: Span) -> str:
    """The marked place with a little of the line around it; empty where the line is."""
    text = source.line(span.line)
    start, end = _columns(text, span)
    if not text.strip():
        return ""
    before, after = text[:start].lstrip(), text[end:]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:]
    if len(after) > _AFTER:
        after = after[:_AFTER] + "…"
    return words(before) + element("mark", words(text[start:end])) + words(after)


def _line(text: str, found: Sequence[Diagnostic], identifier: str | None) -> str:
    """A line; of places that overlap the first is marked."""
    parts: list[str] = []
    done = 0
    for one in sorted(found, key=lambda one: one.span):
        start, end = _columns(text, one.span)
        if start >= done:
            message = f"{one.severity.word} {one.code} {one.message}"
            marked = element("mark", words(text[start:end]), title=message, class_=one.severity.name.lower())
            parts += [words(text[done:start]), marked]
            done = end
    content = "".join(parts) + words(text[done:])
    return element("li", content, id=identifier, class_="found" if found else None)


def _columns(text: str, span: Span) -> tuple[int, int]:
    """Where a place begins and ends in its first line, from 0."""
    start = min(span.column - 1, len(text))
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    return start, max(start, min(end, len(text)))
