"""The commands and their help. Everything heavy is imported when a command runs.

The order of these modules, and of the functions in them, is that of the help page.
"""

from ipplan.cli.commands import writing  # isort: skip
from ipplan.cli.commands import papers  # isort: skip
from ipplan.cli.commands import plan_format  # isort: skip
from ipplan.cli.commands.program import app

__all__ = ["app", "papers", "plan_format", "writing"]
