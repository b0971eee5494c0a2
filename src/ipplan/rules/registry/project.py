"""IP2xx about the project file, which is checked once for all its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    register,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.model.project import Project

WARNING = Severity.WARNING

PROJECT: tuple[Rule[Project], ...] = (
    Rule("IP210", "register-name-twice", WARNING, register.name_twice, "名录里写了两次", basis.CONSISTENCY),
)
