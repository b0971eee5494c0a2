"""Findings for people: place, message, the line itself with a marker, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic, Report, Span
    from ipplan.reporters.results import Results
    from ipplan.source import Source

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_LONGEST = 72
"""Columns of a source line that are shown."""

_LONG_QUOTE = re.compile("“([^“”]{30})[^“”]{10,}”")


def write(results: Results) -> str:
    """The whole report as it would be in a pipe."""
    blocks = [diagnostic_text(found, results.sources, colour=False) for found in results.report.diagnostics]
    blocks += [one.message for one in results.unreadable]
    summary = [summary_text([results.report], len(results.files)), fixable_text(results.report, done=False)]
    return "\n\n".join([*blocks, "\n".join(filter(None, summary))]) + "\n"


def statistics_text(report: Report) -> str:
    """How often each code was found, most frequent first, a line for each; empty when nothing was found."""
    from ipplan.codes import name_of  # noqa: PLC0415  it loads all rules

    counts = Counter(found.code for found in report.diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{count:>6}  {code}  {name_of(code)}\n" for code, count in rows)


def diagnostic_text(found: Diagnostic, sources: Mapping[Path, Source], *, colour: bool) -> str:
    """One finding as a block of lines, without a line feed at the end."""

    def paint(code: str, words: str) -> str:
        return f"\033[{code}m{words}\033[0m" if colour else words

    shade = _COLOURS[found.severity]
    place = f"{found.path}:{found.span.line}:{found.span.column}"
    head = f"{paint('1', place)}: {paint(shade, f'{found.severity.word} {found.code}')} {_shortened(found.message)}"
    source = sources.get(found.path)
    snippet = _snippet(source, found.span) if source is not None else None
    lines = [head]
    if snippet is not None:
        lines += [snippet[0], paint(shade, snippet[1])]
    if found.hint:
        lines.append(f"{' ' * len(str(found.span.line))} = {_shortened(found.hint)}")
    return "\n".join(lines)


def summary_text(reports: Iterable[Report], files: int) -> str:
    """How many findings there were, in one line."""
    found = [report for report in reports if report.diagnostics]
    errors = sum(report.count(Severity.ERROR) for report in found)
    warnings = sum(report.count(Severity.WARNING) for report in found)
    notes = sum(report.count(Severity.NOTE) for report in found)
    if not found:
        return f"检查了 {files} 个文件，没有发现问题"
    return f"检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告" + (f"，{notes} 个提示" if notes else "")


def fixable_text(report: Report, *, done: bool) -> str:
    """How many findings can be corrected and how to do it, in one line; empty if none can.

    `done` says that the safe ones have been corrected just now.
    """
    fixes = [found.fix for found in report.diagnostics if found.fix is not None]
    safe = 0 if done else sum(fix.safe for fix in fixes)
    unsafe = sum(not fix.safe for fix in fixes)
    parts = [f"{safe} 个可以自动改（--fix）"] if safe else []
    if unsafe:
        able = "" if safe else "可以自动改，"
        parts.append(f"{unsafe} 个{able}改完要看一遍（--fix --unsafe-fixes）")
    return f"其中 {'，'.join(parts)}" if parts else ""


def _shortened(message: str) -> str:
    """A message whose long quotations are cut; the line below shows where they stand."""
    return _LONG_QUOTE.sub(r"“\1…”", message)


def _snippet(source: Source, span: Span) -> tuple[str, str] | None:
    """The source line and a line of markers under the wrong part; None for a place outside the text."""
    line = source.line(span.line).replace("\t", " ")
    if not line.strip():
        return None
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = _window_start(line, start)
    shown = _cut(line[first:], _LONGEST)
    marked = line[start : min(end, first + len(shown))]
    gutter = f"{span.line} | "
    before = _width(("…" if first else "") + line[first:start])
    text = gutter + ("…" if first else "") + shown + ("…" if first + len(shown) < len(line) else "")
    return text, " " * (len(gutter) + before) + "^" * max(1, _width(marked))


def _window_start(line: str, start: int) -> int:
    """Where the shown part of a long line begins, so that the marked place is inside."""
    fits = _width(line) <= _LONGEST or _width(line[:start]) < _LONGEST * 2 // 3
    return 0 if fits else max(0, start - 12)


def _cut(text: str, columns: int) -> str:
    """The beginning of a text that fits into so many terminal columns."""
    used = 0
    for index, character in enumerate(text):
        used += _width(character)
        if used > columns:
            return text[:index]
    return text


def _width(text: str) -> int:
    """Terminal columns; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
