"""IP619–IP622 and IP624: dates and number of an issue against each other."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Finding, Fix, Subject
from ipplan.terms.dates import format_date, parse_date
from ipplan.terms.document_number import DocumentNumber, parse_document_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.plan import Notice
    from ipplan.model.project import Project

_IN_FIGURES = lazy_pattern(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")


def printed_before_issue(subject: Subject) -> Iterator[Finding]:
    """A paper that is printed before its date."""
    notice = subject.plan_file.notice
    if notice is None or not isinstance(notice.date, datetime.date):
        return
    if isinstance(notice.print_date, datetime.date) and notice.print_date < notice.date:
        message = f"印发日期{format_date(notice.print_date)}早于成文日期{format_date(notice.date)}"
        yield Finding(("notice", "print_date"), message, "核对两个日期；当天印发的，删掉 print_date")


def number_of_another_year(subject: Subject) -> Iterator[Finding]:
    """A number from another year than the date of the paper: of the notice, or of what it passes on."""
    notice = subject.plan_file.notice
    if notice is None:
        return
    if isinstance(notice.date, datetime.date) and isinstance(notice.number, str):
        yield from _another_year(("notice", "number"), parse_document_number(notice.number), notice.date)
    if notice.forwards is not None:
        number, date = _read_number(notice.forwards.number), _read_date(notice.forwards.date)
        if number is not None and date is not None:
            yield from _another_year(("notice", "forwards", "number"), number, date)


def _another_year(path: tuple[str, ...], number: DocumentNumber, date: datetime.date) -> Iterator[Finding]:
    if number.year != date.year:
        message = f"发文字号的年份是〔{number.year}〕，成文日期在{date.year}年"
        yield Finding(path, message, "核对发文字号和成文日期", f"〔{number.year}〕")


def forwarded_later(subject: Subject) -> Iterator[Finding]:
    """A paper that was passed on before it was written."""
    notice = subject.plan_file.notice
    if notice is None or notice.forwards is None or not isinstance(notice.date, datetime.date):
        return
    date = _read_date(notice.forwards.date)
    if date is not None and date > notice.date:
        message = f"转发的文件是{format_date(date)}的，晚于本通知的{format_date(notice.date)}"
        yield Finding(("notice", "forwards", "date"), message, "核对两个日期")


def forwarded_date_form(subject: Subject) -> Iterator[Finding]:
    """A forwarded paper's date, which is printed as it is written, in a form of programs or of a day that is none.

    Chinese figures are let be: papers before 2012 have them.
    """
    notice = subject.plan_file.notice
    words = notice.forwards.date if notice is not None and notice.forwards is not None else None
    if words is None or not (found := _IN_FIGURES.fullmatch(words.strip())):
        return
    path = ("notice", "forwards", "date")
    try:
        printed = format_date(datetime.date(*(int(part) for part in found.groups())))
    except ValueError:
        yield Finding(path, f"没有“{words}”这一天", "核对原文件的日期")
        return
    if words.strip() != printed:
        yield Finding(path, f"成文日期“{words}”写法不对", f"写成“{printed}”", words, fix=Fix(printed))


def number_not_of_lead(subject: Subject) -> Iterator[Finding]:
    """A joint issue led by another office under the own office's number.

    The project knows one code only, its own office's; whose another code is cannot be told.
    """
    notice, office = subject.plan_file.notice, subject.project.office
    if notice is None or office is None or office.code is None or not led_by_another(notice, subject.project):
        return
    if not any(_same_office(issuer, office.name) for issuer in notice.issuers):
        return
    bare = isinstance(notice.number, int)
    if bare or (isinstance(notice.number, str) and parse_document_number(notice.number).code == office.code):
        lead = notice.issuers[0]
        message = f"主办机关是{lead}，发文字号却用本机关的代字“{office.code}”"
        hint = f"写{lead}的完整发文字号；主办的是本机关，就把它写在 issuers 的第一个"
        yield Finding(("notice", "number"), message, hint, None if bare else office.code)


def led_by_another(notice: Notice, project: Project) -> bool:
    """Whether a joint issue is led by another office than the project's."""
    office = project.office
    return bool(notice.issuers) and office is not None and not _same_office(notice.issuers[0], office.name)


def _same_office(one: str, other: str) -> bool:
    """Whether two names are of one office; the place before the name may be left out."""
    return one.endswith(other) or other.endswith(one)


def _read_number(words: str | None) -> DocumentNumber | None:
    try:
        return parse_document_number(words) if words is not None else None
    except ValueError:
        return None


def _read_date(words: str | None) -> datetime.date | None:
    try:
        return parse_date(words) if words is not None else None
    except ValueError:
        return None
