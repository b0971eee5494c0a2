"""IP203, IP204: references in prose and the names they go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.references import find_references, named_targets
from ipplan.model.texts import texts
from ipplan.rules.nearest import nearest
from ipplan.rules.rule import Finding, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator


def undefined(subject: Subject) -> Iterator[Finding]:
    """A reference to a name that nothing defines."""
    for text in texts(subject.plan_file):
        for reference in find_references(text.words):
            if reference.name not in text.names:
                near = nearest(reference.name, text.names)
                hint = f"是不是“{near}”？" if near else "在 facts 或 targets 里定义它，或者把话直接写出来"
                message = f"没有“{reference.name}”可以引用"
                yield Finding(text.path, message, hint, text.words[reference.start : reference.end])


def defined_twice(subject: Subject) -> Iterator[Finding]:
    """A target whose name is taken by a fact or by another target."""
    taken = dict.fromkeys(subject.plan_file.plan.facts, "facts")
    for path, _ in named_targets(subject.plan_file):
        name = str(path[-1])
        if name in taken:
            yield Finding(path, f"名字“{name}”用了两次（另一处在 {taken[name]}）", "换一个名字，引用时才分得清")
        taken.setdefault(name, "targets")
