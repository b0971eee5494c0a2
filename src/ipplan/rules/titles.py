"""IP607 and IP608: titles of notices and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.references import fill_references
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import shared_names
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOCUMENT_TYPES = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要",
)  # fmt: skip
"""The types of official documents, as the regulations name them."""

PAPER_KINDS = (
    "计划", "方案", "要点", "规划", "纲要", "安排", "办法", "措施", "细则", "规定", "规则", "预案", "清单", "目录",
    "任务", "分工", "分解", "目标", "指标", "制度", "表", "行动", "名单", "总结", "提示", "指南", "指引", "事项",
    "书", "信",
)  # fmt: skip
"""Kinds of papers that a notice issues and that have titles of their own."""

_BRACKET_AT_END = lazy_pattern(r"[（(][^（）()]{0,30}[）)]\Z")
_NO_KIND = lazy_pattern(r"(?<!重点)(?<!主要)(?:工作|活动)\Z")


def filled(words: str, names: Mapping[str, str]) -> str | None:
    """A text as it will be printed; None where a reference in it goes nowhere."""
    try:
        return fill_references(words, names)
    except KeyError:
        return None


def without_type(subject: Subject) -> Iterator[Finding]:
    """The title of a notice that does not end in what kind of document it is."""
    notice = subject.plan_file.notice
    if notice is None or notice.title is None:
        return
    title = filled(notice.title, shared_names(subject))
    if title is None or _ends_in_type(title):
        return
    message = f"通知的标题“{_tail(title)}”末尾没有文种"
    yield Finding(("notice", "title"), message, "标题由发文机关、事由和文种组成，末尾写“的通知”“的意见”等")


def _ends_in_type(title: str) -> bool:
    """Whether a title ends well; what is said to be issued by it (关于印发…计划) does not make a type of it."""
    end = _BRACKET_AT_END.sub("", title.strip())
    return end.endswith(DOCUMENT_TYPES) or ("关于" not in end and end.endswith(PAPER_KINDS))


def _tail(title: str) -> str:
    return title if len(title) <= 16 else f"…{title[-14:]}"


def without_kind(subject: Subject) -> Iterator[Finding]:
    """The title of a plan that says what is to be done, but not what paper this is.

    Only what ends in 工作 or 活动 is sure: there are more kinds of papers than anybody can list.
    """
    plan = subject.plan_file.plan
    if plan is not None and _NO_KIND.search(plan.title.strip()):
        message = f"计划的标题“{_tail(plan.title.strip())}”没有说是什么文件"
        yield Finding(("plan", "title"), message, "末尾加上“计划”“方案”“要点”等")
