"""Cells of a blank form that are filled in: checked while somebody types, and found by a program that reads them.

Each answer has a name in the workbook, made of the form's (`填报1`) and its title: `填报1_填表人`. The name is that of
one cell, or of the cells of a column. Choices stand on a hidden sheet: a list inside a check has no room for commas.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from ipplan.blanks import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ipplan.blanks import Blank

CHOICES_SHEET = "选项"
_EARLIEST = datetime.date(1950, 1, 1)
_LONGEST_TITLE = 32
"""Characters of the title of an error message in Excel."""
_LONGEST_NAME = 200
_CHECKS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.DATE: {"validate": "date", "criteria": ">=", "value": _EARLIEST, "error_message": "填日期，例如 2026-3-15"},
    Kind.WHOLE: {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "只填整数，不写单位"},
    Kind.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "只填数，不写单位"},
}
FORMATS: Mapping[Kind, str] = {
    Kind.TEXT: "@",
    Kind.DATE: "yyyy-mm-dd",
    Kind.WHOLE: "0",
    Kind.NUMBER: "General",
    Kind.CHOICE: "@",
}
"""How Excel shows and keeps each kind; a text keeps all figures of a telephone or identity number."""


class Answers:
    """Names and checks of the answers of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._names: set[str] = set()
        self._lists: dict[tuple[str, ...], int] = {}

    def add(self, page: Worksheet, name: str, blank: Blank, cells: tuple[int, int, int]) -> None:
        """The answer to `blank` in a column of a sheet; `cells` are first row, last row and column, 0-based."""
        first, last, column = cells
        self.name(page, f"{name}_{_word(blank.title)}", (first, column, last, column))
        if check := self._check(blank):
            page.data_validation(first, column, last, column, {**check, "error_title": blank.title[:_LONGEST_TITLE]})

    def name(self, page: Worksheet, name: str, cells: tuple[int, int, int, int]) -> None:
        """Call cells by a name; a second one of that name gets a number."""
        name, number = name[:_LONGEST_NAME], 1
        while (unique := name if number == 1 else f"{name}_{number}").casefold() in self._names:
            number += 1
        self._names.add(unique.casefold())
        start, end = (xl_rowcol_to_cell(*place, row_abs=True, col_abs=True) for place in (cells[:2], cells[2:]))
        self._book.define_name(unique, f"='{page.get_name()}'!{start}" + ("" if start == end else f":{end}"))

    def _check(self, blank: Blank) -> Mapping[str, Any] | None:
        if blank.choices:
            wanted = f"只能填：{'、'.join(blank.choices)}"
            return {"validate": "list", "source": self._list(blank.choices), "error_message": wanted[:255]}
        check = _CHECKS.get(blank.kind)
        if check is None or not blank.unit:
            return check
        return {**check, "error_message": f"{check['error_message']}（{blank.unit}）"[:255]}

    def _list(self, choices: tuple[str, ...]) -> str:
        """Where a list of choices stands on the sheet that `finish` adds."""
        column = self._lists.setdefault(choices, len(self._lists))
        ends = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (0, len(choices) - 1))
        return f"={CHOICES_SHEET}!{':'.join(ends)}"

    def finish(self) -> None:
        """Add the hidden sheet of choices, behind all forms."""
        if not self._lists:
            return
        page = self._book.add_worksheet(CHOICES_SHEET)
        page.hide()
        for choices, column in self._lists.items():
            for row, choice in enumerate(choices):
                page.write_string(row, column, choice)


def _word(title: str) -> str:
    """A title as part of a name: Excel takes letters, figures and low lines."""
    return re.sub(r"\W+", "_", title).strip("_")
