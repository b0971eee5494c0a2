"""The document number of a notice, completed from a bare serial.

Source: GB/T 9704—2012 §7.2.5, §10
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan.terms.document_number import DocumentNumber, parse_document_number

if TYPE_CHECKING:
    from ipplan.model.plan import Notice

_OF_LETTERS = "函"
"""What the code of an office ends in where it numbers letters."""


def is_counted_alone(notice: Notice) -> bool:
    """Whether a bare serial is the whole number: orders and minutes are counted without code and year (`第3号`)."""
    return notice.format in {"命令", "纪要"}


def issue_number(notice: Notice, code: str | None) -> DocumentNumber | None:
    """The number as it is printed; None where it is open, counted alone, or lacks the office's `code` or a date."""
    if isinstance(notice.number, str):
        return parse_document_number(notice.number)
    if code is None or is_counted_alone(notice):
        return None
    if not isinstance(notice.number, int) or not isinstance(notice.date, datetime.date):
        return None
    of_letters = notice.format == "信函" and not code.endswith(_OF_LETTERS)
    return DocumentNumber(code + _OF_LETTERS * of_letters, notice.date.year, notice.number)
