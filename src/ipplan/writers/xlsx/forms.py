"""A blank form as a sheet of the workbook: filled in on the screen, checked while it is typed, read by a program.

The cells to be filled in have a name in the workbook (`填报1`), so that a program finds them wherever they stand.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ipplan.ledger import BlankForm
    from ipplan.stylesheet import Stylesheet

_NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "（）：＊？／＼’")
"""What the name of a sheet may not have, and what stands for it."""
_LONGEST_NAME = 31
_ROW = 28
"""Points of a row to be filled in."""
_LEAST_WIDE, _MOST_WIDE = 12.0, 30.0
"""Characters of Excel (half a Chinese one) that a column has."""
_UPRIGHT = 90.0
"""Characters of Excel side by side on an upright page, at the size of the text."""
_A4 = 9
_EARLIEST = datetime.date(1950, 1, 1)

_CHECKS: Mapping[str, Mapping[str, Any]] = {
    "日期": {"validate": "date", "criteria": ">=", "value": _EARLIEST, "error_message": "填日期，例如 2026-3-15"},
    "整数": {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "只填整数，不写单位"},
    "数": {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "只填数，不写单位"},
}
"""What is checked of each kind of cell; texts are not."""


def write_form(book: Workbook, form: BlankForm, number: int, sheet: Stylesheet) -> None:
    """Add the sheet of a form; `number` is its place among the forms, counted from 1."""
    name = f"表{number} {form.title}".translate(_NOT_IN_NAMES)[:_LONGEST_NAME]
    _FormSheet(book, book.add_worksheet(name), form, sheet).write(f"填报{number}")


class _FormSheet:
    """Writes one form from top to bottom."""

    def __init__(self, book: Workbook, page: Worksheet, form: BlankForm, sheet: Stylesheet) -> None:
        self._book, self._page, self._form = book, page, form
        self._titles = ("序号", *form.columns) if form.numbered else form.columns
        self._last = max(1, len(self._titles) - 1)
        plain = {"font_name": sheet.font("table"), "font_size": 12, "text_wrap": True, "valign": "vcenter"}
        cell = {**plain, "border": 1}
        self._looks: Mapping[str, Format] = {
            "title": book.add_format({**plain, "font_name": sheet.font("title"), "font_size": 18, "align": "center"}),
            "head": book.add_format({**cell, "font_name": sheet.font("table_head"), "align": "center"}),
            "label": book.add_format({**plain, "align": "right"}),
            "line": book.add_format({**plain, "bottom": 1}),
            "note": book.add_format(plain),
            "文字": book.add_format(cell),
            "日期": book.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "center"}),
            "整数": book.add_format({**cell, "num_format": "0", "align": "center"}),
            "数": book.add_format({**cell, "align": "center"}),
        }

    def write(self, name: str) -> None:
        """Title, what is filled in above, the rows under their heads, notes; `name` is that of the rows."""
        self._page.merge_range(0, 0, 0, self._last, self._form.title, self._looks["title"])
        self._page.set_row(0, 36)
        for row, label in enumerate(self._form.fill_in, start=1):
            self._page.write_string(row, 0, f"{label}：", self._looks["label"])
            self._page.set_row(row, _ROW)
            self._filled_over(row, 1, "", "line")
        head = 1 + len(self._form.fill_in)
        self._rows(head, name)
        for row, note in enumerate(self._notes(), start=head + 1 + self._form.rows):
            self._filled_over(row, 0, note, "note")
        self._print(head)

    def _filled_over(self, row: int, first: int, text: str, look: str) -> None:
        """A cell from a column to the last; Excel merges no single one."""
        if first < self._last:
            self._page.merge_range(row, first, row, self._last, text, self._looks[look])
        else:
            self._page.write_string(row, first, text, self._looks[look])

    def _rows(self, head: int, name: str) -> None:
        """The heads and the cells to be filled in, with their checks."""
        first, last = head + 1, head + self._form.rows
        kinds = ("整数", *self._form.kinds) if self._form.numbered else self._form.kinds
        for column, (title, kind) in enumerate(zip(self._titles, kinds, strict=True)):
            self._page.set_column(column, column, self._width(column))
            self._page.write_string(head, column, title, self._looks["head"])
            for row in range(first, last + 1):
                self._page.write_blank(row, column, None, self._looks[kind])
            if kind in _CHECKS and last >= first:
                self._page.data_validation(first, column, last, column, {**_CHECKS[kind], "error_title": title[:32]})
        for row in range(first, last + 1):
            self._page.set_row(row, _ROW)
            if self._form.numbered:
                self._page.write_number(row, 0, row - head, self._looks["整数"])
        if last >= first:
            end = xl_rowcol_to_cell(last, len(self._titles) - 1, row_abs=True, col_abs=True)
            self._book.define_name(name, f"='{self._page.get_name()}'!$A${first + 1}:{end}")

    def _width(self, column: int) -> float:
        label = max((spaced_width(f"{one}：") for one in self._form.fill_in), default=0.0) if column == 0 else 0.0
        least = 6.0 if self._titles[column] == "序号" else _LEAST_WIDE
        return max(least, 2.4 * label, min(2.4 * spaced_width(self._titles[column]), _MOST_WIDE))

    def _notes(self) -> list[str]:
        """How to fill it in, numbered where there are several."""
        several = len(self._form.notes) > 1
        texts = [f"{number}.{note}" if several else note for number, note in enumerate(self._form.notes, start=1)]
        return [f"填表说明：{text}" if place == 0 else text for place, text in enumerate(texts)]

    def _print(self, head: int) -> None:
        """A4 as wide as the page, turned where the columns need it, with the heads on each page."""
        page = self._page
        page.set_paper(_A4)
        if sum(self._width(column) for column in range(len(self._titles))) > _UPRIGHT:
            page.set_landscape()
        page.center_horizontally()
        page.fit_to_pages(1, 0)
        page.repeat_rows(head)
        page.set_footer("&C第 &P 页，共 &N 页")
