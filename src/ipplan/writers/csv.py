"""A ledger as CSV: UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding; ISO dates."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ipplan.ledger_table import ledger_columns

if TYPE_CHECKING:
    from ipplan.ledger import Ledger
    from ipplan.stylesheet import Stylesheet

KEY = "编号"
"""The title of the last column: what identifies a row from one edition of the plan to the next."""


def write(ledger: Ledger, sheet: Stylesheet) -> bytes:
    """The file: a line for the titles, then one a row, every cell filled."""
    del sheet
    columns = ledger_columns(ledger)
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow([*(column.title for column in columns), KEY])
    writer.writerows(zip(*(column.values for column in columns), (one.key for one in ledger.entries), strict=True))
    return lines.getvalue().encode("utf-8-sig")
