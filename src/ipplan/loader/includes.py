"""Plans in several files: `- include: part.yaml` stands for the blocks of that file.

The blocks are put where the include stood before the plan is understood; their places remember the file they are from.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity
from ipplan.errors import UnreadableFile
from ipplan.source import is_inside, read_source
from ipplan.yamltree.tree import MAX_NODES, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.source import Reader, Source
    from ipplan.yamltree.places import Place
    from ipplan.yamltree.tree import Data, Tree

INCLUDE = "include"
"""The key of a block that stands for the blocks of a file."""

MAX_FILES = 200
"""How many files one plan may be split into."""


@dataclass(slots=True)
class Included:
    """What including brought in: the trees with their sources, and what was wrong."""

    trees: list[tuple[Source, Tree]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def expand_includes(source: Source, tree: Tree, folder: Path, read: Reader = read_source) -> Included:
    """Replace every include in a tree by the blocks it stands for; no file outside of `folder` is read."""
    expander = _Expander(folder, read, tree.nodes)
    expander.expand(tree.data, tree.place, source, (os.path.realpath(source.path),))
    return expander.included


class _Expander:
    """Walks the data in place, keeping the way of files that led to each."""

    def __init__(self, folder: Path, read: Reader, nodes: int) -> None:
        self._folder = folder
        self._read = read
        self._nodes = nodes
        self.included = Included()

    def expand(self, data: Data, place: Place, source: Source, way: tuple[str, ...]) -> None:
        """Expand below a value of `source`, which was reached over the files of `way`."""
        if isinstance(data, dict):
            for key, value in data.items():
                self.expand(value, place.children[key], source, way)
        elif isinstance(data, list):
            items = [(item, place.children[index]) for index, item in enumerate(data)]
            expanded = [pair for item in items for pair in self._item(*item, source, way)]
            data[:] = [item for item, _ in expanded]
            place.children = dict(enumerate(where for _, where in expanded))

    def _item(self, item: Data, place: Place, source: Source, way: tuple[str, ...]) -> list[tuple[Data, Place]]:
        """The item itself, or the blocks of the file that it includes."""
        if not isinstance(item, dict) or list(item) != [INCLUDE]:
            self.expand(item, place, source, way)
            return [(item, place)]
        where = place.children[INCLUDE]
        name = item[INCLUDE]
        if not isinstance(name, str):
            return self._refuse(source, where, "include 后面要一个文件名", "例如 - include: 第一部分.yaml")
        return self._blocks(name, where, source, way)

    def _blocks(self, name: str, where: Place, source: Source, way: tuple[str, ...]) -> list[tuple[Data, Place]]:
        path = source.path.parent / name
        found = os.path.realpath(path)
        if not is_inside(self._folder, path):
            return self._refuse(source, where, f"“{name}”在计划的文件夹外面", "只能包含同一文件夹或下级文件夹里的文件")
        if found in way:
            return self._refuse(source, where, f"“{name}”又包含了它自己", "去掉其中一个 include")
        if len(self.included.trees) >= MAX_FILES:
            return self._refuse(source, where, f"包含的文件超过 {MAX_FILES} 个", None)
        if self._nodes > MAX_NODES:  # said once, at the include that passed the limit
            return []
        try:
            read = self._read(path)
        except UnreadableFile as error:
            return self._refuse(source, where, f"包含不了“{name}”：{str(error).rpartition('：')[2]}", "核对文件名")
        if isinstance(read, Diagnostic):
            self.included.diagnostics.append(read)
            return []
        return self._list(read, (*way, found), source, where)

    def _list(self, source: Source, way: tuple[str, ...], holder: Source, where: Place) -> list[tuple[Data, Place]]:
        """The blocks of an included file, which must be a list; `where` in `holder` asks for it."""
        tree = read_tree(source)
        self._nodes += tree.nodes
        if self._nodes > MAX_NODES:
            message = f"连同包含的文件，值的个数超过 {MAX_NODES} 的上限"
            return self._refuse(holder, where, message, "分成几份计划", "IP006")
        self.included.trees.append((source, tree))
        self.included.diagnostics += tree.diagnostics
        if tree.data is None and tree.diagnostics:
            return []
        if not isinstance(tree.data, list):
            message = "被包含的文件要是一个列表"
            hint = "每一段以“- ”开头，顶格写，不要 plan: 和 body:"
            self.included.diagnostics.append(
                Diagnostic(source.path, START_OF_FILE, "IP011", Severity.ERROR, message, hint)
            )
            return []
        self.expand(tree.data, tree.place, source, way)
        for place in tree.place.children.values():
            place.source = place.source or source
        return [(item, tree.place.children[index]) for index, item in enumerate(tree.data)]

    def _refuse(
        self, source: Source, where: Place, message: str, hint: str | None, code: str = "IP011"
    ) -> list[tuple[Data, Place]]:
        self.included.diagnostics.append(Diagnostic(source.path, where.span, code, Severity.ERROR, message, hint))
        return []
