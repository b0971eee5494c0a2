"""The writer of ledgers as Excel workbooks."""

from ipplan.writers.xlsx.writer import write

__all__ = ["write"]
