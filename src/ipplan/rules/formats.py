"""IP632–IP637: what the format of a paper (信函, 命令, 纪要) has, lacks, and is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.references import shared_names
from ipplan.rules.rule import Finding, Fix
from ipplan.rules.titles import filled
from ipplan.terms.document_number import parse_document_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.plan import Notice
    from ipplan.rules.rule import Subject

_MARKS = frozenset({"copy_number", "classification", "secrecy_period", "urgency"})
_NOT_PRINTED = {
    "文件": frozenset({"meeting", "attendance"}),
    "信函": frozenset({"meeting", "attendance", "signers", "print_date"}),
    "命令": frozenset({"meeting", "attendance", "signers", "title", "to"}) | _MARKS,
    "纪要": frozenset({"signers", "to", "signed_by"}),
}
"""Keys of a notice that its format does not print."""
_WHY = {
    "to": "{format}没有主送机关",
    "title": "命令没有标题，令号下面就是正文",
    "signers": "{format}不标签发人",
    "print_date": "信函的版记没有印发机关和印发日期",
    "signed_by": "纪要没有落款，不签署",
    "meeting": "只有纪要用会议名称作标志",
    "attendance": "只有纪要列出席人员",
}
_INSTEAD = {
    "to": "发给谁，写进 copy_to",
    "signers": "命令的签署人写在 signed_by 里；不是的删掉",
    "signed_by": "会议由谁主持、谁参加，写进正文和 attendance",
}
_NO_ADDRESSEES = ("公告", "通告", "决定", "公报", "决议", "令")
"""What is made public to everybody says so in its title, and names no addressees."""
_SUFFIXES = {"信函": ("文件", "函件"), "命令": ("命令", "令", "文件"), "纪要": ("纪要", "文件")}
"""Words that the masthead of a format adds to a name, or that do not belong there."""


def without_addressees(subject: Subject) -> Iterator[Finding]:
    """A notice or letter that is sent to nobody."""
    notice = subject.plan_file.notice
    if notice is None or notice.to is not None or notice.format not in {"文件", "信函"}:
        return
    title = filled(notice.title, shared_names(subject.plan_file)) if notice.title is not None else ""
    if not (title or "").rstrip("）)").endswith(_NO_ADDRESSEES):
        yield Finding(("notice",), "缺少“to”（主送机关）", "补上一行 to: …；没定的写 待定", at_key=True)


def not_of_the_format(subject: Subject) -> Iterator[Finding]:
    """An element that the format of the paper does not have, so that it would not be printed."""
    notice = subject.plan_file.notice
    if notice is None:
        return
    for key in sorted(_NOT_PRINTED[notice.format] & notice.model_fields_set):
        if getattr(notice, key):
            why = _WHY.get(key, "{format}不标份号、密级和紧急程度").format(format=notice.format)
            hint = _INSTEAD.get(key, "删掉这一行；格式写错的，改 format")
            yield Finding(("notice", key), f"{why}，写了也不印", hint, at_key=True)
    if notice.sealed and "sealed" in notice.model_fields_set and (notice.format == "纪要" or notice.signed_by):
        why = "纪要不加盖印章" if notice.format == "纪要" else "由个人签署的，不盖机关印章"
        yield Finding(("notice", "sealed"), why, "删掉 sealed", at_key=True)


def order_unsigned(subject: Subject) -> Iterator[Finding]:
    """An order that nobody signs."""
    notice = subject.plan_file.notice
    if notice is not None and notice.format == "命令" and not notice.signed_by:
        hint = "加上 signed_by:，写职务和姓名，例如 [{post: 市长, name: 林海生}]；盖签名章的只写职务"
        yield Finding(("notice", "format"), "命令没有签署人", hint)


def minutes_without_attendance(subject: Subject) -> Iterator[Finding]:
    """Minutes that do not say who was there."""
    notice = subject.plan_file.notice
    if notice is not None and notice.format == "纪要" and notice.attendance is None:
        hint = "加上 attendance:，写 present（出席），有请假、列席的写 excused、observers"
        yield Finding(("notice", "format"), "纪要没有出席人员名单", hint)


def number_of_a_letter(subject: Subject) -> Iterator[Finding]:
    """A letter, by its title and by its number, in another format; notices with such numbers are common and let be."""
    notice = subject.plan_file.notice
    if notice is None or notice.format == "信函" or not isinstance(notice.number, str):
        return
    if notice.format == "文件" and not (notice.title or "").endswith("函"):
        return
    code = parse_document_number(notice.number).code
    if code.endswith("函"):
        message = f"“{code}”是函的字号，版面却是{notice.format}格式"
        yield Finding(("notice", "number"), message, "函用 format: 信函；不是函的，核对字号", code)


def name_with_the_masthead(subject: Subject) -> Iterator[Finding]:
    """A name to which the masthead of the format adds a word that it has already, or which ends in that of another."""
    notice = subject.plan_file.notice
    suffixes = _SUFFIXES.get(notice.format) if notice is not None else None
    if notice is None or suffixes is None:
        return
    for path, name in _names(notice):
        suffix = next((one for one in suffixes if name.endswith(one) and name != one), None)
        if suffix is not None:
            message = f"{notice.format}的标志自动排，名称末尾不写“{suffix}”"
            count = name.count(suffix) - 1
            yield Finding(path, message, f"写成“{name.removesuffix(suffix)}”", suffix, count, fix=Fix(""))


def _names(notice: Notice) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the masthead of the format is made of: the meeting, or the lead of the issuers."""
    if notice.format == "纪要" and notice.meeting is not None:
        yield ("notice", "meeting"), notice.meeting
    elif notice.issuers:
        yield ("notice", "issuers", 0), notice.issuers[0]
