"""An allocation table as a sheet of the workbook: names merged down over their parts, figures as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.terms.figures import parse_figure
from ipplan.widths import spaced_width
from ipplan.writers.xlsx.sheets import A4, page_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ipplan.document import Cell
    from ipplan.ledger import Allocation
    from ipplan.stylesheet import Stylesheet

_LEAST, _MOST = 8.0, 24.0
"""Characters of Excel (half a Chinese one) that a column has."""
_UPRIGHT = 90.0
"""Characters of Excel side by side on an upright page."""


def write_allocation(book: Workbook, allocation: Allocation, number: int, sheet: Stylesheet) -> None:
    """Add the sheet of an allocation; `number` is its place among them, counted from 1."""
    _AllocationSheet(book, book.add_worksheet(page_name(f"分解{number} {allocation.title}")), allocation, sheet).write()


class _AllocationSheet:
    """Writes one table below its title."""

    def __init__(self, book: Workbook, page: Worksheet, allocation: Allocation, sheet: Stylesheet) -> None:
        self._page, self._allocation, self._table = page, allocation, allocation.table
        plain = {"font_name": sheet.font("table"), "font_size": 11, "text_wrap": True, "valign": "vcenter"}
        cell = {**plain, "border": 1, "align": "center"}
        self._looks: Mapping[str, Format] = {
            "title": book.add_format({**plain, "font_name": sheet.font("title"), "font_size": 16, "align": "center"}),
            "unit": book.add_format({**plain, "align": "right"}),
            "head": book.add_format({**cell, "font_name": sheet.font("table_head")}),
            "cell": book.add_format(cell),
            "figure": book.add_format({**cell, "num_format": "#,##0.######"}),
            "whole": book.add_format({**cell, "num_format": "#,##0"}),
        }

    def write(self) -> None:
        """Title, unit line, header and rows, with the header kept in sight and on each printed page."""
        last = len(self._table.columns) - 1
        self._merged((0, 0, 0, last), self._allocation.title, self._looks["title"])
        self._page.set_row(0, 30)
        self._merged((1, 0, 1, last), self._allocation.unit, self._looks["unit"])
        head = 2 + self._rows(self._table.head_rows, 2)
        self._rows(self._table.rows, head)
        widths = self._widths()
        for column, width in enumerate(widths):
            self._page.set_column(column, column, width)
        self._page.freeze_panes(head, 0)
        self._page.repeat_rows(0, head - 1)
        self._page.set_paper(A4)
        if sum(widths) > _UPRIGHT:
            self._page.set_landscape()
        self._page.center_horizontally()
        self._page.fit_to_pages(1, 0)
        self._page.set_footer("&C第 &P 页，共 &N 页")

    def _rows(self, rows: Sequence[tuple[Cell | None, ...]], top: int) -> int:
        """Write rows from a row of the sheet on, and return how many they are."""
        for row, cells in enumerate(rows, start=top):
            for column, cell in enumerate(cells):
                if cell is not None:
                    self._cell(cell, (row, column, row + cell.rows - 1, column + cell.columns - 1))
        return len(rows)

    def _cell(self, cell: Cell, place: tuple[int, int, int, int]) -> None:
        """A cell; a figure without a unit is a number."""
        text = "".join(cell.paragraphs)
        figure = None if cell.head else parse_figure(text)
        if figure is not None and not figure[1] and place[:2] == place[2:]:
            look = "whole" if figure[0] == figure[0].to_integral_value() else "figure"
            self._page.write_number(*place[:2], float(figure[0]), self._looks[look])
        else:
            self._merged(place, text, self._looks["head" if cell.head else "cell"])

    def _merged(self, place: tuple[int, int, int, int], text: str, look: Format) -> None:
        """A text over rows and columns; Excel merges no single cell."""
        if place[:2] == place[2:]:
            self._page.write_string(*place[:2], text, look)
        else:
            self._page.merge_range(*place, text, look)

    def _widths(self) -> list[float]:
        """What the texts of each column need, within what is readable."""
        rows = (*self._table.head_rows, *self._table.rows)
        return [
            max(_LEAST, min(_MOST, 2.0 + 2.2 * max(map(_width, (row[column] for row in rows)))))
            for column in range(len(self._table.columns))
        ]


def _width(cell: Cell | None) -> float:
    """Characters of a cell of one column; a merged one is no reason for a wider column."""
    return max(map(spaced_width, cell.paragraphs)) if cell is not None and cell.columns == 1 else 0.0
