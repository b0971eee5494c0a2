"""The notice that issues a plan: header, addressees, its one paragraph, signature, colophon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.compose.body import block_nodes
from ipplan.compose.heads import head
from ipplan.model.fields import OPEN
from ipplan.terms.dates import format_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ipplan.compose.context import Context
    from ipplan.model.fields import Open
    from ipplan.model.plan import Notice
    from ipplan.model.project import Project


_USUAL_WORDS = {"文件": "notice", "信函": "notice", "命令": "order", "纪要": "minutes"}
"""The template of the paragraph that a notice without a body has, by format."""


class NoticeComposer:
    """Composes one notice; `name`, `number` and `issuers` (the lead first) are of use to the whole document.

    `name` is the title, or masthead and number of a paper that has none.
    """

    def __init__(self, notice: Notice, project: Project, context: Context) -> None:
        self._notice = notice
        self._office = project.office
        self._context = context
        given = notice.issuers or ([project.office.name] if project.office else [])
        self.issuers = tuple(self._decided(name, "发文机关") for name in given)
        self._issued = self._date(notice.date, "成文日期")
        preprinted = project.preprinted if notice.preprinted is None else notice.preprinted
        self._head = head(notice, self.issuers, self._office, self._issued, context, preprinted=preprinted)
        self.number = self._head.number
        self._title = self._given_title()
        self.name = self._title or self._head.masthead + self._head.number

    def part(self, attachments: tuple[str, ...]) -> tree.Part:
        """The notice with its list of attachments."""
        notice, phrase = self._notice, self._context.wording.phrase
        nodes = [self._head, *self._above_the_text(), *self._body()]
        if attachments:
            nodes.append(tree.AttachmentList(attachments))
        nodes += self._end()
        if notice.remark is not None:
            nodes.append(tree.Remark(phrase("remark", remark=self._context.fill(notice.remark).strip("（）()"))))
        return tree.Part(tuple(nodes))

    def _above_the_text(self) -> Iterator[tree.Node]:
        """Title and addressees, as far as the format has them."""
        notice, phrase = self._notice, self._context.wording.phrase
        if self._title:
            yield tree.Title((self._title,))
        if notice.to is not None and notice.format in {"文件", "信函"}:
            to = self._decided(notice.to.words, "主送机关")
            yield tree.Addressees(phrase("addressees", to=to), phrase("addressees_moved", to=to))

    def _end(self) -> Iterator[tree.Node]:
        """Who took part, in minutes; otherwise who signs: persons, or the issuers.

        Source: GB/T 9704—2012 §7.3.5, §10.3
        """
        notice, phrase = self._notice, self._context.wording.phrase
        if notice.format == "纪要":
            if notice.attendance is not None:
                lists = ((key, getattr(notice.attendance, key)) for key in ("present", "excused", "observers"))
                yield tree.Attendance(tuple((phrase(key), "、".join(names)) for key, names in lists if names))
        elif notice.signed_by:
            signers = tuple(tree.Signer(one.post, one.name or "") for one in notice.signed_by)
            yield tree.PersonalSignature(signers, self._issued)
        else:
            seal = phrase("sealed_by", office=self._context.fill(notice.sealed_by)) if notice.sealed_by else ""
            yield tree.Signature(self.issuers, self._issued, notice.sealed, seal)

    def colophon(self) -> tree.Colophon | None:
        """The colophon; None when there is nothing to put into it. A letter's has no rules and names no printer.

        Source: GB/T 9704—2012 §7.4, §10.1
        """
        notice, office, phrase = self._notice, self._office, self._context.wording.phrase
        copy_to = phrase("copy_to", copy_to=notice.copy_to.words.rstrip("。")) if notice.copy_to else ""
        is_letter = notice.format == "信函"
        printing = office.printing_office or "" if office and not is_letter else ""
        if not copy_to and not printing:
            return None
        date = self._date(notice.print_date or notice.date, "印发日期")
        return tree.Colophon(copy_to, printing, phrase("printed", date=date) if printing else "", ruled=not is_letter)

    def _given_title(self) -> str:
        """The title: as written, or the usual one; orders have none, and minutes none that is not written."""
        notice, phrase = self._notice, self._context.wording.phrase
        if notice.format == "命令" or (notice.format == "纪要" and notice.title is None):
            return ""
        if notice.title is not None:
            return self._context.fill(notice.title)
        if notice.forwards is not None:
            paper = notice.forwards
            title = self._context.fill(paper.title)
            return phrase("forward_title", how=paper.how, issuer=paper.issuer, title=title)
        return phrase("title", plan_title=self._plan_title())

    def _plan_title(self) -> str:
        return self._context.names.get("plan.title", "")

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
            _USUAL_WORDS[notice.format],
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
