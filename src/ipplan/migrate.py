"""Moving plan files of an earlier format to the present one, changing only what must change.

Edits are made at their places in the text; comments, order and everything else stay byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.diagnostics import Edit
from ipplan.edits import edited
from ipplan.model.versions import OLD_VERSION, PRESENT_VERSION
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.diagnostics import Span
    from ipplan.source import Source
    from ipplan.yamltree.places import Place
    from ipplan.yamltree.tree import Data, Tree


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: the 1-based line it is made on, what stood there, and what stands there now."""

    line: int
    before: str
    after: str


def migrate(source: Source) -> tuple[str, tuple[Change, ...]]:
    """The text of a plan file in the present format, and what was changed; a file in that format stays as it is.

    From format 1 to 2: `owner_style: line` becomes `print: {owners: line}`.
    """
    tree = read_tree(source)
    if not isinstance(tree.data, dict) or tree.data.get("version", OLD_VERSION) != OLD_VERSION:
        return source.text, ()
    edits = sorted(
        Edit(source.path, span, words) for span, words in (*_version(tree), *_owner_styles(tree.data, tree.place))
    )
    return edited(source.text, edits), tuple(_change(source, edit) for edit in edits)


def _change(source: Source, edit: Edit) -> Change:
    line, span = source.line(edit.span.line), edit.span
    return Change(span.line, line[span.column - 1 : span.end_column - 1], edit.words)


def _version(tree: Tree) -> Iterator[tuple[Span, str]]:
    if "version" in tree.place.children:
        yield tree.place.children["version"].span, PRESENT_VERSION


def _owner_styles(data: Data, place: Place) -> Iterator[tuple[Span, str]]:
    """The key with its value, wherever a paper has it."""
    if isinstance(data, dict):
        if isinstance(style := data.get("owner_style"), str):
            key, value = place.keys["owner_style"].span, place.children["owner_style"].span
            yield key._replace(end_line=value.end_line, end_column=value.end_column), f"print: {{owners: {style}}}"
        for name, inner in data.items():
            yield from _owner_styles(inner, place.children[name])
    elif isinstance(data, list):
        for index, inner in enumerate(data):
            yield from _owner_styles(inner, place.children[index])
