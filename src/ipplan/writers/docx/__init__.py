"""The docx writer."""

from ipplan.writers.docx.writer import write

__all__ = ["write"]
