"""IP412, IP418: the number of attachments, and of units that are named before 等8部门."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.text_search import texts_with
from ipplan.terms.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Finding, Subject

_NUMBER = r"([二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两]|[1-9]\d?)"
_SCOPE = "省直|市直|县直|区直|省级|市级|有关|相关"
_ATTACHMENTS = lazy_pattern(rf"(?:共|共有|附|附有|以下|下列)({_NUMBER}[个份]附件)", re.ASCII)
_AND_OTHERS = lazy_pattern(rf"等((?:{_SCOPE})?{_NUMBER}[个家]?(?:{_SCOPE})?(?:部门|单位))", re.ASCII)
_BRACKETS = lazy_pattern(r"（[^（）]*）|\([^()]*\)")
_UNIT = lazy_pattern(r"[\u4e00-\u9fff]{1,20}(?:局|委|办|部|厅|院|会|署|关|行|中心|政府|府|站|所|总队|支队|公司)\Z")
_LONGEST = 400


def attachments(subject: Subject) -> Iterator[Finding]:
    """`共3个附件` where another number of attachments is there."""
    counts = _attachment_counts(subject)
    for text in texts_with(subject, "附件"):
        for found in text.matches(_ATTACHMENTS):
            if parse_numeral(found[2]) not in counts:
                said = "、".join(str(count) for count in sorted(counts))
                message = f"说是“{found[1]}”，计划里的附件是{said}个"
                yield text.finding(*found.span(1), message, "改这个数，或者把缺的附件补上")


def _attachment_counts(subject: Subject) -> set[int]:
    """How many attachments there are, counted with and without the plan itself and those of the notice."""
    plan, notice = subject.plan_file.plan, subject.plan_file.notice
    own = len(plan.attachments) if plan else 0
    of_notice = len(notice.attachments) if notice else 0
    every = own + of_notice
    return {own, every, every + 1} if notice else {own}


def units(subject: Subject) -> Iterator[Finding]:
    """`市科技局、市财政局、市教育局等2部门`: more units named than there are said to be."""
    for text in texts_with(subject, "等"):
        for found in text.matches(_AND_OTHERS):
            before = text.own[max(0, found.start() - _LONGEST) : found.start()]
            clause = re.split(r"[，。；：\n]", _BRACKETS.sub("", before))[-1]
            named = clause.split("、")
            if len(named) > parse_numeral(found[2]) and all(_UNIT.search(name) for name in named):
                message = f"前面已经列了{len(named)}个单位，不止“{found[1]}”"
                yield text.finding(*found.span(1), message, "数一数列出的单位，改这个数；列全了就不写“等”")
