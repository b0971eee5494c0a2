"""IP640–IP645: who seals for an issuer (代章), paper with a printed masthead, attachments that are bound apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.plan import bodies
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.model.plan import Notice, Paper

_SEALED_BY = ("notice", "sealed_by")


def seal_of_nobody(subject: Subject) -> Iterator[Finding]:
    """Somebody seals for the issuer, and the paper is said to have no seal."""
    notice = _sealed_by_another(subject)
    if notice is not None and not notice.sealed:
        message = f"由{notice.sealed_by}代章，又写了不盖章"
        yield Finding(_SEALED_BY, message, "要盖章的，删掉 sealed: false；不盖章的，删掉 sealed_by")


def seal_for_oneself(subject: Subject) -> Iterator[Finding]:
    """Who seals for the issuer is the issuer."""
    notice = _sealed_by_another(subject)
    if notice is not None and notice.sealed_by in _issuers(notice, subject):
        message = f"{notice.sealed_by}就是发文机关，盖自己的章不是代章"
        yield Finding(_SEALED_BY, message, "删掉 sealed_by；真是代章的，写盖章的那个机关")


def seal_for_several(subject: Subject) -> Iterator[Finding]:
    """Somebody seals for the issuers of a joint issue, of which each has a seal of its own."""
    notice = _sealed_by_another(subject)
    if notice is not None and len(notice.issuers) > 1:
        message = f"{len(notice.issuers)}个机关联合行文，却由{notice.sealed_by}代章"
        yield Finding(_SEALED_BY, message, "联合行文各盖各的章，删掉 sealed_by")


def printed_masthead_of_several(subject: Subject) -> Iterator[Finding]:
    """Paper with a printed masthead for a joint issue whose masthead has all names: it is printed for one office."""
    notice = subject.plan_file.notice
    if notice is None or len(notice.issuers) < 2 or notice.masthead != "all":
        return
    if subject.project.preprinted if notice.preprinted is None else notice.preprinted:
        message = f"用预印红头纸，红头上却要有{len(notice.issuers)}个机关"
        hint = "只用主办机关红头的，加一行 masthead: lead；要印全部机关的，写 preprinted: false"
        yield Finding(("notice", "issuers"), message, hint)


def bound_apart_from_nothing(subject: Subject) -> Iterator[Finding]:
    """A paper said to be bound apart that no notice lists as its attachment, so that it has no number to show."""
    for path, _, paper in bodies(subject.plan_file):
        if paper is not None and not paper.bound and (problem := _not_detachable(paper, path[:-1], subject)):
            yield Finding((*path[:-1], "bound"), *problem)


def _not_detachable(paper: Paper, path: Path, subject: Subject) -> tuple[str, str] | None:
    """Message and hint; None where the notice attaches the paper."""
    notice, plan = subject.plan_file.notice, subject.plan_file.plan
    if notice is None:
        return "没有通知就没有发文字号，单独装订的附件首行没有可标的", "去掉 bound: false，或者写上 notice"
    if not paper.listed:
        return "不列为附件的，不能作为附件单独装订", "去掉 bound: false；是附件的，去掉 listed: false"
    attaches = path[0] == "notice" or (plan is not None and plan.listed)
    if "forwards" in path or path.count("attachments") > 1 or not attaches:
        return "只有通知的附件说明里列的附件才能单独装订", "去掉 bound: false，或者改列在 notice 的 attachments 里"
    return None


def seal_in_words(subject: Subject) -> Iterator[Finding]:
    """The words that are printed around the name stand in the name."""
    notice = _sealed_by_another(subject)
    if notice is not None and notice.sealed_by is not None and "代章" in notice.sealed_by:
        name = notice.sealed_by.strip("（）()").removesuffix("代章").strip("（）()")
        hint = f"写成 sealed_by: {name}" if name else "写代为盖章的机关，例如 sealed_by: 市知识产权局"
        yield Finding(_SEALED_BY, f"“{notice.sealed_by}”只写机关名称，括号和“代章”会自动印上", hint)


def _sealed_by_another(subject: Subject) -> Notice | None:
    """The notice for which somebody else seals, None where it is not so."""
    notice = subject.plan_file.notice
    return notice if notice is not None and notice.sealed_by is not None else None


def _issuers(notice: Notice, subject: Subject) -> list[str]:
    office = subject.project.office
    return notice.issuers or ([office.name] if office else [])
