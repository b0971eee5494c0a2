"""The PDF writer: typst lays out the Document tree, no office suite is needed."""

from ipplan.writers.pdf.writer import write

__all__ = ["write"]
