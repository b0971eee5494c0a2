"""What options with a fixed choice of words may be."""

from enum import StrEnum


class Threshold(StrEnum):
    """From which severity on `validate` fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Kind(StrEnum):
    """What `schema` describes."""

    PLAN = "plan"
    PROJECT = "project"


class ReportFormat(StrEnum):
    """In which form `validate` reports."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


class InspectionFormat(StrEnum):
    """In which form `inspect` reports."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
