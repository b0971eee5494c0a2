"""Identities of entries that last from one edition of a plan to the next.

An entry is known by the title of its plan, the name of its task, and the name or the words of its target. So it keeps
its identity when tasks are moved or new ones come in between, when deadlines, units and texts change, and, for a target
with a name, when its words do. A task that is called otherwise is another one. Only entries that say the same are told
apart by the headings above them, and at last by their order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipplan.ledger import Entry

_NAMESPACE = UUID("6f1f8b1e-4d0e-5d7a-9a0c-1d5b8f0a7c42")
"""That of ipplan; it must never change, or every calendar would show everything twice."""


def identified(entries: Iterable[tuple[Entry, tuple[str, ...]]], title: str) -> Iterator[Entry]:
    """The entries with their keys.

    Each comes with what its target is known by and the headings above it without numbers; `title` is that of the plan.
    """
    named = [(entry, (title, entry.task, called), (entry.paper, *above)) for entry, (called, *above) in entries]
    same = Counter(name for _, name, _ in named)
    seen: Counter[tuple[str, ...]] = Counter()
    for entry, name, above in named:
        full = name if same[name] == 1 else (*name, *above)
        seen[full] += 1
        place = (str(seen[full]),) if seen[full] > 1 else ()
        yield replace(entry, key=str(uuid5(_NAMESPACE, "\n".join((*full, *place)))))
