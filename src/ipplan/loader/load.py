"""Reading plan and project files: bytes to models, and every mistake on the way as a diagnostic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span
from ipplan.loader.beside import find_project
from ipplan.loader.includes import INCLUDE, Included, expand_includes
from ipplan.loader.model_walk import all_keys
from ipplan.loader.schema_errors import explain_schema_errors
from ipplan.model.plan import PlanFile
from ipplan.model.progress import Progress
from ipplan.model.project import Project
from ipplan.model.versions import OLD_VERSION
from ipplan.source import Reader, Source, read_source
from ipplan.yamltree.messages import full_width_colon
from ipplan.yamltree.places import Place
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.yamltree.tree import Tree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A file after reading: its text, its model, the places of its values, and what was found wrong.

    `model` is None when the file has mistakes that leave no model to work with. `included` are the other files that
    parts of it came from.
    """

    source: Source
    model: Model | None
    place: Place = field(default_factory=lambda: Place(0, 0, 0, 0))
    diagnostics: tuple[Diagnostic, ...] = ()
    included: tuple[Source, ...] = ()


def load_plan(path: Path, read: Reader = read_source) -> Loaded[PlanFile]:
    """Read a plan file and the files that it includes.

    Raises:
        UnreadableFile: if there is no file to read.
    """
    return _load(path, PlanFile, read)


def load_project(path: Path, read: Reader = read_source) -> Loaded[Project]:
    """Read a project file.

    Raises:
        UnreadableFile: if there is no file to read.
    """
    return _load(path, Project, read)


def load_progress(path: Path, read: Reader = read_source) -> Loaded[Progress]:
    """Read a progress file.

    Raises:
        UnreadableFile: if there is no file to read.
    """
    return _load(path, Progress, read)


def _load(path: Path, model: type[Model], read: Reader) -> Loaded[Model]:
    source = read(path)
    if isinstance(source, Diagnostic):
        return Loaded(Source(path, ""), None, diagnostics=(source,))
    tree = read_tree(source)
    if tree.data is None and not tree.diagnostics:
        empty = Diagnostic(
            path, START_OF_FILE, "IP009", Severity.ERROR, "文件里没有内容", "运行 ipplan new 得到一份样例"
        )
        return Loaded(source, None, tree.place, (empty,))
    if tree.data is None:
        return Loaded(source, None, tree.place, tuple(tree.diagnostics))
    return _understand(source, tree, model, read)


def _understand(source: Source, tree: Tree, model: type[Model], read: Reader) -> Loaded[Model]:
    """The model that a tree makes, or what is wrong with it."""
    included = Included()
    if model is PlanFile:
        if (old := _old_format(source, tree)) is not None:
            return Loaded(source, None, tree.place, (*tree.diagnostics, old))
        if INCLUDE in source.text:
            project = find_project(source.path)
            included = expand_includes(source, tree, (project or source.path).parent, read)
    sources = tuple(part for part, _ in included.trees)
    trees = [(source, tree), *included.trees]
    clinging = [found for part, parsed in trees for found in _clinging_keys(part, parsed, model)]
    said = (*tree.diagnostics, *included.diagnostics, *clinging)
    try:
        value = model.model_validate(tree.data)
    except ValidationError as error:
        found = explain_schema_errors(source, tree, model, error)
        found = [one for one in found if not any(_begin_together(one, other) for other in clinging)]
        return Loaded(source, None, tree.place, (*said, *found), sources)
    return Loaded(source, value, tree.place, said, sources)


def _old_format(source: Source, tree: Tree) -> Diagnostic | None:
    """A plan file that says it has an earlier format; what else is wrong with it is not worth saying."""
    if not isinstance(tree.data, dict) or tree.data.get("version") != OLD_VERSION:
        return None
    span = tree.place.find(("version",)).span
    hint = f"运行 ipplan migrate {source.path}，会自动改好，注释都留着"
    return Diagnostic(source.path, span, "IP010", Severity.ERROR, "这是第 1 版的计划文件，现在是第 2 版", hint)


def _clinging_keys(source: Source, tree: Tree, model: type[Model]) -> list[Diagnostic]:
    """Values like `text：…`, which YAML reads as one piece of text because the colon is full-width."""
    found = []
    for key, place in tree.clinging:
        if key in all_keys(model):
            line, column = place.span.line, place.span.column + len(key)
            found.append(full_width_colon(source, Span(line, column, line, column + 1), key))
    return found


def _begin_together(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two findings are about the same value: the other, about a colon, stands a word further right."""
    return (
        one.path == other.path
        and one.span.line == other.span.line
        and one.span.column <= other.span.column < one.span.end_column
    )
