"""What layout had to change of a document, told to the person who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.document import Head, Paragraph
from ipplan.transforms.signatures import leaves_signature_alone
from ipplan.widths import spaced_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.document import Document, Part
    from ipplan.stylesheet import Stylesheet


def adjustments(document: Document, sheet: Stylesheet) -> Iterator[str]:
    """A sentence for each departure from the sheet that the standard allows where room is short.

    Source: GB/T 9704—2012 §7.3.2, §7.3.5.5
    """
    for index, part in enumerate(document.parts):
        yield from _of_spacing(part, "文件首页" if index else "第1页", sheet)
        if leaves_signature_alone(part, sheet):
            yield _TOO_SHORT if _is_short(part, sheet) else _TOO_LONG
        if any(isinstance(node, Head) and node.height is not None for node in part.nodes):
            yield "并列的发文机关标志已缩小，使署名和正文在同一页（GB/T 9704—2012 7.2.4 不限字号）"
    if document.colophon is not None and document.colophon.addressees:
        yield "主送机关太长，第1页排不下正文，已移到版记（GB/T 9704—2012 7.3.2）"


def _of_spacing(part: Part, page: str, sheet: Stylesheet) -> Iterator[str]:
    """What was done to lines and characters so that the signature has text on its page."""
    normal = sheet.length("page.pitch").pt
    if part.pitch is not None:
        yield f"{page}的行距由{normal:g}磅缩到{part.pitch:g}磅，使署名和正文在同一页{_ALLOWED}"
    if _is_short(part, sheet) and any(isinstance(node, Paragraph) and node.tail for node in part.nodes):
        yield f"正文只有一行，已加大字距，末尾几个字排到署名那一页，使署名和正文在同一页{_ALLOWED}"


def _is_short(part: Part, sheet: Stylesheet) -> bool:
    """Whether no paragraph has more than a line."""
    line = sheet.number("page.characters") - sheet.number("body.indent")
    return all(spaced_width(node.text) <= line for node in part.nodes if isinstance(node, Paragraph))


_ALLOWED = "（GB/T 9704—2012 7.3.5.5 允许调整）"
_TOO_SHORT = (
    "正文太短，署名又占得多，一页排不下，署名会单独排到下一页；把正文写满一行，或者红头只写主办机关"
    "（masthead: lead）（GB/T 9704—2012 7.3.5.5）"
)
_TOO_LONG = "最后一段太长，署名可能单独排到下一页；把最后一段分成两段（GB/T 9704—2012 7.3.5.5）"
