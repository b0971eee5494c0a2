"""Tables as HTML: header cells say what they are the header of, and a wide table scrolls on its own on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.document import Align, Caption, Cell, Table
from ipplan.units import Length
from ipplan.widths import spaced_width
from ipplan.writers.html.markup import element, lines, words

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

_READABLE = 7.0
"""Characters: what a column gets on average, even if the table is then wider than a phone."""
_SHORT = 6.0
"""Characters: a cell with no more than this stays on one line of the screen."""


def table(node: Table, caption: Caption | None, label: str, sheet: Stylesheet) -> str:
    """A table in a frame that scrolls; `label` says what it is about where it has no caption of its own."""
    named = caption is not None and caption.title
    size = sheet.length("table.size")
    least = min(Length.of_mm(node.width).pt / size.pt, _READABLE * len(node.columns))
    grid = "".join(f'<col style="width:{column.width / (node.width or 1):.2%}">' for column in node.columns)
    content = element(
        "table",
        _caption(caption) if caption is not None else "",
        element("colgroup", grid),
        element("thead", *(element("tr", *map(_head, filter(None, row))) for row in node.head_rows)),
        *_bodies(node),
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


def _bodies(node: Table) -> list[str]:
    """The rows. A row that is one cell over the whole width is a banner, and begins a group of rows."""
    named = _naming_column(node)
    groups: list[list[str]] = [[]]
    for row in node.rows:
        if _is_banner(row):
            groups.append([])
        groups[-1].append(_row(row, node, named))
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


def _row(row: tuple[Cell | None, ...], node: Table, named: int) -> str:
    banner = _is_banner(row)
    cells = []
    for index, cell in enumerate(row):
        if cell is None:
            continue
        scope = "rowgroup" if banner else "row" if index == named else None
        cells.append(_cell(cell, cell.align or node.columns[index].align, scope))
    return element("tr", *cells)


def _cell(cell: Cell, align: Align, scope: str | None) -> str:
    """A cell; an empty one is no header of anything."""
    is_header = scope is not None and bool(cell.text.strip())
    looks = ("center" if align is Align.CENTER else "", "short" if spaced_width(cell.text) <= _SHORT else "")
    return element(
        "th" if is_header else "td",
        _paragraphs(cell.paragraphs),
        scope=scope if is_header else None,
        rowspan=cell.rows if cell.rows > 1 else None,
        colspan=cell.columns if cell.columns > 1 else None,
        class_=" ".join(filter(None, looks)) or None,
    )


def _paragraphs(texts: tuple[str, ...]) -> str:
    return words(texts[0]) if len(texts) == 1 else "".join(element("p", words(text)) for text in texts)
