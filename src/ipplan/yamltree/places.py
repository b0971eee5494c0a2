"""Where each value of a YAML file stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ipplan.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipplan.source import Source

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
"""A way into the data: keys and 0-based list indexes from the top."""


@dataclass(slots=True)
class Place:
    """The position of one YAML value, with the places of what it contains.

    `line` and `column` are 0-based as the parser counts them; `children` maps keys or list indexes to places and
    `keys` maps the keys of a mapping to the places of the keys themselves. `source` is set where a value comes from
    another file than what is around it. `text` is what a scalar says, None for anything else and for an alias.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    children: dict[Step, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    source: Source | None = None
    text: str | None = None

    @property
    def span(self) -> Span:
        """The position, 1-based."""
        return Span(self.line + 1, self.column + 1, self.end_line + 1, self.end_column + 1)

    def find(self, path: Iterable[Step]) -> Place:
        """The place of the value at `path`; steps the file does not have are skipped.

        Skipping makes short forms work: a paragraph written as a plain string has no `text` key of its own, and
        pydantic puts names of union members into its paths.
        """
        place = self
        for step in path:
            place = place.children.get(step, place)
        return place

    def source_at(self, path: Iterable[Step], own: Source) -> Source:
        """The file that the value at `path` stands in; `own` is the file of this place itself."""
        place, source = self, own
        for step in path:
            place = place.children.get(step, place)
            source = place.source or source
        return source

    def find_key(self, path: Path) -> Place:
        """The place of the key that `path` ends with; of its value where it is not a key."""
        parent = self.find(path[:-1])
        last = path[-1] if path else None
        return parent.keys[last] if isinstance(last, str) and last in parent.keys else self.find(path)


NOTHING_INSIDE: dict[Any, Place] = {}
"""What values that contain no others share, most of all there are; never written to."""
