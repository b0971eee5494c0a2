"""A Document tree to Markdown as GitHub reads it: blocks of text with an empty line between them.

What a table merges stands in each cell that was merged, because Markdown has no cell over several rows or columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ipplan import document as tree
from ipplan.writers.md.escaping import bold, escaped, table_lines
from ipplan.writers.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet

_RULE = "---"
_DRAFT_MARK = "草　稿"
_ROOM = "＿" * 8
"""Where a form is to be filled in."""


def write(document: tree.Document, sheet: Stylesheet) -> bytes:
    """The text in UTF-8; the same document gives the same bytes."""
    return ("\n\n".join(filter(None, _blocks(document, sheet))) + "\n").encode()


def _blocks(document: tree.Document, sheet: Stylesheet) -> Iterator[str]:
    """The parts with a rule between them, and the colophon under the last."""
    if document.draft:
        yield bold(_DRAFT_MARK)
    for number, (part, levels) in enumerate(zip(document.parts, outline(document), strict=True)):
        if number:
            yield _RULE
        for node, level in zip(part.nodes, levels, strict=True):
            yield from _node(node, level, sheet)
    if document.colophon is not None:
        foot = document.colophon
        yield _RULE
        yield escaped(foot.addressees)
        yield escaped(foot.copy_to)
        yield escaped("　".join(filter(None, (foot.printing_office, foot.printed))))


def _node(node: tree.Node, level: int, sheet: Stylesheet) -> Iterator[str]:  # noqa: C901, PLR0912  one line for each kind of node
    """The blocks of one node; empty ones are left out. `level` is that of a heading."""
    match node:
        case tree.Head():
            yield from _head(node, level, sheet)
        case tree.LetterHead():
            yield bold(node.masthead)
            first, *others = [*filter(None, (node.copy_number, node.classification, node.urgency)), ""]
            yield from map(escaped, (f"{first}　{node.number}".strip("　"), *others))
        case tree.OrderHead():
            yield _heading(level, node.masthead)
            yield escaped(node.number)
        case tree.Title():
            yield _heading(level, node.text)
        case tree.Heading():
            yield _heading(level, node.label + node.text + node.behind, node.anchor)
        case tree.Chapter():
            yield _heading(level, f"{node.label}　{node.text}{node.behind}", node.anchor)
        case tree.Addressees() | tree.Origin() | tree.Note() | tree.Remark():
            yield escaped(node.text)
        case tree.AttachmentLabel():
            yield bold(node.text)
        case tree.Contents():
            yield bold(node.title)
            yield _contents(node)
        case tree.Box():
            yield "\n>\n".join(f"> {text}" for text in (bold(node.title), *map(escaped, node.paragraphs)))
        case tree.Caption():
            yield bold(node.title)
            yield escaped(node.unit)
        case tree.Paragraph():
            yield escaped((node.lead.label + node.lead.text if node.lead else "") + node.text)
        case tree.AttachmentList():
            yield from _attachment_list(node.names)
        case tree.Signature():
            yield from map(escaped, (*node.names, node.date))
        case tree.PersonalSignature():
            yield from map(escaped, (*(f"{one.post}　　{one.name}" for one in node.signers), node.date))
        case tree.Attendance():
            yield from (escaped(f"{label}：{names}") for label, names in node.lists)
        case tree.FillIn():
            yield from (escaped("　".join(map(_with_room, line))) for line in node.lines)
        case tree.Table():
            yield _table(node)
        case _:
            assert_never(node)


def _head(node: tree.Head, level: int, sheet: Stylesheet) -> Iterator[str]:
    """Marks, masthead (the lead, what stands beside it, the others), then number and signers line by line.

    `level` is that of the masthead where the paper has no title, else 0.
    """
    yield from map(escaped, (node.copy_number, node.classification, node.urgency))
    names = (node.joint[0], node.beside, *node.joint[1:]) if node.joint else (node.masthead,)
    yield from (_heading(level, name) for name in names) if level else map(bold, names)
    per_line = int(sheet.number("signer.per_line"))
    lines = ["　".join(node.signers[start : start + per_line]) for start in range(0, len(node.signers), per_line)]
    *others, last = [node.signer_label + (lines or [""])[0], *lines[1:]]
    yield from map(escaped, others)
    yield escaped(node.number + last)
    yield escaped("　　".join(filter(None, (node.office, node.date))))


def _heading(level: int, text: str, anchor: int = 0) -> str:
    place = f'<a id="{_target(anchor)}"></a>' if anchor else ""
    return f"{'#' * level} {place}{escaped(text)}"


def _contents(node: tree.Contents) -> str:
    """Links to the headings; those of the second depth below those of the first."""
    return "\n".join(
        f"{'  ' * (entry.depth - 1)}- [{escaped(entry.text)}](#{_target(entry.anchor)})" for entry in node.entries
    )


def _target(anchor: int) -> str:
    return f"heading{anchor}"


def _attachment_list(names: tuple[str, ...]) -> Iterator[str]:
    """One name behind its label, several in a numbered list under it."""
    if len(names) == 1:
        yield escaped(f"附件：{names[0]}")
        return
    yield "附件："
    yield "\n".join(f"{number}. {escaped(name)}" for number, name in enumerate(names, 1))


def _with_room(text: str) -> str:
    """What is to be filled in, with room behind it unless that is inside (年　月　日)."""
    return text + _ROOM if text.endswith("：") else text


def _form(node: tree.Table) -> str:
    """A registration form: the cells that begin in each row, beside each other, below a label that reaches down."""
    rows = [[*map(_form_cell, (row[0], *filter(None, row[1:])))] for row in node.rows]
    most = max(map(len, rows))
    return table_lines([""] * most, [row + [""] * (most - len(row)) for row in rows])


def _form_cell(cell: tree.Cell | None) -> str:
    """The words of a cell; those of a label in one line."""
    return ("" if cell.names else "<br>").join(map(escaped, cell.paragraphs)) if cell is not None else ""


def _table(node: tree.Table) -> str:
    if node.grid:
        return _form(node)
    head = ["　".join(dict.fromkeys(titles)) for titles in zip(*_flat(node.head_rows, ""), strict=True)]
    return table_lines(head, _flat(node.rows))


def _flat(rows: tuple[tuple[tree.Cell | None, ...], ...], between: str = "<br>") -> list[list[str]]:
    """The rows with a text for each column; a merged cell gives its text to all that it covers."""
    texts = [[""] * len(row) for row in rows]
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            if cell is not None:
                text = between.join(map(escaped, cell.paragraphs))
                for line in texts[top : top + cell.rows]:
                    line[left : left + cell.columns] = [text] * cell.columns
    return texts
