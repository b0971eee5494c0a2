"""The lists of attachments of a plan file, with the texts that speak of each and how they point at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.plan import bodies
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import shared_names
from ipplan.rules.once import once
from ipplan.rules.punctuation_text import HIDDEN, prose
from ipplan.rules.titles import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipplan.model.duty import Path
    from ipplan.model.plan import Paper
    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Subject

_FIGURES = {figure: value for value, figure in enumerate("一二三四五六七八九十", 1)}
_MENTION = lazy_pattern(r"附件(?:\s?([0-9]{1,2})(?![0-9年月日个项份家])|([一二三四五六七八九十])(?![一-鿿]))")
_OWN_BEFORE = frozenset("（(，。；、：“ 　\n见写填按照据将用参和及与把以在附对")
"""Before 附件2 of the own paper; after 》, 〕1号, 的 or 通知 it is an attachment of something else."""
_MORE = lazy_pattern(r"\s?([、和及与]|[至到\-–—～~])\s?(?:附件\s?)?([0-9]{1,2})(?![0-9年月日个项份家件])")


class Attachment(NamedTuple):
    """An attachment: the path of its title, and the title as it is printed."""

    path: Path
    title: str


class Mention(NamedTuple):
    """Where a text points at attachments by number, counted from 1."""

    text: Prose
    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(slots=True)
class AttachmentList:
    """What is numbered together, and the texts that speak of it. `issues_plan`: the first attachment is the plan."""

    attached: list[Attachment]
    issues_plan: bool = False
    texts: list[Prose] = field(default_factory=list)

    def find(self, title: str) -> int | None:
        """The number of the attachment with exactly this title, counted from 1; None where there is none."""
        return next((n for n, one in enumerate(self.attached, 1) if packed(one.title) == packed(title)), None)

    def others(self, text: Prose) -> int:
        """How many attachments a text can point at: the plan does not point at itself."""
        return len(self.attached) - self.is_itself(text)

    def is_itself(self, text: Prose) -> bool:
        """Whether a text stands in the plan that is itself attachment 1."""
        return self.issues_plan and text.path[:2] in {("plan", "body"), ("plan", "title")}

    def mentions(self) -> Iterator[Mention]:
        """Everything in the texts that points at these attachments by number."""
        for text in self.texts:
            if "附件" in text.own and text.path[-1] != "title":
                yield from _mentions(text)


def _mentions(text: Prose) -> Iterator[Mention]:
    """Each mention once: 附件1、附件2 is one, of which the second half is not looked at again."""
    end = 0
    for found in text.matches(_MENTION):
        if found.start() < end:
            continue
        number = int(found[1]) if found[1] else _FIGURES[found[2]]
        before = text.own[max(0, found.start() - 2) : found.start()]
        of_another = before[-1:] not in _OWN_BEFORE or before.startswith(HIDDEN)
        if number and not (before and of_another):
            numbers, end = _with_more(text.own, number, found.end())
            yield Mention(text, found.start(), end, numbers)


def _with_more(words: str, first: int, end: int) -> tuple[tuple[int, ...], int]:
    """The numbers of 附件1、2 and 附件1至3, and where they end."""
    numbers = [first]
    while (more := _MORE.match(words, end)) is not None:
        last = int(more[2])
        numbers += [last] if more[1] in "、和及与" else range(numbers[-1] + 1, last + 1)
        end = more.end()
    return tuple(numbers), end


@once
def attachment_lists(subject: Subject) -> Sequence[AttachmentList]:
    """The lists that are numbered by themselves, as `ipplan.compose` numbers them.

    What a forwarded paper says of attachments is judged only where some are attached: the others may be left out.
    """
    lists = _lists(subject)
    nested = _papers_with_own(subject)
    for text in prose(subject):
        forwarded = text.path[:2] == ("notice", "forwards")
        found = lists.get("forwards" if forwarded else str(text.path[0]))
        if found is not None and not any(text.path[: len(path)] == path for path in nested):
            found.texts.append(text)
    return list({id(one): one for one in lists.values()}.values())


def _lists(subject: Subject) -> dict[str, AttachmentList]:
    """The lists by where the texts stand that speak of them: `notice`, `plan`, `forwards`."""
    notice, plan, names = subject.plan_file.notice, subject.plan_file.plan, shared_names(subject)
    own = _listed(plan.attachments, ("plan", "attachments"), names) if plan is not None else []
    lists = {"plan": AttachmentList(own)}
    if notice is None:
        return lists
    of_notice = _listed(notice.attachments, ("notice", "attachments"), names)
    if plan is not None and plan.listed:
        itself = Attachment(("plan", "title"), filled(plan.title, names) or plan.title)
        lists["plan"] = lists["notice"] = AttachmentList([itself, *own, *of_notice], issues_plan=True)
    else:
        lists["notice"] = AttachmentList(of_notice)
    if notice.forwards is not None and notice.forwards.attachments:
        path = ("notice", "forwards", "attachments")
        lists["forwards"] = AttachmentList(_listed(notice.forwards.attachments, path, names))
    return lists


def _listed(papers: Sequence[Paper], path: Path, names: Mapping[str, str]) -> list[Attachment]:
    return [
        Attachment((*path, index, "title"), filled(paper.title, names) or paper.title)
        for index, paper in enumerate(papers)
        if paper.listed
    ]


def _papers_with_own(subject: Subject) -> list[Path]:
    """Attachments that have attachments: what they point at is their own."""
    papers = ((body.path[:-1], body.paper) for body in bodies(subject.plan_file))
    return [path for path, paper in papers if paper is not None and paper.attachments and "attachments" in path]


def packed(words: str) -> str:
    """A text without its white space."""
    return "".join(words.split())
