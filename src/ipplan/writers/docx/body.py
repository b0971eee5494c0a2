"""Nodes of the Document tree as WordprocessingML.

Everything is written as text: it is several times as fast as building elements, and the order that the schema wants is
visible. All text passes through `runs`, which escapes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ipplan import document as tree
from ipplan.units import Length
from ipplan.writers.docx.extras import attendance, bookmarked, box, caption, contents, fill_in
from ipplan.writers.docx.head import head, order_head
from ipplan.writers.docx.letter import letter_head
from ipplan.writers.docx.paragraphs import Properties, indent, paragraph
from ipplan.writers.docx.runs import runs, solid
from ipplan.writers.docx.signature import personal_signature, signature
from ipplan.writers.docx.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.stylesheet import Stylesheet


class PartWriter:
    """Writes the nodes of one part; a node's neighbours decide about blank lines and what stays on its page."""

    def __init__(self, part: tree.Part, sheet: Stylesheet, *, new_page: bool) -> None:
        self._nodes = part.nodes
        self._sheet = sheet
        self._new_page = new_page
        self._line = None if part.pitch is None else Length(part.pitch).twips

    def write(self) -> Iterator[str]:
        """The part as block-level elements, piece by piece."""
        for index, node in enumerate(self._nodes):
            yield from self._node(index, node)

    def _before(self, index: int) -> tree.Node | None:
        return self._nodes[index - 1] if index else None

    def _after(self, index: int) -> tree.Node | None:
        return self._nodes[index + 1] if index + 1 < len(self._nodes) else None

    def _remarked(self, index: int) -> bool:
        """Whether a remark follows, which stays with the date."""
        return isinstance(self._after(index), tree.Remark)

    def _signed_below(self, index: int) -> bool:
        """Whether lines to be signed follow, which stay with the last row of the table above them."""
        after = self._after(index)
        return isinstance(after, tree.FillIn) and after.below

    def _breaks(self, index: int) -> bool:
        """Whether this node begins a page."""
        return self._new_page and index == 0

    def _node(self, index: int, node: tree.Node) -> Iterator[str]:  # noqa: C901, PLR0912  one line for each kind of node
        match node:
            case tree.Head():
                yield head(node, self._sheet, titled=isinstance(self._after(index), tree.Title))
            case tree.LetterHead():
                yield letter_head(node, self._sheet)
            case tree.OrderHead():
                yield order_head(node, self._sheet)
            case tree.Title():
                yield self._title(node, index)
            case tree.Addressees():
                yield paragraph("Addressees", runs(node.text), Properties(line=self._line))
            case tree.Heading():
                yield self._heading(node)
            case tree.Chapter():
                yield paragraph(
                    f"Chapter{node.rank}", bookmarked(runs(f"{node.label}　{node.text}{node.behind}"), node.anchor)
                )
            case tree.Contents():
                yield contents(node, self._sheet)
            case tree.Box():
                yield box(node, self._sheet)
            case tree.Note() | tree.Origin():
                yield paragraph(type(node).__name__, runs(node.text))
            case tree.Caption():
                yield caption(node)
            case tree.Paragraph():
                yield self._paragraph(node, index)
            case tree.AttachmentList():
                yield self._attachment_list(node, index)
            case tree.Signature():
                yield signature(node, self._sheet, self._line, remarked=self._remarked(index))
            case tree.PersonalSignature():
                yield personal_signature(node, self._sheet, remarked=self._remarked(index))
            case tree.Attendance():
                yield attendance(node, self._sheet)
            case tree.Remark():
                yield paragraph("Remark", runs(node.text), Properties(line=self._line))
            case tree.AttachmentLabel():
                # §7.3.7 names a font for the serial number too
                yield paragraph("AttachmentLabel", solid(node.text), Properties(page_break=self._breaks(index)))
            case tree.FillIn():
                yield fill_in(node)
            case tree.Table():
                yield from table(node, self._sheet, keeps=self._signed_below(index))
            case _:
                assert_never(node)

    def _heading(self, node: tree.Heading) -> str:
        """A heading of its own; one that stands deeper or higher than its kind says so to the navigation pane."""
        depth = node.depth or node.level
        outline = depth - 1 if depth != node.level else None
        content = bookmarked(runs(node.label + node.text + node.behind), node.anchor)
        return paragraph(f"Heading{node.level}", content, Properties(line=self._line, outline=outline))

    def _title(self, node: tree.Title, index: int) -> str:
        """A title: two blank lines under the red rule, one under an attachment's label, none at the top of a page.

        Source: GB/T 9704—2012 §7.3.1, §7.3.7
        """
        blank = {
            tree.Head: self._sheet.number("title.lines_before"),
            tree.LetterHead: self._sheet.number("title.lines_before"),
            tree.AttachmentLabel: self._sheet.number("attachment_title.line") - 2,
        }.get(type(self._before(index)))
        above = None if blank is None else (self._sheet.length("page.pitch") * blank).twips
        lines = "<w:r><w:br/></w:r>".join(runs(line) for line in node.lines)
        return paragraph("Title", lines, Properties(page_break=self._breaks(index), before=above))

    def _paragraph(self, node: tree.Paragraph, index: int) -> str:
        """Body text, which stays with a signature below it.

        Word processors keep a whole paragraph with what follows, so the tail of one is a paragraph of its own, and the
        line above it is as full as the others.
        """
        keep = node.tail is None and isinstance(self._after(index), (tree.Signature, tree.PersonalSignature))
        lead = node.lead
        heading = runs(lead.label + lead.text, f"RunIn{lead.level}") if lead else ""
        if not node.tail:
            return paragraph("Body", heading + runs(node.text), Properties(keep_next=keep, line=self._line))
        full = paragraph(
            "Body", heading + runs(node.text[: -node.tail]), Properties(line=self._line, align="distribute")
        )
        rest = Properties(keep_next=True, line=self._line)
        return full + paragraph("BodyTail", runs(node.text[-node.tail :]), rest)

    def _attachment_list(self, node: tree.AttachmentList, index: int) -> str:
        """附件：… with names aligned under each other; several are numbered 1. 2. 3.

        Source: GB/T 9704—2012 §7.3.4
        """
        sheet, several = self._sheet, len(node.names) > 1
        character = sheet.characters("body.indent").pt / sheet.number("body.indent")
        number_width = (0.75 if len(node.names) < 10 else 1.25) if several else 0
        left = (sheet.number("attachments.indent") + _LABEL_WIDTH + number_width) * character
        pitch = self._line or sheet.length("page.pitch").twips
        written = []
        for position, name in enumerate(node.names):
            first, last = position == 0, position + 1 == len(node.names)
            label = ("附件：" if first else "") + (f"{position + 1}." if several else "")
            hanging = (_LABEL_WIDTH * first + number_width) * character
            properties = Properties(
                keep_next=position + 2 >= len(node.names) and (not last or self._after(index) is not None),
                before=round(sheet.number("attachments.lines_before") * pitch) if first else None,
                line=self._line,
                indent=indent(left, hanging=hanging),
            )
            written.append(paragraph("AttachmentList", runs(label + name), properties))
        return "".join(written)


_LABEL_WIDTH = 3
"""Characters of `附件：`."""
