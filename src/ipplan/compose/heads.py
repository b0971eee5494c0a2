"""The head of a notice, in the format it has.

Source: GB/T 9704—2012 §7.2, §10
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.model.fields import OPEN
from ipplan.model.issue_number import is_counted_alone, issue_number

if TYPE_CHECKING:
    from typing import TypeAlias

    from ipplan.compose.context import Context
    from ipplan.model.plan import Notice
    from ipplan.model.project import Office

    AnyHead: TypeAlias = tree.Head | tree.LetterHead | tree.OrderHead


def head(  # noqa: PLR0913  what a head is made of
    notice: Notice, issuers: tuple[str, ...], office: Office | None, date: str, context: Context, *, preprinted: bool
) -> AnyHead:
    """The head; of a joint issue in other formats than 文件 it names the lead alone. `date` is as printed.

    On `preprinted` paper a document needs no masthead.
    """
    phrase, number = context.wording.phrase, _number(notice, office, context)
    match notice.format:
        case "信函":
            marks = notice.copy_number or "", _classification(notice, context), notice.urgency or ""
            return tree.LetterHead(phrase("letter_masthead", issuer=issuers[0]), number, *marks)
        case "命令":
            return tree.OrderHead(phrase("order_masthead", issuer=issuers[0]), number)
        case _:
            found = _document_head(notice, issuers, office, date, context)
            return replace(found, preprinted=preprinted)


def _document_head(
    notice: Notice, issuers: tuple[str, ...], office: Office | None, date: str, context: Context
) -> tree.Head:
    """The header; names of a joint issue stand one under the other unless the lead's alone is asked for.

    Minutes name the meeting, and say under the number who issues them and when, because nobody signs them.
    """
    phrase, minutes = context.wording.phrase, notice.format == "纪要"
    meeting = context.fill(notice.meeting or "")
    of_minutes = phrase("minutes_masthead", meeting=meeting, issuer=issuers[0])
    return tree.Head(
        of_minutes if minutes else _masthead(issuers, office, context),
        _number(notice, office, context),
        copy_number=notice.copy_number or "",
        classification=_classification(notice, context),
        urgency=notice.urgency or "",
        signer_label=phrase("signer_label") if notice.signers and not minutes else "",
        signers=() if minutes else tuple(notice.signers),
        joint=issuers if len(issuers) > 1 and notice.masthead == "all" and not minutes else (),
        office=issuers[0] if minutes else "",
        date=date if minutes else "",
    )


def _masthead(issuers: tuple[str, ...], office: Office | None, context: Context) -> str:
    """The masthead of the issuer, or of the lead; the office's own is not that of another lead."""
    lead, several = issuers[0], len(issuers) > 1
    if office and office.masthead and not (several and lead not in office.masthead):
        return office.masthead
    return context.wording.phrase("masthead", issuer=lead)


def _classification(notice: Notice, context: Context) -> str:
    level, period = notice.classification, notice.secrecy_period
    return context.wording.phrase("classification", level=level, period=period or "") if level else ""


def _number(notice: Notice, office: Office | None, context: Context) -> str:
    """The document number; a bare serial takes the office's code and the year of the issue date, or 第…号, 第…期."""
    phrase, number = context.wording.phrase, notice.number
    if isinstance(number, int) and is_counted_alone(notice):
        return phrase("order_number" if notice.format == "命令" else "minutes_number", number=number)
    complete = issue_number(notice, office.code if office else None)
    return phrase("open", what="发文字号") if number is OPEN or complete is None else str(complete)
