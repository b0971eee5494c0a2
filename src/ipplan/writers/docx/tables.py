"""Tables as WordprocessingML, row by row.

Cells of one column differ in their words only, so what stands around those is put together once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ipplan.document import Align, Cell, Table
from ipplan.transforms.row_heights import TableHeights
from ipplan.units import Length
from ipplan.writers.docx.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet


def table(node: Table, sheet: Stylesheet, *, keeps: bool = False) -> Iterator[str]:
    """The text of a `w:tbl`, piece by piece: fixed widths, header row repeated on each page, no row torn.

    The last row stays with what follows if it `keeps` to that.
    """
    return _TableWriter(node, sheet, keeps=keeps).write()


class _Look(NamedTuple):
    """What cells that look alike share: all before their words, and what stands between two paragraphs."""

    opening: str
    between: str


class _TableWriter:
    """Writes one table, remembering for each column for how many rows a cell still reaches down, and how it goes on."""

    def __init__(self, node: Table, sheet: Stylesheet, *, keeps: bool) -> None:
        self._node = node
        self._sheet = sheet
        self._kept = len(node.rows) if keeps else 0
        self._widths = [Length.of_mm(column.width).twips for column in node.columns]
        room = sheet.length("page.text_width") if node.landscape else sheet.lines_height
        heights = TableHeights(node, sheet)
        self._room = room.pt - heights.head
        self._heights = node.heights or heights.rows
        self._least = node.heights if node.settled else self._least_heights(heights)
        self._looks: dict[tuple[object, ...], _Look] = {}
        self._reaching: dict[int, tuple[int, str]] = {}

    def write(self) -> Iterator[str]:
        """The beginning of the table, each row, and the end."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        yield f"<w:tbl>{_properties(sum(self._widths), self._sheet)}<w:tblGrid>{grid}</w:tblGrid>"
        for row in self._node.head_rows:
            yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{self._cells(row)}</w:tr>"
        rows = zip(self._node.rows, self._heights, self._least, strict=True)
        for number, (row, height, least) in enumerate(rows, start=1):
            cells = self._cells(row)
            kept = number == self._kept and height < self._room
            yield f"<w:tr>{self._row_properties(height, least)}{_with_next(cells) if kept else cells}</w:tr>"
        yield "</w:tbl>"

    def _least_heights(self, heights: TableHeights) -> list[float]:
        """What each row needs in pt, 0.0 for nothing: to be written in by hand, or for the label of merged rows."""
        least = list(heights.blank)
        for label in heights.labels:
            least[label.row] = max(least[label.row], label.height)
        return least

    def _row_properties(self, height: float, least: float) -> str:
        """What keeps a row from being torn, unless it is higher than a page: LibreOffice would lose its end."""
        if height >= self._room:
            return ""
        least_height = f'<w:trHeight w:val="{Length(least).twips}" w:hRule="atLeast"/>' if least else ""
        return f"<w:trPr><w:cantSplit/>{least_height}</w:trPr>"

    def _cells(self, row: tuple[Cell | None, ...]) -> str:
        return "".join([self._cell(index, cell) for index, cell in enumerate(row)])

    def _cell(self, index: int, cell: Cell | None) -> str:
        """A cell that starts here, the next piece of one that reaches down, or nothing where one reaches across."""
        if cell is None:
            return self._next_piece(index)
        if cell.rows > 1:
            self._reaching[index] = (cell.rows - 1, self._continued(index, cell.columns))
        key = (index, cell.columns, cell.align, cell.head, cell.rows > 1)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(index, cell)
        return f"{look.opening}{look.between.join(map(runs, cell.paragraphs))}</w:p></w:tc>"

    def _next_piece(self, index: int) -> str:
        left, continued = self._reaching.pop(index, (0, ""))
        if left > 1:
            self._reaching[index] = (left - 1, continued)
        return continued

    def _continued(self, index: int, columns: int) -> str:
        return f"{self._opening(index, columns, '<w:vMerge/>')}{_paragraph('TableText')}</w:p></w:tc>"

    def _look(self, index: int, cell: Cell) -> _Look:
        paragraph = self._paragraph(index, cell)
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        place = "bottom" if self._align(index, cell) is Align.CORNER else "center"
        return _Look(f"{self._opening(index, cell.columns, merge, place)}{paragraph}", f"</w:p>{paragraph}")

    def _align(self, index: int, cell: Cell) -> Align:
        return cell.align or self._node.columns[index].align

    def _paragraph(self, index: int, cell: Cell) -> str:
        align = self._align(index, cell)
        if cell.head and align is Align.CENTER:
            return _paragraph("TableHead")
        return _paragraph("TableHead" if cell.head else "TableText", f'<w:jc w:val="{_JUSTIFIED[align]}"/>')

    def _opening(self, index: int, columns: int, merge: str, place: str = "center") -> str:
        width = sum(self._widths[index : index + columns])
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="{place}"/></w:tcPr>'


_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.CORNER: "right"}


def _properties(width: int, sheet: Stylesheet) -> str:
    border = sheet.length("table.border").eighth_points
    padding, above = sheet.length("table.padding").twips, sheet.length("table.padding_above").twips
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{border}" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="{padding}" w:type="dxa"/>'
        f'<w:bottom w:w="{above}" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _with_next(cells: str) -> str:
    """The cells of a row with each paragraph kept with the next, which keeps the row with what is below it."""
    return re.sub("<w:pStyle [^>]*>", r"\g<0><w:keepNext/>", cells)


def _paragraph(style: str, properties: str = "") -> str:
    """The beginning of a paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
