"""IP539–IP541 and IP546: titles of documents inside titles, 请示报告, 特此通知, and whom an award is for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.text_search import matches, matches_anywhere, texts_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject

_ABOUT_TWICE = "(关于(?:印发|转发|批转|下发))关于"
_PASSED_ON_TWICE = "关于(转发)[^《》“”，。；\n]{0,40}转发[^《》“”，。；\n]{2,60}的通知"
_REQUEST_REPORT = "关于[^，。；《》\n]{2,60}的(请示报告)(?=[》。，；]|$)"
_AS_FOLLOWS = lazy_pattern("(?:通知|通告|公告)如下")
_HEREBY = lazy_pattern("特此(?:通知|通告|公告)")
_REWARD = "(?:单位|个人|集体|企业|人员|同志)[^，,。；：\n]{0,4}?(进行(?:通报)?(?:表彰|表扬|奖励|嘉奖))"
_FOR_WHOM = lazy_pattern("[对给为向把将由请凡]|予以")
_SENTENCE_END = lazy_pattern("[。；：\n]")
_CLAUSE_END = lazy_pattern("[，,]")
_DONE = lazy_pattern("进行|予以|给予|开展")
"""A clause with one of these has used up its 对."""


def title_in_title(subject: Subject) -> Iterator[Finding]:
    """关于印发关于…, 关于转发…转发…的通知: a title put into another without 《》."""
    for text, found in matches(subject, _ABOUT_TWICE, "发关于", "转关于"):
        message = f"“{found[0]}”：标题套标题没有书名号"
        yield text.finding(*found.span(), message, f"写成“{found[1]}《关于…》的通知”，或者去掉后一个“关于”")
    for text, found in matches(subject, _PASSED_ON_TWICE, "转发"):
        hint = "只写最早的发文机关和文件，例如 关于转发《国务院办公厅关于…的通知》的通知"
        yield text.finding(*found.span(1), "标题里“转发”套“转发”，省去中间的一层", hint)


def request_report(subject: Subject) -> Iterator[Finding]:
    """A document called 请示报告: there are 请示 and there are 报告."""
    for text, found in matches_anywhere(subject, _REQUEST_REPORT, "请示报告"):
        message = "没有“请示报告”这个文种"
        yield text.finding(*found.span(1), message, "要上级批准的用“请示”，汇报情况的用“报告”")


def hereby(subject: Subject) -> Iterator[Finding]:
    """特此通知 at the end of a notice that says 现通知如下 at its beginning."""
    for _, group in groupby(texts_with(subject, "如下", "特此"), key=_paper):
        announced = False
        for text in group:
            if announced and (found := _HEREBY.search(text.own)):
                message = f"前面有“…如下”，末尾不再写“{found[0]}”"
                yield text.finding(*found.span(), message, "删去这一句")
            announced = announced or _AS_FOLLOWS.search(text.own) is not None


def _paper(text: Prose) -> Path:
    """The paper that a text stands in: its path up to the body."""
    return text.path[: text.path.index("body")] if "body" in text.path else text.path[:1]


def rewarded(subject: Subject) -> Iterator[Finding]:
    """…的单位和个人进行表彰 without 对: the units seem to do the praising."""
    for text, found in matches(subject, _REWARD, "表彰", "表扬", "奖励", "嘉奖"):
        sentence = _SENTENCE_END.split(text.own[max(0, found.start() - 120) : found.start(1)])[-1]
        *before, clause = _CLAUSE_END.split(sentence)
        unfinished = [words for words in before if not _DONE.search(words)]
        described = "的" in clause or "先进" in clause
        if described and not any(_FOR_WHOM.search(words) for words in (*unfinished, clause)):
            message = f"“{found[0]}”前面少了“对”：是对他们{found[1]}"
            yield text.finding(*found.span(), message, "写成“对…的单位和个人进行表彰”")
