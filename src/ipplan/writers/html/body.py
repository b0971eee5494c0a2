"""Nodes of the Document tree as HTML."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, assert_never

from ipplan import document as tree
from ipplan.transforms.joint_issue import seal_rows
from ipplan.transforms.repeated_labels import repeat_labels
from ipplan.transforms.turning import turned
from ipplan.writers.html.heads import head, letter_head, order_head
from ipplan.writers.html.markup import element, lines, prose, words
from ipplan.writers.html.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipplan.stylesheet import Stylesheet


class PartWriter:
    """Writes one part. `levels` has the level of each heading, `attachments` the ids of attachments by their labels."""

    def __init__(
        self, part: tree.Part, levels: tuple[int, ...], attachments: Mapping[str, str], sheet: Stylesheet
    ) -> None:
        self._part = part
        self._nodes = part.nodes
        self._levels = levels
        self._attachments = attachments
        self._sheet = sheet

    def write(self) -> str:
        """The part as a section; where pages are turned, each stretch is in a frame of its own."""
        landscape = turned(self._nodes)
        written: list[str] = []
        for is_turned, group in groupby(range(len(self._nodes)), landscape.__getitem__):
            indexes = list(group)
            stretch = replace(self._part, nodes=tuple(self._nodes[index] for index in indexes))
            on_paper = repeat_labels(stretch, self._sheet, landscape=is_turned).nodes
            content = "".join(map(self._node, indexes, on_paper))
            framed = element("div", content, class_="turned" if is_turned else None)
            written.append(framed if any(landscape) else content)
        pitch = None if self._part.pitch is None else f"--pitch:{self._part.pitch:g}pt"
        return element("section", *written, class_="part", id=self._identifier(), style=pitch)

    def _identifier(self) -> str | None:
        label = self._nodes[0]
        return self._attachments.get(label.text) if isinstance(label, tree.AttachmentLabel) else None

    def _after(self, index: int) -> tree.Node | None:
        return self._nodes[index + 1] if index + 1 < len(self._nodes) else None

    def _node(self, index: int, on_paper: tree.Node) -> str:  # noqa: C901, PLR0912  one line for each kind of node
        """A node; `on_paper` is the same for printing."""
        node = self._nodes[index]
        match node:
            case tree.Head():
                return head(node, self._levels[index], self._sheet)
            case tree.LetterHead():
                return letter_head(node, self._sheet)
            case tree.OrderHead():
                return order_head(node, self._levels[index], self._sheet)
            case tree.Title():
                return self._heading(index, lines(node.lines), "title", 0)
            case tree.Heading():
                return self._heading(
                    index, words(node.label + node.text + node.behind), f"level{node.level}", node.anchor
                )
            case tree.Chapter():
                content = words(f"{node.label}　{node.text}{node.behind}")
                return self._heading(index, content, f"chapter{node.rank}", node.anchor)
            case tree.Addressees() | tree.Origin() | tree.Note() | tree.Remark() | tree.AttachmentLabel():
                return element("p", words(node.text), class_=_CLASSES[type(node)])
            case tree.Contents():
                return _contents(node)
            case tree.Box():
                title = element("figcaption", words(node.title))
                return element("figure", title, *(element("p", prose(text)) for text in node.paragraphs), class_="box")
            case tree.Caption():
                return self._caption(index, node)
            case tree.Paragraph():
                return element("p", _lead(node.lead), prose(node.text), class_="text")
            case tree.AttachmentList():
                return self._attachment_list(node)
            case tree.Signature():
                return _seals(node, self._sheet) if node.sealed and len(node.issuers) > 1 else _signature(node)
            case tree.PersonalSignature():
                return _personal_signature(node)
            case tree.Attendance():
                return _attendance(node)
            case tree.FillIn():
                return _fill_in(node)
            case tree.Table():
                assert isinstance(on_paper, tree.Table)
                return table(node, on_paper, self._caption_of(index), self._about(index), self._sheet)
            case _:
                assert_never(node)

    def _heading(self, index: int, content: str, kind: str, anchor: int) -> str:
        return element(f"h{self._levels[index]}", content, class_=kind, id=_target(anchor) if anchor else None)

    def _caption(self, index: int, node: tree.Caption) -> str:
        """Nothing where a table follows, which takes its caption in."""
        if isinstance(self._after(index), tree.Table):
            return ""
        return "".join(
            element("p", words(text), class_=kind)
            for text, kind in ((node.title, "caption-title"), (node.unit, "unit"))
            if text
        )

    def _caption_of(self, index: int) -> tree.Caption | None:
        before = self._nodes[index - 1] if index else None
        return before if isinstance(before, tree.Caption) else None

    def _about(self, index: int) -> str:
        """What a table without a caption is about: the heading or title above it."""
        for node in reversed(self._nodes[:index]):
            match node:
                case tree.Heading() | tree.Chapter() | tree.Title():
                    return node.text
                case _:
                    continue
        return "表"

    def _attachment_list(self, node: tree.AttachmentList) -> str:
        """附件：… with the names under each other, each a link to what it names where that is on the page."""
        several = len(node.names) > 1
        items = []
        for number, name in enumerate(node.names, 1):
            target = self._attachments.get(f"附件{number}" if several else "附件")
            shown = element("a", words(name), href=f"#{target}") if target else words(name)
            items.append(element("li", f"{number}." if several else "", shown))
        listed = element("ol", *items, class_="several" if several else None)
        return element("div", element("p", "附件："), listed, class_="attachments")


_CLASSES = {
    tree.Addressees: "addressees",
    tree.Origin: "origin",
    tree.Note: "note",
    tree.Remark: "remark",
    tree.AttachmentLabel: "attachment-label",
}


def attachment_identifiers(document: tree.Document) -> dict[str, str]:
    """The ids of the attachments by their labels; labels that two attachments share lead nowhere."""
    labels = [part.nodes[0].text for part in document.parts if isinstance(part.nodes[0], tree.AttachmentLabel)]
    return {label: f"attachment{n}" for n, label in enumerate(labels, 1) if labels.count(label) == 1}


def colophon(node: tree.Colophon) -> str:
    """The colophon: whom it is for and what it goes to, then who prints it and when."""
    copies = "".join(element("p", words(text)) for text in (node.addressees, node.copy_to) if text)
    printed = "".join(element("span", words(text)) for text in (node.printing_office, node.printed) if text)
    kind = "colophon" if node.ruled else "colophon plain"
    return element("footer", copies, element("p", printed) if printed else "", class_=kind)


def _lead(lead: tree.Heading | None) -> str:
    return element("span", words(lead.label + lead.text), class_=f"run-in level{lead.level}") if lead else ""


def _contents(node: tree.Contents) -> str:
    items = (
        element("li", element("a", words(entry.text), href=f"#{_target(entry.anchor)}"), class_=f"depth{entry.depth}")
        for entry in node.entries
    )
    title = element("p", words(node.title), id="contents")
    return element("nav", title, element("ul", *items), class_="contents", aria_labelledby="contents")


def _target(anchor: int) -> str:
    return f"heading{anchor}"


def _fill_in(node: tree.FillIn) -> str:
    """The lines in columns, as many as on paper; there they begin where layout says."""
    starts = node.starts[0] if node.starts else (0.0,)
    widths = (f"{end - start:.2f}mm" for start, end in pairwise((*starts, node.width)))
    style = f"--columns:{len(starts)};--places:{' '.join(widths)}"
    spans = (element("span", words(text)) for text in node.texts)
    return element("p", *spans, class_="fill-in below" if node.below else "fill-in", style=style)


def _signature(node: tree.Signature) -> str:
    names: Iterator[str] = (element("p", words(name), class_="issuer") for name in node.names)
    date = element("p", words(node.date), class_="date")
    return element("div", *names, date, class_="signature sealed" if node.sealed else "signature")


def _seals(node: tree.Signature, sheet: Stylesheet) -> str:
    """The names of a joint issue; on paper they stand side by side where layout says, with room for their seals.

    Middles are told from that of the date, whose width is not the same in all browsers.
    """
    look = seal_rows(node, sheet)
    _, of_date = look.rows[-1][-1]
    names = (
        element("p", words(name), class_="issuer", style=f"--row:{number};--middle:{middle.pt - of_date.pt:.2f}pt")
        for number, row in enumerate(look.rows)
        for name, middle in row
    )
    style = f"--rows:{len(look.rows)};--step:{look.step.pt:.2f}pt;--date-right:{look.date_right.pt:.2f}pt"
    date = element("p", words(node.date), class_="date")
    return element("div", *names, date, class_="signature sealed seals", style=style)


def _personal_signature(node: tree.PersonalSignature) -> str:
    """Post and name of each who signs; an empty place is for a stamp."""
    cells = "".join(
        element("span", words(one.post)) + element("span", words(one.name), class_="name" if one.name else "stamp")
        for one in node.signers
    )
    return element("div", element("p", cells, class_="signers"), element("p", words(node.date)), class_="personal")


def _attendance(node: tree.Attendance) -> str:
    lists = (element("p", element("span", words(label)), words(f"：{names}")) for label, names in node.lists)
    return element("div", *lists, class_="attendance")
