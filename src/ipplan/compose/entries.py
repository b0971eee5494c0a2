"""A plan file's entries: what is to be done, by whom, until when, wherever in the plan it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ipplan.compose.deadlines import deadlines, times
from ipplan.compose.identities import identified
from ipplan.compose.task_groups import task_groups
from ipplan.ledger import Entry, Owners
from ipplan.model.blocks import Item, Labelled, Numbered, Paragraph, Phase, Section, Task
from ipplan.model.duty import PERSONS, ROLES, Measured
from ipplan.model.full_duties import full_duties
from ipplan.model.numbering import Numberer
from ipplan.model.plan import bodies
from ipplan.model.references import find_references
from ipplan.model.tables import TableTask, TaskTable
from ipplan.model.timing import timing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.compose.context import Context
    from ipplan.compose.task_groups import TaskGroup
    from ipplan.model.blocks import Block
    from ipplan.model.duty import Duty, Path, Target
    from ipplan.model.numbering import Counter
    from ipplan.model.plan import Body, PlanFile
    from ipplan.model.timing import Timing

Found: TypeAlias = tuple[Entry, tuple[str, ...]]
"""An entry, and what it is known by: the name of its target or its words, and the headings above without numbers."""


_NOTICE = "通知"
"""What the body of a notice is called, which is no paper of its own."""


def entries(plan_file: PlanFile, context: Context) -> tuple[Entry, ...]:
    """Everything that the plan file wants done, in the order of the papers.

    That is each target, each task without targets, and each other block that says itself who or until when, unless
    what stands below it says it more exactly. `context` holds the names shared by the plan file.
    """
    plan = plan_file.plan
    title = context.fill(plan.title) if plan is not None else ""
    duties = {found.path: found.duty for found in full_duties(plan_file)}
    when = timing(plan_file)
    found = (one for body in bodies(plan_file) for one in _Walk(body, duties, when, context).entries())
    return tuple(identified(found, title))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a paper the walk is: the path, the headings above, and the names that hold."""

    path: Path
    headings: tuple[str, ...]
    names: tuple[str, ...]
    context: Context

    def at(self, *steps: str | int) -> _Place:
        """The place some steps further down the path."""
        return replace(self, path=(*self.path, *steps))

    def inside(self, block: Measured) -> _Place:
        """The same place with the names that hold inside the block."""
        return replace(self, context=self.context.inside(block))

    def grouped(self, groups: Sequence[TaskGroup]) -> _Place:
        """The place in a table under the titles of groups."""
        fill = self.context.fill
        headings = (*self.headings, *(group.label + fill(group.name) for group in groups))
        return replace(self, headings=headings, names=(*self.names, *(fill(group.name) for group in groups)))

    def below(self, label: str, name: str) -> _Place:
        """The place under a heading."""
        return replace(self, headings=(*self.headings, label + name), names=(*self.names, name)).at("body")


class _Walk:
    """Walks the blocks of one body, numbering them as the paper does."""

    def __init__(self, body: Body, duties: dict[Path, Duty], when: Timing, context: Context) -> None:
        paper = body.paper
        self._body = body
        self._duties = duties
        self._when = when
        self._paper = context.fill(paper.title) if paper is not None else _NOTICE
        self._context = context.inside(paper) if paper is not None else context
        self._numberer = Numberer.of(paper) if paper is not None else Numberer()

    def entries(self) -> Iterator[Found]:
        """The entries of the body, in its order."""
        counter = self._numberer.counter(self._body.paper.numbering if self._body.paper is not None else None)
        yield from self._blocks(self._body.blocks, counter, _Place(self._body.path, (), (), self._context))

    def _blocks(self, blocks: Sequence[Block], counter: Counter, place: _Place) -> Iterator[Found]:
        for index, block in enumerate(blocks):
            here = place.at(index)
            if isinstance(block, TaskTable):
                for number, (task, groups) in enumerate(zip(block.tasks, task_groups(block.tasks), strict=True)):
                    row = here.at("tasks", number).grouped(groups).inside(task)
                    yield from self._measured(task, f"{number + 1}.", row)
            elif isinstance(block, Numbered):
                yield from self._numbered(block, counter, here)
            elif isinstance(block, Paragraph | Labelled) and _says_who_or_when(block):
                yield from self._measured(block, "", here.inside(block))

    def _numbered(self, block: Numbered, counter: Counter, place: _Place) -> Iterator[Found]:
        """A block, then what stands below it; a heading is no entry of its own when there are entries below."""
        numbering = counter.number(block)
        label, here = numbering.label.strip(), place.inside(block)
        inner = here.below(label, here.context.fill(_name(block)))
        below = list(self._blocks(block.body, self._numberer.counter(block.numbering, numbering), inner))
        own_date = isinstance(block, Task) and block.due is not None
        if block.targets or own_date or (not below and (isinstance(block, Task) or _says_who_or_when(block))):
            yield from self._measured(block, label, here)
        yield from below

    def _measured(self, block: Measured, number: str, place: _Place) -> Iterator[Found]:
        """An entry for each target of a block, or one for the block itself."""
        name, text = _name_and_text(block, place.context)
        for step, target in block.target_items():
            context = place.context.inside(target)
            called = step if isinstance(step, str) else ""
            path = (*place.path, "targets", step)
            words = called + context.fill(target.text)
            yield self._entry((number, name, text, words), path, place, target), (called or words, *place.names)
        if not block.targets:
            yield self._entry((number, name, text, ""), place.path, place), ("", *place.names)

    def _entry(
        self, words: tuple[str, str, str, str], path: Path, place: _Place, target: Target | None = None
    ) -> Entry:
        """The entry of the duty at a path; `words` are number, task, text and target."""
        duty = self._duties[path]
        due, when = duty.due, self._when
        days = when.resolve(due) if due is not None else None
        recurring = times(due, target.text if target is not None else "", when)
        return Entry(
            "",
            self._paper,
            place.headings,
            *words,
            owners=_owners(duty),
            persons=tuple((label, name) for key, label in PERSONS.items() if (name := getattr(duty, key))),
            due=str(due or ""),
            deadlines=deadlines(due, when),
            times=recurring,
            end=days.end if days is not None else recurring[-1] if recurring else None,
        )


def _says_who_or_when(block: Measured) -> bool:
    """Whether a block says something of its own that can be followed up."""
    own = (block.due, *(getattr(block, key) for key in PERSONS), *(block.units(role.key) for role in ROLES))
    return bool(block.targets) or any(value is not None for value in own)


def _owners(duty: Duty) -> tuple[Owners, ...]:
    named = ((place, role, duty.units(role.key)) for place, role in enumerate(ROLES))
    return tuple(
        Owners(place, role.key, role.label, units.words, units.names)
        for place, role, units in named
        if units is not None and units.names
    )


def _name(block: Numbered) -> str:
    match block:
        case Section() | Task():
            return block.heading
        case Phase():
            return block.phase
        case Item():
            return _SENTENCE.split(block.item, maxsplit=1)[0].strip()
        case _:
            raise TypeError(type(block))


_SENTENCE = re.compile("[。\n]")


def _name_and_text(block: Measured, context: Context) -> tuple[str, str]:
    """What a block is called and what it says besides; one without a heading is called by its telling sentence."""
    match block:
        case TableTask():
            return context.fill(block.task), ""
        case Section() | Task() | Phase():
            words = [block.text or "", *_texts(block.body)]
            return context.fill(_name(block)), _joined(words, context)
        case Item():
            return _told(block.item, _texts(block.body), context)
        case Paragraph() | Labelled():
            return _told(block.text, [], context)
        case _:
            raise TypeError(type(block))


def _told(words: str, more: list[str], context: Context) -> tuple[str, str]:
    """The sentence that names the deadline, else the first one; and all of it if that is more."""
    sentences = [one.strip() for one in _SENTENCE.split(words) if one.strip()]
    telling = (one for one in sentences if any(found.name == "due" for found in find_references(one)))
    name = next(telling, sentences[0] if sentences else words.strip())
    whole = _joined([words, *more], context)
    return context.fill(name), whole if len(sentences) > 1 or more else ""


def _texts(blocks: Sequence[Block]) -> list[str]:
    """The running text below a block."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block.text)
            case Labelled():
                found.append(f"{block.part.rstrip('：')}：{block.text}")
            case Item():
                found += [block.item, *_texts(block.body)]
            case Section() | Task() | Phase():
                found += [block.heading + (f"。{block.text}" if block.text else ""), *_texts(block.body)]
    return found


def _joined(texts: Sequence[str], context: Context) -> str:
    """The paragraphs of the texts, one a line."""
    lines = (line.strip() for text in texts for line in context.fill(text).split("\n"))
    return "\n".join(line for line in lines if line)
