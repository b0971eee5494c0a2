"""IP601–IP606: elements of the official document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.fields import OPEN
from ipplan.model.issue_number import is_counted_alone
from ipplan.rules.issue import led_by_another
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.document_number import parse_document_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECIDE = "定下来再印发；先看样子用 ipplan render --draft"
_NAMES = {"number": "发文字号", "date": "成文日期", "to": "主送机关", "print_date": "印发日期"}


def undecided(subject: Subject) -> Iterator[Finding]:
    """An element that is still 待定: fine in a draft, not in a paper that is issued."""
    notice = subject.plan_file.notice
    if notice is None:
        return
    for key, name in _NAMES.items():
        value = getattr(notice, key)
        if value is OPEN or str(value) == OPEN.value:
            yield Finding(("notice", key), f"{name}待定", _DECIDE)
    for index, issuer in enumerate(notice.issuers):
        if issuer == OPEN.value:
            yield Finding(("notice", "issuers", index), "发文机关待定", _DECIDE)


def issuer_unknown(subject: Subject) -> Iterator[Finding]:
    """A notice that nobody issues."""
    if subject.plan_file.notice and not subject.plan_file.notice.issuers and subject.project.office is None:
        hint = "在 ipplan.yaml 里写 office: 和它的 name:，或在 notice 里写 issuers:"
        yield Finding(("notice",), "不知道发文机关是谁", hint, at_key=True)


def incomplete_number(subject: Subject) -> Iterator[Finding]:
    """A bare serial number that cannot be completed."""
    notice, office = subject.plan_file.notice, subject.project.office
    if notice is None or not isinstance(notice.number, int) or is_counted_alone(notice):
        return
    if office is None or office.code is None:
        yield Finding(("notice", "number"), f"只有顺序号 {notice.number}，不知道发文机关代字", _COMPLETE)
    elif notice.date is OPEN:
        yield Finding(
            ("notice", "number"),
            f"只有顺序号 {notice.number}，成文日期待定，不知道年份",
            "写完整的发文字号，或先定成文日期",
        )


_COMPLETE = "写完整的发文字号，或在 ipplan.yaml 的 office 里写 code:"


def foreign_code(subject: Subject) -> Iterator[Finding]:
    """A document number with another code than the office's, unless another office leads the issue.

    Letters, orders and minutes have codes that go on behind the office's: 连知函, 连政令. That of a letter on another
    paper is found by a rule of its own.
    """
    notice, office = subject.plan_file.notice, subject.project.office
    if notice is None or office is None or office.code is None or not isinstance(notice.number, str):
        return
    if led_by_another(notice, subject.project):
        return
    code = parse_document_number(notice.number).code
    goes_on = code.startswith(office.code) and (notice.format != "文件" or code == f"{office.code}函")
    if code != office.code and not goes_on:
        message = f"发文字号的代字是“{code}”，本机关的是“{office.code}”"
        yield Finding(("notice", "number"), message, "联合行文用主办机关的代字", code)


def not_printed(subject: Subject) -> Iterator[Finding]:
    """What a notice with a body of its own does not print."""
    notice = subject.plan_file.notice
    if notice is None or not notice.body:
        return
    for key in ("basis", "purpose", "request"):
        if getattr(notice, key) is not None:
            yield Finding(
                ("notice", key), f"写了 body，{key} 就不印了", "把这句话写进 body，或者删掉 body", at_key=True
            )
