"""What layout had to change of a document, told to the person who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.document import Head
from ipplan.transforms.signatures import leaves_signature_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.document import Document
    from ipplan.stylesheet import Stylesheet


def adjustments(document: Document, sheet: Stylesheet) -> Iterator[str]:
    """A sentence for each departure from the sheet that the standard allows where room is short.

    Source: GB/T 9704—2012 §7.3.2, §7.3.5.5
    """
    normal = sheet.length("page.pitch").pt
    for index, part in enumerate(document.parts):
        if part.pitch is not None:
            page = "文件首页" if index else "第1页"
            how = "缩到" if part.pitch < normal else "放到"
            yield (
                f"{page}的行距由{normal:g}磅{how}{part.pitch:g}磅，使署名和正文在同一页"
                "（GB/T 9704—2012 7.3.5.5 允许调整）"
            )
        elif leaves_signature_alone(part, sheet):
            yield (
                "正文只有一行，红头、标题和署名又占得多，署名只能单独排到第2页；把正文写长一点，"
                "或者红头只写主办机关（masthead: lead）（GB/T 9704—2012 7.3.5.5）"
            )
        if any(isinstance(node, Head) and node.height is not None for node in part.nodes):
            yield "并列的发文机关标志已缩小，使署名和正文在同一页（GB/T 9704—2012 7.2.4 不限字号）"
    if document.colophon is not None and document.colophon.addressees:
        yield "主送机关太长，第1页排不下正文，已移到版记（GB/T 9704—2012 7.3.2）"
