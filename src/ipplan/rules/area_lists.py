"""IP550: 市、县（区）and 市县（区）: the same list of areas with other marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.rules.text_search import texts_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_LEVELS = "省市县区州旗镇乡"
_LIST = re.compile(
    rf"(?<![{_LEVELS}、（）()])各?((?:[{_LEVELS}][、（）()]{{0,2}}){{2,6}})(?=[\u4e00-\u9fff]{{0,6}}?(部门|单位|政府|办公室|人民))"
)
_MARKS = re.compile("[、（）()]")
_WIDTH = str.maketrans("()", "（）")


def two_forms(subject: Subject) -> Iterator[Finding]:
    """A list of areas before 部门, 政府 and the like, written with other marks elsewhere in the file.

    One that has no marks at all, such as 市县, is a word of its own; a list that ends in a mark is not the whole list.
    """
    first: dict[tuple[str, str], str] = {}
    for text in texts_with(subject.plan_file, "县"):
        for found in _LIST.finditer(text.words):
            written = found[1].translate(_WIDTH)
            if not _MARKS.search(written) or written.endswith("、"):
                continue
            before = first.setdefault((_MARKS.sub("", written), found[2]), written)
            if before != written:
                yield _finding(text, found, before)


def _finding(text: Prose, found: re.Match[str], before: str) -> Finding:
    message = f"“{found[1]}”和别处的“{before}”写法不一"
    return text.finding(*found.span(1), message, "统一成一种，例如“市、县（区）”")
