"""IP535 and IP543: dashes, ellipses and colons (GB/T 15834)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.rules.punctuation_text import HAN, HIDDEN
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_CHINESE = f"{HAN}。，、；：？！（）《》“”{HIDDEN}"
_DOTS = rf"(?<=[{_CHINESE}])(?:\.{{3,}}|(?<!…)…(?!…)|…{{3}}(?!…)|(?<!…)…{{5}}(?!…)|[·•]{{3,}})"
_ETC = "……等(?![级待候距价额])|等……"
_DASH = (
    rf"(?<=[{_CHINESE}])(?:-{{2,}}|[－–―─]{{2,}}|—{{3,}}|[―─])(?=[{_CHINESE}])"
    rf"|^(?:--|－－|––|[－–―─—])(?=[{HAN}]{{2}})"
)

_LEADS_IN = "如下|以下[\u4e00-\u9fff]{0,6}|指出|强调|要求|提出|包括|分为|即|分别[是为]"
_LEAD_INS = (
    rf"(?:{_LEADS_IN})：[^。！？；：\n（）]{{1,60}}(?:如下|以下[\u4e00-\u9fff]{{0,6}}|包括|分为|即|分别[是为])(：)"
)
_NO_COLON = "(?:通知|安排|分工|要求|任务|意见|措施|情况|事项|方案|目标|报告|说明)如下([，；、])(?!请)"


def dash_or_ellipsis(subject: Subject) -> Iterator[Finding]:
    """An ellipsis that is not ……, or has 等 beside it; a dash that is not ——."""
    for text, found in matches(subject, _DOTS, "..", "…", "··", "••"):
        message = f"省略号是六个点“……”，不是“{found[0]}”"
        yield text.finding(*found.span(), message, fix=Fix("……"))
    for text, found in matches(subject, _ETC, "……"):
        yield text.finding(*found.span(), f"“{found[0]}”重复：省略号和“等”只用一个")
    for text, found in matches(subject, _DASH, *"-－–―─—"):
        message = f"破折号占两格“——”，不是“{found[0]}”"
        yield text.finding(*found.span(), message, fix=Fix("——"))


def colon(subject: Subject) -> Iterator[Finding]:
    """如下 without its colon, and a colon inside what another colon introduces."""
    for text, found in matches(subject, _NO_COLON, "如下"):
        message = f"“{found[0][:-1]}”后面应为“：”，不是“{found[1]}”"
        yield text.finding(*found.span(1), message, "下面另起几段的，也可以用“。”", fix=Fix("：", safe=False))
    for text, found in matches(subject, _LEAD_INS, "："):
        message = "一句话里套用了两个冒号"
        yield text.finding(found.start(), found.end(), message, "把其中一处改成逗号或句号，或者另起一段")
