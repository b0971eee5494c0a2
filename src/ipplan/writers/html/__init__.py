"""The writer of web pages."""

from ipplan.writers.html.writer import write

__all__ = ["write"]
