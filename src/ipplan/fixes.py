"""Making the corrections of findings in a file, and looking whether the file then says what it should."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml

from ipplan.edits import edited
from ipplan.source import Source
from ipplan.yamltree.letters import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipplan.diagnostics import Diagnostic, Edit

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Group: TypeAlias = "tuple[Edit, ...]"
"""The edits that one finding asks for in one file: all of them are made or none."""


def fixed(source: Source, found: Iterable[Diagnostic]) -> tuple[str, tuple[Edit, ...]]:
    """The text of a file with the corrections of findings made as far as they can be made at once, and the edits.

    Where two corrections touch, the one that is about less of the file goes first; the other one has to be asked for
    again. A correction after which the file would not say exactly what is intended is not made.
    """
    events = _events(source)
    groups = _groups(source, found) if events else []
    edits: tuple[Edit, ...] = ()
    while groups and not edits:
        chosen = list(_apart(source, groups))
        edits = tuple(edit for group in _sound(source, events, chosen) for edit in group)
        tried = set(chosen)
        groups = [group for group in groups if group not in tried]
    return edited(source.text, edits), edits


def _groups(source: Source, found: Iterable[Diagnostic]) -> list[_Group]:
    """The edits of each finding in this file, few before many, and those that look at more of the text around first."""
    ordered: dict[_Group, tuple[object, ...]] = {}
    for one in found:
        line, column, end_line, end_column = one.span
        for group in _belonging_together(source, one):
            ordered.setdefault(group, (len(group), line - end_line, column - end_column, group, one.code))
    return sorted(ordered, key=ordered.__getitem__)


def _belonging_together(source: Source, found: Diagnostic) -> list[_Group]:
    """The edits of a finding in this file, in groups of which none may be made in part."""
    if found.fix is None:
        return []
    edits = sorted(edit for edit in found.fix.edits if edit.path == source.path)
    if found.fix.together:
        return [tuple(edits)] if edits else []
    return [(edit,) for edit in edits]


def _apart(source: Source, groups: Iterable[_Group]) -> Iterator[_Group]:
    """Those groups that do not touch one that comes before them."""
    taken: set[int] = set()
    for group in groups:
        own = {half for edit in group for half in _halves(source, edit)}
        if taken.isdisjoint(own):
            taken |= own
            yield group


def _halves(source: Source, edit: Edit) -> range:
    """What an edit touches: the character at an offset counts as an odd number, the gap before it as an even one.

    What is inserted touches the characters on both sides.
    """
    start, end = source.offset(*edit.span[:2]), source.offset(*edit.span[2:])
    return range(2 * start + 1, 2 * end) if start < end else range(2 * start - 1, 2 * start + 2)


def _sound(source: Source, events: Sequence[_Placed], groups: list[_Group]) -> list[_Group]:
    """Those groups after which the file says what is intended."""
    if not groups or _as_intended(source, events, groups):
        return groups
    if len(groups) == 1:
        return []
    half = len(groups) // 2
    kept = [*_sound(source, events, groups[:half]), *_sound(source, events, groups[half:])]
    return kept if _as_intended(source, events, kept) else []


class _Event(NamedTuple):
    """What YAML reads in a file: a scalar with its value, or the beginning or end of something."""

    kind: str
    anchor: str | None
    style: str | None
    value: str | None


class _Placed(NamedTuple):
    """An event, and the offsets of the text that it stands between."""

    event: _Event
    start: int
    end: int


def _as_intended(source: Source, events: Sequence[_Placed], groups: Iterable[_Group]) -> bool:
    """Whether the edited file says the same as before but for the edited words, and those as intended."""
    edits = [edit for group in groups for edit in group]
    expected = _expected(source, events, edits)
    after = _events(Source(source.path, edited(source.text, edits)))
    return expected is not None and expected == [placed.event for placed in after]


def _expected(source: Source, events: Sequence[_Placed], edits: Iterable[Edit]) -> list[_Event] | None:
    """What the file should say after edits; None if one is not inside a scalar."""
    starts = [placed.start for placed in events]
    by_event: dict[int, list[tuple[int, int, str]]] = {}
    for _, span, words in edits:
        start, end = source.offset(*span[:2]), source.offset(*span[2:])
        by_event.setdefault(bisect_right(starts, start) - 1, []).append((start, end, words))
    expected = [placed.event for placed in events]
    for index, changes in by_event.items():
        value = _edited_value(source.text, events[index], changes)
        if value is None:
            return None
        expected[index] = expected[index]._replace(value=value)
    return expected


def _edited_value(text: str, placed: _Placed, changes: Iterable[tuple[int, int, str]]) -> str | None:
    """The value of a scalar after changes between offsets of the file.

    None if nothing would be left, or if they begin or end inside of an escape.
    """
    value = placed.event.value
    if value is None:
        return None
    written = letters(text[placed.start : placed.end], value)
    firsts = {letter.start + placed.start: index for index, letter in enumerate(written) if letter is not None}
    lasts = {letter.end + placed.start: index + 1 for index, letter in enumerate(written) if letter is not None}
    parts, done = [], 0
    for start, end, words in sorted(changes):
        first = firsts.get(start) if start < end else lasts.get(start, firsts.get(start))
        last = lasts.get(end) if start < end else first
        if first is None or last is None:
            return None
        parts += [value[done:first], words]
        done = last
    after = "".join([*parts, value[done:]])
    return after if after.strip() else None


def _events(source: Source) -> list[_Placed]:
    """All events of a file; none if YAML cannot read it."""
    parser = _LOADER(source.text)
    events = []
    try:
        while (event := parser.get_event()) is not None:
            events.append(_placed(source, event))
    except yaml.YAMLError:
        return []
    finally:
        parser.dispose()
    return events


def _placed(source: Source, event: Any) -> _Placed:
    start, end = event.start_mark, event.end_mark
    said = _Event(
        type(event).__name__,
        getattr(event, "anchor", None),
        getattr(event, "style", None),
        getattr(event, "value", None),
    )
    return _Placed(said, source.offset(start.line + 1, start.column + 1), source.offset(end.line + 1, end.column + 1))
