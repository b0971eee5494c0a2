"""IP549 and IP551: words that lost what belongs between them: agencies in a title, a verb and its object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches, matches_anywhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_AGENCY_END = "(?:总局|[^结布格全大当]局|部|委|署|厅)"
_AGENCIES = rf"(?<=《)(?:[\u4e00-\u9fff]{{2,10}}?{_AGENCY_END}(?=国家[\u4e00-\u9fff]{{2,8}}局)){{1,4}}"
_BETWEEN = re.compile("([局部委署厅])(?=国家)")
_SIGNS = ("局国家", "部国家", "委国家", "署国家", "厅国家")
_WANTS_OBJECT = "把握|加强|提高|提升|落实|完善|建立|开展|推进|增强|深化|强化|健全"
_NEXT_VERB = "营造|实现|推动|推进|打造|提高|提升|形成|构建|促进|争取|完成|做到|建设"
_NO_OBJECT = rf"({_WANTS_OBJECT})((?:努力|着力)(?:{_NEXT_VERB}))"


def agencies_in_title(subject: Subject) -> Iterator[Finding]:
    """《市场监管总局国家药监局…的通知》: agencies that issued together, with nothing between their names.

    Only 国家…局 begins so clearly that one name cannot be part of the other.
    """
    for text, found in matches_anywhere(subject.plan_file, _AGENCIES, *_SIGNS):
        message = f"标题里几个机关的名称连在一起：“{found[0]}国家…”"
        apart = _BETWEEN.sub("\\1　", found[0]) + "　"
        yield text.finding(*found.span(), message, "名称之间空一个全角的格", fix=Fix(apart, safe=False))


def verb_without_object(subject: Subject) -> Iterator[Finding]:
    """把握努力营造…: a verb that wants an object, and the next verb already."""
    for text, found in matches(subject.plan_file, _NO_OBJECT, "努力", "着力"):
        message = f"“{found[1]}”后面缺了话，直接接着“{found[2]}”"
        yield text.finding(*found.span(), message, f"补上“{found[1]}”什么，或者用逗号断开")
