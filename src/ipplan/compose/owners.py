"""Owners in running text: in brackets at the end of a paragraph, or on lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.model.duty import PERSONS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.compose.context import Context
    from ipplan.model.duty import Duty, Role
    from ipplan.model.printing import Print

DUE_LABEL = "完成时限"


def owner_lines(duty: Duty, look: Print, context: Context) -> list[tree.Paragraph]:
    """`责任单位：…。` for each role, where the paper prints owners so."""
    if look.owners != "line":
        return []
    return [
        tree.Paragraph(context.wording.phrase("owner_line", label=label, units=words))
        for label, words in _named(duty, look)
    ]


def with_owners(text: str, duty: Duty, look: Print, context: Context) -> str:
    """A text with the owners in brackets, before or behind its full stop, where the paper prints owners so."""
    brackets = _brackets(duty, look, context)
    if not brackets:
        return text
    if look.owners_place == "before_stop" and text.endswith(_STOPS):
        return text[:-1] + brackets + text[-1]
    return text + brackets


_STOPS = ("。", "；", "！", "？")


def _brackets(duty: Duty, look: Print, context: Context) -> str:
    match look.owners:
        case "phrase":
            parts = [
                context.wording.phrase("owner_phrase", role=role.key, verb=role.verb, units=words)
                for role, words in _roles(duty)
            ]
            return context.wording.phrase("owner_brackets", parts="，".join(parts)) if parts else ""
        case "labels":
            named = [f"{label}：{words}" for label, words in _named(duty, look)]
            return context.wording.phrase("owner_brackets", parts="；".join(named)) if named else ""
        case _:
            return ""


def _roles(duty: Duty) -> Iterator[tuple[Role, str]]:
    """The roles that are filled, with their units as written."""
    for role in ROLES:
        units = duty.units(role.key)
        if units is not None and units.names:
            yield role, units.words


def _named(duty: Duty, look: Print) -> Iterator[tuple[str, str]]:
    """Persons and roles that are filled, and the deadline where it is wanted, each with its label."""
    for key, label in PERSONS.items():
        if person := getattr(duty, key):
            yield label, person
    for role, words in _roles(duty):
        yield role.label, words
    if look.due and duty.due is not None and str(duty.due):
        yield DUE_LABEL, str(duty.due)
