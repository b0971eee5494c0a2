"""A paper as plain text for people to read: what each part says, line by line, without looks.

A row of a table is a line with `｜` between its cells; `〃` stands where the cell above reaches down. Lines of a cell
are joined by `／`, lines of a box begin with `│`, and `----` stands between the parts, each of which begins a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ipplan import document as tree

if TYPE_CHECKING:
    from collections.abc import Iterator

BETWEEN_CELLS = "｜"
BETWEEN_PARTS = "----"
REACHES_DOWN = "〃"
EDGE_OF_BOX = "│"
_LABEL = "附件："


def paper_text(document: tree.Document) -> str:
    """The whole paper, ending with the colophon; behind it the attachments that are bound apart."""
    parts = ["\n".join(line for node in part.nodes for line in node_lines(node)) for part in document.parts]
    foot = "".join(f"{line}\n" for line in _colophon_lines(document.colophon))
    detached = (f"{BETWEEN_PARTS}\n{paper_text(one)}" for one in document.detached)
    return f"\n{BETWEEN_PARTS}\n".join(parts) + "\n" + foot + "".join(detached)


def node_lines(node: tree.Node) -> Iterator[str]:  # noqa: C901, PLR0912  one line for each kind of node
    """The lines of one node."""
    match node:
        case tree.Head():
            yield from _head_lines(node)
        case tree.LetterHead():
            first, *others = [*filter(None, (node.copy_number, node.classification, node.urgency)), ""]
            yield from (node.masthead, BETWEEN_CELLS.join(filter(None, (first, node.number))), *filter(None, others))
        case tree.OrderHead():
            yield from (node.masthead, node.number)
        case tree.Title() | tree.Addressees() | tree.Note() | tree.Origin() | tree.Remark() | tree.AttachmentLabel():
            yield node.text
        case tree.Heading():
            yield node.label + node.text + node.behind
        case tree.Chapter():
            yield f"{node.label}　{node.text}{node.behind}"
        case tree.Contents():
            yield node.title
            yield from ("　" * (entry.depth - 1) + entry.text for entry in node.entries)
        case tree.Box():
            yield from (EDGE_OF_BOX + line for line in (node.title, *node.paragraphs))
        case tree.Caption():
            yield from filter(None, (node.title, node.unit))
        case tree.Paragraph():
            yield (node.lead.label + node.lead.text if node.lead else "") + node.text
        case tree.AttachmentList():
            yield from _attachment_lines(node.names)
        case tree.Signature():
            yield from (*node.issuers, node.date)
        case tree.PersonalSignature():
            yield from (f"{one.post}{BETWEEN_CELLS}{one.name}" for one in node.signers)
            yield node.date
        case tree.Attendance():
            yield from (f"{label}：{names}" for label, names in node.lists)
        case tree.FillIn():
            yield "　　".join(node.texts)
        case tree.Table():
            yield from _table_lines(node)
        case _:
            assert_never(node)


def _head_lines(head: tree.Head) -> Iterator[str]:
    """The marks, the masthead, and the signers, two a line; the number stands in the last line of these."""
    yield from filter(None, (head.copy_number, head.classification, head.urgency))
    first, *others = head.joint or (head.masthead,)
    yield from (first, *filter(None, (head.beside,)), *others)
    signers = [f"{'' if place else head.signer_label}{name}" for place, name in enumerate(head.signers)]
    last = max(0, len(signers) - 1) // 2 * 2
    yield from (*signers[:last], head.number, *signers[last:], *filter(None, (head.office, head.date)))


def _attachment_lines(names: tuple[str, ...]) -> Iterator[str]:
    several = len(names) > 1
    for number, name in enumerate(names, 1):
        yield (_LABEL if number == 1 else "　" * len(_LABEL)) + (f"{number}." if several else "") + name


def _table_lines(table: tree.Table) -> Iterator[str]:
    """The head, then the rows; a cell that reaches across stands once."""
    for rows in (table.head_rows, table.rows):
        reaching: dict[int, int] = {}
        for row in rows:
            yield BETWEEN_CELLS.join(_row_texts(row, reaching))


def _row_texts(row: tuple[tree.Cell | None, ...], reaching: dict[int, int]) -> Iterator[str]:
    """The texts of a row; `reaching` keeps for how many rows the cells of a column still reach down."""
    for index, cell in enumerate(row):
        if cell is not None:
            reaching[index] = cell.rows - 1
            yield ("" if cell.head or cell.names else "／").join(cell.paragraphs)
        elif reaching.get(index, 0):
            reaching[index] -= 1
            yield REACHES_DOWN


def _colophon_lines(colophon: tree.Colophon | None) -> tuple[str, ...]:
    if colophon is None:
        return ()
    printed = "　".join(filter(None, (colophon.printing_office, colophon.printed)))
    return tuple(filter(None, (colophon.addressees, colophon.copy_to, printed)))
