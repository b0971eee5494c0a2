"""A ledger as an Excel workbook: a row an entry, then a sheet for each allocation table and each blank form."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from ipplan.ledger_table import END, NUMBER, START, STATUS, LedgerColumn, Value, ledger_columns
from ipplan.terms.status import STATUSES
from ipplan.writers.xlsx.allocations import write_allocation
from ipplan.writers.xlsx.answers import Answers
from ipplan.writers.xlsx.forms import write_form
from ipplan.writers.xlsx.measures import column_widths, row_heights
from ipplan.writers.xlsx.sheets import A4

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ipplan.ledger import Ledger
    from ipplan.stylesheet import Stylesheet

_HEAD_ROW = 1
"""0-based row of the titles, under the title of the ledger."""
_SIZE = 10.0
"""Points of the text in cells."""
_DATE = "yyyy-mm-dd"
_PIXELS = _SIZE * 96 / 72
"""Pixels of a character."""
_PADDING = 9
"""Pixels that a column has beside its text."""
_CENTRED = frozenset({NUMBER, START, END, STATUS})
_LONGEST = 32_767
"""Characters that a cell of Excel holds."""
_GOES_ON = "……（太长，余下的见正文）"


def write(ledger: Ledger, sheet: Stylesheet) -> bytes:
    """The workbook; the same ledger gives the same bytes."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        created = datetime.datetime.combine(ledger.stamp, datetime.time())
        book.set_properties({"title": ledger.title, "author": ledger.author, "created": created})
        if ledger.entries or not (ledger.forms or ledger.allocations):
            _Sheet(book, ledger, sheet).write()
        for number, allocation in enumerate(ledger.allocations, start=1):
            write_allocation(book, allocation, number, sheet)
        answers = Answers(book)
        for number, form in enumerate(ledger.forms, start=1):
            write_form(book, form, number, sheet, answers)
        answers.finish()
    return stream.getvalue()


class _Sheet:
    """Writes the sheet of the entries."""

    def __init__(self, book: Workbook, ledger: Ledger, sheet: Stylesheet) -> None:
        self._ledger = ledger
        self._columns = ledger_columns(ledger)
        self._widths = column_widths(self._columns)
        self._rows = len(ledger.entries)
        self._sheet: Worksheet = book.add_worksheet("任务台账")
        plain = {"font_name": sheet.font("table"), "font_size": _SIZE, "text_wrap": True, "valign": "vcenter"}
        cell = {**plain, "border": 1}
        self._formats: Mapping[str, Format] = {
            "title": book.add_format({**plain, "font_name": sheet.font("title"), "font_size": 16, "align": "center"}),
            "head": book.add_format({**cell, "font_name": sheet.font("table_head"), "align": "center"}),
            "left": book.add_format({**cell, "align": "left"}),
            "top": book.add_format({**cell, "align": "left", "valign": "top"}),
            "center": book.add_format({**cell, "align": "center"}),
            "date": book.add_format({**cell, "align": "center", "num_format": _DATE}),
        }

    def write(self) -> None:
        """Title, titles of columns, rows, and how all of it is shown and printed."""
        last = len(self._columns) - 1
        self._sheet.merge_range(0, 0, 0, last, f"{self._ledger.called}任务台账", self._formats["title"])
        self._sheet.set_row(0, 30)
        self._sheet.set_row(_HEAD_ROW, 20)
        for place, column in enumerate(self._columns):
            self._column(place, column)
        for row, height in enumerate(row_heights(self._columns, self._widths), start=_HEAD_ROW + 1):
            self._sheet.set_row(row, height)
        self._sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + self._rows, last)
        self._sheet.freeze_panes(_HEAD_ROW + 1, 1)
        self._page(last)

    def _page(self, last: int) -> None:
        """A4 turned, as wide as the page, title and titles of columns on each page, with page x of y."""
        sheet = self._sheet
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.print_area(0, 0, _HEAD_ROW + self._rows, last)

    def _column(self, place: int, column: LedgerColumn) -> None:
        self._sheet.set_column_pixels(place, place, round(self._widths[place] * _PIXELS) + _PADDING)
        self._sheet.write_string(_HEAD_ROW, place, column.title, self._formats["head"])
        look = self._look(column)
        for first, length in column.merged():
            self._sheet.merge_range(_row(first), place, _row(first + length - 1), place, "", look)
        # What a merged cell hides is filled in too, or a filter would find the first row only.
        for row, value in enumerate(column.values, start=_row(0)):
            self._cell(row, place, value, look)
        if column.title == STATUS and self._rows:
            choice = {"validate": "list", "source": list(STATUSES)}
            self._sheet.data_validation(_row(0), place, _row(self._rows - 1), place, choice)

    def _cell(self, row: int, place: int, value: Value, look: Format) -> None:
        match value:
            case str():
                self._sheet.write_string(row, place, shortened(value), look)
            case None:
                self._sheet.write_blank(row, place, None, look)
            case int():
                self._sheet.write_number(row, place, value, look)
            case datetime.date():
                self._sheet.write_datetime(row, place, value, self._formats["date"])

    def _look(self, column: LedgerColumn) -> Format:
        """What may reach over several rows stands at the top, where it is seen on the page on which it begins."""
        if column.title in _CENTRED:
            return self._formats["center"]
        return self._formats["top" if column.spans is not None else "left"]


def shortened(words: str) -> str:
    """The words as far as a cell holds them, and where they do not fit, a note that says so."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - len(_GOES_ON)] + _GOES_ON


def _row(number: int) -> int:
    """The 0-based row of the sheet in which a 0-based row of the ledger stands."""
    return _HEAD_ROW + 1 + number
