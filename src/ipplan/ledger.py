"""The ledger: what a plan wants done, a row for each target, as a clerk follows it up.

Two ways were weighed to make ledger, calendar and lists of one composition. One was to mark the cells of the Document's
tables with days and units and to read them back; but most plans have no table, and a calendar needs what no paper
prints: an identity that lasts, and every single time of what recurs. So this is a value of its own beside the
Document: `compose.entries` makes entries of a plan once, `compose.groups` puts them in groups, writers of ledgers
(xlsx, csv, ics) show them as they are, and `compose.lists` turns them into a Document for all writers of papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ipplan.blanks import BlankForm
    from ipplan.document import Table


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time when something is due, both days included; `start` is None where only the last day is told.

    `label` says for which step or case it is (初稿), empty where there is only one.
    """

    end: date
    start: date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Owners:
    """The units in one role.

    `key` and `role` are the role's key and label, `place` says where it stands among the roles as they are printed;
    `words` are those of the plan, `names` the units in order.
    """

    place: int
    key: str
    role: str
    words: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be done: a target of a task, or a task without targets, with all that it takes over.

    `key` identifies it from one edition of the plan to the next (see `compose.identities`). `paper` is the title of the
    paper it stands in, `headings` those above it with their numbers. `number` and `task` name the task, `text` is what
    the paper says of it, `target` what is to be reached (empty where the task says no more). `persons` are label and
    name. `due` are the words of the schedule; `deadlines` its days, empty where they cannot be told; `times` every
    day on which what recurs is due. `end` is the last day of all, None where it is open or not told. `status` (see
    `ipplan.terms.status`) and `progress` say how far it is, empty where nothing is known.
    """

    key: str
    paper: str
    headings: tuple[str, ...]
    number: str
    task: str
    text: str = ""
    target: str = ""
    owners: tuple[Owners, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()
    due: str = ""
    deadlines: tuple[Deadline, ...] = ()
    times: tuple[date, ...] = ()
    end: date | None = None
    status: str = ""
    progress: str = ""

    @property
    def chapter(self) -> str:
        """Where it stands: the headings above it, or the title of its paper where there are none."""
        return " ".join(self.headings) or self.paper

    @property
    def whole_task(self) -> tuple[str, ...]:
        """What entries of one task have in common: paper, headings, number and name."""
        return (self.paper, *self.headings, self.number, self.task)

    @property
    def start(self) -> date | None:
        """The first day of the time in which it is to be done; None where only a last day is told."""
        return min((one.start for one in self.deadlines if one.start is not None), default=None)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something is due, in order."""
        return tuple(sorted({one.end for one in self.deadlines} | {*self.times}))


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together, named once for each of `Ledger.grouped_by`: (市科技局, 牵头负责)."""

    names: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """A table of what falls to each area (指标分解表) with the sums of all levels; `unit` is its unit line or empty."""

    title: str
    unit: str
    table: Table


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of a plan, in groups; a ledger that is not `grouped_by` anything is one group without names.

    `stamp` is the day that files name as the time they were made, so that the same plan gives the same bytes. `forms`
    are the blank forms of the plan, `allocations` its tables of what falls to each area.
    """

    title: str
    author: str
    stamp: date
    groups: tuple[Group, ...]
    grouped_by: tuple[str, ...] = ()
    draft: bool = False
    forms: tuple[BlankForm, ...] = ()
    allocations: tuple[Allocation, ...] = ()

    @property
    def called(self) -> str:
        """What the ledger is of: the plan, the unit (month, section, status) if it is of one only, and 草稿."""
        names = {group.names[:1] for group in self.groups}
        (own,) = names if len(names) == 1 else {()}
        return self.title + "".join(f"（{word}）" for word in (*own, "草稿" if self.draft else "") if word)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all groups; one that is in several groups comes several times."""
        return tuple(entry for group in self.groups for entry in group.entries)
