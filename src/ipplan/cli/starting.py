"""`ipplan new` and `ipplan schema`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from ipplan.errors import UsageProblem
from ipplan.loader.beside import PROJECT_FILE, find_project
from ipplan.model.json_schema import plan_schema, project_schema
from ipplan.output import write_whole
from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_FOLDER = ".ipplan"


def schema_text(kind: str) -> str:
    """The JSON Schema of plan or project files as text."""
    schema = plan_schema() if kind == "plan" else project_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def new_plan(folder: Path) -> list[Path]:
    """Write a small plan, a project file unless one holds already, and the schemas for the editor.

    Returns:
        The files written.

    Raises:
        UsageProblem: if there is a plan already; nothing is written then.
        UnwritableFile: if the folder cannot be written to.
    """
    plan = folder / "plan.yaml"
    if os.path.lexists(plan):
        raise UsageProblem(f"{plan} 已经有了，不会覆盖它：换一个文件夹")
    starter = templates_folder() / "new"
    contents = {
        folder / SCHEMA_FOLDER / "plan.schema.json": schema_text("plan").encode(),
        folder / SCHEMA_FOLDER / "project.schema.json": schema_text("project").encode(),
        plan: (starter / "plan.yaml").read_bytes(),
    }
    if find_project(plan) is None:
        contents[folder / PROJECT_FILE] = (starter / PROJECT_FILE).read_bytes()
    for path, data in contents.items():
        write_whole(path, data)
    return list(contents)
