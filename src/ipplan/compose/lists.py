"""A ledger in groups as a paper: a list for each unit, or one with a heading and a table for each month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.ledger_table import DUE, NUMBER, STATUS, Value, list_columns
from ipplan.terms.labels import Label, LabelForm

if TYPE_CHECKING:
    from ipplan.compose.wording import Wording
    from ipplan.ledger import Group, Ledger

_CENTRED = frozenset({NUMBER, DUE, STATUS})


def compose_lists(ledger: Ledger, wording: Wording) -> tree.Document:
    """The lists of a ledger, each on pages of its own.

    The last name of a group is the heading of its table, what stands before it names the list that the table is in.
    """
    lists = [(names, list(groups)) for names, groups in groupby(ledger.groups, lambda group: group.names[:-1])]
    parts = tuple(_part("".join(names), groups, ledger.title, wording) for names, groups in lists)
    title = wording.phrase("list_title", name="".join(lists[0][0]) if len(lists) == 1 else "")
    return tree.Document(title, ledger.author, parts, draft=ledger.draft)


def _part(name: str, groups: list[Group], title: str, wording: Wording) -> tree.Part:
    """One list: its title, the plan it is from, and its tables."""
    nodes: list[tree.Node] = [
        tree.Title((wording.phrase("list_title", name=name),)),
        tree.Origin(wording.phrase("citation", title=title)),
    ]
    for number, group in enumerate(groups, start=1):
        if words := group.names[-1]:
            nodes.append(tree.Heading(1, str(Label(LabelForm.IDEOGRAPH, number)), f"{words}（{len(group.entries)}项）"))
        nodes.append(_table(group))
    return tree.Part(tuple(nodes))


def _table(group: Group) -> tree.Table:
    columns = list_columns(group)
    titles = tuple(
        tree.Column(one.title, tree.Align.CENTER if one.title in _CENTRED else tree.Align.LEFT) for one in columns
    )
    rows = zip(*(map(_cell, one.values) for one in columns), strict=True)
    return tree.Table(titles, tuple(rows))


def _cell(value: Value) -> tree.Cell:
    return tree.Cell(tuple(str(value if value is not None else "").split("\n")))
