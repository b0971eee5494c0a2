"""Reading plan and project files: bytes to models, and every mistake on the way as a diagnostic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity
from ipplan.loader.schema_errors import explain_schema_errors
from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.source import Source, read_source
from ipplan.yamltree.places import Place
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

PROJECT_FILE = "ipplan.yaml"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A file after reading: its text, its model, the places of its values, and what was found wrong.

    `model` is None when the file has mistakes that leave no model to work with.
    """

    source: Source
    model: Model | None
    place: Place = field(default_factory=lambda: Place(0, 0, 0, 0))
    diagnostics: tuple[Diagnostic, ...] = ()


def load_plan(path: Path) -> Loaded[PlanFile]:
    """Read a plan file.

    Raises:
        UnreadableFile: if there is no file to read.
    """
    return _load(path, PlanFile)


def load_project(path: Path) -> Loaded[Project]:
    """Read a project file.

    Raises:
        UnreadableFile: if there is no file to read.
    """
    return _load(path, Project)


def find_project(plan: Path) -> Path | None:
    """The project file that holds for a plan: the nearest `ipplan.yaml` upward from it; None if there is none."""
    return next((here / PROJECT_FILE for here in plan.resolve().parents if (here / PROJECT_FILE).is_file()), None)


def _load(path: Path, model: type[Model]) -> Loaded[Model]:
    source = read_source(path)
    if isinstance(source, Diagnostic):
        return Loaded(Source(path, ""), None, diagnostics=(source,))
    tree = read_tree(source)
    if tree.data is None and not tree.diagnostics:
        empty = Diagnostic(path, START_OF_FILE, "IP009", Severity.ERROR, "文件是空的", "运行 ipplan new 得到一份样例")
        return Loaded(source, None, tree.place, (empty,))
    if tree.data is None:
        return Loaded(source, None, tree.place, tuple(tree.diagnostics))
    try:
        value = model.model_validate(tree.data)
    except ValidationError as error:
        found = explain_schema_errors(source, tree, model, error)
        return Loaded(source, None, tree.place, (*tree.diagnostics, *found))
    return Loaded(source, value, tree.place, tuple(tree.diagnostics))
