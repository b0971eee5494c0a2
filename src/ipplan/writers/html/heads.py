"""The heads of papers as HTML: of a document, a letter, an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.joint_issue import joint_masthead, masthead_size
from ipplan.writers.html.markup import element, words

if TYPE_CHECKING:
    from ipplan.document import Head, LetterHead, OrderHead
    from ipplan.stylesheet import Stylesheet


def head(node: Head, level: int, sheet: Stylesheet) -> str:
    """Marks, masthead, number and signers. `level` is that of the masthead as a heading, 0 where it is none."""
    marks = _marks(node)
    marked = element("div", *marks, class_="marks") if marks else ""
    mark = _joint_masthead(node, sheet) if node.joint else _masthead(node.masthead, level, sheet)
    kind = "head preprinted" if node.preprinted else "head"
    return element("header", marked, mark, _number(node, sheet), class_=kind)


def letter_head(node: LetterHead, sheet: Stylesheet) -> str:
    """Masthead with a rule under it; marks at the left, the number at the right of the first of them."""
    first, *others = _marks(node) or [element("p")]
    lines = element("div", first, element("p", words(node.number)), *others, class_="letter-lines")
    return element("header", _masthead(node.masthead, 0, sheet), lines, class_="head letter")


def order_head(node: OrderHead, level: int, sheet: Stylesheet) -> str:
    """Masthead and number; see `head`."""
    number = element("p", words(node.number), class_="order-number")
    return element("header", _masthead(node.masthead, level, sheet), number, class_="head order")


def _marks(node: Head | LetterHead) -> list[str]:
    kinds = (None, "mark", "mark")
    marks = zip((node.copy_number, node.classification, node.urgency), kinds, strict=True)
    return [element("p", words(text), class_=kind) for text, kind in marks if text]


def _masthead(name: str, level: int, sheet: Stylesheet) -> str:
    """One line, on paper as large as fits."""
    place = f"--characters:{len(name)};--size:{masthead_size(name, sheet)}pt"
    return element(f"h{level}" if level else "p", words(name), class_="masthead", style=place)


def _joint_masthead(node: Head, sheet: Stylesheet) -> str:
    """The names of a joint issue one under the other.

    Source: GB/T 9704—2012 §7.2.4
    """
    look, (lead, *others) = joint_masthead(node, sheet), node.joint
    lines = f"grid-row:1/span {len(node.joint)}"
    beside = element("span", words(node.beside), class_="beside", style=lines) if node.beside else ""
    names = (element("span", words(name), class_="name") for name in others)
    characters = max(map(len, node.joint)) + len(node.beside) + 1
    place = f"--characters:{characters};--size:{look.size}pt;--step:{look.pitch.pt:g}pt"
    first = element("span", words(lead), class_="name")
    return element("p", first, beside, *names, class_="masthead joint", style=place)


def _number(node: Head, sheet: Stylesheet) -> str:
    """The document number; with signers at its right, some a line, it stands on the last of their lines.

    Minutes have a line below it: who issues them, and when.
    """
    if node.office:
        line = (node.number, node.office, node.date)
        return element("p", *(element("span", words(cell)) for cell in line), class_="number minutes")
    if not node.signers:
        return element("p", words(node.number), class_="number")
    per_line = int(sheet.number("signer.per_line"))
    cells = []
    for start in range(0, len(node.signers), per_line):
        last = start + per_line >= len(node.signers)
        names = "　".join(node.signers[start : start + per_line])
        cells += [node.number if last else "", "" if start else node.signer_label, names]
    return element("p", *(element("span", words(cell)) for cell in cells), class_="number signed")
