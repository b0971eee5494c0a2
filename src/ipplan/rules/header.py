"""IP625–IP631: what only some headers have: secrecy, and signers of papers for superiors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.model.references import shared_names
from ipplan.rules.rule import Finding, Subject
from ipplan.rules.titles import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = {"绝密": 30, "机密": 20, "秘密": 10}
"""Years that a classification may last."""
_IN_YEARS = re.compile("([0-9]+)年")
_UPWARD = ("请示", "报告")
_NOT_UPWARD = ("通知", "通报", "决定", "批复", "公告", "通告", "纪要")
_BRACKET_AT_END = re.compile(r"[（(][^（）()]{0,30}[）)]\Z")


def without_copy_number(subject: Subject) -> Iterator[Finding]:
    """A classified paper whose copies are not numbered."""
    notice = subject.plan_file.notice
    if notice is not None and notice.classification and notice.copy_number is None:
        message = f"密级是{notice.classification}，没有份号"
        hint = "加一行 copy_number: 000001；印好再打份号的，首页第一行已经空着，注明理由忽略"
        yield Finding(("notice", "classification"), message, hint)


def without_period(subject: Subject) -> Iterator[Finding]:
    """A classification that does not say for how long."""
    notice = subject.plan_file.notice
    if notice is not None and notice.classification and notice.secrecy_period is None:
        message = f"密级是{notice.classification}，没有保密期限"
        yield Finding(("notice", "classification"), message, "加一行 secrecy_period:，例如 secrecy_period: 1年")


def period_alone(subject: Subject) -> Iterator[Finding]:
    """A secrecy period of a paper that is not secret; it would not be printed."""
    notice = subject.plan_file.notice
    if notice is not None and notice.secrecy_period and notice.classification is None:
        hint = "加一行 classification:（绝密、机密或秘密）；不涉密的，删掉 secrecy_period"
        yield Finding(("notice", "secrecy_period"), "只有保密期限，没有密级", hint)


def period_too_long(subject: Subject) -> Iterator[Finding]:
    """A period above what the law allows for the classification."""
    notice = subject.plan_file.notice
    if notice is None or notice.classification is None:
        return
    found = _IN_YEARS.fullmatch(notice.secrecy_period or "")
    longest = _LONGEST[notice.classification]
    if found and int(found[1]) > longest:
        message = f"{notice.classification}的保密期限不超过{longest}年，这里是{found[0]}"
        yield Finding(("notice", "secrecy_period"), message, "核对密级和保密期限")


def without_signer(subject: Subject) -> Iterator[Finding]:
    """A paper for superiors that does not say who signed it."""
    notice = subject.plan_file.notice
    if notice is None or notice.signers:
        return
    kind = _kind(subject, _UPWARD)
    if kind:
        message = f"“{kind}”是上行文，没有签发人"
        yield Finding(("notice", "title"), message, "加一行 signers:，例如 signers: [陈衡]；联合行文的，各机关都写")


def signer_not_upward(subject: Subject) -> Iterator[Finding]:
    """Signers on a paper that does not go to a superior."""
    notice = subject.plan_file.notice
    if notice is None or not notice.signers:
        return
    kind = "通知" if notice.title is None else _kind(subject, _NOT_UPWARD)
    if kind:
        message = f"“{kind}”不是上行文，不印签发人"
        yield Finding(("notice", "signers"), message, "删掉 signers；上行文的标题写“…的请示”“…的报告”", at_key=True)


def signers_of_issuers(subject: Subject) -> Iterator[Finding]:
    """A joint paper for superiors that not every issuer, and nobody else, has signed."""
    notice = subject.plan_file.notice
    if notice is None or not notice.signers:
        return
    issuers = max(1, len(notice.issuers))
    if len(notice.signers) != issuers:
        message = f"{issuers}个发文机关，签发人写了{len(notice.signers)}个"
        yield Finding(("notice", "signers"), message, "每个机关一个签发人，顺序和 issuers 一致", at_key=True)


def _kind(subject: Subject, kinds: tuple[str, ...]) -> str | None:
    """Which of these kinds the title of a notice ends in; None for another, or for a title that cannot be told."""
    notice = subject.plan_file.notice
    title = filled(notice.title, shared_names(subject.plan_file)) if notice and notice.title else None
    end = _BRACKET_AT_END.sub("", (title or "").strip())
    return next((kind for kind in kinds if end.endswith(kind)), None)
