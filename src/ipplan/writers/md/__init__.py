"""The writer of Markdown."""

from ipplan.writers.md.writer import write

__all__ = ["write"]
