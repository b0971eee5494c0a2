"""IP210: the register of units in the project file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.rules.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.model.project import Project


def name_twice(project: Project) -> Iterator[Finding]:
    """A name that two entries of the register have, or a member that a group lists twice."""
    seen: dict[str, Path] = {}
    for entry, path, name in _names(project):
        first = seen.setdefault(name, path)
        if first != path and not _same_entry(first, entry):
            yield Finding(path, f"名录里的“{name}”写了两次", "删掉一处；是两个单位就写明区别", first=first)
    for index, group in enumerate(project.groups):
        for number, member in enumerate(group.members):
            if member in group.members[:number]:
                yield Finding(("groups", index, "members", number), f"成员“{member}”写了两次", "删掉一个")


def _same_entry(path: Path, entry: Path) -> bool:
    """Whether a name stands in this very entry: a unit may list its own name among the others."""
    return path[:2] == entry


def _names(project: Project) -> Iterator[tuple[Path, Path, str]]:
    """The entry, the path and the name of everything that the register calls by a name."""
    for index, unit in enumerate(project.units):
        entry: Path = ("units", index)
        yield entry, (*entry, "name"), unit.name
        if unit.full is not None:
            yield entry, (*entry, "full"), unit.full
        yield from ((entry, (*entry, "also", number), name) for number, name in enumerate(unit.also))
    for index, group in enumerate(project.groups):
        yield ("groups", index), ("groups", index, "name"), group.name
