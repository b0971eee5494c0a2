"""What layout had to change of a document, told to the person who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    if document.colophon is not None and document.colophon.addressees:
        yield "主送机关太长，第1页排不下正文，已移到版记（GB/T 9704—2012 7.3.2）"
