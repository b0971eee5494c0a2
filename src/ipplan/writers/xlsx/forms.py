"""A blank form as a sheet of the workbook: filled in on the screen, checked while it is typed, read by a program.

The rows of a table have a name in the workbook (`填报1`), each answer one of its own (see `answers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.blanks import Blank, Kind
from ipplan.transforms.grids import edges, grid_rows, span
from ipplan.transforms.titles import head_lines
from ipplan.widths import spaced_width
from ipplan.writers.xlsx.answers import FORMATS, Answers
from ipplan.writers.xlsx.sheets import A4, page_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ipplan.blanks import BlankForm
    from ipplan.stylesheet import Stylesheet
    from ipplan.transforms.grids import Piece

_ROW, _LINE = 28, 17
"""Points of a row to be filled in, and of a line of printed text."""
_HIGHEST = 409
"""Points of the highest row that Excel knows."""
_CHARACTER = 16
"""Pixels of a Chinese character at the size of the text."""
_HAND = 1.25
"""By how much a handwritten character is wider."""
_PADDING = 16
"""Pixels that a cell has beside its text."""
_PER_MM = 4.5
"""Pixels to a millimetre of a registration form; on the screen it is a little larger than on paper."""
_UPRIGHT = 640
"""Pixels side by side on an upright page, at the size of the text."""
_NUMBER = Blank("序号", Kind.WHOLE)


def write_form(book: Workbook, form: BlankForm, number: int, sheet: Stylesheet, answers: Answers) -> None:
    """Add the sheet of a form; `number` is its place among the forms, counted from 1."""
    page = _FormSheet(book, book.add_worksheet(page_name(f"表{number} {form.title}")), form, sheet, answers)
    page.write(f"填报{number}")


class _FormSheet:
    """Writes one form from top to bottom; `_next` is the row that comes next (0-based)."""

    def __init__(self, book: Workbook, page: Worksheet, form: BlankForm, sheet: Stylesheet, answers: Answers) -> None:
        self._page, self._form, self._answers = page, form, answers
        self._looks = _looks(book, sheet)
        self._grid = grid_rows(form.bands, sheet)
        self._cuts = edges(self._grid)
        self._columns = (*([_NUMBER] if form.numbered else []), *form.columns)
        self._widths = self._grid_widths() if form.bands else [*map(_width, self._columns)]
        if len(self._widths) == 1:
            self._widths.append(_CHARACTER * 10)
        self._next = 0

    def write(self, name: str) -> None:
        """Title, what is filled in above, table or registration form, what is filled in below, and notes."""
        for column, width in enumerate(self._widths):
            self._page.set_column_pixels(column, column, width)
        self._across(self._form.title, "title", 36)
        self._lines(self._form.above, name)
        if self._form.unit:
            self._across(f"单位：{self._form.unit}", "unit", _LINE + 3)
        head = self._next
        if self._form.bands:
            self._registration(name)
        else:
            self._table(name)
        self._lines(self._form.below, name)
        for note in self._form.notes:
            room = (sum(self._widths) - _PADDING) / _CHARACTER
            self._across(note, "note", _LINE * -int(-spaced_width(note) // room) + 3)
        self._print(head)

    def _across(self, text: str, look: str, height: float) -> None:
        """A row that is one cell."""
        self._merged((self._next, 0, self._next, len(self._widths) - 1), text, self._looks[look])
        self._page.set_row(self._next, height)
        self._next += 1

    def _merged(self, cells: tuple[int, int, int, int], text: str, look: Format) -> None:
        """A cell over rows and columns; Excel merges no single one."""
        if cells[:2] == cells[2:]:
            self._page.write_string(*cells[:2], text, look) if text else self._page.write_blank(*cells[:2], None, look)
        else:
            self._page.merge_range(*cells, text, look)

    def _lines(self, blanks: Iterable[Blank], name: str) -> None:
        """A row for each thing to fill in: its label over as many columns as it needs, room beside it."""
        for blank in blanks:
            needed, covered, last = spaced_width(f"{blank.label}：") * _CHARACTER + _PADDING, 0, len(self._widths) - 1
            while covered < last and (not covered or sum(self._widths[:covered]) < needed):
                covered += 1
            self._merged((self._next, 0, self._next, covered - 1), f"{blank.label}：", self._looks["label"])
            self._merged((self._next, covered, self._next, last), "", self._looks["line", blank.kind])
            self._answers.add(self._page, name, blank, (self._next, self._next, covered))
            self._page.set_row(self._next, _ROW)
            self._next += 1

    def _table(self, name: str) -> None:
        """The heads and the rows to be filled in."""
        first, last = self._next + 1, self._next + self._form.rows
        heads = [_broken(blank.label, self._widths[column]) for column, blank in enumerate(self._columns)]
        self._page.set_row(self._next, _LINE * max(head.count("\n") + 1 for head in heads) + 6)
        for column, blank in enumerate(self._columns):
            self._page.write_string(self._next, column, heads[column], self._looks["head"])
            for row in range(first, last + 1):
                self._page.write_blank(row, column, None, self._looks[blank.kind])
            if last >= first:
                self._answers.add(self._page, name, blank, (first, last, column))
        for row in range(first, last + 1):
            self._page.set_row(row, _ROW)
            if self._form.numbered:
                self._page.write_number(row, 0, row - first + 1, self._looks[Kind.WHOLE])
        if last >= first:
            self._answers.name(self._page, name, (first, 0, last, len(self._columns) - 1))
        self._next = last + 1

    def _registration(self, name: str) -> None:
        """The rows of a registration form; one that is signed has a row more for that."""
        tops = [self._next]
        for row in self._grid:
            tops.append(tops[-1] + 1 + any(piece.blank is not None and piece.blank.sign for piece in row))
        columns: dict[tuple[str, str], tuple[Blank, list[tuple[int, int]]]] = {}
        for number, row in enumerate(self._grid):
            self._heights(row, tops[number], tops[number + 1] - 1)
            for piece in row:
                left, covered = span(piece, self._cuts)
                cells = (tops[number], left, tops[number + piece.rows] - 1, left + covered - 1)
                self._piece(piece, cells)
                if piece.blank is not None:
                    key = (piece.group, piece.blank.title)
                    columns.setdefault(key, (piece.blank, []))[1].append((tops[number], left))
        for (group, _), (blank, places) in columns.items():
            rows, (left, *_) = zip(*places, strict=True)
            self._answers.add(self._page, f"{name}_{group}" if group else name, blank, (min(rows), max(rows), left))
        self._next = tops[-1]

    def _piece(self, piece: Piece, cells: tuple[int, int, int, int]) -> None:
        """A label, or a cell to be filled in, which is open towards the place where it is signed."""
        top, left, bottom, right = cells
        if piece.blank is None:
            self._merged(cells, _broken(piece.texts[0], (piece.right - piece.left) * _PER_MM), self._looks["head"])
        elif piece.blank.sign:
            self._merged((top, left, bottom - 1, right), "", self._looks["opinion"])
            self._merged((bottom, left, bottom, right), "\n".join(piece.blank.inside), self._looks["sign"])
        else:
            self._merged(cells, "", self._looks[piece.blank.kind])

    def _heights(self, row: Sequence[Piece], top: int, bottom: int) -> None:
        """Room for the lines of handwriting and for labels that are broken; the place to sign has two lines."""
        signed = 2 * _LINE + 6 if bottom > top else 0
        needed = max(
            _ROW * max((piece.blank.lines for piece in row if piece.blank is not None), default=1),
            *(self._label_height(piece) for piece in row if piece.blank is None and piece.rows == 1),
            0,
        )
        self._page.set_row(top, min(_HIGHEST, max(_ROW, needed - signed)))
        if signed:
            self._page.set_row(bottom, signed)

    def _label_height(self, piece: Piece) -> float:
        lines = _broken(piece.texts[0], (piece.right - piece.left) * _PER_MM).count("\n") + 1
        return _LINE * lines + 6

    def _grid_widths(self) -> list[int]:
        return [round((right - left) * _PER_MM) for left, right in zip(self._cuts, self._cuts[1:], strict=False)]

    def _print(self, head: int) -> None:
        """A4 as wide as the page, turned where the columns need it, with the heads of a table on each page."""
        page = self._page
        page.set_paper(A4)
        if not self._form.bands:
            page.repeat_rows(head)
            if sum(self._widths) > _UPRIGHT:
                page.set_landscape()
        page.center_horizontally()
        page.fit_to_pages(1, 0)
        page.set_footer("&C第 &P 页，共 &N 页")


def _broken(label: str, width: float) -> str:
    """A head or label in the lines that a cell of so many pixels holds."""
    return "\n".join(head_lines(label, (), max(2, int((width - _PADDING) / _CHARACTER))))


def _width(blank: Blank) -> int:
    """Pixels of a column: its head in one line or two, and room for what is filled in."""
    if blank is _NUMBER:
        return _CHARACTER * 2 + _PADDING
    head = spaced_width(blank.label)
    printed = head if head <= 6 else max(6.0, head / 2 + 0.5)
    return round(max(printed * _CHARACTER, blank.room * _HAND * _CHARACTER)) + _PADDING


def _looks(book: Workbook, sheet: Stylesheet) -> Mapping[object, Format]:
    """How cells look: by what they are, and by the kind of what is filled in."""
    plain = {"font_name": sheet.font("table"), "font_size": 12, "text_wrap": True, "valign": "vcenter"}
    cell, centred = {**plain, "border": 1}, {"align": "center"}
    title = {**plain, **centred, "font_name": sheet.font("title"), "font_size": 18}
    open_box = {**plain, "left": 1, "right": 1}
    named = {
        "title": title,
        "head": {**cell, **centred, "font_name": sheet.font("table_head")},
        "label": {**plain, "align": "right", "text_wrap": False},
        "unit": {**plain, "align": "right"},
        "note": plain,
        "opinion": {**open_box, "top": 1, "valign": "top", "num_format": "@"},
        "sign": {**open_box, "bottom": 1, "align": "right"},
    }
    places = {kind: {} if kind is Kind.TEXT else centred for kind in Kind}
    looks: dict[object, Format] = {name: book.add_format(look) for name, look in named.items()}
    for kind, number_format in FORMATS.items():
        looks[kind] = book.add_format({**cell, **places[kind], "num_format": number_format})
        looks["line", kind] = book.add_format({**plain, "bottom": 1, "align": "left", "num_format": number_format})
    return looks
