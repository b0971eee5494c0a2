"""The facts that are kept of a plan for the rules across plans."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ipplan.model.blocks import Numbered, Task, walk
from ipplan.model.issue_number import issue_number
from ipplan.model.plan import bodies
from ipplan.model.tables import TableTask
from ipplan.patterns import lazy_pattern
from ipplan.rules.across import Cited, Name, PlanFacts, Spot, TargetFact, TaskFact, Work
from ipplan.rules.contents import measured, shared_names
from ipplan.rules.punctuation_text import prose
from ipplan.rules.rule import Finding, Subject
from ipplan.rules.titles import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path as FilePath
    from typing import TypeAlias

    from ipplan.model.duty import Measured, Path, Target
    from ipplan.model.plan import Notice
    from ipplan.model.project import Project
    from ipplan.rules.punctuation_text import Prose
    from ipplan.terms.document_number import DocumentNumber

Placing: TypeAlias = "Callable[[Finding], Spot]"
"""Where a finding stands in its file."""

_CITED = lazy_pattern(
    r"(?:《(?P<title>[^《》]{1,200})》|\{\{(?P<name>[^{}]{1,60})\}\})[（(](?P<number>[一-鿿〇]{1,20}〔[0-9]{4}〕[0-9]{1,5}号)"
)


def plan_facts(subject: Subject, path: FilePath, place: Placing, *, with_work: bool = False) -> PlanFacts:
    """What is kept of a plan that was understood; its work where it takes up another's, or `with_work` asks for it."""
    plan_file = subject.plan_file
    notice, plan = plan_file.notice, plan_file.plan
    at_number = Finding(("notice", "number"), "")
    named = plan.implements if plan is not None else ()
    uppers = tuple(_names(named, ("plan", "implements"), place))
    compared = with_work or uppers or any(_takes_up(subject))
    return PlanFacts(
        path,
        number=_number(notice, subject.project) if notice is not None else None,
        number_spot=place(at_number) if notice is not None else None,
        date=notice.date if notice is not None and isinstance(notice.date, datetime.date) else None,
        titles=tuple(_titles(subject)),
        cited=tuple(_cited(subject, place)),
        uppers=uppers,
        work=plan_work(subject, place) if compared else Work(),
    )


def _number(notice: Notice, project: Project) -> DocumentNumber | None:
    """The complete number, completed as it is printed; None where it is open or cannot be completed."""
    return issue_number(notice, project.office.code if project.office is not None else None)


def _titles(subject: Subject) -> Iterator[str]:
    names = shared_names(subject)
    notice, plan = subject.plan_file.notice, subject.plan_file.plan
    written = [plan.title] if plan is not None else []
    written += [notice.title] if notice is not None and notice.title is not None else []
    written += [
        body.paper.title for body in bodies(subject.plan_file) if body.paper is not None and body.paper is not plan
    ]
    for words in written:
        yield filled(words, names) or words


def _cited(subject: Subject, place: Placing) -> Iterator[Cited]:
    """Every 《title》（number） in the texts, and the paper that a notice passes on."""
    forwards = subject.plan_file.notice.forwards if subject.plan_file.notice is not None else None
    if forwards is not None and forwards.number is not None:
        path = ("notice", "forwards")
        title = Name(forwards.title, place(Finding((*path, "title"), "")))
        yield Cited(title, Name(forwards.number, place(Finding((*path, "number"), ""))))
    names: Mapping[str, str] | None = None
    for text in prose(subject):
        if "〔" in text.words:
            names = shared_names(subject) if names is None else names
            yield from _cited_in(text, names, place)


def _cited_in(text: Prose, names: Mapping[str, str], place: Placing) -> Iterator[Cited]:
    for found in text.matches_anywhere(_CITED):
        group = "title" if found["title"] else "name"
        title = found["title"] or names.get(found["name"].strip(), "").strip("《》")
        title_spot = place(text.finding(*found.span(group), ""))
        yield Cited(Name(title, title_spot), Name(found["number"], place(text.finding(*found.span("number"), ""))))


def plan_work(subject: Subject, place: Placing) -> Work:
    """What a plan wants done; of tasks inside of tasks, the inner ones."""
    tasks, targets = [], []
    for path, block in measured(subject):
        if isinstance(block, Task | TableTask) and not _has_tasks(block):
            name = Name(block.task, place(Finding((*path, "task"), "")))
            named = isinstance(block.targets, dict) and bool(block.targets)
            tasks.append(TaskFact(name, tuple(_names(block.implements, (*path, "implements"), place)), named))
        for step, target in block.target_items():
            targets.append(_target((*path, "targets", step), target, place))
    return Work(tuple(tasks), tuple(targets))


def _target(path: Path, target: Target, place: Placing) -> TargetFact:
    name = path[-1] if isinstance(path[-1], str) else None
    words = Name(target.text, place(Finding((*path, "text"), "")))
    return TargetFact(name, words, tuple(_names(target.implements, (*path, "implements"), place)), target.by_area)


def _takes_up(subject: Subject) -> Iterator[bool]:
    for _, block in measured(subject):
        yield bool(getattr(block, "implements", ()))
        yield from (bool(target.implements) for _, target in block.target_items())


def _has_tasks(block: Measured) -> bool:
    return isinstance(block, Numbered) and any(isinstance(inner, Task) for _, inner in walk(block.body, ()))


def _names(words: tuple[str, ...], path: Path, place: Placing) -> Iterator[Name]:
    for index, name in enumerate(words):
        yield Name(name, place(Finding((*path, index), "")))
