"""All transforms in their order: what a document needs between composition and any writer."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ipplan.resources import templates_folder
from ipplan.transforms.addressees import move_long_addressees
from ipplan.transforms.columns import lay_out_tables
from ipplan.transforms.signatures import settle_signature_pages
from ipplan.transforms.titles import break_titles

if TYPE_CHECKING:
    from ipplan.document import Document
    from ipplan.model.project import Project
    from ipplan.stylesheet import Stylesheet


def lay_out(document: Document, project: Project, sheet: Stylesheet) -> Document:
    """The document with titles broken, tables measured, long addressees moved and signature pages settled.

    So are the attachments that are bound apart.
    """
    protected = _protected(project)
    broken = break_titles(document, protected, int(sheet.number("title.characters")))
    settled = move_long_addressees(lay_out_tables(broken, protected, sheet), sheet)
    detached = tuple(lay_out(one, project, sheet) for one in document.detached)
    return replace(settle_signature_pages(settled, sheet), detached=detached)


def _protected(project: Project) -> tuple[str, ...]:
    """What a title never divides: the project's own words and units, and a short list that comes with ipplan."""
    units = [name for unit in project.units for name in (unit.name, unit.full) if name]
    office = [project.office.name] if project.office else []
    places = {found[0] for name in (*units, *office) if (found := _PLACE.match(name))}
    return (*project.protected_words, *units, *office, *sorted(places), *_common_words())


_PLACE = re.compile("[\u4e00-\u9fff]{2,4}?[省市县区州盟旗]")
"""The place that the name of an office begins with."""


@cache
def _common_words() -> tuple[str, ...]:
    return tuple((templates_folder() / "protected_words.txt").read_text("utf-8").split())
