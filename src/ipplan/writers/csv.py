"""A ledger as CSV: UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding; ISO dates."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ipplan.ledger_table import ledger_columns
from ipplan.patterns import lazy_pattern

if TYPE_CHECKING:
    from ipplan.ledger import Ledger
    from ipplan.stylesheet import Stylesheet

KEY = "编号"
"""The title of the last column: what identifies a row from one edition of the plan to the next."""


_FORMULA = lazy_pattern(r"(?![+-][0-9][0-9,.]*[%％]?\Z)[=+\-@＝＋－＠\t\r]")
"""How a cell begins that a spreadsheet program takes for a formula; signed numbers are none."""


def write(ledger: Ledger, sheet: Stylesheet) -> bytes:
    """The file: a line for the titles, then one a row, every cell filled."""
    del sheet
    columns = ledger_columns(ledger)
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(map(_as_text, [*(column.title for column in columns), KEY]))
    rows = zip(*(column.values for column in columns), (one.key for one in ledger.entries), strict=True)
    writer.writerows(map(_as_text, row) for row in rows)
    return lines.getvalue().encode("utf-8-sig")


def _as_text(value: object) -> object:
    """A cell that stays text: behind an apostrophe nothing is worked out, as spreadsheet programs write it themselves.

    A plan may come from somebody else, and a formula can start programs or send other cells away.
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
