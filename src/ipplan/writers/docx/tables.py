"""Tables as WordprocessingML, one pass over the rows.

python-docx's own table calls look at every cell of the table on each call; here the cost grows with the rows only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.document import Align, Cell, Column, Table
from ipplan.units import Length
from ipplan.writers.docx.runs import runs

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet


def table(node: Table, sheet: Stylesheet) -> str:
    """A `w:tbl`: fixed widths, header row repeated on each page, no row torn."""
    widths = [Length.of_mm(column.width).twips for column in node.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_head_row(node.columns, widths), *_rows(node, widths, _row_properties(node, sheet))]
    return f"<w:tbl>{_properties(sum(widths), sheet)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


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


def _head_row(columns: tuple[Column, ...], widths: list[int]) -> str:
    cells = [
        _cell(Cell(), width, _paragraphs(("TableHead", ""), tuple(column.title.split("\n"))))
        for column, width in zip(columns, widths, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row_properties(node: Table, sheet: Stylesheet) -> str:
    """No row is torn; rows to be filled in by hand are high enough to write in."""
    height = f'<w:trHeight w:val="{sheet.length("table.blank_row").twips}" w:hRule="atLeast"/>' if node.blank else ""
    return f"<w:trPr><w:cantSplit/>{height}</w:trPr>"


def _rows(node: Table, widths: list[int], properties: str) -> list[str]:
    """The rows, remembering for each column the cell that still reaches down and for how many rows."""
    reaching: dict[int, tuple[int, Cell]] = {}
    written = []
    for row in node.rows:
        cells = []
        for index, cell in enumerate(row):
            if cell is not None:
                cells.append(_started(cell, index, node, widths))
                if cell.rows > 1:
                    reaching[index] = (cell.rows - 1, cell)
            elif index in reaching:
                left, above = reaching.pop(index)
                cells.append(_continued(above, index, widths))
                if left > 1:
                    reaching[index] = (left - 1, above)
        written.append(f"<w:tr>{properties}{''.join(cells)}</w:tr>")
    return written


def _started(cell: Cell, index: int, node: Table, widths: list[int]) -> str:
    align = cell.align or node.columns[index].align
    look = ("TableText", '<w:jc w:val="center"/>' if align is Align.CENTER else '<w:jc w:val="left"/>')
    merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    width = sum(widths[index : index + cell.columns])
    return _cell(cell, width, _paragraphs(look, cell.paragraphs), merge)


def _continued(above: Cell, index: int, widths: list[int]) -> str:
    width = sum(widths[index : index + above.columns])
    return _cell(above, width, _paragraphs(("TableText", ""), ("",)), "<w:vMerge/>")


def _cell(cell: Cell, width: int, content: str, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _paragraphs(look: tuple[str, str], texts: tuple[str, ...]) -> str:
    style, properties = look
    return "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs(text)}</w:p>' for text in texts)
