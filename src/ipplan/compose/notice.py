"""The notice that issues a plan: header, addressees, its one paragraph, signature, colophon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.body import block_nodes
from ipplan.model.fields import OPEN
from ipplan.terms.dates import format_date
from ipplan.terms.document_number import DocumentNumber

if TYPE_CHECKING:
    import datetime

    from ipplan.compose.context import Context
    from ipplan.model.fields import Open
    from ipplan.model.plan import Notice
    from ipplan.model.project import Project


class NoticeComposer:
    """Composes one notice; `title` and `issuers` (the lead first) are of use to the whole document."""

    def __init__(self, notice: Notice, project: Project, context: Context) -> None:
        self._notice = notice
        self._office = project.office
        self._preprinted = project.preprinted if notice.preprinted is None else notice.preprinted
        self._context = context
        given = notice.issuers or ([project.office.name] if project.office else [])
        self.issuers = tuple(self._decided(name, "发文机关") for name in given)
        self.title = self._title()

    def part(self, attachments: tuple[str, ...]) -> tree.Part:
        """The notice with its list of attachments."""
        notice, phrase = self._notice, self._context.wording.phrase
        to = self._decided(notice.to.words, "主送机关")
        nodes: list[tree.Node] = [
            self._head(),
            tree.Title((self.title,)),
            tree.Addressees(phrase("addressees", to=to), phrase("addressees_moved", to=to)),
            *self._body(),
        ]
        if attachments:
            nodes.append(tree.AttachmentList(attachments))
        date = self._date(notice.date, "成文日期")
        seal = phrase("sealed_by", office=self._context.fill(notice.sealed_by)) if notice.sealed_by else ""
        nodes.append(tree.Signature(self.issuers, date, notice.sealed, seal))
        if notice.remark is not None:
            nodes.append(tree.Remark(phrase("remark", remark=self._context.fill(notice.remark).strip("（）()"))))
        return tree.Part(tuple(nodes))

    def colophon(self) -> tree.Colophon | None:
        """The colophon; None when there is nothing to put into it.

        Source: GB/T 9704—2012 §7.4
        """
        notice, office, phrase = self._notice, self._office, self._context.wording.phrase
        copy_to = phrase("copy_to", copy_to=notice.copy_to.words.rstrip("。")) if notice.copy_to else ""
        printing = office.printing_office or "" if office else ""
        if not copy_to and not printing:
            return None
        date = self._date(notice.print_date or notice.date, "印发日期")
        return tree.Colophon(copy_to, printing, phrase("printed", date=date) if printing else "")

    def _title(self) -> str:
        notice, phrase = self._notice, self._context.wording.phrase
        if notice.title is not None:
            return self._context.fill(notice.title)
        if notice.forwards is not None:
            paper = notice.forwards
            title = self._context.fill(paper.title)
            return phrase("forward_title", how=paper.how, issuer=paper.issuer, title=title)
        return phrase("title", plan_title=self._plan_title())

    def _plan_title(self) -> str:
        return self._context.names.get("plan.title", "")

    def _head(self) -> tree.Head:
        """The header; names of a joint issue stand one under the other unless the lead's alone is asked for.

        Source: GB/T 9704—2012 §7.2
        """
        notice, phrase = self._notice, self._context.wording.phrase
        level, period = notice.classification, notice.secrecy_period
        return tree.Head(
            self._masthead(),
            self._number(),
            copy_number=notice.copy_number or "",
            classification=phrase("classification", level=level, period=period or "") if level else "",
            urgency=notice.urgency or "",
            signer_label=phrase("signer_label") if notice.signers else "",
            signers=tuple(notice.signers),
            joint=self.issuers if len(self.issuers) > 1 and notice.masthead == "all" else (),
            preprinted=self._preprinted,
        )

    def _masthead(self) -> str:
        """The masthead of the issuer, or of the lead; the office's own is not that of another lead."""
        office, lead, several = self._office, self.issuers[0], len(self.issuers) > 1
        if office and office.masthead and not (several and lead not in office.masthead):
            return office.masthead
        return self._context.wording.phrase("masthead", issuer=lead)

    def _number(self) -> str:
        """The document number; a bare serial takes the office's code and the year of the issue date."""
        number = self._notice.number
        if number is OPEN:
            return self._open("发文字号")
        if isinstance(number, int):
            code = (self._office.code if self._office else None) or ""
            date = self._notice.date
            return str(DocumentNumber(code, date.year, number)) if date is not OPEN else self._open("发文字号")
        return str(number)

    def _body(self) -> list[tree.Node]:
        """The body as given, or the usual paragraph: what is issued or passed on, from purpose, basis and request."""
        notice, fill, phrase = self._notice, self._context.fill, self._context.wording.phrase
        if notice.body:
            return block_nodes(notice.body, self._context)
        request = fill(notice.request or "")
        if notice.forwards is not None:
            paper = notice.forwards
            title = fill(paper.title)
            words = phrase(
                "forward", how=paper.how, issuer=paper.issuer, title=title, number=paper.number, request=request
            )
            return [tree.Paragraph(words)]
        words = phrase(
            "notice",
            basis=fill(notice.basis or ""),
            purpose=fill(notice.purpose or ""),
            request=request,
            plan=phrase("citation", title=self._plan_title()),
            self_name=self._office.self_name if self._office else "我局",
        )
        return [tree.Paragraph(words)]

    def _date(self, date: datetime.date | Open, what: str) -> str:
        return self._open(what) if date is OPEN else format_date(date)

    def _decided(self, words: str, what: str) -> str:
        return self._open(what) if words == OPEN.value else self._context.fill(words)

    def _open(self, what: str) -> str:
        return self._context.wording.phrase("open", what=what)
