"""The writer of ledgers as calendars."""

from ipplan.writers.ics.writer import write

__all__ = ["write"]
