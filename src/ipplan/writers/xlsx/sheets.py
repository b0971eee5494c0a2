"""What the sheets of a workbook have in common: how they may be called, and their paper."""

from __future__ import annotations

A4 = 9
"""What Excel calls the paper."""
_NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "（）：＊？／＼’")
"""What the name of a sheet may not have, and what stands for it."""
_LONGEST_NAME = 31


def page_name(name: str) -> str:
    """A name as Excel accepts it for a sheet."""
    return name.translate(_NOT_IN_NAMES)[:_LONGEST_NAME]
