"""Tables as HTML: header cells say what they are the header of, and a wide table scrolls on its own on a phone.

A merged cell that is to stand again on the next page when printed is written twice: whole, and in the pieces that the
pages show, which are hidden unless the style of paper shows them and hides the whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.document import Align, Caption, Cell, Table
from ipplan.transforms.row_heights import blank_heights
from ipplan.units import Length
from ipplan.widths import spaced_width
from ipplan.writers.html.markup import element, lines, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet

_READABLE = 7.0
"""Characters: what a column gets on average, even if the table is then wider than a phone."""
_SHORT = 6.0
"""Characters: a cell with no more than this stays on one line of the screen."""


def table(node: Table, on_paper: Table, caption: Caption | None, label: str, sheet: Stylesheet) -> str:
    """A table in a frame that scrolls; `label` says what it is about where it has no caption of its own.

    `on_paper` is the table with its merged cells begun anew where a page begins.
    """
    named = caption is not None and caption.title
    size = sheet.length("table.size")
    least = min(Length.of_mm(node.width).pt / size.pt, _READABLE * len(node.columns))
    grid = "".join(f'<col style="width:{column.width / (node.width or 1):.2%}">' for column in node.columns)
    heads = "".join(element("tr", *map(_head, filter(None, row))) for row in node.head_rows)
    content = element(
        "table",
        _caption(caption) if caption is not None else "",
        element("colgroup", grid),
        element("thead", heads) if heads else "",
        *_bodies(node, on_paper, sheet),
        class_="blank" if node.blank else None,
        style=f"min-width:{least:.1f}em",
    )
    return element(
        "div",
        content,
        class_="scroll",
        role="group",
        tabindex=0,
        aria_label=caption.title if caption and named else label,
    )


def _caption(node: Caption) -> str:
    title = element("span", words(node.title), class_="caption-title") if node.title else ""
    unit = element("span", words(node.unit), class_="unit") if node.unit else ""
    return element("caption", title, unit)


def _head(cell: Cell) -> str:
    """A cell of the header; one that is to be filled in by hand is no header yet."""
    spans = {"rowspan": cell.rows if cell.rows > 1 else None, "colspan": cell.columns if cell.columns > 1 else None}
    if not cell.text.strip():
        return element("td", **spans)
    return element("th", lines(cell.paragraphs), scope="colgroup" if cell.columns > 1 else "col", **spans)


def _bodies(node: Table, on_paper: Table, sheet: Stylesheet) -> list[str]:
    """The rows. A row that is one cell over the whole width is a banner, and begins a group of rows."""
    named = _naming_column(node)
    handwritten = blank_heights(node, sheet) if node.lines else [None] * len(node.rows)
    heights = on_paper.heights if on_paper.settled else handwritten
    groups: list[list[str]] = [[]]
    for row, pieces, least in zip(node.rows, on_paper.rows, heights, strict=True):
        if _is_banner(row):
            groups.append([])
        style = None if least is None else f"--least:{least:.2f}pt"
        groups[-1].append(element("tr", *_cells(row, pieces, node, named), style=style))
    return [element("tbody", *rows) for rows in groups if rows]


def _is_banner(row: tuple[Cell | None, ...]) -> bool:
    return len(row) > 1 and row[0] is not None and row[0].columns == len(row)


def _naming_column(node: Table) -> int:
    """The column that says what a row is about: the first that does not only number the rows."""
    rows = [row for row in node.rows if not _is_banner(row)]
    for index in range(len(node.columns)):
        texts = [cell.text for row in rows if (cell := row[index]) is not None and cell.text.strip()]
        if texts and not all(text.strip().isdecimal() for text in texts):
            return index
    return 0


def _cells(row: tuple[Cell | None, ...], pieces: tuple[Cell | None, ...], node: Table, named: int) -> Iterator[str]:
    """The cells that begin in a row, and the pieces of them that begin in it on paper."""
    for index, (cell, piece) in enumerate(zip(row, pieces, strict=True)):
        scope = "rowgroup" if _is_banner(row) else "row" if index == named else None
        align = node.columns[index].align
        if cell is not None:
            yield _cell(cell, align, cell.names or scope, look="" if cell == piece else "whole")
        if piece is not None and cell != piece:
            yield _cell(piece, align, scope, hidden="")


def _cell(cell: Cell, align: Align, scope: str | None, look: str = "", hidden: str | None = None) -> str:
    """A cell, in a column of an alignment; an empty one is no header of anything."""
    is_header = scope is not None and bool(cell.text.strip())
    placed = _PLACES[cell.align or align]
    short = "short" if spaced_width(cell.text) <= _SHORT else ""
    return element(
        "th" if is_header else "td",
        _paragraphs(cell.paragraphs),
        scope=scope if is_header else None,
        rowspan=cell.rows if cell.rows > 1 else None,
        colspan=cell.columns if cell.columns > 1 else None,
        class_=" ".join(filter(None, (placed, short, look))) or None,
        hidden=hidden,
    )


_PLACES = {Align.LEFT: "", Align.CENTER: "center", Align.CORNER: "corner"}


def _paragraphs(texts: tuple[str, ...]) -> str:
    return words(texts[0]) if len(texts) == 1 else "".join(element("p", words(text)) for text in texts)
