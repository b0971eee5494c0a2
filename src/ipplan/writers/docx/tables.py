"""Tables as WordprocessingML, one pass over the rows.

python-docx's own table calls look at every cell of the table on each call; here the cost grows with the rows only.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ipplan.document import Align, Cell, Table
from ipplan.transforms.row_heights import blank_heights, cell_height, head_height, row_heights
from ipplan.units import Length
from ipplan.writers.docx.runs import runs

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet


def table(node: Table, sheet: Stylesheet) -> str:
    """A `w:tbl`: fixed widths, header row repeated on each page, no row torn."""
    return _TableWriter(node, sheet).write()


class _TableWriter:
    """Writes one table, remembering for each column the cell that still reaches down and for how many rows."""

    def __init__(self, node: Table, sheet: Stylesheet) -> None:
        self._node = node
        self._sheet = sheet
        self._widths = [Length.of_mm(column.width).twips for column in node.columns]
        room = sheet.length("page.text_width") if node.landscape else sheet.lines_height
        self._room = room.pt - head_height(node, sheet)
        self._heights = row_heights(node, sheet)
        self._blank = blank_heights(node, sheet)
        self._reaching: dict[int, tuple[int, Cell]] = {}

    def write(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        heads = [self._head_row(row) for row in self._node.head_rows]
        rows = [*heads, *map(self._row, count(), self._node.rows)]
        properties = _properties(sum(self._widths), self._sheet)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _head_row(self, row: tuple[Cell | None, ...]) -> str:
        cells = [self._cell(index, cell) for index, cell in enumerate(row)]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _row(self, number: int, row: tuple[Cell | None, ...]) -> str:
        """A row that is not torn, unless it is higher than a page: LibreOffice would lose its end."""
        cells = [self._cell(index, cell) for index, cell in enumerate(row)]
        least = self._least_height(number, row)
        height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
        whole = "<w:cantSplit/>" if self._heights[number] < self._room else ""
        properties = f"<w:trPr>{whole}{height}</w:trPr>" if whole or height else ""
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _cell(self, index: int, cell: Cell | None) -> str:
        """A cell that starts here, the next piece of one that reaches down, or nothing where one reaches across."""
        if cell is not None:
            if cell.rows > 1:
                self._reaching[index] = (cell.rows - 1, cell)
            return _started(cell, index, self._node, self._widths)
        if index not in self._reaching:
            return ""
        left, above = self._reaching.pop(index)
        if left > 1:
            self._reaching[index] = (left - 1, above)
        return _continued(above, index, self._widths)

    def _least_height(self, number: int, row: tuple[Cell | None, ...]) -> int:
        """Twips that a row needs: to be written in, or for the label of merged rows, which a page may end after."""
        settled = Length(self._node.heights[number]).twips if self._node.heights else 0
        labels = [
            Length(cell_height(self._node, index, cell, self._sheet)).twips
            for index, cell in enumerate(row)
            if cell is not None and cell.rows > 1
        ]
        return max([Length(self._blank[number]).twips, settled, *labels]) if self._heights[number] < self._room else 0


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


def _started(cell: Cell, index: int, node: Table, widths: list[int]) -> str:
    align = cell.align or node.columns[index].align
    if cell.head and align is Align.CENTER:
        look = ("TableHead", "")
    else:
        look = ("TableHead" if cell.head else "TableText", f'<w:jc w:val="{_JUSTIFIED[align]}"/>')
    merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    width = sum(widths[index : index + cell.columns])
    return _cell(
        cell, width, _paragraphs(look, cell.paragraphs), merge, "bottom" if align is Align.CORNER else "center"
    )


_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.CORNER: "right"}


def _continued(above: Cell, index: int, widths: list[int]) -> str:
    width = sum(widths[index : index + above.columns])
    return _cell(above, width, _paragraphs(("TableText", ""), ("",)), "<w:vMerge/>")


def _cell(cell: Cell, width: int, content: str, merge: str = "", place: str = "center") -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="{place}"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _paragraphs(look: tuple[str, str], texts: tuple[str, ...]) -> str:
    style, properties = look
    return "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs(text)}</w:p>' for text in texts)
