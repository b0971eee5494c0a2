"""A ledger in groups as a paper: a list for each unit, or one with a heading and a table for each month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.groups import TITLES
from ipplan.formats import By
from ipplan.ledger_table import DUE, NUMBER, STATUS, Value, list_columns
from ipplan.terms.labels import Label, LabelForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipplan.compose.wording import Wording
    from ipplan.ledger import Group, Ledger

_CENTRED = frozenset({NUMBER, DUE, STATUS})


def compose_lists(ledger: Ledger, wording: Wording) -> tree.Document:
    """The lists of a ledger, each on pages of its own.

    The last name of a group is the heading of its table, what stands before it names the list that the table is in.
    """
    lists = [(names, list(groups)) for names, groups in groupby(ledger.groups, lambda group: group.names[:-1])]
    # What is listed by section has the numbers of the plan in front already.
    numbered = ledger.grouped_by != TITLES[By.SECTION]
    parts = tuple(
        _part("".join(names), _tables(groups, numbered=numbered), ledger.title, wording) for names, groups in lists
    )
    title = wording.phrase("list_title", name="".join(lists[0][0]) if len(lists) == 1 else "")
    return tree.Document(title, ledger.author, parts, draft=ledger.draft)


def _part(name: str, tables: Iterable[tree.Node], title: str, wording: Wording) -> tree.Part:
    """One list: its title, the plan it is from, and its tables."""
    head = tree.Title((wording.phrase("list_title", name=name),))
    return tree.Part((head, tree.Origin(wording.phrase("citation", title=title)), *tables))


def _tables(groups: Iterable[Group], *, numbered: bool) -> Iterator[tree.Node]:
    """A heading with the name of each group, and its table."""
    for number, group in enumerate(groups, start=1):
        if words := group.names[-1]:
            label = str(Label(LabelForm.IDEOGRAPH, number)) if numbered else ""
            yield tree.Heading(1, label, f"{words}（{len(group.entries)}项）")
        yield _table(group)


def _table(group: Group) -> tree.Table:
    columns = list_columns(group)
    titles = tuple(
        tree.Column(one.title, tree.Align.CENTER if one.title in _CENTRED else tree.Align.LEFT) for one in columns
    )
    rows = zip(*(map(_cell, one.values) for one in columns), strict=True)
    return tree.Table(titles, tuple(rows))


def _cell(value: Value) -> tree.Cell:
    return tree.Cell(tuple(str(value if value is not None else "").split("\n")))
